import { describe, expect, it, test } from 'vitest';
import { updateOrder } from '#mocks/utick/domain/order-behaviours.ts';
import { deleteProduct } from '#mocks/utick/domain/product-behaviours.ts';
import {
  attachPromoCode,
  getPromoCode,
  validatePromoCode,
} from '#mocks/utick/domain/promo-behaviours.ts';
import { amountWith, freeUses, type PromoCode } from '#mocks/utick/domain/promo-code.ts';
import { requestProducts } from '#mocks/utick/domain/request-products.ts';
import { getStock, listStocks } from '#mocks/utick/domain/stock-behaviours.ts';
import type { UtickSettings } from '#mocks/utick/settings.ts';
import { offersHouse } from './offers-house.ts';
import { MINUTE, NOBODY, OPENING, openShop, valueOf, type Shop } from './shop.ts';
import { rowsOf, told } from './text-table.ts';

const open = (settings: Partial<UtickSettings> = {}) => openShop({ data: offersHouse, settings });
const DAY = 24 * 60 * MINUTE;

const idsOf = (shop: Shop, names: string): readonly string[] =>
  names === '-' ? [] : names.split(' ').map((name) => shop.id('promoCodes', name));

const usesLeft = async (shop: Shop, name: string): Promise<number> =>
  freeUses(valueOf(await shop.ask(getPromoCode, { id: shop.id('promoCodes', name) })), {
    promoCount: 'product',
  });

async function buy(shop: Shop, price: string, { places = 1, codes = '-', order = '' } = {}) {
  const wish = shop.wish(price, places, order === '' ? undefined : order);
  const requests = [{ ...wish, promoCodeIds: idsOf(shop, codes) }];
  return valueOf(await shop.ask(requestProducts, { requests }));
}

/** What a discount makes of a price; hundredths of a percent, then whole cents. */
const discounts = rowsOf(`
  percentage   value   amount   becomes
  1000         0       2300     2070
  0            500     2300     1800
  1000         500     2300     1570
  1000         0       1005     905
  3333         0       1000     667
  10000        0       2300     0
  0            3000    2300     0
  5000         0       1        1
`);

describe('a discount is the percentage, then the value, never below nothing:', () => {
  const sentence = '$percentage/100 % and $value cents make $becomes of $amount';
  it.each(told(discounts, sentence))('%s', async (_, row) => {
    const shop = await open();
    const code = valueOf(await shop.ask(getPromoCode, { id: shop.id('promoCodes', 'ten') }));
    const terms = { percentage: Number(row['percentage']), valueMinor: Number(row['value']) };
    const discount = { ...code, ...terms } as PromoCode;
    expect(amountWith(discount, Number(row['amount']))).toBe(Number(row['becomes']));
  });
});

/** What a customer types, and for what; an empty answer is no error. */
const validations = rowsOf(`
  label      stock     when   codes
  TEN        hedda     0      ten
  TEN        edmond    0      ten
  TEN        visit     0      -
  TEN        nobody    0      -
  ten        hedda     0      -
  NOBODY     hedda     0      -
  LATER      hedda     0      -
  LATER      hedda     1      later
  PAST       hedda     0      -
  USED       hedda     0      -
  TEN        hedda     10     ten
  TEN        hedda     11     -
  FRIENDS    edmond    0      friends
`);

describe('a promo code is validated:', () => {
  it.each(told(validations, '$label on $stock after $when days gives $codes'))(
    '%s',
    async (_, row) => {
      const shop = await open();
      const stockId = row['stock'] === 'nobody' ? NOBODY : shop.id('stocks', row['stock'] ?? '');
      const command = { label: row['label'], stockId, orderId: undefined };
      const at = OPENING + Number(row['when']) * DAY;
      const codes = valueOf(await shop.ask(validatePromoCode, command, at));
      expect(codes.map(({ id }) => id)).toEqual(idsOf(shop, row['codes'] ?? ''));
    },
  );

  test('for an order that holds something it makes cheaper', async () => {
    const shop = await open();
    const [seat] = await buy(shop, 'hedda_single_full');
    const [visit] = await buy(shop, 'visit_single_full');
    const validate = async (orderId: string | undefined) => {
      const command = { label: 'TEN', stockId: undefined, orderId };
      return valueOf(await shop.ask(validatePromoCode, command)).length;
    };
    expect(await validate(seat?.orderId)).toBe(1);
    expect(await validate(visit?.orderId)).toBe(0);
    expect(await validate(NOBODY)).toBe(0);
  });

  test('not at all without a label', async () => {
    const shop = await open();
    const command = { label: undefined, stockId: undefined, orderId: undefined };
    expect(valueOf(await shop.ask(validatePromoCode, command))).toEqual([]);
  });
});

