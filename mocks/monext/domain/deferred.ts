import type { Instant } from '#kernel/instant.ts';
import { done } from '#kernel/outcome.ts';
import type { MonextDraft } from '#mocks/monext/state.ts';
import type { MonextBehaviour } from './behaviour.ts';
import { enter } from './booking.ts';
import { captureRest, uncapturedMinor } from './payment.ts';

/** A payment in the mode DIF captures itself on the day that its client named. */
export interface CaptureDeferred {
  readonly kind: 'capture-deferred';
  readonly paymentId: string;
}

const keyOf = (paymentId: string): string => `capture-deferred/${paymentId}`;

export function scheduleCapture(draft: MonextDraft, paymentId: string, at: Instant): void {
  const command: CaptureDeferred = { kind: 'capture-deferred', paymentId };
  draft.schedule(keyOf(paymentId), at, command);
}

/** For what is cancelled, or captured by hand before its day. */
export const unscheduleCapture = (draft: MonextDraft, paymentId: string): void =>
  draft.unschedule(keyOf(paymentId));

export const captureDeferred: MonextBehaviour<CaptureDeferred, undefined, never> = (
  draft,
  { paymentId },
  env,
) => {
  const payment = draft.payments.get(paymentId);
  const opening = draft.transactions.get(paymentId);
  const captured = payment && captureRest(payment, env.now);
  if (!payment || !opening || !captured) return done(undefined);
  draft.payments.put(captured);
  const { merchantId, contractNumber, currency, orderRef, card } = opening;
  enter(
    draft,
    {
      type: 'capture',
      merchantId,
      contractNumber,
      currency,
      orderRef,
      card,
      payment: opening.payment,
      paymentId,
      originId: paymentId,
      amountMinor: uncapturedMinor(payment),
      settlement: 'pending',
    },
    env,
  );
  return done(undefined);
};
