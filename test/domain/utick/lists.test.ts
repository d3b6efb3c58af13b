import { describe, expect, it, test } from 'vitest';
import { listOrders, updateOrder } from '#mocks/utick/domain/order-behaviours.ts';
import { listProducts } from '#mocks/utick/domain/product-behaviours.ts';
import { requestProducts } from '#mocks/utick/domain/request-products.ts';
import { getStock, listStocks } from '#mocks/utick/domain/stock-behaviours.ts';
import { NOBODY, openShop, valueOf, type Shop } from './shop.ts';
import { rowsOf, told } from './text-table.ts';

const all = { offset: 0, limit: 200 };

/** Orders 1 to 5, in turn of lecomte, denis, his son, lecomte, and one without a contact. */
async function busyShop(): Promise<Shop> {
  const shop = await openShop();
  for (const contact of ['lecomte', 'denis', 'denisJunior', 'lecomte', undefined]) {
    const requests = [shop.wish('hedda_single_full', 1)];
    const [product] = valueOf(await shop.ask(requestProducts, { requests }));
    if (!product || contact === undefined) continue;
    const command = { orderId: product.orderId, contactId: shop.id('contacts', contact) };
    valueOf(await shop.ask(updateOrder, { ...command, status: 'confirmed', details: {} }));
  }
  return shop;
}

const orderLists = rowsOf(`
  contact    email                  offset   limit   orders
  -          -                      0        200     1 2 3 4 5
  -          -                      0        2       1 2
  -          -                      3        2       4 5
  -          -                      5        2       -
  -          -                      0        0       -
  lecomte    -                      0        200     1 4
  lecomte    -                      1        1       4
  nobody     -                      0        200     -
  -          lecomte@example.com    0        200     1 4
  -          denis@example.com      0        200     2 3
  -          denis@example.com      1        1       3
  -          LECOMTE@example.com    0        200     -
  -          nobody@example.com     0        200     -
  lecomte    lecomte@example.com    0        200     1 4
  lecomte    denis@example.com      0        200     -
`);

describe('orders', () => {
  const sentence = 'of contact $contact, e-mail $email, from $offset, at most $limit: $orders';
  it.each(told(orderLists, sentence))('%s', async (_, row) => {
    const shop = await busyShop();
    const contact = row['contact'] ?? '-';
    const contactId =
      contact === 'nobody' ? NOBODY : shop.id('contacts', contact.replace('-', 'lecomte'));
    const orders = await shop.ask(listOrders, {
      contactId: contact === '-' ? undefined : contactId,
      email: row['email'] === '-' ? undefined : row['email'],
      offset: Number(row['offset']),
      limit: Number(row['limit']),
    });
    const numbers = valueOf(orders).map(({ number }) => number);
    expect(numbers.join(' ') || '-').toBe(row['orders']);
  });
});

describe('products', () => {
  const none = { orderId: undefined, mainProductId: undefined, contactId: undefined };

  test('are listed by order, by contact, or all, as their tickets were made', async () => {
    const shop = await busyShop();
    const everything = valueOf(await shop.ask(listProducts, { ...all, ...none }));
    expect(everything.map((product) => shop.order(product.orderId)?.number)).toEqual([
      1, 2, 3, 4, 5,
    ]);
    const [first, , , fourth] = everything;
    const contactId = shop.id('contacts', 'lecomte');
    const own = await shop.ask(listProducts, { ...all, ...none, contactId });
    expect(valueOf(own)).toEqual([first, fourth]);
    const { orderId } = fourth ?? { orderId: NOBODY };
    expect(valueOf(await shop.ask(listProducts, { ...all, ...none, orderId }))).toEqual([fourth]);
  });

  test('of an order that belongs to another contact are not listed', async () => {
    const shop = await busyShop();
    const [first] = valueOf(await shop.ask(listProducts, { ...all, ...none }));
    const filter = { orderId: first?.orderId, contactId: shop.id('contacts', 'denis') };
    expect(valueOf(await shop.ask(listProducts, { ...all, ...none, ...filter }))).toEqual([]);
  });

  test('of a contact with many orders are listed page by page', async () => {
    const shop = await openShop();
    const contactId = shop.id('contacts', 'denis');
    const ids = await ordersOf(shop, contactId, 8);
    const page = await shop.ask(listProducts, { ...none, contactId, offset: 3, limit: 2 });
    expect(valueOf(page).map(({ orderId }) => orderId)).toEqual(ids.slice(3, 5));
  });

  test('of one order are listed page by page', async () => {
    const shop = await openShop();
    const requests = [shop.wish('hedda_single_full', 5)];
    const bought = valueOf(await shop.ask(requestProducts, { requests }));
    const orderId = bought[0]?.orderId;
    const page = await shop.ask(listProducts, { ...none, orderId, offset: 1, limit: 2 });
    expect(valueOf(page)).toEqual(bought.slice(1, 3));
  });

  test('attached to a pack product that is not there are none', async () => {
    const shop = await busyShop();
    const found = await shop.ask(listProducts, { ...all, ...none, mainProductId: NOBODY });
    expect(valueOf(found)).toEqual([]);
  });
});

async function ordersOf(shop: Shop, contactId: string, count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const requests = [shop.wish('hedda_single_full', 1)];
    const [product] = valueOf(await shop.ask(requestProducts, { requests }));
    const orderId = product?.orderId ?? '';
    valueOf(await shop.ask(updateOrder, { orderId, contactId, status: 'confirmed', details: {} }));
    ids.push(orderId);
  }
  return ids;
}

describe('stocks', () => {
  const labels = async (shop: Shop, offeredBy: Parameters<typeof listStocks>[1]['offeredBy']) =>
    valueOf(await shop.ask(listStocks, { ...all, offeredBy, promoCodeIds: [] })).map(
      ({ stock }) => stock.label,
    );

  test('are listed by event and by time slot, or all', async () => {
    const shop = await openShop();
    const event = { offering: 'event', id: shop.id('events', 'visit') } as const;
    const slot = { offering: 'timeSlot', id: shop.id('timeSlots', 'morning') } as const;
    const hedda = { offering: 'event', id: shop.id('events', 'hedda') } as const;
    expect(await labels(shop, [])).toEqual(['HEDDA', 'EDMOND', 'VISIT']);
    expect(await labels(shop, [hedda])).toEqual(['HEDDA']);
    expect(await labels(shop, [event])).toEqual(['VISIT']);
    expect(await labels(shop, [slot])).toEqual(['VISIT']);
    expect(await labels(shop, [slot, hedda])).toEqual([]);
    expect(await labels(shop, [{ offering: 'stream', id: NOBODY }])).toEqual([]);
  });

  test('without a filter are none where the vendor is set so', async () => {
    const shop = await openShop({ settings: { stocksWithoutFilter: 'none' } });
    expect(await labels(shop, [])).toEqual([]);
  });

  test('of a time slot have a compound id', async () => {
    const shop = await openShop();
    const id = shop.id('stocks', 'visit');
    expect(id).toContain(`-TS-${shop.id('timeSlots', 'morning')}`);
    expect(valueOf(await shop.ask(getStock, { id, promoCodeIds: [] })).stock.label).toBe('VISIT');
  });

  test('that are not there are refused', async () => {
    const shop = await openShop();
    const failure = { kind: 'stock-unknown', id: NOBODY };
    expect(await shop.ask(getStock, { id: NOBODY, promoCodeIds: [] })).toEqual({
      ok: false,
      failure,
    });
  });
});
