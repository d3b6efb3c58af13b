import { assert } from '#kernel/defect.ts';
import type { Row } from '#kernel/table-spec.ts';

/**
 * Places of a stock, or of a category in a stock. Both are counted, since a stock's places are not
 * the sum of its categories': the seed shows 279/56 against 223/32.
 */
export interface Capacity extends Row {
  readonly total: number;
  /** Sold outside of the orders here: at a desk, in another shop. */
  readonly elsewhere: number;
  /** Held or sold by the orders here. */
  readonly taken: number;
}

/** A numbered seat; the server gives them out by rank. */
export interface Position extends Row {
  readonly capacityId: string;
  readonly rank: number;
  /** Seats of one row whose ranks follow one another are neighbours. */
  readonly row: string;
  readonly label: string;
  readonly productId: string | undefined;
  /** By the client, not by the server. */
  readonly isChosen: boolean;
}

export const freePlaces = ({ total, elsewhere, taken }: Capacity): number =>
  total - elsewhere - taken;

export function take(capacity: Capacity, places: number): Capacity {
  assert(places <= freePlaces(capacity), () => `${capacity.id} is oversold by ${places}`);
  return { ...capacity, taken: capacity.taken + places };
}

export function giveBack(capacity: Capacity, places: number): Capacity {
  assert(places <= capacity.taken, () => `${capacity.id} gets back ${places} of ${capacity.taken}`);
  return { ...capacity, taken: capacity.taken - places };
}

/** How many places each capacity has to give. */
export type Demand = ReadonlyMap<string, number>;

export interface Claim {
  readonly stock: { readonly id: string };
  readonly category: { readonly capacityId: string };
  readonly quantity: number;
}

/** Each place counts in its stock and in its category. */
export function demandOf(claims: readonly Claim[]): Demand {
  const demand = new Map<string, number>();
  for (const { stock, category, quantity } of claims) {
    demand.set(stock.id, (demand.get(stock.id) ?? 0) + quantity);
    demand.set(category.capacityId, (demand.get(category.capacityId) ?? 0) + quantity);
  }
  return demand;
}
