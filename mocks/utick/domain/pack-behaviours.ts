import { assert } from '#kernel/defect.ts';
import { done, refused } from '#kernel/outcome.ts';
import type { UtickDraft } from '#mocks/utick/state.ts';
import type { ListPage, UtickBehaviour } from './behaviour.ts';
import type { FailureOf } from './failure.ts';
import { setsWith, type Pack, type PackSet } from './pack.ts';
import { sheetOf, type StockSheet } from './stock-behaviours.ts';

export interface GetPackDetails {
  readonly id: string;
  /** Keeps the sets that hold it. */
  readonly stockId: string | undefined;
}

/** A pack with the stocks of its sets. */
export interface PackSheet {
  readonly pack: Pack;
  readonly sets: readonly PackSetSheet[];
}

export interface PackSetSheet {
  readonly set: PackSet;
  readonly stocks: readonly StockSheet[];
}

/** An unpublished pack is as good as unknown. */
export const getPack: UtickBehaviour<{ id: string }, Pack, FailureOf<'pack-unknown'>> = (
  draft,
  { id },
) => {
  const pack = draft.packs.get(id);
  return pack?.isPublished ? done(pack) : refused({ kind: 'pack-unknown', id });
};

export const listPacks: UtickBehaviour<ListPage, readonly Pack[], never> = (
  draft,
  { offset, limit },
) => done(draft.packs.range('published', { offset, limit }));

export const getPackDetails: UtickBehaviour<
  GetPackDetails,
  PackSheet,
  FailureOf<'pack-unknown'>
> = (draft, { id, stockId }, env) => {
  const found = getPack(draft, { id }, env);
  if (!found.ok) return found;
  const pack = found.value;
  const sets = stockId === undefined ? pack.sets : setsWith(pack, stockId);
  return done({ pack, sets: sets.map((set) => ({ set, stocks: stocksOf(draft, set) })) });
};

/** Priced as in the pack. */
const stocksOf = (draft: UtickDraft, { stocks }: PackSet): readonly StockSheet[] =>
  stocks.map(({ stockId, amounts }) => {
    const stock = draft.stocks.get(stockId);
    assert(stock, `there is no stock ${stockId}`);
    return withAmounts(sheetOf(draft, stock, []), amounts);
  });

function withAmounts(sheet: StockSheet, amounts: Readonly<Record<string, number>>): StockSheet {
  const categories = sheet.categories.map((category) => ({
    ...category,
    prices: category.prices.map((one) => ({
      ...one,
      amountMinor: amounts[one.price.id] ?? one.amountMinor,
    })),
  }));
  return { ...sheet, categories };
}
