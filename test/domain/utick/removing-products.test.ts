import { expect, test } from 'vitest';
import { updateOrder } from '#mocks/utick/domain/order-behaviours.ts';
import { deleteProduct, deleteProducts } from '#mocks/utick/domain/product-behaviours.ts';
import { requestProducts } from '#mocks/utick/domain/request-products.ts';
import type { Product } from '#mocks/utick/state.ts';
import { NOBODY, openShop, valueOf, type Shop } from './shop.ts';

async function twoPlaces(shop: Shop): Promise<readonly [Product, Product]> {
  const requests = [shop.wish('hedda_single_full', 2)];
  const [first, second] = valueOf(await shop.ask(requestProducts, { requests }));
  if (!first || !second) throw new Error('no place was free');
  return [first, second];
}

const declare = (shop: Shop, orderId: string, status: 'paid' | 'completed' | 'cancelled') =>
  shop.ask(updateOrder, {
    orderId,
    contactId: shop.id('contacts', 'lecomte'),
    status,
    details: {},
  });

test('removing a product frees its place and leaves the order', async () => {
  const shop = await openShop();
  const [first, second] = await twoPlaces(shop);
  expect(await shop.ask(deleteProduct, { id: first.id })).toEqual({ ok: true, value: null });
  expect(shop.products(first.orderId)).toEqual([second]);
  expect([shop.free('hedda'), shop.free('hedda_single')]).toEqual([9, 7]);
});

test('removing the last product leaves an empty order in creation', async () => {
  const shop = await openShop();
  const [first, second] = await twoPlaces(shop);
  await shop.ask(deleteProduct, { id: first.id });
  await shop.ask(deleteProduct, { id: second.id });
  expect(shop.order(first.orderId)?.status).toBe('creating');
});

test('removing all products of an order gives all places back', async () => {
  const shop = await openShop();
  const [{ orderId }] = await twoPlaces(shop);
  expect(await shop.ask(deleteProducts, { orderId })).toEqual({ ok: true, value: null });
  expect(shop.products(orderId)).toEqual([]);
  expect([shop.free('hedda'), shop.free('hedda_single')]).toEqual([10, 8]);
});

test('a paid order of which a product is removed is overpaid', async () => {
  const shop = await openShop();
  const [first] = await twoPlaces(shop);
  valueOf(await declare(shop, first.orderId, 'paid'));
  valueOf(await shop.ask(deleteProduct, { id: first.id }));
  expect(shop.order(first.orderId)?.status).toBe('overpaid');
  expect(shop.brokenRules()).toEqual([]);
});

test('a product that is not there cannot be removed', async () => {
  const shop = await openShop();
  const [first] = await twoPlaces(shop);
  await shop.ask(deleteProduct, { id: first.id });
  const failure = { kind: 'product-unknown', id: first.id };
  expect(await shop.ask(deleteProduct, { id: first.id })).toEqual({ ok: false, failure });
});

test('nothing is removed from an unknown or a cancelled order', async () => {
  const shop = await openShop();
  const [{ orderId }] = await twoPlaces(shop);
  valueOf(await declare(shop, orderId, 'cancelled'));
  expect(await shop.ask(deleteProducts, { orderId: NOBODY })).toEqual({
    ok: false,
    failure: { kind: 'order-unknown', id: NOBODY },
  });
  expect(await shop.ask(deleteProducts, { orderId })).toEqual({
    ok: false,
    failure: { kind: 'order-closed', status: 'cancelled' },
  });
});
