import { describe, expect, it, test } from 'vitest';
import { updateOrder } from '#mocks/utick/domain/order-behaviours.ts';
import { requestProducts, type ProductRequest } from '#mocks/utick/domain/request-products.ts';
import { NOBODY, OPENING, openShop, valueOf, type Shop } from './shop.ts';
import { rowsOf, told } from './text-table.ts';

const request = (shop: Shop, ...requests: readonly ProductRequest[]) =>
  shop.ask(requestProducts, { requests });

async function newOrder(shop: Shop): Promise<string> {
  const [product] = valueOf(await request(shop, shop.wish('hedda_single_full', 1)));
  if (!product) throw new Error('no place was free');
  return product.orderId;
}

test('two places are two products in one new order that is in creation', async () => {
  const shop = await openShop();
  const products = valueOf(await request(shop, shop.wish('hedda_single_full', 2)));
  expect(products).toHaveLength(2);
  const [first, second] = products;
  expect(first?.orderId).toBe(second?.orderId);
  expect(first?.id).toMatch(/^[0-9a-f]{32}$/);
  expect(second?.ticketNumber).toBe((first?.ticketNumber ?? 0) + 1);
  expect(shop.order(first?.orderId ?? '')).toMatchObject({
    status: 'creating',
    createdAt: OPENING,
    expiresAt: OPENING + 20 * 60_000,
    contactId: undefined,
  });
});

test('places leave the stock and the category', async () => {
  const shop = await openShop();
  await request(shop, shop.wish('hedda_single_full', 3));
  expect([shop.free('hedda'), shop.free('hedda_single'), shop.free('hedda_box')]).toEqual([
    7, 5, 5,
  ]);
});

test('requests on several stocks share one new order', async () => {
  const shop = await openShop();
  const wishes = [shop.wish('hedda_single_full', 1), shop.wish('visit_single_full', 2)];
  const products = valueOf(await request(shop, ...wishes));
  expect(new Set(products.map(({ orderId }) => orderId)).size).toBe(1);
});

test('adding to an order answers the new products only and keeps its expiry', async () => {
  const shop = await openShop();
  const orderId = await newOrder(shop);
  const wish = shop.wish('hedda_box_full', 2, orderId);
  const products = valueOf(await shop.ask(requestProducts, { requests: [wish] }, OPENING + 60_000));
  expect(products.map((product) => product.orderId)).toEqual([orderId, orderId]);
  expect(shop.products(orderId)).toHaveLength(3);
  expect(shop.order(orderId)?.expiresAt).toBe(OPENING + 20 * 60_000);
});

test('each request goes to the order it names, and those without one share a new order', async () => {
  const shop = await openShop();
  const [one, other] = [await newOrder(shop), await newOrder(shop)];
  const wishes = [one, undefined, other, undefined].map((orderId) =>
    shop.wish('hedda_single_full', 1, orderId),
  );
  const orders = valueOf(await request(shop, ...wishes)).map(({ orderId }) => orderId);
  expect(orders[0]).toBe(one);
  expect(orders[2]).toBe(other);
  expect(orders[1]).toBe(orders[3]);
  expect([one, other]).not.toContain(orders[1]);
});

/** Of a stock with 10 free places and 8 in the category; the box has 5. */
const satisfiable = rowsOf(`
  requests                                     products
  hedda_single_full 8                          8
  hedda_single_full 9                          0
  hedda_single_full 8, hedda_box_full 2        10
  hedda_single_full 8, hedda_box_full 3        0
  hedda_single_full 4, hedda_single_full 5     0
  hedda_box_full 6                             0
  hedda_single_full 1, visit_single_full 3     0
  hedda_single_full 32                         0
  hedda_single_duo 1                           0
  hedda_single_duo 2                           2
  hedda_single_duo 3                           0
  hedda_single_duo 8                           0
`);

describe('requests are satisfied whole or not at all:', () => {
  it.each(told(satisfiable, '$requests gives $products products'))('%s', async (_, row) => {
    const shop = await openShop();
    const wishes = (row['requests'] ?? '').split(', ').map((one) => {
      const [price = '', quantity] = one.split(' ');
      return shop.wish(price, Number(quantity));
    });
    const before = [shop.free('hedda'), shop.free('hedda_single'), shop.free('visit')];
    const products = valueOf(await request(shop, ...wishes));
    expect(products).toHaveLength(Number(row['products']));
    const after = [shop.free('hedda'), shop.free('hedda_single'), shop.free('visit')];
    if (products.length === 0) expect(after).toEqual(before);
    expect(shop.brokenRules()).toEqual([]);
  });
});

