import { describe, expect, it, test } from 'vitest';
import { updateOrder, type UpdateOrder } from '#mocks/utick/domain/order-behaviours.ts';
import { deleteProducts } from '#mocks/utick/domain/product-behaviours.ts';
import { requestProducts } from '#mocks/utick/domain/request-products.ts';
import { MINUTE, NOBODY, OPENING, openShop, valueOf, type Shop } from './shop.ts';
import { rowsOf, told } from './text-table.ts';

async function newOrder(shop: Shop, price = 'hedda_single_full', quantity = 2): Promise<string> {
  const requests = [shop.wish(price, quantity)];
  const [product] = valueOf(await shop.ask(requestProducts, { requests }));
  if (!product) throw new Error('no place was free');
  return product.orderId;
}

const update = (shop: Shop, orderId: string, changes: Partial<UpdateOrder>) =>
  shop.ask(updateOrder, {
    orderId,
    contactId: undefined,
    status: undefined,
    details: {},
    ...changes,
  });

const lecomte = (shop: Shop): string => shop.id('contacts', 'lecomte');

test('confirming attaches the contact and keeps the places', async () => {
  const shop = await openShop();
  const orderId = await newOrder(shop);
  const contactId = lecomte(shop);
  const order = valueOf(await update(shop, orderId, { contactId, status: 'confirmed' }));
  expect(order).toMatchObject({ status: 'confirmed', contactId });
  expect(shop.free('hedda_single')).toBe(6);
});

test('a refused confirmation attaches no contact', async () => {
  const shop = await openShop();
  const orderId = await newOrder(shop);
  const contactId = lecomte(shop);
  await update(shop, orderId, { contactId, status: 'unlisted' });
  expect(shop.order(orderId)?.contactId).toBeUndefined();
});

test('an order is confirmed with the contact it was given before', async () => {
  const shop = await openShop();
  const orderId = await newOrder(shop);
  valueOf(await update(shop, orderId, { contactId: lecomte(shop) }));
  expect(valueOf(await update(shop, orderId, { status: 'confirmed' })).status).toBe('confirmed');
});

/** All that is listed is wrong at once; the first is told. */
const refusals = rowsOf(`
  order       contact   status      outcome
  unknown     unknown   unlisted    order-unknown
  cancelled   unknown   unlisted    contact-unknown
  cancelled   none      unlisted    status-not-settable
  cancelled   none      confirmed   order-closed
  cancelled   none      none        order-closed
  cancelled   none      cancelled   cancelled
  paid        none      confirmed   transition-forbidden
  empty       none      confirmed   contact-required
  empty       known     confirmed   order-empty
`);

describe('of an update', () => {
  const sentence = 'of $order order, with $contact contact, to status $status: $outcome';
  it.each(told(refusals, sentence))('%s', async (_, row) => {
    const shop = await openShop();
    const orderId = await orderThatIs(shop, row['order']);
    const contacts: Readonly<Record<string, string>> = { unknown: NOBODY, known: lecomte(shop) };
    const asked = row['status'] === 'none' ? undefined : row['status'];
    const outcome = await update(shop, orderId, {
      contactId: contacts[row['contact'] ?? ''],
      status: asked as UpdateOrder['status'],
    });
    expect(outcome.ok ? outcome.value.status : outcome.failure.kind).toBe(row['outcome']);
  });
});

async function orderThatIs(shop: Shop, state: string | undefined): Promise<string> {
  if (state === 'unknown') return NOBODY;
  const orderId = await newOrder(shop);
  if (state === 'cancelled') valueOf(await update(shop, orderId, { status: 'cancelled' }));
  const contactId = lecomte(shop);
  if (state === 'paid') valueOf(await update(shop, orderId, { contactId, status: 'paid' }));
  if (state === 'empty') {
    valueOf(await shop.ask(deleteProducts, { orderId }));
  }
  return orderId;
}

