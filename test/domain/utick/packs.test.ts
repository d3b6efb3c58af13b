import { describe, expect, it, test } from 'vitest';
import { updateOrder } from '#mocks/utick/domain/order-behaviours.ts';
import { getPack, getPackDetails, listPacks } from '#mocks/utick/domain/pack-behaviours.ts';
import { attachProduct } from '#mocks/utick/domain/pack-products.ts';
import { deleteProduct, listProducts } from '#mocks/utick/domain/product-behaviours.ts';
import { requestProducts } from '#mocks/utick/domain/request-products.ts';
import { listStocks } from '#mocks/utick/domain/stock-behaviours.ts';
import type { UtickSettings } from '#mocks/utick/settings.ts';
import type { Product } from '#mocks/utick/state.ts';
import { offersHouse } from './offers-house.ts';
import { NOBODY, openShop, valueOf, type Shop } from './shop.ts';
import { rowsOf, told } from './text-table.ts';

const open = (settings: Partial<UtickSettings> = {}) => openShop({ data: offersHouse, settings });

async function buy(shop: Shop, price: string, order?: string): Promise<Product> {
  const requests = [shop.wish(price, 1, order)];
  const [product] = valueOf(await shop.ask(requestProducts, { requests }));
  if (!product) throw new Error(`no ${price} to be had`);
  return product;
}

const attach = (shop: Shop, id: string, mainProductId: string) =>
  shop.ask(attachProduct, { id, mainProductId });

/** A pack in an order, and what else is in it. */
async function packed(shop: Shop, ...prices: readonly string[]) {
  const pack = await buy(shop, 'pack_single_full');
  const seats: Product[] = [];
  for (const price of prices) seats.push(await buy(shop, price, pack.orderId));
  for (const { id } of seats) valueOf(await attach(shop, id, pack.id));
  return { pack, seats, orderId: pack.orderId };
}

const confirm = (shop: Shop, orderId: string) => {
  const contactId = shop.id('contacts', 'denis');
  return shop.ask(updateOrder, { orderId, contactId, status: 'confirmed', details: {} });
};

const amountsIn = (shop: Shop, orderId: string) =>
  shop.products(orderId).map(({ amountMinor }) => amountMinor);

test('the stock of a pack is listed under the pack', async () => {
  const shop = await open();
  const offeredBy = [{ offering: 'pack', id: shop.id('packs', 'duo') }] as const;
  const command = { offset: 0, limit: 9, offeredBy, promoCodeIds: [] };
  const [sheet, ...others] = valueOf(await shop.ask(listStocks, command));
  expect(sheet?.stock).toMatchObject({ label: 'PACK', productType: 'pack' });
  expect(others).toEqual([]);
});

test('a seat that is attached to a pack is listed under it, at its price in the pack', async () => {
  const shop = await open();
  const { pack, seats } = await packed(shop, 'hedda_single_full');
  const none = { orderId: undefined, contactId: undefined, offset: 0, limit: 9 };
  const listed = valueOf(await shop.ask(listProducts, { ...none, mainProductId: pack.id }));
  expect(listed.map(({ id, amountMinor }) => [id, amountMinor])).toEqual([[seats[0]?.id, 1500]]);
  expect(shop.brokenRules()).toEqual([]);
});

test('a seat whose price the pack does not list keeps its own', async () => {
  const shop = await open();
  const { orderId } = await packed(shop, 'visit_single_full');
  expect(amountsIn(shop, orderId)).toEqual([1000, 800]);
});

test('a seat in a pack costs nothing where the vendor is set so', async () => {
  const shop = await open({ packSeatPrice: 'zero' });
  const { orderId } = await packed(shop, 'visit_single_full');
  expect(amountsIn(shop, orderId)).toEqual([1000, 0]);
});

test('a seat sold with a promo code gives its use back for its price in the pack', async () => {
  const shop = await open();
  const pack = await buy(shop, 'pack_single_full');
  const promoCodeIds = [shop.id('promoCodes', 'ten')];
  const requests = [{ ...shop.wish('hedda_single_full', 1, pack.orderId), promoCodeIds }];
  const [seat] = valueOf(await shop.ask(requestProducts, { requests }));
  const attached = valueOf(await attach(shop, seat?.id ?? '', pack.id));
  expect(attached).toMatchObject({ amountMinor: 1500, promoCodeId: undefined });
  expect(shop.brokenRules()).toEqual([]);
});

test('attaching twice to the same pack changes nothing', async () => {
  const shop = await open();
  const { pack, seats } = await packed(shop, 'hedda_single_full', 'visit_single_full');
  expect(await attach(shop, seats[0]?.id ?? '', pack.id)).toMatchObject({ ok: true });
});

/** A seat is attached to something; all that is listed is wrong at once, the first is told. */
const refusals = rowsOf(`
  product               to                         outcome
  unknown               unknown                    product-unknown
  hedda_single_full     unknown                    product-unknown
  hedda_single_full     hedda_box_full             not-a-pack
  hedda_single_full     other pack_single_full     pack-in-other-order
  hedda_single_full     other hedda_box_full       pack-in-other-order
  pack_single_full      pack_single_full           not-for-pack is-a-pack
  poster_single_full    subscription_single_full   not-for-pack undated
  poster_single_full    pack_single_full           attached
  visit_single_full     subscription_single_full   attached
  edmond_stalls_full    pack_single_full           attached
`);

describe('attached to', () => {
  it.each(told(refusals, '$to, $product is $outcome'))('%s', async (_, row) => {
    const shop = await open();
    expect(await attachedAs(shop, row)).toBe(row['outcome']);
    expect(shop.brokenRules()).toEqual([]);
  });

  test('a pack outside its sets, a product is refused where sets are enforced', async () => {
    const shop = await open({ packSets: 'enforced' });
    const row = { product: 'poster_single_full', to: 'pack_single_full' };
    expect(await attachedAs(shop, row)).toBe('not-for-pack outside-sets');
  });
});

