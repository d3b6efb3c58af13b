import { done, refused, type Outcome } from '#kernel/outcome.ts';
import { seatRowId } from './capacity.ts';
import type { FailureOf } from './failure.ts';
import type { Making } from './lines.ts';
import type { Order } from './order.ts';
import { occupy, vacate } from './places.ts';

/** A seat that somebody chose, in place of the one that was attributed. */
export interface Reseating {
  readonly movementId: string;
  /** Of the hall. */
  readonly physicalSeatId: string;
}

export type ReseatingFailure = FailureOf<'movement-unknown' | 'seat-unknown' | 'seat-taken'>;

export function reseat(
  { draft, changes }: Making,
  order: Order,
  { movementId, physicalSeatId }: Reseating,
): Outcome<undefined, ReseatingFailure> {
  const movement = draft.movements.get(movementId);
  if (movement?.orderId !== order.id) return refused({ kind: 'movement-unknown', id: movementId });
  const sale = draft.operations.get(movement.operationId)?.sale;
  const performanceId =
    sale?.kind === 'item' ? draft.items.get(sale.itemId)?.performanceId : undefined;
  const seat = draft.seats.get(seatRowId(performanceId ?? '', physicalSeatId));
  if (!seat || sale?.kind !== 'item' || seat.capacityId !== sale.capacityId) {
    return refused({ kind: 'seat-unknown', id: physicalSeatId });
  }
  if (seat.movementId === movementId) return done(undefined);
  if (seat.movementId !== undefined) return refused({ kind: 'seat-taken', id: physicalSeatId });
  if (movement.seatId !== undefined) vacate(draft, movement.seatId);
  occupy(draft, seat, movementId);
  draft.movements.put({ ...movement, seatId: seat.id, areaId: seat.areaId });
  changes.movement(movementId);
  return done(undefined);
}
