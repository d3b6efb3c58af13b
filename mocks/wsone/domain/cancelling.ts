import { done, refused } from '#kernel/outcome.ts';
import type { WsoneDraft } from '#mocks/wsone/state.ts';
import type { WsoneBehaviour } from './behaviour.ts';
import type { FailureOf } from './failure.ts';
import { holderOf, storeOf, type HolderFailure } from './holder.ts';
import type { IdentifierKey } from './identifier.ts';
import { personKey, storeKey, type Transaction } from './transaction.ts';

/** At least one of them is given. */
export interface CancelPending {
  readonly identifier: IdentifierKey | undefined;
  readonly storeId: string | undefined;
  readonly transactionId: string | undefined;
}

type CancelFailure =
  HolderFailure | FailureOf<'entity-unknown' | 'transaction-unknown' | 'transition-forbidden'>;

/**
 * Cancels all that is not validated, of a customer, of a store, or of one at the other; what is
 * valid is passed over. Who names one transaction is told when it cannot be cancelled.
 */
export const cancelPending: WsoneBehaviour<CancelPending, readonly Transaction[], CancelFailure> = (
  draft,
  { identifier, storeId, transactionId: id },
) => {
  const keys: string[] = [];
  if (identifier) {
    const holder = holderOf(draft, identifier);
    if (!holder.ok) return holder;
    keys.push(personKey(holder.value.person.id));
  }
  if (storeId !== undefined) {
    const store = storeOf(draft, storeId);
    if (!store.ok) return store;
    keys.push(storeKey(store.value.id));
  }
  const isOf = ({ personId, receipt }: Transaction): boolean =>
    keys.every((key) => key === personKey(personId) || key === storeKey(receipt.storeId));
  if (id === undefined) {
    const [first = ''] = keys;
    return done(cancel(draft, draft.transactions.where('pending', first).filter(isOf)));
  }
  const named = draft.transactions.get(id);
  if (!named || !isOf(named)) return refused({ kind: 'transaction-unknown', id });
  if (named.status !== 'pending') {
    return refused({ kind: 'transition-forbidden', id, from: named.status, to: 'cancelled' });
  }
  return done(cancel(draft, [named]));
};

function cancel(draft: WsoneDraft, pending: readonly Transaction[]): readonly Transaction[] {
  for (const transaction of pending) {
    draft.transactions.put({ ...transaction, status: 'cancelled' });
    draft.unschedule(pendingKey(transaction.id));
  }
  return pending;
}

export interface CancelTransaction {
  readonly kind: 'cancel-transaction';
  readonly transactionId: string;
}

export const cancelOf = (id: string): CancelTransaction => ({
  kind: 'cancel-transaction',
  transactionId: id,
});

export const pendingKey = (id: string): string => `cancel-transaction/${id}`;

/** Nobody validated it in time. */
export const cancelTransaction: WsoneBehaviour<CancelTransaction, undefined, never> = (
  draft,
  { transactionId: id },
) => {
  const transaction = draft.transactions.get(id);
  if (transaction?.status === 'pending') cancel(draft, [transaction]);
  return done(undefined);
};
