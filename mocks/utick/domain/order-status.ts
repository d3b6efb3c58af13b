import type { Instant } from '#kernel/instant.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { UtickSettings } from '#mocks/utick/settings.ts';
import type { FailureOf } from './failure.ts';
import { settledStatus, statusByMoney } from './order-money.ts';
import {
  expiryAfter,
  isClosed,
  isShipped,
  isWaiting,
  type Basket,
  type Order,
  type OrderStatus,
  type SettableStatus,
} from './order.ts';

export interface StatusChange {
  readonly to: SettableStatus;
  readonly basket: Basket;
  readonly now: Instant;
}

export type TransitionFailure = FailureOf<
  'order-closed' | 'transition-forbidden' | 'contact-required' | 'order-empty'
>;
type Transition = Outcome<Order, TransitionFailure>;

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
  const confirmed: Order = { ...order, status: 'confirmed' };
  const isFree = basket.places > 0 && basket.dueMinor === 0;
  const status = isFree ? freeStatus(order, settings) : statusByMoney(confirmed, basket, settings);
  return done({ ...confirmed, status });
}

const freeStatus = (order: Order, settings: UtickSettings): OrderStatus =>
  settings.freeOrderStatus === 15 ? settledStatus(order, settings) : 'completed';

/** The client took the money itself, so all that is still open now counts as paid elsewhere. */
function declarePaid(order: Order, change: StatusChange, settings: UtickSettings): Transition {
  const { to, basket } = change;
  if (order.status === 'completed') return forbidden(order, to);
  const missing = isWaiting(order) ? lacksForSale(order, basket, settings) : undefined;
  if (missing) return refused(missing);
  const status = to === 'paid' ? settledStatus(order, settings) : to;
  return done({ ...order, status, declaredPaidMinor: basket.dueMinor - basket.paidMinor });
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
