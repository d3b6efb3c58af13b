import { done, refused } from '#kernel/outcome.ts';
import type { UtickDraft } from '#mocks/utick/state.ts';
import { slice, type ListPage, type UtickBehaviour, type UtickEnv } from './behaviour.ts';
import type { FailureOf } from './failure.ts';
import { basketOf, productsOf, releaseProducts } from './holding.ts';
import { changeStatus, type TransitionFailure } from './order-status.ts';
import {
  expiryAfter,
  isClosed,
  isGivenUp,
  isWaiting,
  NEW_ORDER_DETAILS,
  type Order,
  type OrderDetails,
  type SettableStatus,
} from './order.ts';
import { incompletePack } from './pack-products.ts';

export interface ExpireOrder {
  readonly kind: 'expire-order';
  readonly orderId: string;
}

export interface ListOrders extends ListPage {
  readonly contactId: string | undefined;
  readonly email: string | undefined;
}

export interface UpdateOrder {
  readonly orderId: string;
  readonly contactId: string | undefined;
  /** `unlisted`: a status that no client may set. */
  readonly status: SettableStatus | 'unlisted' | undefined;
  readonly details: Partial<OrderDetails>;
}

export type UpdateOrderFailure =
  | FailureOf<'order-unknown' | 'contact-unknown' | 'status-not-settable' | 'order-closed'>
  | FailureOf<'pack-incomplete'>
  | TransitionFailure;

export interface CreateOrder {
  readonly contactId: string | undefined;
  readonly details: Partial<OrderDetails>;
}

export const getOrder: UtickBehaviour<{ id: string }, Order, FailureOf<'order-unknown'>> = (
  draft,
  { id },
) => {
  const order = draft.orders.get(id);
  return order ? done(order) : refused({ kind: 'order-unknown', id });
};

export const listOrders: UtickBehaviour<ListOrders, readonly Order[], never> = (draft, command) => {
  const { contactId, email, offset, limit } = command;
  if (contactId !== undefined) {
    const isSought = email === undefined || draft.contacts.get(contactId)?.email === email;
    return done(isSought ? draft.orders.where('byContact', contactId, { offset, limit }) : []);
  }
  if (email !== undefined) return done(ordersByEmail(draft, email, command));
  return done(draft.orders.range('byNumber', { offset, limit }));
};

/** Several contacts may share an e-mail; their orders are listed as one. */
function ordersByEmail(draft: UtickDraft, email: string, page: ListPage): readonly Order[] {
  const reach = page.offset + page.limit;
  const orders = draft.contacts
    .where('byEmail', email)
    .flatMap(({ id }) => draft.orders.where('byContact', id, { limit: reach }));
  return slice(
    orders.toSorted((a, b) => a.number - b.number),
    page,
  );
}

/** The order of checks: unknown ids, a status that nobody may set, the order's own state. */
export const updateOrder: UtickBehaviour<UpdateOrder, Order, UpdateOrderFailure> = (
  draft,
  command,
  env,
) => {
  const { orderId, contactId, status } = command;
  const order = draft.orders.get(orderId);
  if (!order) return refused({ kind: 'order-unknown', id: orderId });
  if (contactId !== undefined && !draft.contacts.get(contactId)) {
    return refused({ kind: 'contact-unknown', id: contactId });
  }
  if (status === 'unlisted') return refused({ kind: 'status-not-settable' });
  if (isClosed(order)) {
    const isRepeated = status === order.status;
    return isRepeated ? done(order) : refused({ kind: 'order-closed', status: order.status });
  }
  const edited = withEdits(order, command);
  if (status === undefined) return done(saveOrder(draft, order, edited));
  const change = { to: status, basket: basketOf(draft, orderId), now: env.now };
  const changed = changeStatus(edited, change, env.settings);
  if (!changed.ok) return changed;
  const lacking = isSale(order, changed.value) && incompletePack(draft, orderId, env.settings);
  return lacking ? refused(lacking) : done(saveOrder(draft, order, changed.value));
};

/** Leaves the state of a basket for one in which it is bought. */
const isSale = (before: Order, after: Order): boolean =>
  isWaiting(before) && !isWaiting(after) && !isGivenUp(after);

function withEdits(order: Order, { contactId, details }: UpdateOrder): Order {
  const isDetailed = Object.keys(details).length > 0;
  return {
    ...order,
    contactId: contactId ?? order.contactId,
    details: isDetailed ? { ...order.details, ...details } : order.details,
  };
}

/** Keeps the order, with what its new status means for its places and for the agenda. */
export function saveOrder(draft: UtickDraft, before: Order, after: Order): Order {
  draft.orders.put(after);
  if (after.status === before.status) return after;
  if (isWaiting(before)) draft.unschedule(expiryKey(before.id));
  if (isWaiting(after)) scheduleExpiry(draft, after);
  if (isGivenUp(after)) releaseProducts(draft, productsOf(draft, after.id));
  return after;
}

/** An order without products, by a client that fills it afterwards. */
export const createOrder: UtickBehaviour<CreateOrder, Order, FailureOf<'contact-unknown'>> = (
  draft,
  { contactId, details },
  env,
) => {
  if (contactId !== undefined && !draft.contacts.get(contactId)) {
    return refused({ kind: 'contact-unknown', id: contactId });
  }
  const order = openOrder(draft, env);
  const described = { ...order, contactId, details: { ...order.details, ...details } };
  draft.orders.put(described);
  return done(described);
};

export function openOrder(draft: UtickDraft, env: UtickEnv): Order {
  const order: Order = {
    id: env.random.uuid(),
    number: draft.next('orders'),
    status: 'creating',
    createdAt: env.now,
    expiresAt: expiryAfter(env.now, env.settings),
    contactId: undefined,
    declaredPaidMinor: 0,
    details: NEW_ORDER_DETAILS,
  };
  draft.orders.put(order);
  scheduleExpiry(draft, order);
  return order;
}

/** Due at the instant itself: a call at `expires` finds the order abandoned. */
export const expireOrder: UtickBehaviour<ExpireOrder, undefined, never> = (draft, { orderId }) => {
  const order = draft.orders.get(orderId);
  if (order && isWaiting(order)) saveOrder(draft, order, { ...order, status: 'abandoned' });
  return done(undefined);
};

const expiryKey = (orderId: string): string => `expire-order/${orderId}`;

function scheduleExpiry(draft: UtickDraft, { id, expiresAt }: Order): void {
  const command: ExpireOrder = { kind: 'expire-order', orderId: id };
  draft.schedule(expiryKey(id), expiresAt, command);
}
