import { assert } from '#kernel/defect.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { UtickDraft } from '#mocks/utick/state.ts';
import { freePlaces, type Capacity } from './capacity.ts';
import type { FailureOf } from './failure.ts';
import { categoryOf } from './holding.ts';

export interface SetCapacity {
  readonly stockId: string;
  /** None: the stock as a whole. */
  readonly categoryId: string | undefined;
  readonly total: number;
}

/** Nothing on the wire changes a capacity, so the last two are the double's own words. */
export type SetCapacityFailure =
  | FailureOf<'stock-unknown' | 'category-unknown'>
  | { readonly kind: 'capacity-below-sales'; readonly least: number }
  | { readonly kind: 'seats-are-numbered'; readonly stockId: string };

/** What the organiser does at the back office: adds places, or withdraws unsold ones. */
export function setCapacity(
  draft: UtickDraft,
  { stockId, categoryId, total }: SetCapacity,
): Outcome<Capacity, SetCapacityFailure> {
  const stock = draft.stocks.get(stockId);
  if (!stock) return refused({ kind: 'stock-unknown', id: stockId });
  const category = categoryId === undefined ? undefined : categoryOf(stock, categoryId);
  if (categoryId !== undefined && !category) {
    return refused({ kind: 'category-unknown', id: categoryId, stockId });
  }
  if (category && stock.productType === 'numbered-seat') {
    return refused({ kind: 'seats-are-numbered', stockId });
  }
  const capacity = draft.capacities.get(category?.capacityId ?? stockId);
  assert(capacity, `stock ${stockId} has no capacity`);
  const least = capacity.total - freePlaces(capacity);
  if (total < least) return refused({ kind: 'capacity-below-sales', least });
  const changed = { ...capacity, total };
  draft.capacities.put(changed);
  return done(changed);
}