/** Which code a full price of 2300 is sold with. */
const best = rowsOf(`
  codes               amount   with
  -                   2300     -
  ten                 2070     ten
  fiver               1800     fiver
  both                1740     both
  ten fiver           1800     fiver
  fiver ten both      1740     both
  later past usedUp   2300     -
  friends             2300     -
`);

describe('of several promo codes the best one wins:', () => {
  it.each(told(best, 'with $codes a place costs $amount'))('%s', async (_, row) => {
    const shop = await open();
    const [product] = await buy(shop, 'hedda_single_full', { codes: row['codes'] ?? '' });
    expect(product?.amountMinor).toBe(Number(row['amount']));
    expect(product?.promoCodeId).toBe(idsOf(shop, row['with'] ?? '')[0]);
    const promoCodeIds = idsOf(shop, row['codes'] ?? '');
    const id = shop.id('stocks', 'hedda');
    const sheet = valueOf(await shop.ask(getStock, { id, promoCodeIds }));
    expect(sheet.categories[0]?.prices[0]?.amountMinor).toBe(Number(row['amount']));
  });
});

test('a code of one category leaves the others as they are', async () => {
  const shop = await open();
  const [box] = await buy(shop, 'hedda_box_full', { codes: 'both' });
  expect(box?.amountMinor).toBe(5000);
});

test('a list of stocks shows which prices a code changes', async () => {
  const shop = await open();
  const command = { offset: 0, limit: 9, offeredBy: [], promoCodeIds: idsOf(shop, 'ten') };
  const sheets = valueOf(await shop.ask(listStocks, command));
  const changed = sheets.flatMap(({ stock, categories }) =>
    categories.flatMap(({ prices }) =>
      prices.flatMap(({ price, code }) => (code ? [`${stock.label} ${price.label}`] : [])),
    ),
  );
  expect(changed).toEqual(['HEDDA PLEIN TARIF', 'HEDDA DUO', 'HEDDA LOGE', 'EDMOND PLEIN TARIF']);
});

describe('uses of a promo code', () => {
  test('are taken by each product, and given back with it', async () => {
    const shop = await open();
    const products = await buy(shop, 'hedda_single_full', { places: 2, codes: 'ten' });
    expect(await usesLeft(shop, 'ten')).toBe(1);
    valueOf(await shop.ask(deleteProduct, { id: products[0]?.id ?? '' }));
    expect(await usesLeft(shop, 'ten')).toBe(2);
    const orderId = products[0]?.orderId ?? '';
    const cancel = { orderId, contactId: undefined, status: 'cancelled', details: {} } as const;
    valueOf(await shop.ask(updateOrder, cancel));
    expect(await usesLeft(shop, 'ten')).toBe(3);
    expect(shop.brokenRules()).toEqual([]);
  });

  test('that run out leave the last places at full price', async () => {
    const shop = await open();
    const products = await buy(shop, 'hedda_single_full', { places: 5, codes: 'ten' });
    expect(products.map(({ amountMinor }) => amountMinor)).toEqual([2070, 2070, 2070, 2300, 2300]);
  });

  test('that run out give an empty list where the vendor is set so', async () => {
    const shop = await open({ unusablePromoCode: 'empty' });
    expect(await buy(shop, 'hedda_single_full', { places: 4, codes: 'ten' })).toEqual([]);
    expect(await buy(shop, 'hedda_single_full', { places: 3, codes: 'ten' })).toHaveLength(3);
  });

  test('are one for each order where the vendor is set so', async () => {
    const shop = await open({ promoCount: 'order' });
    const products = await buy(shop, 'hedda_single_full', { places: 5, codes: 'ten' });
    const order = products[0]?.orderId ?? '';
    await buy(shop, 'hedda_single_full', { places: 1, codes: 'ten', order });
    expect(products.every(({ amountMinor }) => amountMinor === 2070)).toBe(true);
    const code = valueOf(await shop.ask(getPromoCode, { id: shop.id('promoCodes', 'ten') }));
    expect(code.uses).toMatchObject({ products: 6, orders: 1 });
    expect(shop.brokenRules()).toEqual([]);
  });

  test('are not taken by a place whose price is imposed', async () => {
    const shop = await open();
    const wish = { ...shop.wish('hedda_single_full', 1), forcedAmountMinor: 700 };
    const requests = [{ ...wish, promoCodeIds: idsOf(shop, 'ten') }];
    const [product] = valueOf(await shop.ask(requestProducts, { requests }));
    expect(product).toMatchObject({ amountMinor: 700, promoCodeId: undefined });
  });
});