test('a request that cannot be satisfied uses up no order number', async () => {
  const shop = await openShop();
  await request(shop, shop.wish('hedda_single_full', 9));
  expect(shop.order(await newOrder(shop))?.number).toBe(1);
});

/** What is wrong with a request; all that is listed is wrong at once, the first is told. */
const refusals = rowsOf(`
  order      stock     category   price     places   outcome
  unknown    unknown   known      known     1        order-unknown
  closed     unknown   known      known     1        stock-unknown
  closed     known     unknown    known     1        category-unknown
  closed     known     known      unknown   1        price-unknown
  closed     known     known      known     99       order-closed
  none       known     known      known     99       []
`);

describe('of a request', () => {
  const sentence = 'with $order order, $stock stock, $category category, $price price: $outcome';
  it.each(told(refusals, sentence))('%s', async (_, row) => {
    const shop = await openShop();
    const orderId = await orderThatIs(shop, row['order']);
    const good = shop.wish('hedda_single_full', Number(row['places']), orderId);
    const outcome = await request(shop, {
      ...good,
      stockId: row['stock'] === 'unknown' ? NOBODY : good.stockId,
      categoryId: row['category'] === 'unknown' ? NOBODY : good.categoryId,
      priceId: row['price'] === 'unknown' ? NOBODY : good.priceId,
    });
    expect(outcome.ok ? '[]' : outcome.failure.kind).toBe(row['outcome']);
  });
});

async function orderThatIs(shop: Shop, state: string | undefined): Promise<string | undefined> {
  if (state === 'none') return undefined;
  if (state === 'unknown') return NOBODY;
  const orderId = await newOrder(shop);
  const cancel = { orderId, contactId: undefined, status: 'cancelled', details: {} } as const;
  valueOf(await shop.ask(updateOrder, cancel));
  return orderId;
}

test('an unknown stock gives an empty list where that is how the vendor answers', async () => {
  const shop = await openShop({ settings: { unknownOffer: 'empty' } });
  const wish = { ...shop.wish('hedda_single_full', 1), stockId: NOBODY };
  expect(await request(shop, wish)).toEqual({ ok: true, value: [] });
});

test('nothing is added to an order that is completed', async () => {
  const shop = await openShop();
  const orderId = await newOrder(shop);
  const contactId = shop.id('contacts', 'lecomte');
  valueOf(await shop.ask(updateOrder, { orderId, contactId, status: 'completed', details: {} }));
  expect(await request(shop, shop.wish('hedda_single_full', 1, orderId))).toEqual({
    ok: false,
    failure: { kind: 'order-closed', status: 'completed' },
  });
});

test('a paid order that grows is partially paid', async () => {
  const shop = await openShop();
  const orderId = await newOrder(shop);
  const contactId = shop.id('contacts', 'lecomte');
  valueOf(await shop.ask(updateOrder, { orderId, contactId, status: 'paid', details: {} }));
  valueOf(await request(shop, shop.wish('hedda_single_full', 1, orderId)));
  expect(shop.order(orderId)?.status).toBe('partially-paid');
});

test('numbered seats are given out in the order of the plan', async () => {
  const shop = await openShop();
  const seats = valueOf(await request(shop, shop.wish('edmond_stalls_full', 3)));
  expect(seats.map(({ positionId }) => positionId?.split('/').at(-1))).toEqual([
    'D 10',
    'D 11',
    'E 10',
  ]);
  expect(valueOf(await request(shop, shop.wish('edmond_stalls_full', 2)))).toEqual([]);
});

test('an imposed price becomes the price of each place', async () => {
  const shop = await openShop();
  const wish = { ...shop.wish('hedda_single_full', 2), forcedAmountMinor: 500 };
  const products = valueOf(await request(shop, wish));
  expect(products.map(({ amountMinor }) => amountMinor)).toEqual([500, 500]);
});

test('an imposed price is ignored where the vendor is set so', async () => {
  const shop = await openShop({ settings: { forcedPrice: 'ignored' } });
  const wish = { ...shop.wish('hedda_single_full', 1), forcedAmountMinor: 500 };
  expect(valueOf(await request(shop, wish))[0]?.amountMinor).toBe(2300);
});
