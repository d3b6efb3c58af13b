import { assert } from '#kernel/defect.ts';
import { done, refused } from '#kernel/outcome.ts';
import { offeringKey, offeringsOf, type Offering, type UtickDraft } from '#mocks/utick/state.ts';
import { slice, type ListPage, type UtickBehaviour, type UtickEnv } from './behaviour.ts';
import { freePlaces, type Capacity } from './capacity.ts';
import type { FailureOf } from './failure.ts';
import { amountWith, freeUses, type PromoCode } from './promo-code.ts';
import { codesFor, validCodes } from './promo-uses.ts';
import type { Category, Offer, Price, Stock } from './stock.ts';

/** A stock with what is left of it. */
export interface StockSheet {
  readonly stock: Stock;
  readonly capacity: Capacity;
  readonly categories: readonly CategorySheet[];
}

export interface CategorySheet {
  readonly category: Category;
  readonly capacity: Capacity;
  readonly prices: readonly PriceSheet[];
}

/** A price as it is now, for somebody with some promo codes. */
export interface PriceSheet {
  readonly price: Price;
  readonly amountMinor: number;
  /** What makes it cheaper than it is. */
  readonly code: PromoCode | undefined;
}

export interface GetStock {
  readonly id: string;
  readonly promoCodeIds: readonly string[];
}

export interface ListStocks extends ListPage {
  readonly promoCodeIds: readonly string[];
  /** All of them must fit. */
  readonly offeredBy: readonly OfferingFilter[];
}

export interface OfferingFilter {
  readonly offering: Offering;
  readonly id: string;
}

export const getStock: UtickBehaviour<GetStock, StockSheet, FailureOf<'stock-unknown'>> = (
  draft,
  { id, promoCodeIds },
  env,
) => {
  const stock = draft.stocks.get(id);
  if (!stock) return refused({ kind: 'stock-unknown', id });
  return done(sheetOf(draft, stock, usableCodes(draft, promoCodeIds, env)));
};

export const listStocks: UtickBehaviour<ListStocks, readonly StockSheet[], never> = (
  draft,
  command,
  env,
) => {
  const codes = usableCodes(draft, command.promoCodeIds, env);
  const [first, ...others] = command.offeredBy.map(({ offering, id }) => offeringKey(offering, id));
  if (first === undefined) {
    if (env.settings.stocksWithoutFilter === 'none') return done([]);
    const { offset, limit } = command;
    return done(sheetsOf(draft, draft.stocks.range('byRank', { offset, limit }), codes));
  }
  const stocks = draft.stocks.where('byOffering', first).filter((stock) => {
    const offerings = offeringsOf(stock);
    return others.every((other) => offerings.includes(other));
  });
  return done(sheetsOf(draft, slice(stocks, command), codes));
};

/** Other stocks with free places: first those of the same attraction, then any that are dated. */
export const suggestStocks: UtickBehaviour<
  { id: string },
  readonly StockSheet[],
  FailureOf<'stock-unknown'>
> = (draft, { id }, { settings }) => {
  const stock = draft.stocks.get(id);
  if (!stock) return refused({ kind: 'stock-unknown', id });
  const near = stocksOfAttraction(draft, stock);
  const all = draft.stocks.range('byRank', { limit: STOCKS_LOOKED_AT });
  const others = [...new Set([...near, ...all])].filter(
    (other) =>
      other.id !== id && other.eventId !== undefined && freePlaces(capacityOf(draft, other.id)) > 0,
  );
  return done(sheetsOf(draft, others.slice(0, settings.suggestedStocks), []));
};

/** Suggestions are a courtesy: a house with thousands of stocks is not searched for them. */
const STOCKS_LOOKED_AT = 200;

function stocksOfAttraction(draft: UtickDraft, { eventId }: Stock): readonly Stock[] {
  const event = eventId === undefined ? undefined : draft.events.get(eventId);
  if (!event) return [];
  return draft.events
    .where('byAttraction', event.attractionId, { limit: STOCKS_LOOKED_AT })
    .flatMap(({ id }) => draft.stocks.where('byOffering', offeringKey('event', id)));
}

function usableCodes(
  draft: UtickDraft,
  ids: readonly string[],
  env: UtickEnv,
): readonly PromoCode[] {
  return validCodes(draft, ids, env).filter((code) => freeUses(code, env.settings) > 0);
}

const sheetsOf = (
  draft: UtickDraft,
  stocks: readonly Stock[],
  codes: readonly PromoCode[],
): readonly StockSheet[] => stocks.map((stock) => sheetOf(draft, stock, codes));

export const sheetOf = (
  draft: UtickDraft,
  stock: Stock,
  codes: readonly PromoCode[],
): StockSheet => ({
  stock,
  capacity: capacityOf(draft, stock.id),
  categories: stock.categories.map((category) => ({
    category,
    capacity: capacityOf(draft, category.capacityId),
    prices: category.prices.flatMap((price) => priceSheets({ stock, category, price }, codes)),
  })),
});

/** None of a hidden price that no code reveals. */
function priceSheets(offer: Offer, codes: readonly PromoCode[]): readonly PriceSheet[] {
  const { price } = offer;
  const [best] = codesFor(codes, offer);
  if (price.isHidden && !best) return [];
  if (!best || price.isHidden) return [{ price, amountMinor: price.amountMinor, code: undefined }];
  return [{ price, amountMinor: amountWith(best, price.amountMinor), code: best }];
}

function capacityOf(draft: UtickDraft, id: string): Capacity {
  const capacity = draft.capacities.get(id);
  assert(capacity, `${id} has no capacity`);
  return capacity;
}
