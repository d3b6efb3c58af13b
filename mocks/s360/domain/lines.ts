import { assert } from '#kernel/defect.ts';
import { plus } from '#kernel/duration.ts';
import { fromZoned, zoned } from '#kernel/zone.ts';
import type { S360Draft } from '#mocks/s360/state.ts';
import type { S360Env } from './behaviour.ts';
import type { Seat } from './capacity.ts';
import type { Changes } from './changes.ts';
import { nextId, nextNumber } from './numbers.ts';
import type { Offer } from './offers.ts';
import type { Movement, Operation, Order, Sale } from './order.ts';
import { occupy } from './places.ts';
import { movementsOf } from './removing.ts';

/** What becomes an operation; its places are taken already. */
export interface Line {
  readonly order: Order;
  readonly fileId: string;
  readonly offer: Offer;
  readonly quantity: number;
  /** Of numbered places, one for each. */
  readonly seats: readonly Seat[];
  /** Where those who have no seat would like to be. */
  readonly preferredAreaIds: readonly string[];
}

export interface Making {
  readonly draft: S360Draft;
  readonly changes: Changes;
  readonly env: S360Env;
}

/** Adds an operation with a movement for each unit, and one for its charge; answers the order. */
export function addOperation(making: Making, line: Line): Order {
  const { draft, changes } = making;
  const { order, offer, quantity } = line;
  const { product } = offer;
  const vat = product.vatCodeId === undefined ? undefined : draft.vatCodes.get(product.vatCodeId);
  const number = order.lastOperationNumber + 1;
  const operation: Operation = {
    id: nextId(draft, 'operations'),
    orderId: order.id,
    fileId: line.fileId,
    number,
    quantity,
    unitMilli: offer.price.amountMilli,
    vatRate: vat?.rate ?? 0,
    vatCountry: vat?.country ?? '',
    sale: saleOf(offer),
  };
  draft.operations.put(operation);
  changes.operation(operation.id);
  putMovements(making, operation, { firstRank: 0, count: quantity, ...line });
  const extended = { ...order, lastOperationNumber: number };
  return product.chargeId === undefined ? extended : addCharge(making, extended, operation);
}

const saleOf = ({ item, price, contingentId, seatCategory, capacityId }: Offer): Sale => ({
  kind: 'item',
  itemId: item.id,
  audienceSubCategoryId: price.audienceSubCategoryId,
  contingentId,
  seatCategoryId: seatCategory?.id,
  capacityId,
});

/** Charges are an operation of their own, linked to the one they are calculated for. */
function addCharge(making: Making, order: Order, operation: Operation): Order {
  const { draft, changes } = making;
  assert(operation.sale.kind === 'item', 'only what is sold has charges');
  const product = draft.products.get(draft.items.get(operation.sale.itemId)?.productId ?? '');
  const charge = draft.charges.get(product?.chargeId ?? '');
  assert(charge, `operation ${operation.id} has no charge`);
  const number = order.lastOperationNumber + 1;
  const added: Operation = {
    ...operation,
    id: nextId(draft, 'operations'),
    number,
    unitMilli: charge.amountMilli,
    sale: { kind: 'charge', chargeId: charge.id, forOperationId: operation.id },
  };
  draft.operations.put(added);
  changes.operation(added.id);
  putMovements(making, added, { firstRank: 0, count: added.quantity, ...NO_PLACES });
  return { ...order, lastOperationNumber: number };
}

/** What movements need to know besides their operation. */
export type Placed = Pick<Line, 'seats' | 'preferredAreaIds'> & { readonly offer?: Offer };
export const NO_PLACES: Placed = { seats: [], preferredAreaIds: [] };

/** As many as the operation's quantity asks for beyond those that it has. */
export function addMovements(making: Making, operation: Operation, placed: Placed): void {
  const before = movementsOf(making.draft, operation.id);
  const firstRank = (before.at(-1)?.rank ?? -1) + 1;
  const count = operation.quantity - before.length;
  putMovements(making, operation, { firstRank, count, ...placed });
}

interface Added extends Placed {
  readonly firstRank: number;
  readonly count: number;
}

function putMovements(
  { draft, changes, env }: Making,
  operation: Operation,
  { seats, preferredAreaIds, offer, firstRank, count }: Added,
): void {
  const { validFrom, validUntil } = offer ? validityOf(draft, offer, env) : NO_VALIDITY;
  for (let at = 0; at < count; at += 1) {
    const seat = seats[at];
    const movement: Movement = {
      id: nextId(draft, 'movements'),
      orderId: operation.orderId,
      operationId: operation.id,
      rank: firstRank + at,
      instanceNumber: nextNumber(draft, 'instances'),
      areaId: seat?.areaId ?? areaOf(offer, preferredAreaIds),
      seatId: seat?.id,
      validFrom,
      validUntil,
      ticket: undefined,
    };
    draft.movements.put(movement);
    changes.movement(movement.id);
    if (seat) occupy(draft, seat, movement.id);
  }
}

/** A preferred area that the seat category has, else its first one. */
function areaOf(offer: Offer | undefined, preferred: readonly string[]): string | undefined {
  const areaIds = offer?.seatCategory?.areaIds ?? [];
  return preferred.find((areaId) => areaIds.includes(areaId)) ?? areaIds[0];
}

type Validity = Pick<Movement, 'validFrom' | 'validUntil'>;
const NO_VALIDITY: Validity = { validFrom: undefined, validUntil: undefined };

/** From the midnight of the day of sale on; a year less a day for twelve months. */
function validityOf(draft: S360Draft, { product }: Offer, { now }: S360Env): Validity {
  const { validMonths, institutionId } = product;
  const zone = draft.institutions.get(institutionId)?.zone;
  if (validMonths === undefined || zone === undefined) return NO_VALIDITY;
  const validFrom = fromZoned({ ...zoned(now, zone), hour: 0, minute: 0, second: 0 }, zone);
  const validUntil = plus(validFrom, { months: validMonths, days: -1, ms: 0 }, zone);
  return { validFrom, validUntil };
}
