import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { WsoneDraft } from '#mocks/wsone/state.ts';
import { standingOf, type Balance } from './balance.ts';
import type { WsoneBehaviour, WsoneEnv } from './behaviour.ts';
import { pointsLeft } from './engine.ts';
import type { FailureOf } from './failure.ts';
import { keepOffer } from './issuing.ts';
import { balanceOf, move } from './ledger.ts';
import { wholeKey } from './receipt.ts';
import {
  counts,
  leftMinor,
  transactionId,
  type Refund,
  type RefundReceipt,
  type Transaction,
} from './transaction.ts';
import { findTransaction, type FindFailure, type KnownReceipt } from './transaction-behaviours.ts';

export interface RefundTransaction {
  readonly receipt: RefundReceipt;
  /** What was bought. */
  readonly original: KnownReceipt;
}

type RefundFailure =
  FindFailure | FailureOf<'receipt-conflict' | 'transition-forbidden' | 'refund-exceeds'>;

/** Gives back a part of a transaction, or what is left of it; its points go in proportion. */
export const refundTransaction: WsoneBehaviour<RefundTransaction, Refund, RefundFailure> = (
  draft,
  { receipt, original },
  env,
) => {
  const found = findTransaction(draft, original);
  if (!found.ok) return found;
  const transaction = found.value;
  const known = knownRefund(draft, { receipt, transaction }, env);
  if (!known.ok) return known;
  if (known.value) return done(known.value);
  const { id, status } = transaction;
  if (!counts(transaction)) {
    return refused({ kind: 'transition-forbidden', id, from: status, to: 'refunded' });
  }
  const mostMinor = leftMinor(transaction);
  const amountMinor = receipt.amountMinor ?? mostMinor;
  if (amountMinor > mostMinor) return refused({ kind: 'refund-exceeds', id, mostMinor });
  return done(giveBack(draft, { transaction, receipt, amountMinor }, env));
};

interface GivingBack {
  readonly transaction: Transaction;
  readonly receipt: RefundReceipt;
  readonly amountMinor: number;
}

function giveBack(draft: WsoneDraft, giving: GivingBack, env: WsoneEnv): Refund {
  const { transaction, receipt, amountMinor } = giving;
  const restMinor = leftMinor(transaction) - amountMinor;
  const balance = balanceOf(draft, transaction.personId, transaction.programmeId);
  const points = pointsTaken(giving, balance, env);
  const number = draft.next('transactions');
  const id = transactionId(number);
  const after = move(draft, balance, {
    account: 'points',
    amount: -points,
    reason: 'refund',
    reference: id,
    at: env.now,
  });
  draft.transactions.put({
    ...transaction,
    status: restMinor === 0 ? 'refunded' : 'partially-refunded',
    refundedMinor: transaction.refundedMinor + amountMinor,
    refundedPoints: transaction.refundedPoints + points,
  });
  const refund: Refund = {
    id,
    number,
    transactionId: transaction.id,
    receipt,
    amountMinor,
    points,
    before: standingOf(balance),
    after: standingOf(after),
  };
  draft.refunds.put(refund);
  if (restMinor === 0) returnOffers(draft, transaction, env);
  return refund;
}

/** So that, whatever the steps, all points are gone with the last cent. */
function pointsTaken(
  { transaction, amountMinor }: GivingBack,
  balance: Balance,
  { settings }: WsoneEnv,
): number {
  const { settlement, refundedPoints } = transaction;
  const whole = settlement.earned + settlement.granted;
  const kept = pointsLeft(settlement, leftMinor(transaction) - amountMinor);
  const due = whole - kept - refundedPoints;
  if (due <= 0 || settings.negativeBalance === 'allow') return due;
  return Math.min(due, Math.max(0, balance.points));
}

/** What the receipt consumed can be used again, where a setting says so. */
function returnOffers(draft: WsoneDraft, { settlement }: Transaction, env: WsoneEnv): void {
  const used = settlement.offers.filter(({ isUsed }) => isUsed);
  if (used.length === 0 || !env.settings.refundReturnsOffers) return;
  for (const { number } of used) {
    const offer = draft.offers.get(number);
    if (offer) keepOffer(draft, { ...offer, status: 'available', usedBy: undefined }, env.now);
  }
}

/** The same return again gets the same answer. */
function knownRefund(
  draft: WsoneDraft,
  { receipt, transaction }: Pick<GivingBack, 'receipt' | 'transaction'>,
  { settings }: WsoneEnv,
): Outcome<Refund | undefined, FailureOf<'receipt-conflict'>> {
  if (settings.receiptKey === 'none') return done(undefined);
  const [known] = draft.refunds.where('byReceipt', wholeKey(receipt), { limit: 1 });
  if (!known) return done(undefined);
  const isSame =
    known.transactionId === transaction.id &&
    JSON.stringify(known.receipt) === JSON.stringify(receipt);
  if (isSame) return done(known);
  return refused({ kind: 'receipt-conflict', number: receipt.number, transactionId: known.id });
}
