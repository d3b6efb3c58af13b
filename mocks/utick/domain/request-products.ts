import { assert } from '#kernel/defect.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { UtickDraft } from '#mocks/utick/state.ts';
import type { UtickBehaviour, UtickEnv } from './behaviour.ts';
import { demandOf, freePlaces, type Demand, type Position } from './capacity.ts';
import type { FailureOf } from './failure.ts';
import { categoryOf, priceOf, rebalance, takePlaces } from './holding.ts';
import { openOrder } from './order-behaviours.ts';
import { takesProducts, type Order } from './order.ts';
import { TICKET_NUMBERS_FROM, type Product } from './product.ts';
import { allowsQuantity, type Offer } from './stock.ts';

export interface ProductRequest {
  readonly stockId: string;
  readonly categoryId: string;
  readonly priceId: string;
  readonly quantity: number;
  /** None: the new order that the whole call shares. */
  readonly orderId: string | undefined;
  readonly forcedAmountMinor: number | undefined;
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
}

/**
 * Takes places from stocks: all that is asked for, or nothing and an empty list, which is how
 * Utick says that requests cannot be satisfied. The order of checks: unknown orders, unknown
 * offers, closed orders, quantities, capacity.
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
    if (!offer.ok) return env.settings.unknownOffer === 'empty' ? done([]) : offer;
    const { stock, category, price } = offer.value;
    const { quantity } = request;
    wishes.push({ stock, category, price, quantity, request, order: found.value[at] });
  }
  const closed = wishes.find(({ order }) => order && !takesProducts(order))?.order;
  if (closed) return refused({ kind: 'order-closed', status: closed.status });
  const demand = demandOf(wishes);
  if (!wishes.every(isQuantityAllowed) || !isAvailable(draft, demand)) return done([]);
  takePlaces(draft, demand);
  const products = makeProducts(draft, wishes, env);
  for (const { order } of wishes) if (order) rebalance(draft, order, env.settings);
  return done(products);
};

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
  if (!price) return refused({ kind: 'price-unknown', id: priceId, categoryId });
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

function makeProducts(
  draft: UtickDraft,
  wishes: readonly Wish[],
  env: UtickEnv,
): readonly Product[] {
  const isNew = wishes.some(({ order }) => order === undefined);
  const created = isNew ? openOrder(draft, env) : undefined;
  const products: Product[] = [];
  for (const wish of wishes) {
    const orderId = (wish.order ?? created)?.id;
    assert(orderId !== undefined, 'a request without an order opens one');
    const amountMinor = amountOf(wish, env);
    const positions = positionsFor(draft, wish);
    for (let place = 0; place < wish.quantity; place += 1) {
      const product: Product = {
        id: env.random.hex(32),
        orderId,
        stockId: wish.stock.id,
        categoryId: wish.category.id,
        priceId: wish.price.id,
        amountMinor,
        ticketNumber: TICKET_NUMBERS_FROM + draft.next('tickets'),
        positionId: positions[place]?.id,
        mainProductId: undefined,
        promoCodeId: undefined,
      };
      draft.products.put(product);
      const position = positions[place];
      if (position) draft.positions.put({ ...position, productId: product.id });
      products.push(product);
    }
  }
  return products;
}

function amountOf({ request, price }: Wish, { settings }: UtickEnv): number {
  if (request.forcedAmountMinor === undefined) return price.amountMinor;
  return settings.forcedPrice === 'honoured' ? request.forcedAmountMinor : price.amountMinor;
}

/** Numbered seats are given out in the order of the plan. */
function positionsFor(draft: UtickDraft, { stock, category, quantity }: Wish): readonly Position[] {
  if (stock.productType !== 'numbered-seat') return [];
  const positions = draft.positions.where('free', category.capacityId, { limit: quantity });
  assert(positions.length === quantity, `${category.capacityId} has fewer seats than places`);
  return positions;
}
