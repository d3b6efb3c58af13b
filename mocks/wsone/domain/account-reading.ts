import { assert } from '#kernel/defect.ts';
import { done } from '#kernel/outcome.ts';
import type { WsoneDraft } from '#mocks/wsone/state.ts';
import { standingOf, type Standing } from './balance.ts';
import type { WsoneBehaviour } from './behaviour.ts';
import { balanceOf } from './ledger.ts';
import { found, type Asked, type AskedFailure, type Found } from './person-lookup.ts';
import { programmeOf } from './store.ts';

/** Balances at the programme of the store that asks; without one, all that the customer has. */
export const getAccounts: WsoneBehaviour<Asked, readonly Standing[], AskedFailure> = (
  draft,
  asked,
) => {
  const holder = found(draft, asked);
  return holder.ok ? done(standingsOf(draft, holder.value)) : holder;
};

export function standingsOf(draft: WsoneDraft, { person, store }: Found): readonly Standing[] {
  const own = balanceOf(draft, person.id, programmeAt(draft, { person, store }));
  if (store) return [standingOf(own)];
  const others = draft.balances.where('byPerson', person.id).filter(({ id }) => id !== own.id);
  return [own, ...others].map(standingOf);
}

/** Where a customer's balances are looked for: at the asking store's, else at their own store's. */
export function programmeAt(draft: WsoneDraft, { person, store }: Found): string {
  const at = store ?? draft.stores.get(person.storeId);
  assert(at, `customer ${person.id} is of no store`);
  return programmeOf(draft.stores, at);
}