describe('a hidden price', () => {
  const pricesOf = async (shop: Shop, codes: string) => {
    const id = shop.id('stocks', 'edmond');
    const sheet = valueOf(await shop.ask(getStock, { id, promoCodeIds: idsOf(shop, codes) }));
    return sheet.categories[0]?.prices.map(({ price }) => price.label);
  };

  test('is listed with the code that reveals it, and only so', async () => {
    const shop = await open();
    expect(await pricesOf(shop, '-')).toEqual(['PLEIN TARIF']);
    expect(await pricesOf(shop, 'ten')).toEqual(['PLEIN TARIF']);
    expect(await pricesOf(shop, 'friends')).toEqual(['PLEIN TARIF', 'AMIS']);
  });

  test('is unknown to a request without the code', async () => {
    const shop = await open();
    const requests = [shop.wish('edmond_stalls_friends', 1)];
    const outcome = await shop.ask(requestProducts, { requests });
    expect(outcome).toMatchObject({ ok: false, failure: { kind: 'price-unknown' } });
  });

  test('is sold as often as the code may be used, all places or none', async () => {
    const shop = await open();
    const wish = { places: 3, codes: 'friends' };
    expect(await buy(shop, 'edmond_stalls_friends', wish)).toEqual([]);
    expect(await buy(shop, 'edmond_stalls_friends', { ...wish, places: 2 })).toHaveLength(2);
    expect(await usesLeft(shop, 'friends')).toBe(0);
    expect(await pricesOf(shop, 'friends')).toEqual(['PLEIN TARIF']);
  });
});

describe('a promo code attached to an order', () => {
  const attach = (shop: Shop, orderId: string, code = 'ten', at = OPENING) =>
    shop.ask(attachPromoCode, { id: shop.id('promoCodes', code), orderId }, at);

  test('makes cheaper what it applies to, and answers that', async () => {
    const shop = await open();
    const [seat] = await buy(shop, 'hedda_single_full');
    const order = seat?.orderId ?? '';
    await buy(shop, 'visit_single_full', { order });
    const repriced = valueOf(await attach(shop, order));
    expect(repriced.map(({ id, amountMinor }) => [id, amountMinor])).toEqual([[seat?.id, 2070]]);
    expect(await usesLeft(shop, 'ten')).toBe(2);
    expect(valueOf(await attach(shop, order))).toEqual(repriced);
    expect(await usesLeft(shop, 'ten')).toBe(2);
  });

  test('takes the place of a worse one, whose use is given back', async () => {
    const shop = await open();
    const [seat] = await buy(shop, 'hedda_single_full', { codes: 'ten' });
    const order = seat?.orderId ?? '';
    expect(valueOf(await attach(shop, order, 'fiver'))[0]?.amountMinor).toBe(1800);
    expect(await usesLeft(shop, 'ten')).toBe(3);
    expect(valueOf(await attach(shop, order, 'ten'))).toEqual([]);
  });

  test('makes a paid order overpaid', async () => {
    const shop = await open();
    const [seat] = await buy(shop, 'hedda_single_full');
    const orderId = seat?.orderId ?? '';
    const contactId = shop.id('contacts', 'lecomte');
    valueOf(await shop.ask(updateOrder, { orderId, contactId, status: 'paid', details: {} }));
    valueOf(await attach(shop, orderId));
    expect(shop.order(orderId)?.status).toBe('overpaid');
  });

  /** All that is listed is wrong at once, the first is told. */
  const refusals = rowsOf(`
    code      order       outcome
    nobody    nobody      promo-code-unknown
    later     nobody      order-unknown
    later     cancelled   order-closed
    later     hedda       promo-code-unusable not-yet-valid
    past      hedda       promo-code-unusable expired
    usedUp    visit       promo-code-unusable not-applicable
    usedUp    hedda       promo-code-unusable used-up
    friends   edmond      promo-code-unusable not-applicable
  `);

  it.each(told(refusals, '$code on the order $order is $outcome'))('%s', async (_, row) => {
    const shop = await open();
    const id = row['code'] === 'nobody' ? NOBODY : shop.id('promoCodes', row['code'] ?? '');
    const outcome = await shop.ask(attachPromoCode, { id, orderId: await orderOf(shop, row) });
    const failure = outcome.ok ? undefined : outcome.failure;
    const why = failure?.kind === 'promo-code-unusable' ? ` ${failure.why}` : '';
    expect(`${failure?.kind}${why}`).toBe(row['outcome']);
  });
});

async function orderOf(shop: Shop, row: Readonly<Record<string, string>>): Promise<string> {
  const prices: Readonly<Record<string, string>> = {
    hedda: 'hedda_single_full',
    visit: 'visit_single_full',
    edmond: 'edmond_stalls_full',
    cancelled: 'hedda_single_full',
  };
  const price = prices[row['order'] ?? ''];
  if (price === undefined) return NOBODY;
  const [product] = await buy(shop, price);
  const orderId = product?.orderId ?? '';
  if (row['order'] === 'cancelled') {
    const cancel = { orderId, contactId: undefined, status: 'cancelled', details: {} } as const;
    valueOf(await shop.ask(updateOrder, cancel));
  }
  return orderId;
}
