import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { MonextDraft } from '#mocks/monext/state.ts';
import type { MonextBehaviour, MonextEnv } from './behaviour.ts';
import { enter, enterFailed, type Entry } from './booking.ts';
import { unscheduleCapture } from './deferred.ts';
import { enterDuplicate } from './duplicates.ts';
import type { CaptureFailure, FailureOf, RefundFailure } from './failure.ts';
import { contractId, type Merchant } from './merchant.ts';
import { termsOf, type PaymentFields, type TermsFailure } from './payment-fields.ts';
import { capture, refund } from './payment.ts';
import { contextOf, judgePrivateData, type Called } from './request.ts';
import type { Pair, Transaction } from './transaction.ts';

/** Something done with a payment that is there. */
export interface FollowUp extends Called {
  readonly transactionId: string | undefined;
  readonly payment: PaymentFields;
  readonly sequenceNumber: string | undefined;
  readonly comment: string | undefined;
  readonly privateData: readonly Pair[];
}

export type LookupFailure = FailureOf<'transaction-unknown' | 'transaction-unfit'>;
type FieldFailure = TermsFailure | FailureOf<'private-data-too-many'>;

const CAPTURES = ['201', '203'];
const LAST_CAPTURE = '203';
const REFUNDS = ['421'];
/** For an id that nobody issued, a refund is given one of its own; a capture is not: recorded so. */
export const TRANSACTION_UNKNOWN = '02301';

/** The order of checks, here and below: fields, the transaction, its state, currency, duplicates. */
export const capturePayment: MonextBehaviour<
  FollowUp,
  Transaction,
  FieldFailure | LookupFailure | CaptureFailure | FailureOf<'currency-differs'>
> = (draft, command, env) => {
  const terms = judgeFollowUp(command, CAPTURES, env);
  if (!terms.ok) return terms;
  const found = openingOf(draft, command);
  if (!found.ok) return found;
  const payment = draft.payments.get(found.value.id);
  if (!payment) return refused({ kind: 'not-capturable' });
  const { amountMinor, action, currency } = terms.value;
  const captured = capture(payment, { amountMinor, isLast: action === LAST_CAPTURE }, env.now);
  if (!captured.ok) return captured;
  if (currency !== payment.currency) return refused({ kind: 'currency-differs' });
  const entry = entryAbout(found.value, { type: 'capture', amountMinor, command });
  const duplicate = duplicateOf(draft, entry, env);
  if (duplicate) return done(duplicate);
  draft.payments.put(captured.value);
  if (captured.value.status !== 'authorised') unscheduleCapture(draft, payment.id);
  return done(enter(draft, entry, env));
};

export const refundPayment: MonextBehaviour<
  FollowUp,
  Transaction,
  FieldFailure | LookupFailure | RefundFailure | FailureOf<'currency-differs'>
> = (draft, command, env) => {
  const terms = judgeFollowUp(command, REFUNDS, env);
  if (!terms.ok) return terms;
  const { amountMinor, currency } = terms.value;
  const found = openingOf(draft, command);
  if (!found.ok) {
    const isUnknown = found.failure.kind === 'transaction-unknown';
    return isUnknown ? done(enterUnknown(draft, command, { amountMinor, currency, env })) : found;
  }
  const opening = found.value;
  const isCapture = opening.type === 'capture' && env.settings.refundOfCapture;
  const payment = draft.payments.get((isCapture ? opening.paymentId : undefined) ?? opening.id);
  if (!payment) return refused({ kind: 'not-refundable' });
  const refunded = refund(payment, amountMinor);
  if (!refunded.ok) return refunded;
  if (currency !== payment.currency) return refused({ kind: 'currency-differs' });
  const entry = entryAbout(opening, { type: 'refund', amountMinor, command });
  const duplicate = duplicateOf(draft, entry, env);
  if (duplicate) return done(duplicate);
  draft.payments.put(refunded.value);
  return done(enter(draft, entry, env));
};

function judgeFollowUp(command: FollowUp, actions: readonly string[], env: MonextEnv) {
  const terms = termsOf(command.payment, actions, contextOf(command, command.payment.action, env));
  if (!terms.ok) return terms;
  const tooMany = judgePrivateData(command.privateData, env);
  return tooMany ? refused(tooMany) : terms;
}

/** An entry of the caller's own that was accepted. */
export function openingOf(
  draft: MonextDraft,
  { merchant, transactionId = '' }: { merchant: Merchant; transactionId: string | undefined },
): Outcome<Transaction, LookupFailure> {
  const transaction = draft.transactions.get(transactionId);
  if (transaction?.merchantId !== merchant.id) return refused({ kind: 'transaction-unknown' });
  if (transaction.status !== 'accepted') return refused({ kind: 'transaction-unfit' });
  return done(transaction);
}

interface About {
  readonly type: 'capture' | 'refund';
  readonly amountMinor: number;
  readonly command: FollowUp;
}

function entryAbout(opening: Transaction, { type, amountMinor, command }: About): Entry {
  const { merchantId, contractNumber, currency, orderRef, card } = opening;
  const { sequenceNumber, comment, payment } = command;
  return {
    type,
    merchantId,
    contractNumber,
    currency,
    orderRef,
    card,
    amountMinor,
    payment,
    sequenceNumber,
    comment,
    paymentId: opening.paymentId,
    originId: opening.id,
    settlement: 'pending',
  };
}

function duplicateOf(draft: MonextDraft, entry: Entry, env: MonextEnv): Transaction | undefined {
  const contract = draft.contracts.get(contractId(entry.merchantId, entry.contractNumber));
  return contract?.checksDuplicates ? enterDuplicate(draft, entry, env) : undefined;
}

function enterUnknown(
  draft: MonextDraft,
  { merchant, transactionId, sequenceNumber, comment }: FollowUp,
  { amountMinor, currency, env }: { amountMinor: number; currency: string; env: MonextEnv },
): Transaction {
  const entry = {
    type: 'refund',
    merchantId: merchant.id,
    contractNumber: '',
    orderRef: undefined,
    code: TRANSACTION_UNKNOWN,
    originId: transactionId,
  } as const;
  return enterFailed(draft, { ...entry, amountMinor, currency, sequenceNumber, comment }, env);
}
