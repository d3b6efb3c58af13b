import type { Inspection, Invariant } from '#kernel/vendor.ts';
import type { S360Tables } from '#mocks/s360/state.ts';
import { freePlaces } from './capacity.ts';
import type { Order } from './order.ts';
import { moneyInvariants } from './money-invariants.ts';

type S360Invariant = Invariant<S360Tables>;
type S360State = Inspection<S360Tables>;

const isGivenUp = ({ status }: Order): boolean => status === 'abandoned' || status === 'expired';

/** What must always hold, by a sentence; each answers the rows that break it. */
export const invariants: Readonly<Record<string, S360Invariant>> = {
  'places held and sold are those of the movements': (state) => {
    const counted = countedPlaces(state);
    const wrong: string[] = [];
    for (const { id, taken } of state.capacities.rows()) {
      const movements = counted.get(id) ?? 0;
      if (taken !== movements) wrong.push(`${id}: ${taken} taken, ${movements} movements`);
    }
    return wrong;
  },
  'no more places are held and sold than there are': (state) => {
    const wrong: string[] = [];
    for (const capacity of state.capacities.rows()) {
      const free = freePlaces(capacity);
      if (free < 0) wrong.push(`${capacity.id}: ${-free} places too many`);
    }
    return wrong;
  },
  'a numbered seat and its movement know each other': (state) => {
    const wrong: string[] = [];
    for (const { id, movementId } of state.seats.rows()) {
      if (movementId === undefined) continue;
      if (state.movements.get(movementId)?.seatId !== id) wrong.push(`seat ${id}: ${movementId}`);
    }
    for (const { id, seatId, orderId } of state.movements.rows()) {
      const order = state.orders.get(orderId);
      if (seatId === undefined || !order || isGivenUp(order)) continue;
      if (state.seats.get(seatId)?.movementId !== id) wrong.push(`movement ${id}`);
    }
    return wrong;
  },
  'an operation has as many movements as its quantity': (state) => {
    const counted = new Map<string, number>();
    for (const { operationId } of state.movements.rows()) {
      counted.set(operationId, (counted.get(operationId) ?? 0) + 1);
    }
    const wrong: string[] = [];
    for (const { id, quantity } of state.operations.rows()) {
      const movements = counted.get(id) ?? 0;
      if (movements !== quantity)
        wrong.push(`operation ${id}: ${quantity}, ${movements} movements`);
      counted.delete(id);
    }
    for (const id of counted.keys()) wrong.push(`movements of no operation ${id}`);
    return wrong;
  },
  'every operation belongs to an order and to one of its files': (state) => {
    const wrong: string[] = [];
    for (const { id, orderId, fileId } of state.operations.rows()) {
      const order = state.orders.get(orderId);
      if (!order?.fileIds.includes(fileId)) wrong.push(`operation ${id}: ${orderId}, ${fileId}`);
      if (!state.files.get(fileId)) wrong.push(`operation ${id}: no file ${fileId}`);
    }
    return wrong;
  },
  'a charge is linked to an operation of its order': (state) => {
    const wrong: string[] = [];
    for (const { id, orderId, sale } of state.operations.rows()) {
      if (sale.kind !== 'charge') continue;
      const linked = state.operations.get(sale.forOperationId);
      if (linked?.orderId !== orderId) wrong.push(`operation ${id}: ${sale.forOperationId}`);
    }
    return wrong;
  },
  'what is sold has tickets, and nothing else has': (state) => {
    const wrong: string[] = [];
    for (const { id, orderId, operationId, ticket } of state.movements.rows()) {
      const isSold = state.orders.get(orderId)?.status === 'closed';
      const isItem = state.operations.get(operationId)?.sale.kind === 'item';
      if ((ticket !== undefined) !== (isSold && isItem)) wrong.push(`movement ${id}`);
    }
    return wrong;
  },
  'no two tickets share a number or a bar code': (state) => {
    const seen = new Set<string>();
    const wrong: string[] = [];
    for (const { id, ticket } of state.movements.rows()) {
      for (const mark of [ticket?.taxNumber, ticket?.barCode]) {
        if (mark === undefined) continue;
        if (seen.has(mark)) wrong.push(`movement ${id}: ${mark}`);
        seen.add(mark);
      }
    }
    return wrong;
  },
  'no order is open past its time': (state, now) => {
    const wrong: string[] = [];
    for (const { id, status, expiresAt } of state.orders.rows()) {
      const isOpen = status === 'open' || status === 'validated';
      if (isOpen && expiresAt !== undefined && expiresAt < now) wrong.push(`order ${id}`);
    }
    return wrong;
  },
  ...moneyInvariants,
};

function countedPlaces(state: S360State): ReadonlyMap<string, number> {
  const counted = new Map<string, number>();
  for (const { orderId, operationId } of state.movements.rows()) {
    const order = state.orders.get(orderId);
    const sale = state.operations.get(operationId)?.sale;
    const capacityId = sale?.kind === 'item' ? sale.capacityId : undefined;
    if (!order || isGivenUp(order) || capacityId === undefined) continue;
    counted.set(capacityId, (counted.get(capacityId) ?? 0) + 1);
  }
  return counted;
}
