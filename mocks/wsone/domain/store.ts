import { assert } from '#kernel/defect.ts';
import type { Row } from '#kernel/table-spec.ts';

/** An entity, in the vendor's word; its id is the number that a till sends. */
export interface Store extends Row {
  /** Place in lists. */
  readonly rank: number;
  readonly label: string;
  readonly parentId: string | undefined;
}

interface Stores {
  get(id: string): Store | undefined;
}

/** The store's parent, its parent's parent and so on, nearest first. */
export function parentsOf(stores: Stores, store: Store): readonly Store[] {
  const parents: Store[] = [];
  let next = store.parentId;
  while (next !== undefined) {
    const parent = stores.get(next);
    assert(parent, `store ${next} is a parent and not there`);
    parents.push(parent);
    next = parent.parentId;
  }
  return parents;
}

/**
 * Where the balances of a store's customers are kept: both samples of the vendor show them with
 * another entity than the store. That it is the last of its parents is inferred; a store without a
 * parent keeps its own.
 */
export function programmeOf(stores: Stores, store: Store): string {
  if (store.parentId === undefined) return store.id;
  return parentsOf(stores, store).at(-1)?.id ?? store.id;
}
