import { assert } from '#kernel/defect.ts';
import type { Row } from '#kernel/table-spec.ts';

/** Places of a contingent: of a seat category of a performance, or units of an item. */
export interface Capacity extends Row {
  readonly total: number;
  /** Sold outside of the orders here: at a desk, by another channel. */
  readonly elsewhere: number;
  /** Held or sold by the orders here. */
  readonly taken: number;
}

export const placesId = (
  performanceId: string,
  seatCategoryId: string,
  contingentId: string,
): string => `${performanceId}/${seatCategoryId}/${contingentId}`;

/** An item without such a row is never sold out. */
export const unitsId = (itemId: string, contingentId: string): string =>
  `${itemId}/${contingentId}`;

/** Seats of one area within a capacity. */
export const areaKey = (capacityId: string, areaId: string): string => `${capacityId} ${areaId}`;

/** A numbered seat at one performance; the server gives them out by rank. */
export interface Seat extends Row {
  /** Of the hall: the same at every performance. */
  readonly physicalId: string;
  readonly capacityId: string;
  readonly areaId: string;
  readonly rank: number;
  /** Seats of one row whose ranks follow one another are neighbours. */
  readonly row: string;
  readonly label: string;
  readonly movementId: string | undefined;
}

export const seatRowId = (performanceId: string, physicalId: string): string =>
  `${performanceId}/${physicalId}`;

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
