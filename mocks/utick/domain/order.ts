import { MINUTE_MS, type Instant } from '#kernel/instant.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { Row } from '#kernel/table-spec.ts';
import type { UtickSettings } from '#mocks/utick/settings.ts';
import type { FailureOf } from './failure.ts';

export type OrderStatus =
  | 'abandoned'
  | 'cancelled'
  | 'creating'
  | 'confirmed'
  | 'to-pay'
  | 'partially-paid'
  | 'paid'
  | 'overpaid'
  | 'to-deliver'
  | 'to-print'
  | 'completed'
  | 'archived';

/** What a client may ask for: the seed prints this shorter list under “Confirm an order”. */
export const settableStatuses = [
  'creating',
  'confirmed',
  'paid',
  'completed',
  'cancelled',
] as const;
export type SettableStatus = (typeof settableStatuses)[number];

export interface Order extends Row {
  /** Behind `ORD` in its label. */
  readonly number: number;
  readonly status: OrderStatus;
  readonly createdAt: Instant;
  /** When it is abandoned if not confirmed; kept afterwards. */
  readonly expiresAt: Instant;
  readonly contactId: string | undefined;
  /** What was due when a client declared it paid elsewhere. */
  readonly declaredPaidMinor: number;
  /** Most orders share one value of it: a million orders pay for it once. */
  readonly details: OrderDetails;
}

export interface OrderDetails {
  readonly name: string;
  readonly language: string;
  readonly country: string;
  readonly postalCode: string;
  readonly automaticCancel: boolean;
  readonly notes: string;
  readonly metadata: Readonly<Record<string, unknown>>;
}

export const NEW_ORDER_DETAILS: OrderDetails = {
  name: '',
  language: 'fr',
  country: '',
  postalCode: '',
  automaticCancel: false,
  notes: '',
  metadata: {},
};

/** What an order holds at the moment of a decision. */
export interface Basket {
  readonly places: number;
  readonly dueMinor: number;
}

export interface StatusChange {
  readonly to: SettableStatus;
  readonly basket: Basket;
  readonly now: Instant;
}

export type TransitionFailure = FailureOf<
  'order-closed' | 'transition-forbidden' | 'contact-required' | 'order-empty'
>;
type Transition = Outcome<Order, TransitionFailure>;

/** Nothing brings such an order back. */
export const isClosed = ({ status }: Order): boolean =>
  status === 'abandoned' || status === 'cancelled' || status === 'archived';

export const isWaiting = ({ status }: Order): boolean => status === 'creating';

/** What was handed over is not added to. */
export const takesProducts = (order: Order): boolean =>
  !isClosed(order) && order.status !== 'completed';

const isShipped = ({ status }: Order): boolean =>
  status === 'to-deliver' || status === 'to-print' || status === 'completed';

export const expiryAfter = (now: Instant, { orderTtlMinutes }: UtickSettings): Instant =>
  now + orderTtlMinutes * MINUTE_MS;

/** A client's wish for another status; the table of docs/vendors/utick.md, as a function. */
export function changeStatus(
  order: Order,
  change: StatusChange,
  settings: UtickSettings,
): Transition {
  if (order.status === change.to) return done(order);
  if (isClosed(order)) return refused({ kind: 'order-closed', status: order.status });
  switch (change.to) {
    case 'creating':
      return reopen(order, change, settings);
    case 'confirmed':
      return confirm(order, change, settings);
    case 'paid':
    case 'completed':
      return declarePaid(order, change, settings);
    case 'cancelled':
      return cancel(order, settings);
  }
}

/** Only with nothing paid; the places are held for as long as a new order's. */
function reopen(order: Order, { now }: StatusChange, settings: UtickSettings): Transition {
  const isUnpaid = order.status === 'confirmed' || order.status === 'to-pay';
  if (!isUnpaid || settings.reopen === 'never') return forbidden(order, 'creating');
  return done({ ...order, status: 'creating', expiresAt: expiryAfter(now, settings) });
}

function confirm(order: Order, { basket }: StatusChange, settings: UtickSettings): Transition {
  if (order.status === 'to-pay') return done(order);
  if (!isWaiting(order)) return forbidden(order, 'confirmed');
  const missing = lacksForSale(order, basket, settings);
  if (missing) return refused(missing);
  return done({ ...order, status: statusWhenConfirmed(basket, settings) });
}

function statusWhenConfirmed(basket: Basket, settings: UtickSettings): OrderStatus {
  if (basket.places > 0 && basket.dueMinor === 0) {
    return settings.freeOrderStatus === 15 ? 'paid' : 'completed';
  }
  return settings.confirmAnswers === 1 ? 'confirmed' : 'to-pay';
}

/** The client took the money itself, so all that is due now counts as paid. */
function declarePaid(order: Order, change: StatusChange, settings: UtickSettings): Transition {
  const { to, basket } = change;
  if (order.status === 'completed') return forbidden(order, to);
  const missing = isWaiting(order) ? lacksForSale(order, basket, settings) : undefined;
  if (missing) return refused(missing);
  return done({ ...order, status: to, declaredPaidMinor: basket.dueMinor });
}

function cancel(order: Order, settings: UtickSettings): Transition {
  if (isShipped(order) && !settings.cancelCompleted) return forbidden(order, 'cancelled');
  return done({ ...order, status: 'cancelled' });
}

function lacksForSale(
  order: Order,
  basket: Basket,
  settings: UtickSettings,
): FailureOf<'contact-required' | 'order-empty'> | undefined {
  if (order.contactId === undefined && settings.confirmNeedsContact) {
    return { kind: 'contact-required' };
  }
  if (basket.places === 0 && !settings.confirmEmpty) return { kind: 'order-empty' };
  return undefined;
}

const forbidden = (order: Order, to: SettableStatus): Transition =>
  refused({ kind: 'transition-forbidden', from: order.status, to });

/** Products came or went: what was declared paid may now be too much, or too little. */
export function withBalance(order: Order, dueMinor: number): Order {
  const paidMinor = order.declaredPaidMinor;
  if (paidMinor === 0 || isClosed(order)) return order;
  const status = statusByBalance(order, paidMinor - dueMinor);
  return status === order.status ? order : { ...order, status };
}

function statusByBalance(order: Order, balanceMinor: number): OrderStatus {
  if (balanceMinor > 0) return 'overpaid';
  if (balanceMinor < 0) return 'partially-paid';
  return isShipped(order) ? order.status : 'paid';
}
