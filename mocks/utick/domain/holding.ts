import { assert } from '#kernel/defect.ts';
import { sum } from '#kernel/money.ts';
import type { UtickDraft } from '#mocks/utick/state.ts';
import { demandOf, giveBack, take, type Demand } from './capacity.ts';
import type { Basket } from './order.ts';
import type { Product } from './product.ts';
import type { Category, Offer, Price, Stock } from './stock.ts';

export const productsOf = (draft: UtickDraft, orderId: string): readonly Product[] =>
  draft.products.where('byOrder', orderId);

export function basketOf(draft: UtickDraft, orderId: string): Basket {
  const products = productsOf(draft, orderId);
  return { places: products.length, dueMinor: sum(products.map((one) => one.amountMinor)) };
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

/** Drops products and frees their places; numbered seats can be given out again. */
export function releaseProducts(draft: UtickDraft, products: readonly Product[]): void {
  const claims = products.map((product) => ({ ...offerOf(draft, product), quantity: 1 }));
  for (const [id, places] of demandOf(claims)) {
    const capacity = draft.capacities.get(id);
    assert(capacity, `${id} has no capacity`);
    draft.capacities.put(giveBack(capacity, places));
  }
  for (const product of products) {
    if (product.positionId !== undefined) freePosition(draft, product.positionId);
    draft.products.drop(product.id);
  }
}

function freePosition(draft: UtickDraft, id: string): void {
  const position = draft.positions.get(id);
  assert(position, `there is no position ${id}`);
  draft.positions.put({ ...position, productId: undefined });
}