async function attachedAs(shop: Shop, row: Readonly<Record<string, string>>): Promise<string> {
  const { product = '', to = '' } = row;
  const price = to.replace('other ', '');
  const main = price === 'unknown' ? undefined : await buy(shop, price);
  const order = to.startsWith('other') ? undefined : main?.orderId;
  const seat = product === 'unknown' ? undefined : await buy(shop, product, order);
  const outcome = await attach(shop, seat?.id ?? NOBODY, main?.id ?? NOBODY);
  if (outcome.ok) return 'attached';
  const { failure } = outcome;
  return failure.kind === 'not-for-pack' ? `${failure.kind} ${failure.why}` : failure.kind;
}

test('a pack takes no more products than it holds', async () => {
  const shop = await open();
  const { pack, orderId } = await packed(shop, 'hedda_single_full', 'visit_single_full');
  const third = await buy(shop, 'visit_single_full', orderId);
  expect(await attach(shop, third.id, pack.id)).toEqual({
    ok: false,
    failure: { kind: 'pack-full', most: 2 },
  });
});

test('a set takes no more products than it holds where sets are enforced', async () => {
  const shop = await open({ packSets: 'enforced' });
  const { pack, orderId } = await packed(shop, 'hedda_single_full');
  const second = await buy(shop, 'edmond_stalls_full', orderId);
  expect(await attach(shop, second.id, pack.id)).toMatchObject({
    failure: { kind: 'pack-full', most: 1 },
  });
});

test('nothing is attached in an order that is completed', async () => {
  const shop = await open();
  const { pack, seats, orderId } = await packed(shop, 'hedda_single_full');
  valueOf(await confirm(shop, orderId));
  const contactId = undefined;
  valueOf(await shop.ask(updateOrder, { orderId, contactId, status: 'completed', details: {} }));
  const outcome = await attach(shop, seats[0]?.id ?? '', pack.id);
  expect(outcome).toMatchObject({ failure: { kind: 'order-closed' } });
});

/** A pack of one or two, of which one is a play where sets are enforced. */
const confirmations = rowsOf(`
  sets       attached                              outcome
  open       -                                     pack-incomplete
  open       visit_single_full                     confirmed
  enforced   visit_single_full                     pack-incomplete
  enforced   hedda_single_full                     confirmed
`);

describe('an order with a pack', () => {
  const sentence = 'that holds $attached is $outcome where sets are $sets';
  it.each(told(confirmations, sentence))('%s', async (_, row) => {
    const shop = await open({ packSets: row['sets'] === 'open' ? 'open' : 'enforced' });
    const attached = row['attached'] === '-' ? [] : [row['attached'] ?? ''];
    const { orderId } = await packed(shop, ...attached);
    const outcome = await confirm(shop, orderId);
    expect(outcome.ok ? outcome.value.status : outcome.failure.kind).toBe(row['outcome']);
  });

  test('can be cancelled while the pack is incomplete', async () => {
    const shop = await open();
    const { orderId } = await packed(shop);
    const cancel = { orderId, contactId: undefined, status: 'cancelled', details: {} } as const;
    expect(await shop.ask(updateOrder, cancel)).toMatchObject({ ok: true });
  });
});

describe('when a pack is removed', () => {
  test('its products leave it and cost what they cost alone', async () => {
    const shop = await open();
    const { pack, orderId } = await packed(shop, 'hedda_single_full', 'visit_single_full');
    valueOf(await shop.ask(deleteProduct, { id: pack.id }));
    expect(amountsIn(shop, orderId)).toEqual([2300, 800]);
    expect(shop.products(orderId).every((one) => one.mainProductId === undefined)).toBe(true);
    expect(shop.brokenRules()).toEqual([]);
  });

  test('its products go with it where the vendor is set so', async () => {
    const shop = await open({ packRemoval: 'cascade' });
    const { pack, orderId } = await packed(shop, 'hedda_single_full', 'visit_single_full');
    const before = shop.free('hedda');
    valueOf(await shop.ask(deleteProduct, { id: pack.id }));
    expect(shop.products(orderId)).toEqual([]);
    expect(shop.free('hedda')).toBe(before + 1);
    expect(shop.brokenRules()).toEqual([]);
  });
});

describe('the catalogue of packs', () => {
  test('has published packs only', async () => {
    const shop = await open();
    const packs = valueOf(await shop.ask(listPacks, { offset: 0, limit: 9 }));
    expect(packs.map(({ label }) => label)).toEqual(['Duo']);
    const id = shop.id('packs', 'season');
    expect(await shop.ask(getPack, { id })).toMatchObject({ failure: { kind: 'pack-unknown' } });
  });

  test('shows the sets of a pack with their stocks, priced as in the pack', async () => {
    const shop = await open();
    const id = shop.id('packs', 'duo');
    const { sets } = valueOf(await shop.ask(getPackDetails, { id, stockId: undefined }));
    expect(sets.map(({ set, stocks }) => [set.label, stocks.length])).toEqual([
      ['Pièces', 2],
      ['Visites', 1],
    ]);
    const [full, duo] = sets[0]?.stocks[0]?.categories[0]?.prices ?? [];
    expect([full?.amountMinor, duo?.amountMinor]).toEqual([1500, 2000]);
  });

  test('shows the sets with one stock when asked so', async () => {
    const shop = await open();
    const command = { id: shop.id('packs', 'duo'), stockId: shop.id('stocks', 'visit') };
    const { sets } = valueOf(await shop.ask(getPackDetails, command));
    expect(sets.map(({ set }) => set.label)).toEqual(['Visites']);
  });
});
