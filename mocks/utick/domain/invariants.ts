import type { Inspection, Invariant } from '#kernel/vendor.ts';
import type { UtickTables } from '#mocks/utick/state.ts';
import { freePlaces } from './capacity.ts';
import { moneyInvariants } from './money-invariants.ts';
import { offerInvariants } from './offer-invariants.ts';
import { isGivenUp } from './order.ts';
import { categoryCapacityId } from './stock.ts';

type UtickInvariant = Invariant<UtickTables>;
type UtickState = Inspection<UtickTables>;

/** What must always hold, by a sentence; each answers the rows that break it. */
export const invariants: Readonly<Record<string, UtickInvariant>> = {
  'places sold and held are those of the products': (state) => {
    const counted = countedPlaces(state);
    const wrong: string[] = [];
    for (const { id, taken } of state.capacities.rows()) {
      const products = counted.get(id) ?? 0;
      if (taken !== products) wrong.push(`${id}: ${taken} taken, ${products} products`);
    }
    return wrong;
  },
  'no more places are sold and held than there are': (state) => {
    const wrong: string[] = [];
    for (const capacity of state.capacities.rows()) {
      const free = freePlaces(capacity);
      if (free < 0) wrong.push(`${capacity.id}: ${-free} places too many`);
    }
    return wrong;
  },
  'every product belongs to an order that is not given up': (state) => {
    const wrong: string[] = [];
    for (const { id, orderId } of state.products.rows()) {
      const order = state.orders.get(orderId);
      if (!order) wrong.push(`product ${id}: no order ${orderId}`);
      else if (isGivenUp(order)) wrong.push(`product ${id}: order ${orderId} is ${order.status}`);
    }
    return wrong;
  },
  'a numbered seat and its product know each other': (state) => {
    const wrong: string[] = [];
    for (const { id, productId } of state.positions.rows()) {
      if (productId === undefined) continue;
      if (state.products.get(productId)?.positionId !== id) wrong.push(`seat ${id}: ${productId}`);
    }
    for (const { id, positionId } of state.products.rows()) {
      if (positionId === undefined) continue;
      if (state.positions.get(positionId)?.productId !== id) wrong.push(`product ${id}`);
    }
    return wrong;
  },
  ...moneyInvariants,
  ...offerInvariants,
};

function countedPlaces(state: UtickState): ReadonlyMap<string, number> {
  const counted = new Map<string, number>();
  for (const { stockId, categoryId } of state.products.rows()) {
    for (const id of [stockId, categoryCapacityId(stockId, categoryId)]) {
      counted.set(id, (counted.get(id) ?? 0) + 1);
    }
  }
  return counted;
}
