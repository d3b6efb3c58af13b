import type { Inspection, Invariant } from '#kernel/vendor.ts';
import type { WsoneTables } from '#mocks/wsone/state.ts';
import type { Refund, Transaction } from './transaction.ts';

type WsoneState = Inspection<WsoneTables>;

/** What must always hold of receipts, their refunds and what they moved. */
export const transactionInvariants: Readonly<Record<string, Invariant<WsoneTables>>> = {
  'a transaction moved what it says, and only when it was validated': (state) => {
    const moved = movedBy(state);
    const wrong: string[] = [];
    for (const { id, status, settlement } of state.transactions.rows()) {
      const isValid = status !== 'pending' && status !== 'cancelled';
      const due = isValid ? settlement.earned + settlement.granted : 0;
      const found = moved.get(id) ?? 0;
      if (found !== due) wrong.push(`transaction ${id}, ${status}: moved ${found}, not ${due}`);
    }
    return wrong;
  },
  'what was given back of a transaction is the sum of its refunds, and no more than was paid': (
    state,
  ) => {
    const refunds = refundsBy(state);
    const wrong: string[] = [];
    for (const transaction of state.transactions.rows()) {
      const problem = refundProblem(transaction, refunds.get(transaction.id) ?? []);
      if (problem !== undefined) wrong.push(`transaction ${transaction.id}: ${problem}`);
      refunds.delete(transaction.id);
    }
    for (const id of refunds.keys()) wrong.push(`refunds of ${id}, which is not there`);
    return wrong;
  },
  'every transaction is of a person, and adds up': (state) => {
    const wrong: string[] = [];
    for (const { id, personId, receipt, settlement } of state.transactions.rows()) {
      if (!state.persons.get(personId)) wrong.push(`transaction ${id}: no person ${personId}`);
      const { totalMinor, discountMinor } = settlement;
      const payableMinor = Math.max(0, receipt.totalMinor);
      if (totalMinor < 0) wrong.push(`transaction ${id}: ${totalMinor}`);
      const offMinor = discountMinor - receipt.discountMinor;
      if (totalMinor + offMinor !== payableMinor) {
        wrong.push(`transaction ${id}: ${totalMinor} and ${offMinor} off ${payableMinor}`);
      }
    }
    return wrong;
  },
};

/** By transaction: the points that it earned and that the till granted. */
function movedBy(state: WsoneState): ReadonlyMap<string, number> {
  const moved = new Map<string, number>();
  for (const { reason, reference, amount } of state.movements.rows()) {
    if (reason !== 'purchase' && reason !== 'till-advantage') continue;
    moved.set(reference, (moved.get(reference) ?? 0) + amount);
  }
  return moved;
}

function refundsBy(state: WsoneState): Map<string, Refund[]> {
  const refunds = new Map<string, Refund[]>();
  for (const refund of state.refunds.rows()) {
    const others = refunds.get(refund.transactionId) ?? [];
    refunds.set(refund.transactionId, [...others, refund]);
  }
  return refunds;
}

/** Judged by the table of states, not by the functions that change them. */
function refundProblem(
  { status, settlement, refundedMinor, refundedPoints }: Transaction,
  refunds: readonly Refund[],
): string | undefined {
  const { totalMinor } = settlement;
  const sumMinor = refunds.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const sumPoints = refunds.reduce((sum, { points }) => sum + points, 0);
  if (sumMinor !== refundedMinor) return `${refundedMinor} given back, refunds of ${sumMinor}`;
  if (sumPoints !== refundedPoints) return `${refundedPoints} points, refunds of ${sumPoints}`;
  switch (status) {
    case 'pending':
    case 'cancelled':
    case 'valid':
      return refunds.length > 0 ? `${status}, and refunded` : undefined;
    case 'partially-refunded':
      return refundedMinor > 0 && refundedMinor < totalMinor
        ? undefined
        : `${status} with ${refundedMinor} of ${totalMinor}`;
    case 'refunded':
      return refundedMinor === totalMinor && refunds.length > 0
        ? undefined
        : `${status} with ${refundedMinor} of ${totalMinor}`;
  }
}
