import type { Row } from '#kernel/table-spec.ts';
import type { UtickSettings } from '#mocks/utick/settings.ts';
import type { Offer, ProductType } from './stock.ts';

export type PackType = 'standard' | 'shopping' | 'passport' | 'card';

/** Several places sold together: the pack is a product, its places are attached to it. */
export interface Pack extends Row {
  /** Place in lists. */
  readonly rank: number;
  readonly label: string;
  readonly description: string;
  readonly type: PackType;
  readonly isPublished: boolean;
  readonly items: ItemBounds;
  readonly mainPackId: string | undefined;
  readonly imageUrl: string;
  readonly sets: readonly PackSet[];
}

/** How many products belong into it; a most of 0 is no limit. */
export interface ItemBounds {
  readonly least: number;
  readonly most: number;
}

/** Stocks to choose from. */
export interface PackSet {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly items: ItemBounds;
  readonly stocks: readonly PackStock[];
}

export interface PackStock {
  readonly stockId: string;
  /** What a place costs in the pack, by the id of its price; others cost what they cost alone. */
  readonly amounts: Readonly<Record<string, number>>;
}

export const isPackType = (type: ProductType): boolean =>
  type === 'pack' || type === 'subscription';

export const hasRoom = ({ most }: ItemBounds, attached: number): boolean =>
  most === 0 || attached < most;

/** Whether something of a stock belongs into a set. */
export const holds = ({ stocks }: PackSet, { stockId }: Pick<PackStock, 'stockId'>): boolean =>
  stocks.some((stock) => stock.stockId === stockId);

export const setsWith = (pack: Pack, stockId: string): readonly PackSet[] =>
  pack.sets.filter((set) => holds(set, { stockId }));

/** What a place costs in a pack; undefined: what it costs alone. */
export function amountInPack(
  pack: Pack | undefined,
  { stock, price }: Offer,
  { packSeatPrice }: UtickSettings,
): number | undefined {
  if (packSeatPrice === 'zero') return 0;
  const stocks = pack?.sets.flatMap((set) => set.stocks) ?? [];
  const listed = stocks.find(
    ({ stockId, amounts }) => stockId === stock.id && Object.hasOwn(amounts, price.id),
  );
  return listed?.amounts[price.id];
}
