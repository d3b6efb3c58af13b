import { assert } from '#kernel/defect.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { UtickDraft } from '#mocks/utick/state.ts';
import type { UtickBehaviour, UtickEnv } from './behaviour.ts';
import { demandOf, freePlaces, type Demand } from './capacity.ts';
import type { FailureOf } from './failure.ts';
import { categoryOf, priceOf, rebalance, takePlaces } from './holding.ts';
import { openOrder } from './order-behaviours.ts';
import { takesProducts, type Order } from './order.ts';
import { salesOf } from './pricing.ts';
import type { Product } from './product.ts';
import type { PromoCode } from './promo-code.ts';
import { codesFor, validCodes, type Sale } from './promo-uses.ts';
import { sell } from './selling.ts';
import { allowsQuantity, type Offer } from './stock.ts';

export interface ProductRequest {
  readonly stockId: string;
  readonly categoryId: string;
  readonly priceId: string;
  readonly quantity: number;
  /** None: the new order that the whole call shares. */
  readonly orderId: string | undefined;
  readonly forcedAmountMinor: number | undefined;
  /** Ids, not labels; of several the best one wins. */
  readonly promoCodeIds: readonly string[];
}

export interface RequestProducts {
  readonly requests: readonly ProductRequest[];
}

type OfferFailure = FailureOf<'stock-unknown' | 'category-unknown' | 'price-unknown'>;
export type RequestFailure = FailureOf<'order-unknown' | 'order-closed'> | OfferFailure;

interface Wish extends Offer {
  readonly quantity: number;
  readonly request: ProductRequest;
  readonly order: Order | undefined;
  /** Those that serve it, the best one first. */
  readonly codes: readonly PromoCode[];
}

/**
 * Takes places from stocks: all that is asked for, or nothing and an empty list, which is how
 * Utick says that requests cannot be satisfied. The order of checks: unknown orders, unknown
 * offers, closed orders, quantities, capacity, promo codes.
 */
export const requestProducts: UtickBehaviour<
  RequestProducts,
  readonly Product[],
  RequestFailure
> = (draft, { requests }, env) => {
  const found = findOrders(draft, requests);
  if (!found.ok) return found;
  const wishes: Wish[] = [];
  for (const [at, request] of requests.entries()) {
    const offer = findOffer(draft, request);
    if (!offer.ok) return noOffer(offer.failure, env);
    const { stock, category, price } = offer.value;
    const { quantity, promoCodeIds } = request;
    const codes = codesFor(validCodes(draft, promoCodeIds, env), offer.value);
    if (price.isHidden && codes.length === 0) return noOffer(unknownPrice(request), env);
    wishes.push({ stock, category, price, quantity, request, order: found.value[at], codes });
  }
  const closed = wishes.find(({ order }) => order && !takesProducts(order))?.order;
  if (closed) return refused({ kind: 'order-closed', status: closed.status });
  const demand = demandOf(wishes);
  if (!wishes.every(isQuantityAllowed) || !isAvailable(draft, demand)) return done([]);
  const sales = salesOf(draft, wishes, env);
  if (!sales) return done([]);
  takePlaces(draft, demand);
  const products = makeProducts(draft, { wishes, sales }, env);
  for (const { order } of wishes) if (order) rebalance(draft, order, env.settings);
  return done(products);
};

const noOffer = (failure: OfferFailure, { settings }: UtickEnv) =>
  settings.unknownOffer === 'empty' ? done([]) : refused(failure);

const unknownPrice = ({ priceId, categoryId }: ProductRequest): FailureOf<'price-unknown'> => ({
  kind: 'price-unknown',
  id: priceId,
  categoryId,
});

const isQuantityAllowed = ({ price, quantity }: Wish): boolean => allowsQuantity(price, quantity);

function findOrders(
  draft: UtickDraft,
  requests: readonly ProductRequest[],
): Outcome<readonly (Order | undefined)[], FailureOf<'order-unknown'>> {
  const orders: (Order | undefined)[] = [];
  for (const { orderId: id } of requests) {
    const order = id === undefined ? undefined : draft.orders.get(id);
    if (id !== undefined && !order) return refused({ kind: 'order-unknown', id });
    orders.push(order);
  }
  return done(orders);
}

function findOffer(draft: UtickDraft, request: ProductRequest): Outcome<Offer, OfferFailure> {
  const { stockId, categoryId, priceId } = request;
  const stock = draft.stocks.get(stockId);
  if (!stock) return refused({ kind: 'stock-unknown', id: stockId });
  const category = categoryOf(stock, categoryId);
  if (!category) return refused({ kind: 'category-unknown', id: categoryId, stockId });
  const price = priceOf(category, priceId);
  if (!price) return refused(unknownPrice(request));
  return done({ stock, category, price });
}

function isAvailable(draft: UtickDraft, demand: Demand): boolean {
  for (const [id, places] of demand) {
    const capacity = draft.capacities.get(id);
    assert(capacity, `${id} has no capacity`);
    if (freePlaces(capacity) < places) return false;
  }
  return true;
}

interface Selling {
  readonly wishes: readonly Wish[];
  /** Of each wish, what each of its places costs. */
  readonly sales: readonly (readonly Sale[])[];
}

function makeProducts(
  draft: UtickDraft,
  { wishes, sales }: Selling,
  env: UtickEnv,
): readonly Product[] {
  const isNew = wishes.some(({ order }) => order === undefined);
  const created = isNew ? openOrder(draft, env) : undefined;
  const products: Product[] = [];
  for (const [at, { stock, category, price, order }] of wishes.entries()) {
    const orderId = (order ?? created)?.id;
    assert(orderId !== undefined, 'a request without an order opens one');
    const lot = { stock, category, price, orderId, sales: sales[at] ?? [] };
    products.push(...sell(draft, lot, env));
  }
  return products;
}
