import { assert } from '#kernel/defect.ts';
import type { UtickSettings } from '#mocks/utick/settings.ts';
import type { UtickDraft } from '#mocks/utick/state.ts';
import type { Position } from './capacity.ts';

/** How far to look for seats side by side: a hall sold in holes must not slow a request down. */
const SEATS_LOOKED_AT = 200;

/** Numbered seats for one request: the first that are side by side, else the first of the plan. */
export function seatsFor(
  draft: UtickDraft,
  { capacityId, quantity }: { readonly capacityId: string; readonly quantity: number },
  { seatChoice }: UtickSettings,
): readonly Position[] {
  const first = draft.positions.where('free', capacityId, { limit: quantity });
  assert(first.length === quantity, `${capacityId} has fewer seats than places`);
  if (seatChoice === 'plan-order' || isSideBySide(first)) return first;
  const near = draft.positions.where('free', capacityId, { limit: SEATS_LOOKED_AT });
  const starts = near.slice(0, Math.max(0, near.length - quantity + 1));
  const start = starts.findIndex((_, at) => isSideBySide(near.slice(at, at + quantity)));
  return start < 0 ? first : near.slice(start, start + quantity);
}

const isSideBySide = (seats: readonly Position[]): boolean =>
  seats.every(({ row, rank }, at) => row === seats[0]?.row && rank === (seats[0]?.rank ?? 0) + at);

/** Ties a free seat to the product that it is sold with. */
export function occupy(draft: UtickDraft, seat: Position, productId: string): void {
  assert(seat.productId === undefined, `seat ${seat.id} is taken`);
  draft.positions.put({ ...seat, productId });
}

export function vacate(draft: UtickDraft, id: string): void {
  const seat = draft.positions.get(id);
  assert(seat, `there is no seat ${id}`);
  draft.positions.put({ ...seat, productId: undefined, isChosen: false });
}
