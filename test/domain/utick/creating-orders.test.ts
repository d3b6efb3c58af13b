import { describe, expect, test } from 'vitest';
import { createOrder, updateOrder } from '#mocks/utick/domain/order-behaviours.ts';
import { clearOrder } from '#mocks/utick/domain/product-behaviours.ts';
import { requestProducts } from '#mocks/utick/domain/request-products.ts';
import { orderThatIs } from './orders-in-states.ts';
import { MINUTE, NOBODY, OPENING, openShop, valueOf } from './shop.ts';

test('an order is created empty, and holds for twenty minutes', async () => {
  const shop = await openShop();
  const contactId = shop.id('contacts', 'lecomte');
  const details = { name: 'School', notes: 'in the morning', metadata: { form: 7 } };
  const order = valueOf(await shop.ask(createOrder, { contactId, details }));
  expect(order).toMatchObject({
    status: 'creating',
    contactId,
    expiresAt: OPENING + 20 * MINUTE,
    details: { ...details, language: 'fr', country: '' },
  });
  expect(shop.order(order.id)).toEqual(order);
});

test('a created order is filled and confirmed with the contact it was given', async () => {
  const shop = await openShop();
  const contactId = shop.id('contacts', 'lecomte');
  const { id } = valueOf(await shop.ask(createOrder, { contactId, details: {} }));
  valueOf(await shop.ask(requestProducts, { requests: [shop.wish('hedda_single_full', 2, id)] }));
  const confirm = { orderId: id, contactId: undefined, status: 'confirmed', details: {} } as const;
  expect(valueOf(await shop.ask(updateOrder, confirm)).status).toBe('confirmed');
});

test('a created order is abandoned when nobody confirms it', async () => {
  const shop = await openShop();
  const { id } = valueOf(await shop.ask(createOrder, { contactId: undefined, details: {} }));
  await shop.ask(clearOrder, { id: NOBODY }, OPENING + 20 * MINUTE);
  expect(shop.order(id)?.status).toBe('abandoned');
});

test('an order for an unknown contact is not created', async () => {
  const shop = await openShop();
  const failure = { kind: 'contact-unknown', id: NOBODY };
  const outcome = await shop.ask(createOrder, { contactId: NOBODY, details: {} });
  expect(outcome).toEqual({ ok: false, failure });
});

describe('clearing an order', () => {
  test('gives its places back and leaves it open', async () => {
    const shop = await openShop();
    const id = await orderThatIs(shop, 'creating');
    expect(valueOf(await shop.ask(clearOrder, { id })).status).toBe('creating');
    expect([shop.products(id), shop.free('hedda'), shop.free('hedda_single')]).toEqual([[], 10, 8]);
  });

  test('that was paid leaves it overpaid', async () => {
    const shop = await openShop();
    const id = await orderThatIs(shop, 'paid');
    expect(valueOf(await shop.ask(clearOrder, { id })).status).toBe('overpaid');
    expect(shop.brokenRules()).toEqual([]);
  });

  test.each(['abandoned', 'cancelled', 'archived'])('that is %s is refused', async (status) => {
    const shop = await openShop();
    const id = await orderThatIs(shop, status);
    expect(await shop.ask(clearOrder, { id })).toEqual({
      ok: false,
      failure: { kind: 'order-closed', status },
    });
  });

  test('that is unknown is refused', async () => {
    const shop = await openShop();
    const failure = { kind: 'order-unknown', id: NOBODY };
    expect(await shop.ask(clearOrder, { id: NOBODY })).toEqual({ ok: false, failure });
  });
});
