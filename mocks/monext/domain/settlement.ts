import { done } from '#kernel/outcome.ts';
import type { MonextDraft } from '#mocks/monext/state.ts';
import type { MonextBehaviour } from './behaviour.ts';
import type { SettleCommand } from './booking.ts';
import { netMinor, type Transaction, type TransactionType } from './transaction.ts';

const TAKES_MONEY: readonly TransactionType[] = ['sale', 'resale', 'debit', 'capture'];

export const takesMoney = ({ type }: Transaction): boolean => TAKES_MONEY.includes(type);

/** Everything that moves money goes to the banks: from then on it can be refunded, not reset. */
export const settle: MonextBehaviour<SettleCommand, { readonly settled: number }, never> = (
  draft,
) => {
  const pending = draft.transactions.range('unsettled');
  for (const transaction of pending) settleOne(draft, transaction);
  return done({ settled: pending.length });
};

/** The same for one payment. */
export function settlePayment(draft: MonextDraft, paymentId: string): void {
  for (const entry of draft.transactions.where('byPayment', paymentId)) {
    if (entry.settlement === 'pending') settleOne(draft, entry);
  }
}

function settleOne(draft: MonextDraft, transaction: Transaction): void {
  draft.transactions.put({ ...transaction, settlement: 'settled' });
  const { paymentId } = transaction;
  const payment =
    takesMoney(transaction) && paymentId !== undefined ? draft.payments.get(paymentId) : undefined;
  if (!payment) return;
  const settledMinor = payment.settledMinor + netMinor(transaction);
  draft.payments.put({ ...payment, settledMinor });
}
