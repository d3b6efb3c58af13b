import { assert } from '#kernel/defect.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { S360Draft } from '#mocks/s360/state.ts';
import { areaKey, freePlaces, giveBack, take, type Seat } from './capacity.ts';
import type { FailureOf } from './failure.ts';
import type { Movement } from './order.ts';

/** Takes places out of a quota, or says how many are left. A quota that is not there is empty. */
export function takePlaces(
  draft: S360Draft,
  capacityId: string | undefined,
  places: number,
): Outcome<undefined, FailureOf<'sold-out'>> {
  if (capacityId === undefined || places === 0) return done(undefined);
  const capacity = draft.capacities.get(capacityId);
  const free = capacity ? freePlaces(capacity) : 0;
  if (!capacity || free < places) return refused({ kind: 'sold-out', asked: places, free });
  draft.capacities.put(take(capacity, places));
  return done(undefined);
}

/** Gives the places of movements back to their quota, their seats with them. */
export function freePlacesOf(
  draft: S360Draft,
  capacityId: string | undefined,
  movements: readonly Movement[],
): void {
  for (const { seatId } of movements) if (seatId !== undefined) vacate(draft, seatId);
  if (capacityId === undefined || movements.length === 0) return;
  const capacity = draft.capacities.get(capacityId);
  assert(capacity, `there is no capacity ${capacityId}`);
  draft.capacities.put(giveBack(capacity, movements.length));
}

export function occupy(draft: S360Draft, seat: Seat, movementId: string): void {
  assert(seat.movementId === undefined, `seat ${seat.id} is taken`);
  draft.seats.put({ ...seat, movementId });
}

export function vacate(draft: S360Draft, id: string): void {
  const seat = draft.seats.get(id);
  assert(seat, `there is no seat ${id}`);
  draft.seats.put({ ...seat, movementId: undefined });
}

/** How far to look for seats side by side: a hall sold in holes must not slow a call down. */
const SEATS_LOOKED_AT = 200;

export interface SeatSearch {
  readonly capacityId: string;
  readonly quantity: number;
  /** The first in which all of them fit side by side. */
  readonly preferredAreaIds: readonly string[];
  /** Given to others of the same call already. */
  readonly taken: ReadonlySet<string>;
}

/**
 * Numbered seats for people who come together: side by side in an area they prefer, else side by
 * side anywhere, else the first of an area they prefer, else the first of all.
 */
export function seatsFor(draft: S360Draft, search: SeatSearch): readonly Seat[] {
  const { capacityId, quantity, preferredAreaIds, taken } = search;
  const limit = taken.size + Math.max(quantity, SEATS_LOOKED_AT);
  const isFree = ({ id }: Seat): boolean => !taken.has(id);
  const areas = preferredAreaIds.map((areaId) =>
    draft.seats.where('freeByArea', areaKey(capacityId, areaId), { limit }).filter(isFree),
  );
  const all = draft.seats.where('free', capacityId, { limit }).filter(isFree);
  assert(all.length >= quantity, `${capacityId} has fewer seats than places`);
  for (const seats of [...areas, all]) {
    const together = sideBySide(seats, quantity);
    if (together) return together;
  }
  const enough = areas.find((seats) => seats.length >= quantity) ?? all;
  return enough.slice(0, quantity);
}

function sideBySide(seats: readonly Seat[], quantity: number): readonly Seat[] | undefined {
  let start = 0;
  for (const [at, seat] of seats.entries()) {
    const before = seats[at - 1];
    const follows = before && before.row === seat.row && before.rank + 1 === seat.rank;
    if (!follows) start = at;
    if (at - start + 1 === quantity) return seats.slice(start, at + 1);
  }
  return undefined;
}
