import { assert } from '#kernel/defect.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { UtickSettings } from '#mocks/utick/settings.ts';
import type { UtickDraft } from '#mocks/utick/state.ts';
import { slice, type ListPage, type UtickBehaviour } from './behaviour.ts';
import type { FailureOf } from './failure.ts';
import { productsOf, rebalance, releaseProducts } from './holding.ts';
import { isClosed, type Order } from './order.ts';
import { leavePacks } from './pack-products.ts';
import type { Product } from './product.ts';

export interface ListProducts extends ListPage {
  readonly orderId: string | undefined;
  readonly mainProductId: string | undefined;
  readonly contactId: string | undefined;
}

export const getProduct: UtickBehaviour<{ id: string }, Product, FailureOf<'product-unknown'>> = (
  draft,
  { id },
) => {
  const product = draft.products.get(id);
  return product ? done(product) : refused({ kind: 'product-unknown', id });
};

/** Walks the narrowest index that was asked for; what else was asked for only filters it. */
export const listProducts: UtickBehaviour<ListProducts, readonly Product[], never> = (
  draft,
  command,
) => {
  const { orderId, mainProductId, contactId, offset, limit } = command;
  if (orderId !== undefined && mainProductId === undefined) {
    const isSought = contactId === undefined || draft.orders.get(orderId)?.contactId === contactId;
    return done(isSought ? draft.products.where('byOrder', orderId, { offset, limit }) : []);
  }
  if (mainProductId !== undefined) {
    const attached = draft.products.where('byMainProduct', mainProductId);
    return done(slice(attached.filter(isSoughtBy(draft, command)), command));
  }
  if (contactId !== undefined) return done(productsOfContact(draft, contactId, command));
  return done(draft.products.range('byTicket', { offset, limit }));
};

const isSoughtBy =
  (draft: UtickDraft, { orderId, contactId }: ListProducts) =>
  (product: Product): boolean =>
    (orderId === undefined || product.orderId === orderId) &&
    (contactId === undefined || draft.orders.get(product.orderId)?.contactId === contactId);

const ORDERS_AT_A_TIME = 50;

function productsOfContact(
  draft: UtickDraft,
  contactId: string,
  page: ListPage,
): readonly Product[] {
  const products: Product[] = [];
  let after: Order | undefined;
  do {
    const from = after ? { after } : {};
    const orders = draft.orders.where('byContact', contactId, { ...from, limit: ORDERS_AT_A_TIME });
    for (const { id } of orders) for (const one of productsOf(draft, id)) products.push(one);
    after = orders.at(ORDERS_AT_A_TIME - 1);
  } while (after && products.length < page.offset + page.limit);
  return slice(products, page);
}

export const deleteProduct: UtickBehaviour<
  { id: string },
  null,
  FailureOf<'product-unknown' | 'order-closed'>
> = (draft, { id }, { settings }) => {
  const product = draft.products.get(id);
  if (!product) return refused({ kind: 'product-unknown', id });
  const order = draft.orders.get(product.orderId);
  assert(order, `product ${id} is in no order`);
  if (isClosed(order)) return refused({ kind: 'order-closed', status: order.status });
  releaseProducts(draft, leavePacks(draft, [product], settings));
  rebalance(draft, order, settings);
  return done(null);
};

type EmptyingFailure = FailureOf<'order-unknown' | 'order-closed'>;

/** All products of an order go, and their places are free. The order stays, with nothing in it. */
function emptyOrder(
  draft: UtickDraft,
  orderId: string,
  settings: UtickSettings,
): Outcome<Order, EmptyingFailure> {
  const order = draft.orders.get(orderId);
  if (!order) return refused({ kind: 'order-unknown', id: orderId });
  if (isClosed(order)) return refused({ kind: 'order-closed', status: order.status });
  releaseProducts(draft, productsOf(draft, orderId));
  return done(rebalance(draft, order, settings));
}

export const deleteProducts: UtickBehaviour<{ orderId: string }, null, EmptyingFailure> = (
  draft,
  { orderId },
  { settings },
) => {
  const emptied = emptyOrder(draft, orderId, settings);
  return emptied.ok ? done(null) : emptied;
};

export const clearOrder: UtickBehaviour<{ id: string }, Order, EmptyingFailure> = (
  draft,
  { id },
  { settings },
) => emptyOrder(draft, id, settings);
