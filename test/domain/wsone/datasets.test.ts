import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { wsoneLarge } from '#fixtures/factories/wsone.ts';
import { Installation } from '#kernel/installation.ts';
import { randomFrom } from '#kernel/random.ts';
import { State } from '#kernel/state.ts';
import { inspect, universeOf } from '#kernel/vendor.ts';
import { validatorOf } from '#kit/ajv.ts';
import type { DatasetSection } from '#mocks/wsone/dataset/schema.ts';
import { wsone } from '#mocks/wsone/index.ts';
import { getLastTransaction } from '#mocks/wsone/domain/transaction-behaviours.ts';
import type { Identifier, Offer, Person, Transaction, WsoneDraft } from '#mocks/wsone/state.ts';
import { rowsOf, told } from '../utick/text-table.ts';
import { openBrand, OPENING, valueOf } from './brand.ts';
import { smallBrand } from './small-brand.ts';

const sectionOf = (name: string): DatasetSection =>
  (parse(readFileSync(`fixtures/datasets/${name}.yaml`, 'utf8')) as { wsone: DatasetSection })
    .wsone;

describe('the data set', () => {
  it.each(['demo', 'empty', 'edge-cases', 'wsone-seed'])(
    '%s fits its schema and keeps every rule',
    async (name) => {
      const section = sectionOf(name);
      expect(validatorOf(wsone.dataset.schema)(section)).toEqual([]);
      const brand = await openBrand({ data: section });
      expect(brand.brokenRules()).toEqual([]);
      expect(brand.rows<{ id: string }>('clients').map(({ id }) => id)).toContain('demo');
    },
  );

  test('demo has two customers of one name, one near the cheque, and cards in every state', async () => {
    const brand = await openBrand({ data: sectionOf('demo') });
    const names = brand.rows<Person>('persons').map((one) => `${one.firstName} ${one.lastName}`);
    expect(names.length - new Set(names).size).toBe(1);
    const states = brand.rows<Identifier>('identifiers').map(({ status }) => status);
    expect(new Set(states)).toEqual(new Set(['active', 'replaced', 'blocked']));
    const free = brand.rows<Identifier>('identifiers').filter((one) => one.personId === undefined);
    expect(free).toHaveLength(1);
    const points = brand.rows<{ points: number }>('balances').map((balance) => balance.points);
    expect(points).toContain(440);
  });

  test('names of each customer the first card that is active, and the cards that are nobody’s', async () => {
    const web = { type: 10, value: 'ada@example.com' };
    const lost = { value: 'LOST', status: 'replaced' } as const;
    const blocked = { value: 'BLOCKED', status: 'blocked' } as const;
    const of = (...identifiers: readonly object[]) => ({
      ...{ store: 'shop', lastName: 'ADA' },
      identifiers: [...identifiers],
    });
    const { names } = await openBrand({
      data: {
        stores: { shop: { number: '1', label: 'Shop' } },
        persons: { ada: of(web, lost, { value: 'FIRST' }, { value: 'SECOND' }), bob: of(blocked) },
        freeIdentifiers: { stock: { value: 'FREE' } },
      } as DatasetSection,
    });
    expect(names['cards']).toEqual({ ada: 'FIRST', free_stock: 'FREE' });
  });

  test('demo has a receipt in every state but one, and an offer in every state', async () => {
    const brand = await openBrand({ data: sectionOf('demo') });
    const states = brand.rows<Transaction>('transactions').map(({ status }) => status);
    expect(states).toEqual(['valid', 'pending', 'cancelled', 'refunded']);
    const offers = brand.rows<Offer>('offers').map(({ status }) => status);
    expect(new Set(offers)).toEqual(new Set(['available', 'expired', 'used']));
  });
});

