import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { utickLarge } from '#fixtures/factories/utick.ts';
import { Installation } from '#kernel/installation.ts';
import { randomFrom } from '#kernel/random.ts';
import { State } from '#kernel/state.ts';
import { inspect, universeOf } from '#kernel/vendor.ts';
import { validatorOf } from '#kit/ajv.ts';
import type { DatasetSection } from '#mocks/utick/dataset/schema.ts';
import { parseDate } from '#kernel/relative-date.ts';
import { utick } from '#mocks/utick/index.ts';
import { getOrder } from '#mocks/utick/domain/order-behaviours.ts';
import type { Order, Payment, PaymentMethod, UtickDraft } from '#mocks/utick/state.ts';
import { MINUTE, OPENING, openShop } from './shop.ts';
import { smallHouse } from './small-house.ts';
import { rowsOf, told } from './text-table.ts';

const sectionOf = (name: string): DatasetSection =>
  (parse(readFileSync(`fixtures/datasets/${name}.yaml`, 'utf8')) as { utick: DatasetSection })
    .utick;

describe('the data set', () => {
  it.each(['demo', 'empty', 'edge-cases'])(
    '%s fits its schema and keeps every rule',
    async (name) => {
      const section = sectionOf(name);
      expect(validatorOf(utick.dataset.schema)(section)).toEqual([]);
      const shop = await openShop({ data: section });
      expect(shop.brokenRules()).toEqual([]);
      expect(shop.id('devices', 'test')).toBe('TEST-DEVICE');
    },
  );

  test('demo has places to sell, last places and a stock that is sold out', async () => {
    const shop = await openShop({ data: sectionOf('demo') });
    expect(shop.free('hedda_single')).toBeGreaterThanOrEqual(5);
    expect(shop.free('reading')).toBe(2);
    expect(shop.free('readingGuests')).toBe(0);
    expect(shop.order(shop.id('orders', 'lecomte'))?.status).toBe('completed');
  });

  test('demo has five ways to pay, an order paid online and one paid in part', async () => {
    const shop = await openShop({ data: sectionOf('demo') });
    const types = [...shop.sandbox.state.table<PaymentMethod>('utick.paymentMethods').rows()];
    expect(new Set(types.map(({ type }) => type)).size).toBe(5);
    expect(shop.order(shop.id('orders', 'vandamme'))?.status).toBe('paid');
    expect(shop.order(shop.id('orders', 'group'))?.status).toBe('partially-paid');
    const paid = shop.sandbox.state.table<Payment>('utick.payments');
    expect(paid.get(shop.id('payments', 'vandamme_online'))?.externalId).toBe('tr_demo1');
  });

  test('edge-cases has an order in every state, and one that expires in a minute', async () => {
    const shop = await openShop({ data: sectionOf('edge-cases') });
    const orders = [...shop.sandbox.state.table<Order>('utick.orders').rows()];
    expect(new Set(orders.map(({ status }) => status)).size).toBe(12);
    const expiring = shop.id('orders', 'aboutToExpire');
    expect(shop.order(expiring)?.expiresAt).toBe(OPENING + MINUTE);
    await shop.ask(getOrder, { id: expiring }, OPENING + MINUTE);
    expect(shop.order(expiring)?.status).toBe('abandoned');
    expect([shop.free('lastPlace'), shop.free('lastPlace_single')]).toEqual([2, 1]);
  });

  test('gives an object the same id whatever else is in it', async () => {
    const { hedda, edmond } = smallHouse.stocks ?? {};
    if (!hedda || !edmond) throw new Error('the small house has two plays');
    const fewer = await openShop({ data: { ...smallHouse, stocks: { hedda, edmond } } });
    const all = await openShop();
    expect(fewer.id('stocks', 'hedda')).toBe(all.id('stocks', 'hedda'));
  });
});

/** What is changed in the small house, and the one line that says what is wrong with it. */
const mistakes = rowsOf(`
  change                                                        pointer                              line
  {"events":{"hedda":{"venue":"hal"}}}                          /events/hedda/venue                  unknown name "hal", did you mean "hall"?
  {"events":{"hedda":{"starts":"2026-02-30T20:00:00+01:00"}}}   /events/hedda/starts                 there is no date "2026-02-30T20:00:00+01:00"
  {"stocks":{"hedda":{"event":"macbeth"}}}                      /stocks/hedda/event                  unknown name "macbeth"
  {"stocks":{"hedda":{"free":21}}}                              /stocks/hedda/free                   21 of 20 are free
  {"stocks":{"edmond":{"capacity":5}}}                          /stocks/edmond/categories/stalls/seats   4 seats are named, 5 places are free
`);

