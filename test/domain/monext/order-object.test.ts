import { describe, expect, test } from 'vitest';
import { settingsReader } from '#kernel/settings.ts';
import { brokenRule, type RuleContext } from '#mocks/monext/domain/field-rules.ts';
import { orderRules } from '#mocks/monext/domain/order-rules.ts';
import { knownFields, type OrderFields } from '#mocks/monext/domain/order.ts';
import { settings } from '#mocks/monext/settings.ts';
import { buy, goodOrder, renew } from './calls.ts';
import { MORNING, openTill, reasonOf, valueOf } from './till.ts';

const context = (more: Partial<RuleContext> = {}, strictOrder = true): RuleContext => ({
  now: MORNING,
  version: 34,
  action: '100',
  settings: settingsReader(settings)({ strictOrder }).settings,
  ...more,
});
const lenient = context({}, false);

const said = (fields: OrderFields, given = context()): string => {
  const broken = brokenRule(orderRules, knownFields(fields, given.version), given);
  return broken ? `${broken.label} : ${broken.rule}` : 'accepted';
};

/** Every field of the reference, filled in as its examples are. */
const full = goodOrder({
  origin: 'MO',
  country: 'FR',
  taxes: '100',
  details: { details: [{ ref: 'COAT', price: '6000', quantity: '1', sellerType: '1' }] },
  deliveryTime: '1',
  deliveryMode: '4',
  deliveryExpectedDate: '05/03/2026',
  deliveryExpectedDelay: '10',
  deliveryCharge: '250',
  discountAmount: '0',
  otaPackageType: '10',
  otaDestinationCountry: 'FR',
  bookingReference: 'BOOKING-1',
  orderDetail: 'AB12',
  orderExtended: '{"reorderIndicator":"01"}',
  orderOTA: '{"agencyCode":"6565","transport":{"travelerList":[],"legList":[]}}',
});

test('an order with every field of the reference is accepted, however strict one is', () => {
  expect(said(full)).toBe('accepted');
  expect(said(goodOrder())).toBe('accepted');
});

describe.each(orderRules.map((rule) => [rule.field, rule.broken, rule] as const))(
  '%s, %s',
  (_field, _broken, rule) => {
    const broken = { ...full, ...rule.sample };

    test('is told in the vendor’s words', () => {
      expect(said(broken)).toBe(`${rule.label} : ${rule.rule}`);
    });

    test('is refused by default, or where one is strict', () => {
      expect(said(broken, lenient) === 'accepted').toBe(rule.mode === 'strict');
    });

    test('is not told when something before it in the table is wrong too', () => {
      expect(said({ ...broken, ref: 'x'.repeat(51) })).toBe(
        'Order Reference : Max length 50 characters',
      );
    });
  },
);

test('a fault is told before those that stand after it in the table', () => {
  const texts = orderRules.filter(({ field }) => !field.includes('/') && field !== 'details');
  for (const [at, rule] of texts.entries()) {
    const later = texts.slice(at + 1).filter(({ field }) => field !== rule.field);
    const all = Object.assign({}, full, ...later.map(({ sample }) => sample), rule.sample);
    expect(said(all as OrderFields)).toBe(`${rule.label} : ${rule.rule}`);
  }
});

test.each([
  // field                  value                     answer
  ['ref', 'x'.repeat(50), 'accepted'],
  ['ref', '€'.repeat(50), 'accepted'],
  ['ref', '😀'.repeat(50), 'accepted'],
  ['ref', '', 'Order Reference : Max length 50 characters'],
  ['origin', 'BIGBANG', 'accepted'],
  ['origin', 'In-Store', 'accepted'],
  ['country', 'fr', 'accepted'],
  ['country', 'XX', 'accepted'],
  ['country', 'F1', 'Order Country : Max length 2 characters'],
  ['amount', '999999999999', 'accepted'],
  ['amount', '1000000000000', 'Order Amount : Must be numeric(12), ex : 15078'],
  ['amount', '60.00', 'Order Amount : Must be numeric(12), ex : 15078'],
  ['amount', '0', 'accepted'],
  ['currency', '97', 'Order Currency : Must be numeric(3), ex : 978'],
  ['date', '31/02/2026 11:00', 'Order Date : Bad format, please refer to the user guide'],
  ['date', '07/04/2016 24:00', 'Order Date : Bad format, please refer to the user guide'],
  ['date', '07/04/2016', 'Order Date : Bad format, please refer to the user guide'],
  ['date', '07/04/2016 11:00:00', 'Order Date : Bad format, please refer to the user guide'],
  ['deliveryMode', '999', 'accepted'],
  ['deliveryMode', '77', 'accepted'],
  ['deliveryExpectedDate', '05/03/2026', 'accepted'],
  [
    'deliveryExpectedDate',
    '04/03/2026',
    'Order DeliveryExpectedDate : Must be greater than the current date',
  ],
  ['deliveryExpectedDelay', '200', 'accepted'],
  ['bookingReference', 'x'.repeat(100), 'accepted'],
  ['orderExtended', 'OrderExtended supp', 'accepted'],
])('by default %s "%s" is %s', (field, value, answer) => {
  expect(said({ ...full, [field]: value }, lenient)).toBe(answer);
});

