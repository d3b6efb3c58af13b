import { assert } from '#kernel/defect.ts';
import { done, refused } from '#kernel/outcome.ts';
import { offeringKey, offeringsOf, type Offering, type UtickDraft } from '#mocks/utick/state.ts';
import { slice, type ListPage, type UtickBehaviour } from './behaviour.ts';
import type { Capacity } from './capacity.ts';
import type { FailureOf } from './failure.ts';
import type { Category, Stock } from './stock.ts';

/** A stock with what is left of it. */
export interface StockSheet {
  readonly stock: Stock;
  readonly capacity: Capacity;
  readonly categories: readonly CategorySheet[];
}

export interface CategorySheet {
  readonly category: Category;
  readonly capacity: Capacity;
}

export interface ListStocks extends ListPage {
  /** All of them must fit. */
  readonly offeredBy: readonly OfferingFilter[];
}

export interface OfferingFilter {
  readonly offering: Offering;
  readonly id: string;
}

export const getStock: UtickBehaviour<{ id: string }, StockSheet, FailureOf<'stock-unknown'>> = (
  draft,
  { id },
) => {
  const stock = draft.stocks.get(id);
  return stock ? done(sheetOf(draft, stock)) : refused({ kind: 'stock-unknown', id });
};

export const listStocks: UtickBehaviour<ListStocks, readonly StockSheet[], never> = (
  draft,
  command,
  { settings },
) => {
  const [first, ...others] = command.offeredBy.map(({ offering, id }) => offeringKey(offering, id));
  if (first === undefined) {
    if (settings.stocksWithoutFilter === 'none') return done([]);
    const { offset, limit } = command;
    return done(sheetsOf(draft, draft.stocks.range('byRank', { offset, limit })));
  }
  const stocks = draft.stocks.where('byOffering', first).filter((stock) => {
    const offerings = offeringsOf(stock);
    return others.every((other) => offerings.includes(other));
  });
  return done(sheetsOf(draft, slice(stocks, command)));
};

const sheetsOf = (draft: UtickDraft, stocks: readonly Stock[]): readonly StockSheet[] =>
  stocks.map((stock) => sheetOf(draft, stock));

const sheetOf = (draft: UtickDraft, stock: Stock): StockSheet => ({
  stock,
  capacity: capacityOf(draft, stock.id),
  categories: stock.categories.map((category) => ({
    category,
    capacity: capacityOf(draft, category.capacityId),
  })),
});

function capacityOf(draft: UtickDraft, id: string): Capacity {
  const capacity = draft.capacities.get(id);
  assert(capacity, `${id} has no capacity`);
  return capacity;
}
