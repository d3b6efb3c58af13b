import { done } from '#kernel/outcome.ts';
import type { Store } from '#mocks/wsone/state.ts';
import type { WsoneBehaviour } from './behaviour.ts';
import type { FailureOf } from './failure.ts';
import { storeOf } from './holder.ts';
import { parentsOf } from './store.ts';

/** All stores, or those right below one. */
export const listStores: WsoneBehaviour<
  { readonly parentId: string | undefined },
  readonly Store[],
  FailureOf<'entity-unknown'>
> = (draft, { parentId }) => {
  if (parentId === undefined) return done(draft.stores.range('byRank'));
  const parent = storeOf(draft, parentId);
  return parent.ok ? done(draft.stores.where('byParent', parentId)) : parent;
};

export const listParents: WsoneBehaviour<
  { readonly id: string },
  readonly Store[],
  FailureOf<'entity-unknown'>
> = (draft, { id }) => {
  const store = storeOf(draft, id);
  return store.ok ? done(parentsOf(draft.stores, store.value)) : store;
};