test('101 items are too many, 100 are not', () => {
  const items = (count: number) => ({ details: Array.from({ length: count }, () => ({})) });
  expect(said({ ...full, details: items(100) })).toBe('accepted');
  expect(said({ ...full, details: items(101) })).toBe('Order Details : Max length 100 elements');
});

test('the items of an order are each looked at', () => {
  const details = [{ ref: 'COAT' }, { ref: 'x'.repeat(51) }];
  expect(said({ ...full, details: { details } }, lenient)).toBe(
    'OrderDetail Ref : Max length 50 characters',
  );
});

test.each([
  // field             wrong      since
  ['deliveryCharge', 'free', 18],
  ['discountAmount', 'none', 21],
  ['otaPackageType', '100', 21],
  ['otaDestinationCountry', 'FRA', 21],
  ['bookingReference', 'x'.repeat(101), 21],
  ['orderDetail', 'phone', 21],
  ['orderExtended', '{', 21],
  ['orderOTA', '{', 21],
])('%s "%s" is not looked at, and not kept, before version %i', (field, wrong, since) => {
  const order = { ...full, [field]: wrong };
  expect(said(order, context({ version: since - 1 }))).toBe('accepted');
  expect(said(order, context({ version: since }))).not.toBe('accepted');
  expect(Object.keys(knownFields(order, since - 1))).not.toContain(field);
  expect(Object.keys(knownFields(order, since))).toContain(field);
});

test.each([
  ['MO', true],
  ['TO', true],
  ['E-commerce', false],
  [undefined, false],
])('with the origin %s an orderDetail counts: %s', (origin, counts) => {
  const order = { ...goodOrder(origin ? { origin } : {}), orderDetail: 'much too long' };
  expect(said(order) !== 'accepted').toBe(counts);
  expect('orderDetail' in knownFields(order, 34)).toBe(counts);
});

test('an amount of nought is right where the card is only verified', () => {
  const order = { ...full, amount: '0' };
  expect(said(order)).toBe('Order Amount : Must not be null');
  expect(said(order, context({ action: '108' }))).toBe('accepted');
});

test('no order at all is one without a reference, or the internal error of unexpected nulls', async () => {
  const till = await openTill();
  const more = { order: undefined };
  expect(await buy(till, { more })).toEqual({
    ok: false,
    failure: {
      kind: 'field-invalid',
      label: 'Order Reference',
      rule: 'Max length 50 characters',
      evidence: 'public',
    },
  });
  const other = await openTill({ settings: { orderMissing: '02101' } });
  expect(reasonOf(await buy(other, { more }))).toBe('order-missing');
});

test('a back slash in a reference is refused, unless the setting says otherwise', async () => {
  const order = { ref: 'A\\1' };
  expect(reasonOf(await buy(await openTill(), { order }))).toBe('field-invalid');
  const till = await openTill({ settings: { backslashInRef: 'accepted' } });
  expect(valueOf(await buy(till, { order })).orderRef).toBe('A\\1');
});

test('the amount of an order may differ from that of its payment', async () => {
  const till = await openTill();
  const { amountMinor, purchase } = valueOf(await buy(till, { order: { amount: '7000' } }));
  expect([amountMinor, purchase?.order?.amountMinor]).toEqual([6000, 7000]);
});

test('a re-authorisation judges its order as an authorisation does', async () => {
  const till = await openTill();
  const { id } = valueOf(await buy(till));
  const order = goodOrder({ currency: 'EUR' });
  expect(reasonOf(await renew(till, id, {}, undefined, { order }))).toBe('field-invalid');
});
