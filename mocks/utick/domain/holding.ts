import { assert } from '#kernel/defect.ts';
import { sum } from '#kernel/money.ts';
import type { UtickSettings } from '#mocks/utick/settings.ts';
import type { UtickDraft } from '#mocks/utick/state.ts';
import { demandOf, giveBack, take, type Demand } from './capacity.ts';
import { afterProducts } from './order-money.ts';
import { isWaiting, type Basket, type Order } from './order.ts';
import { ledgerOf, type Payment } from './payment.ts';
import type { Product } from './product.ts';
import { giveBackUses } from './promo-uses.ts';
import { vacate } from './seats.ts';
import type { Category, Offer, Price, Stock } from './stock.ts';

export const productsOf = (draft: UtickDraft, orderId: string): readonly Product[] =>
  draft.products.where('byOrder', orderId);

export const paymentsOf = (draft: UtickDraft, orderId: string): readonly Payment[] =>
  draft.payments.where('byOrder', orderId);

export function basketOf(draft: UtickDraft, orderId: string): Basket {
  const products = productsOf(draft, orderId);
  const { paidMinor, isAwaited } = ledgerOf(paymentsOf(draft, orderId));
  const dueMinor = sum(products.map((one) => one.amountMinor));
  return { places: products.length, dueMinor, paidMinor, isAwaited };
}

/** Products came or went, or cost something else now: what was paid may be too much or too little. */
export function rebalance(draft: UtickDraft, order: Order, settings: UtickSettings): Order {
  if (isWaiting(order)) return order;
  const balanced = afterProducts(order, basketOf(draft, order.id), settings);
  if (balanced !== order) draft.orders.put(balanced);
  return balanced;
}

/** What a product was sold as. */
export function offerOf(draft: UtickDraft, product: Product): Offer {
  const stock = draft.stocks.get(product.stockId);
  assert(stock, `product ${product.id} is of no stock`);
  const category = categoryOf(stock, product.categoryId);
  const price = category && priceOf(category, product.priceId);
  assert(category && price, `product ${product.id} has no price in its stock`);
  return { stock, category, price };
}

export const categoryOf = (stock: Stock, id: string): Category | undefined =>
  stock.categories.find((category) => category.id === id);

export const priceOf = (category: Category, id: string): Price | undefined =>
  category.prices.find((price) => price.id === id);

export function takePlaces(draft: UtickDraft, demand: Demand): void {
  for (const [id, places] of demand) {
    const capacity = draft.capacities.get(id);
    assert(capacity, `${id} has no capacity`);
    draft.capacities.put(take(capacity, places));
  }
}

/** Drops products and frees their places, their seats and their uses of promo codes. */
export function releaseProducts(draft: UtickDraft, products: readonly Product[]): void {
  const claims = products.map((product) => ({ quantity: 1, ...offerOf(draft, product) }));
  for (const [id, places] of demandOf(claims)) {
    const capacity = draft.capacities.get(id);
    assert(capacity, `${id} has no capacity`);
    draft.capacities.put(giveBack(capacity, places));
  }
  for (const product of products) {
    if (product.positionId !== undefined) vacate(draft, product.positionId);
    draft.products.drop(product.id);
  }
  giveBackUses(draft, products);
}