/** What is changed in the small brand, and the one line that says what is wrong with it. */
const mistakes = rowsOf(`
  change                                                             pointer                            line
  {"stores":{"shop":{"parent":"brnd"}}}                              /stores/shop/parent                unknown name "brnd", did you mean "brand"?
  {"stores":{"group":{"parent":"shop"}}}                             /stores/group/parent               a store cannot be a parent of its own
  {"stores":{"web":{"number":"666666"}}}                             /stores/web/number                 666666 is taken
  {"offers":{"welcome":{"percentage":100}}}                          /offers/welcome                    an offer has an amount or a percentage, and not both
  {"offers":{"welcome":{"tier":100}}}                                /offers/welcome/tier               a welcome offer costs no points
  {"offers":{"cheque":{"id":"BIG"}}}                                 /offers/bigCheque/id               BIG is taken
  {"persons":{"lefevre":{"store":"shp"}}}                            /persons/lefevre/store             unknown name "shp", did you mean "shop"?
  {"persons":{"lefevre":{"groupeId":"2"}}}                           /persons/lefevreSon/groupeId       2 is taken
  {"freeIdentifiers":{"stock":{"value":"2900000000001"}}}            /freeIdentifiers/stock/value       2900000000001 is taken
  {"persons":{"lefevre":{"offers":{"x":{"offer":"none"}}}}}          /persons/lefevre/offers/x/offer    unknown name "none"
  {"persons":{"lefevre":{"offers":{"x":{"offer":"cheque","ends":"2026-02-30T00:00:00Z"}}}}}  /persons/lefevre/offers/x/ends  there is no date "2026-02-30T00:00:00Z"
  {"transactions":{"t":{"person":"lefevreAnne","store":"shop","status":"valid","receipt":"1","total":1}}}  /transactions/t/person  this customer has no active identifier
  {"transactions":{"t":{"person":"lefevre","store":"shop","status":"valid","receipt":"1","total":1}},"next":{"transaction":2}}  /next/transaction  2 comes next already
`);

describe('a mistake in a data set', () => {
  it.each(told(mistakes, 'at $pointer is told: $line'))('%s', async (_, row) => {
    const data = merged(smallBrand, JSON.parse(row['change'] ?? '')) as DatasetSection;
    await expect(openBrand({ data })).rejects.toMatchObject({
      name: 'DatasetProblem',
      pointer: row['pointer'],
      message: row['line'],
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

test('a data set may go on from a number of the vendor’s own', async () => {
  const data = { ...sectionOf('demo'), next: { transaction: 157 } };
  const brand = await openBrand({ data });
  expect(
    brand.sandbox.state.table<{ id: string; value: number }>('counters').get('wsone.transactions'),
  ).toMatchObject({ value: 156 });
});

describe('a large data set', () => {
  const universe = universeOf([wsone]);
  const largeOf = (count: number, seed = 1) => {
    const state = new State(universe.specs);
    const edits = new Installation(state, true);
    const moment = { now: OPENING, random: randomFrom(seed) };
    // The kernel makes drafts of any vendor; this one is WsOne's.
    const draft = universe.vendors
      .get('wsone')
      ?.draft(edits, { now: OPENING, depth: 0 }) as unknown as WsoneDraft;
    wsone.dataset.install(draft, sectionOf('demo'), moment);
    const names = wsoneLarge(draft, count, moment);
    edits.finish();
    return { state, names };
  };

  test('keeps every rule, and names its first customers with their cards', () => {
    const { state, names } = largeOf(500);
    const broken = Object.values(wsone.invariants).flatMap((holds) =>
      holds(inspect(state, wsone) as Parameters<typeof holds>[0], OPENING),
    );
    expect(broken).toEqual([]);
    expect(Object.keys(names['persons'] ?? {})).toHaveLength(500);
    const card = names['cards']?.['customer500'] ?? '';
    const personId = names['persons']?.['customer500'];
    expect(state.table<Identifier>('wsone.identifiers').get(`1:${card}`)).toMatchObject({
      personId,
    });
  });

  test('is the same for the same seed, and another for another', () => {
    const rows = (seed: number) => [...largeOf(50, seed).state.table('wsone.persons').rows()];
    expect(rows(1)).toEqual(rows(1));
    expect(rows(2)).not.toEqual(rows(1));
  });
});

test('a receipt of a data set is one that a till could have sent', async () => {
  const brand = await openBrand({ data: sectionOf('demo') });
  const identifier = { type: 1, value: '2990000000033' };
  const last = valueOf(await brand.ask(getLastTransaction, { identifier, storeId: undefined }));
  expect(last).toMatchObject({ status: 'valid', settlement: { earned: 34, totalMinor: 3410 } });
});
