import { archiveOrder } from '#mocks/utick/domain/back-office.ts';
import { expireOrder, updateOrder } from '#mocks/utick/domain/order-behaviours.ts';
import type { SettableStatus } from '#mocks/utick/domain/order.ts';
import { createPayment } from '#mocks/utick/domain/payment-behaviours.ts';
import { requestProducts } from '#mocks/utick/domain/request-products.ts';
import { valueOf, type Shop } from './shop.ts';

/** What a client asks for on the way to a state; payments lead to the others. */
const asked: Readonly<Record<string, readonly SettableStatus[]>> = {
  cancelled: ['cancelled'],
  confirmed: ['confirmed'],
  'partially-paid': ['confirmed'],
  paid: ['paid'],
  overpaid: ['confirmed'],
  completed: ['completed'],
  archived: ['completed'],
};

const payments: Readonly<Record<string, number>> = { 'partially-paid': 100, overpaid: 5000 };

/** A new order of Marianne Lecomte: two places of 2300 cents each, brought to a state. */
export async function orderThatIs(shop: Shop, status: string): Promise<string> {
  const requests = [shop.wish('hedda_single_full', 2)];
  const [product] = valueOf(await shop.ask(requestProducts, { requests }));
  if (!product) throw new Error('no place was free');
  const { orderId } = product;
  const contactId = shop.id('contacts', 'lecomte');
  for (const one of asked[status] ?? []) {
    valueOf(await shop.ask(updateOrder, { orderId, contactId, status: one, details: {} }));
  }
  const amountMinor = payments[status];
  if (amountMinor !== undefined) {
    valueOf(await shop.ask(createPayment, { orderId, amountMinor, fields: {} }));
  }
  if (status === 'abandoned') {
    valueOf(await shop.ask(expireOrder, { kind: 'expire-order', orderId }));
  }
  if (status === 'archived') valueOf(await shop.ask(archiveOrder, { orderId }));
  return orderId;
}