test('cancelling gives all places back, numbered seats too', async () => {
  const shop = await openShop();
  const orderId = await newOrder(shop, 'edmond_stalls_full', 3);
  valueOf(await update(shop, orderId, { status: 'cancelled' }));
  expect(shop.products(orderId)).toEqual([]);
  expect([shop.free('edmond'), shop.free('edmond_stalls')]).toEqual([4, 4]);
  const again = await newOrder(shop, 'edmond_stalls_full', 1);
  expect(shop.products(again)[0]?.positionId).toMatch(/\/D 10$/);
  expect(shop.brokenRules()).toEqual([]);
});

test('an order that costs nothing is paid when it is confirmed', async () => {
  const shop = await openShop();
  const orderId = await newOrder(shop, 'hedda_single_invited', 2);
  const confirmed = await update(shop, orderId, { contactId: lecomte(shop), status: 'confirmed' });
  expect(valueOf(confirmed).status).toBe('paid');
});

test('notes, language and metadata are kept beside one another', async () => {
  const shop = await openShop();
  const orderId = await newOrder(shop);
  valueOf(await update(shop, orderId, { details: { notes: 'two wheelchairs' } }));
  valueOf(await update(shop, orderId, { details: { language: 'nl' } }));
  valueOf(await update(shop, orderId, { details: { metadata: { channel: 'web' } } }));
  expect(shop.order(orderId)?.details).toMatchObject({
    notes: 'two wheelchairs',
    language: 'nl',
    metadata: { channel: 'web' },
  });
});

describe('expiry', () => {
  const EXPIRES = OPENING + 20 * MINUTE;
  const confirm = (shop: Shop, orderId: string, at: number) =>
    shop.ask(
      updateOrder,
      { orderId, contactId: lecomte(shop), status: 'confirmed', details: {} },
      at,
    );

  test('an order is confirmed a second before it expires', async () => {
    const shop = await openShop();
    const orderId = await newOrder(shop);
    expect(valueOf(await confirm(shop, orderId, EXPIRES - 1000)).status).toBe('confirmed');
  });

  test('an order is abandoned at the instant it expires, and its places are free', async () => {
    const shop = await openShop();
    const orderId = await newOrder(shop);
    expect(await confirm(shop, orderId, EXPIRES)).toEqual({
      ok: false,
      failure: { kind: 'order-closed', status: 'abandoned' },
    });
    expect(shop.products(orderId)).toEqual([]);
    expect([shop.free('hedda'), shop.free('hedda_single')]).toEqual([10, 8]);
    expect(shop.brokenRules()).toEqual([]);
  });

  test('a confirmed order keeps its places after the expiry', async () => {
    const shop = await openShop();
    const orderId = await newOrder(shop);
    await confirm(shop, orderId, OPENING);
    valueOf(await update(shop, orderId, { details: { notes: 'still here' } }));
    await newOrderAt(shop, EXPIRES + MINUTE);
    expect(shop.order(orderId)?.status).toBe('confirmed');
    expect(shop.products(orderId)).toHaveLength(2);
  });

  test('a re-opened order expires anew', async () => {
    const shop = await openShop();
    const orderId = await newOrder(shop);
    await confirm(shop, orderId, OPENING);
    const reopened = { orderId, contactId: undefined, status: 'creating', details: {} } as const;
    valueOf(await shop.ask(updateOrder, reopened, OPENING + 10 * MINUTE));
    await newOrderAt(shop, EXPIRES);
    expect(shop.order(orderId)?.status).toBe('creating');
    await newOrderAt(shop, EXPIRES + 10 * MINUTE);
    expect(shop.order(orderId)?.status).toBe('abandoned');
  });

  test('the organiser says after how many minutes an order expires', async () => {
    const shop = await openShop({ settings: { orderTtlMinutes: 5 } });
    const orderId = await newOrder(shop);
    expect(shop.order(orderId)?.expiresAt).toBe(OPENING + 5 * MINUTE);
    await newOrderAt(shop, OPENING + 5 * MINUTE);
    expect(shop.order(orderId)?.status).toBe('abandoned');
  });

  /** Any call lets the time pass up to it. */
  const newOrderAt = (shop: Shop, at: number) =>
    shop.ask(requestProducts, { requests: [shop.wish('visit_single_full', 1)] }, at);
});
