import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { MonextDraft } from '#mocks/monext/state.ts';
import type { MonextBehaviour, MonextEnv } from './behaviour.ts';
import { enter } from './booking.ts';
import { unscheduleCapture } from './deferred.ts';
import { fieldInvalid, type FailureOf, type ResetFailure } from './failure.ts';
import { AMOUNT, CURRENCY, isNoNumber, NOT_NULL } from './field-rules.ts';
import { openingOf, type LookupFailure } from './payment-behaviours.ts';
import { reset, withoutRefund, type Payment } from './payment.ts';
import { judgePrivateData, type Called } from './request.ts';
import { netMinor, type Pair, type Transaction } from './transaction.ts';

export interface ResetTransaction extends Called {
  readonly transactionId: string | undefined;
  /** None: all of it. */
  readonly amount: string | undefined;
  readonly currency: string | undefined;
  readonly comment: string | undefined;
  readonly sequenceNumber: string | undefined;
  readonly privateData: readonly Pair[];
}

type FieldFailure = FailureOf<'field-invalid' | 'private-data-too-many'>;

/** Cancels what is not settled: an authorisation, a debit, a credit, a refund; all or part of it. */
export const resetTransaction: MonextBehaviour<
  ResetTransaction,
  Transaction,
  FieldFailure | LookupFailure | ResetFailure | FailureOf<'currency-differs'>
> = (draft, command, env) => {
  const amount = judgeFields(command, env);
  if (!amount.ok) return amount;
  const found = openingOf(draft, command);
  if (!found.ok) return found;
  const before = found.value;
  const undone = undo(draft, { before, amountMinor: amount.value, env });
  if (!undone.ok) return undone;
  const { currency = before.currency, comment, sequenceNumber } = command;
  if (currency !== before.currency) return refused({ kind: 'currency-differs' });
  const { merchantId, contractNumber, orderRef, card, paymentId } = before;
  const about = { merchantId, contractNumber, orderRef, card, paymentId, originId: before.id };
  const amountMinor = undone.value;
  const entry = {
    ...about,
    type: 'reset',
    amountMinor,
    currency,
    comment,
    sequenceNumber,
  } as const;
  return done(enter(draft, entry, env));
};

function judgeFields(
  { amount, currency, privateData }: ResetTransaction,
  env: MonextEnv,
): Outcome<number | undefined, FieldFailure> {
  if (isNoNumber(12)(amount)) return refused(fieldInvalid('Amount', AMOUNT));
  if (Number(amount ?? 1) === 0) return refused(fieldInvalid('Amount', NOT_NULL));
  if (currency !== undefined && !/^\d{3}$/.test(currency)) {
    return refused(fieldInvalid('Currency', CURRENCY));
  }
  const tooMany = judgePrivateData(privateData, env);
  return tooMany ? refused(tooMany) : done(amount === undefined ? undefined : Number(amount));
}

interface Undoing {
  readonly before: Transaction;
  readonly amountMinor: number | undefined;
  readonly env: MonextEnv;
}

/** Answers how much it took back. */
function undo(draft: MonextDraft, undoing: Undoing): Outcome<number, ResetFailure> {
  const { before } = undoing;
  if (before.type === 'refund' || before.type === 'credit') return undoEntry(draft, undoing);
  const payment = draft.payments.get(before.id);
  return payment ? undoPayment(draft, payment, undoing) : refused({ kind: 'reset-unsupported' });
}

function undoPayment(
  draft: MonextDraft,
  payment: Payment,
  { before, amountMinor, env }: Undoing,
): Outcome<number, ResetFailure> {
  const cancelsCaptures = env.settings.resetCaptured === 'cancels';
  const undone = reset(payment, { amountMinor, cancelsCaptures }, env.now);
  if (!undone.ok) return undone;
  draft.payments.put(undone.value);
  const isCancelled = undone.value.status === 'cancelled';
  if (isCancelled) unscheduleCapture(draft, payment.id);
  const takenMinor = amountMinor ?? payment.authorisedMinor;
  takeOff(draft, before, isCancelled ? netMinor(before) : takenMinor);
  for (const entry of capturesOf(draft, before)) {
    if (isCancelled) takeOff(draft, entry, netMinor(entry));
    // One that was deferred is the whole of its payment: part of the one is part of the other.
    else if (payment.kind === 'sale') takeOff(draft, entry, takenMinor);
  }
  return done(takenMinor);
}

/** A refund or a credit has no part in what a payment authorises. */
function undoEntry(
  draft: MonextDraft,
  { before, amountMinor = netMinor(before) }: Undoing,
): Outcome<number, ResetFailure> {
  if (netMinor(before) === 0) return refused({ kind: 'reset-already' });
  if (before.settlement === 'settled') return refused({ kind: 'settled-already' });
  if (amountMinor > netMinor(before)) return refused({ kind: 'reset-exceeds-rest' });
  takeOff(draft, before, amountMinor);
  const payment = before.paymentId === undefined ? undefined : draft.payments.get(before.paymentId);
  if (payment) draft.payments.put(withoutRefund(payment, amountMinor));
  return done(amountMinor);
}

/** What is reset whole never settles. */
function takeOff(draft: MonextDraft, before: Transaction, amountMinor: number): void {
  const after = { ...before, resetMinor: before.resetMinor + amountMinor };
  const settlement = netMinor(after) === 0 ? 'none' : after.settlement;
  draft.transactions.put({ ...after, settlement });
}

const capturesOf = (draft: MonextDraft, { id }: Transaction): readonly Transaction[] =>
  draft.transactions
    .where('byPayment', id)
    .filter((entry) => entry.type === 'capture' && entry.status === 'accepted');
