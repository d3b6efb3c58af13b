import { expect, test } from 'vitest';
import { requestProducts } from '#mocks/utick/domain/request-products.ts';
import { setCapacity, type SetCapacity } from '#mocks/utick/domain/set-capacity.ts';
import { NOBODY, openShop, type Shop } from './shop.ts';

const set = (shop: Shop, command: Omit<SetCapacity, 'stockId'> & { stock: string }) =>
  shop.ask((draft, { stock, ...change }: typeof command) => {
    return setCapacity(draft, { stockId: stock, ...change });
  }, command);

test('the organiser adds places to a stock and to a category', async () => {
  const shop = await openShop();
  const stock = shop.id('stocks', 'hedda');
  const categoryId = shop.id('categories', 'hedda_single');
  await set(shop, { stock, categoryId: undefined, total: 30 });
  await set(shop, { stock, categoryId, total: 25 });
  expect([shop.free('hedda'), shop.free('hedda_single')]).toEqual([20, 18]);
});

test('places that are sold or held cannot be withdrawn', async () => {
  const shop = await openShop();
  await shop.ask(requestProducts, { requests: [shop.wish('hedda_single_full', 2)] });
  const stock = shop.id('stocks', 'hedda');
  expect(await set(shop, { stock, categoryId: undefined, total: 11 })).toEqual({
    ok: false,
    failure: { kind: 'capacity-below-sales', least: 12 },
  });
  await set(shop, { stock, categoryId: undefined, total: 12 });
  expect(shop.free('hedda')).toBe(0);
});

test('numbered seats are those of the plan, no more and no fewer', async () => {
  const shop = await openShop();
  const stock = shop.id('stocks', 'edmond');
  const categoryId = shop.id('categories', 'edmond_stalls');
  expect(await set(shop, { stock, categoryId, total: 9 })).toMatchObject({
    failure: { kind: 'seats-are-numbered' },
  });
});

test('a stock or a category that is not there has no places', async () => {
  const shop = await openShop();
  const stock = shop.id('stocks', 'hedda');
  expect(await set(shop, { stock: NOBODY, categoryId: undefined, total: 9 })).toMatchObject({
    failure: { kind: 'stock-unknown' },
  });
  expect(await set(shop, { stock, categoryId: NOBODY, total: 9 })).toMatchObject({
    failure: { kind: 'category-unknown' },
  });
});
