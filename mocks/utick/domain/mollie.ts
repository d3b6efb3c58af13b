import { done, refused } from '#kernel/outcome.ts';
import type { UtickDraft } from '#mocks/utick/state.ts';
import type { UtickBehaviour } from './behaviour.ts';
import type { FailureOf } from './failure.ts';
import { basketOf, paymentsOf } from './holding.ts';
import { paidInAll } from './order-money.ts';
import type { Order } from './order.ts';
import { refusesMoney } from './payment-behaviours.ts';
import { changePayment, takePayment } from './payment-booking.ts';
import type { MolliePayment, Payment } from './payment.ts';

export interface UpdateMolliePayment {
  readonly orderId: string;
  readonly molliePaymentId: string;
}

/**
 * The vendor looks a payment up at Mollie and records what it finds; a second call with the same id
 * looks again and updates the same payment. The double asks nobody: it has a table of outcomes, and
 * for an id that is not in it the balance that is open.
 */
export const updateMolliePayment: UtickBehaviour<
  UpdateMolliePayment,
  Payment,
  FailureOf<'order-unknown' | 'order-closed' | 'order-unconfirmed'>
> = (draft, { orderId, molliePaymentId }, env) => {
  const order = draft.orders.get(orderId);
  if (!order) return refused({ kind: 'order-unknown', id: orderId });
  const refusal = refusesMoney(order);
  if (refusal) return refused(refusal);
  const known = draft.molliePayments.get(molliePaymentId);
  const status = known?.status ?? env.settings.mollieOutcome;
  const paidAt = status === 'paid' ? env.now : undefined;
  const recorded = paymentsOf(draft, orderId).find(
    ({ externalId }) => externalId === molliePaymentId,
  );
  if (recorded) {
    const amountMinor = known?.amountMinor ?? recorded.amountMinor;
    const fields = { amountMinor, status, paidAt: recorded.paidAt ?? paidAt };
    return done(changePayment(draft, { order, payment: recorded, fields }, env.settings));
  }
  const amountMinor = known?.amountMinor ?? openBalance(draft, order);
  const [method] = draft.paymentMethods.where('byType', 'online', { limit: 1 });
  const fields = { methodId: method?.id, externalId: molliePaymentId, status, paidAt };
  return done(takePayment(draft, { order, amountMinor, fields }, env));
};

/** Nothing when all is paid: the payment is then one of nothing. */
function openBalance(draft: UtickDraft, order: Order): number {
  const basket = basketOf(draft, order.id);
  return Math.max(0, basket.dueMinor - paidInAll(order, basket));
}

/** What the next look at Mollie will find. */
export function setMolliePayment(draft: UtickDraft, found: MolliePayment): MolliePayment {
  draft.molliePayments.put(found);
  return found;
}
