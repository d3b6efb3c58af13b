import { done } from '#kernel/outcome.ts';
import type { WsoneBehaviour } from './behaviour.ts';
import type { FailureOf } from './failure.ts';
import { holderOf, storeOf } from './holder.ts';
import type { IdentifierKey } from './identifier.ts';
import { personKey, storeKey, type Transaction } from './transaction.ts';

export interface CancelPending {
  readonly identifier: IdentifierKey | undefined;
  readonly storeId: string | undefined;
}

/** Cancels what is not validated, of a customer, of a store, or of one at the other. */
export const cancelPending: WsoneBehaviour<
  CancelPending,
  readonly Transaction[],
  FailureOf<'identifier-unknown' | 'identifier-inactive' | 'entity-unknown'>
> = (draft, { identifier, storeId }) => {
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
  const [first = '', ...others] = keys;
  const pending = draft.transactions
    .where('pending', first)
    .filter((transaction) => others.every((key) => key === storeKey(transaction.receipt.storeId)));
  for (const transaction of pending)
    draft.transactions.put({ ...transaction, status: 'cancelled' });
  return done(pending);
};
