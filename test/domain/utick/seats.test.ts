import { describe, expect, it, test } from 'vitest';
import { deleteProduct } from '#mocks/utick/domain/product-behaviours.ts';
import { requestProducts } from '#mocks/utick/domain/request-products.ts';
import { listPlanCategories, takeSeat } from '#mocks/utick/domain/seat-behaviours.ts';
import type { UtickSettings } from '#mocks/utick/settings.ts';
import type { Product } from '#mocks/utick/state.ts';
import { offersHouse } from './offers-house.ts';
import { NOBODY, openShop, valueOf, type Shop } from './shop.ts';
import { rowsOf, told } from './text-table.ts';

const open = (settings: Partial<UtickSettings> = {}) => openShop({ data: offersHouse, settings });

const labelOf = ({ positionId = '' }: Product): string => positionId.split('/').at(-1) ?? '';

async function buy(shop: Shop, places: number, order?: string): Promise<readonly Product[]> {
  const requests = [shop.wish('edmond_stalls_full', places, order)];
  return valueOf(await shop.ask(requestProducts, { requests }));
}

const seatId = (shop: Shop, label: string): string =>
  `${shop.id('stocks', 'edmond')}/${shop.id('categories', 'edmond_stalls')}/${label}`;

/** Two rows of four; the seats that are sold first, then how many are asked for. */
const choices = rowsOf(`
  sold                  places   choice       seats
  -                     2        contiguous   D 10, D 11
  D 11                  2        contiguous   D 12, D 13
  D 11, D 12            2        contiguous   E 10, E 11
  D 10, D 11, D 12      2        contiguous   E 10, E 11
  D 11                  3        contiguous   E 10, E 11, E 12
  D 11, E 11            3        contiguous   D 10, D 12, D 13
  D 11                  2        plan-order   D 10, D 12
  D 11                  1        contiguous   D 10
`);

describe('numbered seats', () => {
  const sentence = 'by $choice for $places, when $sold is sold, are $seats';
  it.each(told(choices, sentence))('%s', async (_, row) => {
    const shop = await open({
      seatChoice: row['choice'] === 'plan-order' ? 'plan-order' : 'contiguous',
    });
    const keep = row['sold'] === '-' ? [] : (row['sold'] ?? '').split(', ');
    const all = await buy(shop, 8);
    for (const product of all) {
      if (!keep.includes(labelOf(product))) await shop.ask(deleteProduct, { id: product.id });
    }
    const seats = await buy(shop, Number(row['places']));
    expect(seats.map(labelOf).join(', ')).toBe(row['seats']);
    expect(shop.brokenRules()).toEqual([]);
  });
});

test('the free seats of a numbered stock are listed by category', async () => {
  const shop = await open();
  await buy(shop, 6);
  const stockId = shop.id('stocks', 'edmond');
  const [sheet] = valueOf(await shop.ask(listPlanCategories, { stockId }));
  expect(sheet?.category.label).toBe('PARTERRE');
  expect(sheet?.freeSeats.map(({ label }) => label)).toEqual(['E 12', 'E 13']);
});

test('a stock without numbered seats has no plan categories', async () => {
  const shop = await open();
  const stockId = shop.id('stocks', 'hedda');
  expect(valueOf(await shop.ask(listPlanCategories, { stockId }))).toEqual([]);
});

describe('a seat that is chosen', () => {
  const choose = (shop: Shop, orderId: string, label: string) => {
    const command = { stockId: shop.id('stocks', 'edmond'), orderId, seatId: seatId(shop, label) };
    return shop.ask(takeSeat, command);
  };

  test('is taken by a product of the order, whose seat is free again', async () => {
    const shop = await open();
    const [product] = await buy(shop, 1);
    const orderId = product?.orderId ?? '';
    const sheet = valueOf(await choose(shop, orderId, 'E 13'));
    expect(sheet.freeSeats.map(({ label }) => label)).not.toContain('E 13');
    expect(shop.products(orderId).map(labelOf)).toEqual(['E 13']);
    expect(shop.free('edmond')).toBe(7);
    expect(shop.brokenRules()).toEqual([]);
  });

  test('moves another product than the one chosen before', async () => {
    const shop = await open();
    const [product] = await buy(shop, 2);
    const orderId = product?.orderId ?? '';
    for (const label of ['E 13', 'E 12', 'E 11']) valueOf(await choose(shop, orderId, label));
    expect(shop.products(orderId).map(labelOf)).toEqual(['E 11', 'E 12']);
  });

  test('is sold at the first price when the order holds no seat of the category', async () => {
    const shop = await open();
    const requests = [shop.wish('visit_single_full', 1)];
    const [visit] = valueOf(await shop.ask(requestProducts, { requests }));
    valueOf(await choose(shop, visit?.orderId ?? '', 'D 12'));
    const seat = shop.products(visit?.orderId ?? '').find(({ positionId }) => positionId);
    expect(seat && [labelOf(seat), seat.amountMinor]).toEqual(['D 12', 4000]);
    expect(shop.free('edmond')).toBe(7);
    expect(shop.brokenRules()).toEqual([]);
  });

  test('is refused when it is taken, unknown, or for an order that is not there', async () => {
    const shop = await open();
    const [product] = await buy(shop, 1);
    const orderId = product?.orderId ?? '';
    const failures = [
      await choose(shop, NOBODY, 'Z 1'),
      await choose(shop, orderId, 'Z 1'),
      await choose(shop, orderId, 'D 10'),
    ].map((outcome) => (outcome.ok ? 'taken' : outcome.failure.kind));
    expect(failures).toEqual(['order-unknown', 'seat-unknown', 'seat-taken']);
  });
});