describe('a mistake in a data set', () => {
  it.each(told(mistakes, 'at $pointer is told: $line'))('%s', async (_, row) => {
    const data = merged(smallHouse, JSON.parse(row['change'] ?? '')) as DatasetSection;
    await expect(openShop({ data })).rejects.toMatchObject({
      name: 'DatasetProblem',
      pointer: row['pointer'],
      message: row['line'],
    });
  });

  test('is told of an order whose payments lead elsewhere', async () => {
    const products = [{ stock: 'hedda', category: 'single', price: 'full', quantity: 2 }];
    const payments = { deposit: { method: 'cash', amount: 100 } };
    const half = { contact: 'denis', status: 'paid' as const, products, payments };
    const data = { ...smallHouse, orders: { half } };
    await expect(openShop({ data })).rejects.toMatchObject({
      pointer: '/orders/half/status',
      message: 'its payments make this order partially-paid',
    });
  });

  test('is told of an order that the stocks cannot satisfy', async () => {
    const products = [{ stock: 'hedda', category: 'single', price: 'full', quantity: 9 }];
    const orders = { big: { contact: 'denis', status: 'paid' as const, products } };
    await expect(openShop({ data: { ...smallHouse, orders } })).rejects.toMatchObject({
      pointer: '/orders/big/products',
    });
  });
});

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function merged(base: unknown, change: unknown): unknown {
  if (!isObject(base) || !isObject(change)) return change;
  const entries = Object.entries(change).map(([key, value]) => [key, merged(base[key], value)]);
  return { ...base, ...(Object.fromEntries(entries) as object) };
}

/** Seen from 4 March 2026, 10:00 in Brussels; the clocks change on 29 March. */
const dates = rowsOf(`
  text                        instant
  now                         2026-03-04T09:00:00.000Z
  now+2h                      2026-03-04T11:00:00.000Z
  now-90m                     2026-03-04T07:30:00.000Z
  now+30d                     2026-04-03T08:00:00.000Z
  now+30d@20:00               2026-04-03T18:00:00.000Z
  now+1w@19:30                2026-03-11T18:30:00.000Z
  now+1mo                     2026-04-04T08:00:00.000Z
  now@23:59                   2026-03-04T22:59:00.000Z
  2026-12-24T20:00:00+01:00   2026-12-24T19:00:00.000Z
  tomorrow                    none
  now+30d@24:00               none
  now+30x                     none
`);

test.each(told(dates, '$text is $instant'))('the date %s', (_, row) => {
  const instant = parseDate(row['text'] ?? '', OPENING, 'Europe/Brussels');
  expect(instant === undefined ? 'none' : new Date(instant).toISOString()).toBe(row['instant']);
});

describe('a large data set', () => {
  const universe = universeOf([utick]);
  const build = (count: number): State => {
    const state = new State(universe.specs);
    const edits = new Installation(state);
    const draft = universe.vendors.get('utick')?.draft(edits, { now: OPENING, depth: 0 });
    // The kernel makes drafts of any vendor; this one is Utick's.
    utickLarge(draft as unknown as UtickDraft, count, { now: OPENING, random: randomFrom(1) });
    edits.finish();
    return state;
  };

  test.each([1, 20, 1234])('of %i orders keeps every rule', (count) => {
    const state = build(count);
    const seen = inspect(state, utick);
    const broken = Object.values(utick.invariants).flatMap((holds) =>
      holds(seen as Parameters<typeof holds>[0], OPENING),
    );
    expect(broken).toEqual([]);
    expect(state.table('utick.orders').count).toBe(count);
    expect(state.table('utick.products').count).toBe(2 * count);
  });

  test('is the same for the same seed', () => {
    const rows = (state: State) =>
      ['contacts', 'stocks', 'orders', 'products'].map((name) => [
        ...state.table(`utick.${name}`).rows(),
      ]);
    expect(rows(build(20))).toEqual(rows(build(20)));
  });
});
