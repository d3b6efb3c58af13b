import type { UtickSettings } from '#mocks/utick/settings.ts';
import { isClosed, isWaiting, type Basket, type Order, type OrderStatus } from './order.ts';

/**
 * What was paid for an order, by its payments and by what a client declared. Less than nothing
 * counts as nothing.
 */
export const paidInAll = (order: Order, basket: Pick<Basket, 'paidMinor'>): number =>
  Math.max(0, order.declaredPaidMinor + basket.paidMinor);

/** A payment came, changed or went. What was handed over stays so, whatever becomes of its money. */
export function afterPayment(order: Order, basket: Basket, settings: UtickSettings): Order {
  if (order.status === 'completed') return order;
  return byMoney(order, basket, settings);
}

/** Products came or went. Of what was handed over they can only go: too much is paid then. */
export function afterProducts(order: Order, basket: Basket, settings: UtickSettings): Order {
  if (order.status !== 'completed') return byMoney(order, basket, settings);
  return paidInAll(order, basket) > basket.dueMinor ? { ...order, status: 'overpaid' } : order;
}

function byMoney(order: Order, basket: Basket, settings: UtickSettings): Order {
  if (isClosed(order) || isWaiting(order)) return order;
  const status = statusByMoney(order, basket, settings);
  return status === order.status ? order : { ...order, status };
}

/** It became known, or changed, how the tickets reach their holder: a paid order goes there. */
export function afterShipping(order: Order, settings: UtickSettings): Order {
  const isSettled = order.status === 'paid' || isOnItsWay(order);
  return isSettled ? { ...order, status: settledStatus(order, settings) } : order;
}

/** Of a confirmed order. */
export function statusByMoney(order: Order, basket: Basket, settings: UtickSettings): OrderStatus {
  const paidMinor = paidInAll(order, basket);
  const { dueMinor } = basket;
  if (paidMinor > dueMinor) return 'overpaid';
  if (paidMinor === dueMinor && !(dueMinor === 0 && isUnpaid(order))) {
    return isOnItsWay(order) ? order.status : settledStatus(order, settings);
  }
  if (paidMinor > 0) return 'partially-paid';
  return basket.isAwaited || settings.confirmAnswers === 10 ? 'to-pay' : 'confirmed';
}

/** Where a paid order goes: the vendor changes the status as soon as it detects the payment. */
export function settledStatus({ details }: Order, { delivery }: UtickSettings): OrderStatus {
  switch (details.shipping ?? delivery) {
    case 'none':
      return 'paid';
    case 'post':
      return 'to-deliver';
    case 'desk':
      return 'to-print';
    case 'home':
      return 'completed';
  }
}

const isUnpaid = ({ status }: Order): boolean => status === 'confirmed' || status === 'to-pay';

const isOnItsWay = ({ status }: Order): boolean => status === 'to-deliver' || status === 'to-print';
