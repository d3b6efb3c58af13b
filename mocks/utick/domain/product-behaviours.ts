import { assert } from '#kernel/defect.ts';
import { done, refused } from '#kernel/outcome.ts';
import type { UtickDraft } from '#mocks/utick/state.ts';
import { slice, type ListPage, type UtickBehaviour } from './behaviour.ts';
import type { FailureOf } from './failure.ts';
import { basketOf, productsOf, releaseProducts } from './holding.ts';
import { isClosed, withBalance, type Order } from './order.ts';
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
  const { orderId, mainProductId, contactId } = command;
  if (orderId !== undefined || mainProductId !== undefined) {
    const candidates =
      orderId === undefined
        ? draft.products.where('byMainProduct', mainProductId ?? '')
        : productsOf(draft, orderId);
    return done(slice(candidates.filter(isSoughtBy(draft, command)), command));
  }
  if (contactId !== undefined) return done(productsOfContact(draft, contactId, command));
  const { offset, limit } = command;
  return done(draft.products.range('byTicket', { offset, limit }));
};

const isSoughtBy =
  (draft: UtickDraft, { mainProductId, contactId }: ListProducts) =>
  (product: Product): boolean =>
    (mainProductId === undefined || product.mainProductId === mainProductId) &&
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
    for (const { id } of orders) products.push(...productsOf(draft, id));
    after = orders.at(ORDERS_AT_A_TIME - 1);
  } while (after && products.length < page.offset + page.limit);
  return slice(products, page);
}

export const deleteProduct: UtickBehaviour<{ id: string }, null, FailureOf<'product-unknown'>> = (
  draft,
  { id },
) => {
  const product = draft.products.get(id);
  if (!product) return refused({ kind: 'product-unknown', id });
  const order = draft.orders.get(product.orderId);
  assert(order, `product ${id} is in no order`);
  remove(draft, order, [product]);
  return done(null);
};

export const deleteProducts: UtickBehaviour<
  { orderId: string },
  null,
  FailureOf<'order-unknown' | 'order-closed'>
> = (draft, { orderId }) => {
  const order = draft.orders.get(orderId);
  if (!order) return refused({ kind: 'order-unknown', id: orderId });
  if (isClosed(order)) return refused({ kind: 'order-closed', status: order.status });
  remove(draft, order, productsOf(draft, orderId));
  return done(null);
};

/** Gives the places back. The order stays, even when nothing is left in it. */
function remove(draft: UtickDraft, order: Order, products: readonly Product[]): void {
  releaseProducts(draft, products);
  if (order.declaredPaidMinor === 0) return;
  draft.orders.put(withBalance(order, basketOf(draft, order.id).dueMinor));
}
