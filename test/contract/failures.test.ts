import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Type } from '@sinclair/typebox';
import { expect, test } from 'vitest';
import { contracts } from '#contracts/index.ts';
import {
  emitErrors,
  hasNothingUnbuilt,
  unbuiltAccess,
  type RefusalSample,
} from '#kit/emit/errors.ts';
import type { Contract } from '#kit/operation.ts';

const root = new URL('../../fixtures/golden/', import.meta.url);

/** The failure that each golden sample of a vendor shows, by the sample's name. */
function shown(vendor: string): ReadonlyMap<string, string> {
  const folder = new URL(`${vendor}/`, root);
  const samples = readdirSync(folder).flatMap((name): readonly [string, string][] => {
    const file = new URL(`${name}/provenance.json`, folder);
    if (!existsSync(file)) return [];
    const { failure } = JSON.parse(readFileSync(file, 'utf8')) as { readonly failure?: string };
    return failure === undefined ? [] : [[name, failure]];
  });
  return new Map(samples);
}

const byVendor = contracts.map((contract) => [contract.vendor, contract] as const);

test.each(byVendor)('every failure of %s is shown by a golden sample', (vendor, contract) => {
  const provoked = new Set(shown(vendor).values());
  const missing = Object.keys(contract.errors).filter(
    (failure) => !provoked.has(failure) && unbuiltAccess(contract, failure) === undefined,
  );
  if (hasNothingUnbuilt(contract)) expect(missing).toEqual(['not-built']);
  else expect(missing).toEqual([]);
});

test.each(byVendor)(
  'no golden sample shows a failure that %s does not have',
  (vendor, contract) => {
    const strangers = [...shown(vendor)].filter(([, failure]) => !(failure in contract.errors));
    expect(strangers).toEqual([]);
  },
);

test.each(byVendor)('a golden sample of %s is named after its operation', (vendor, contract) => {
  const names = readdirSync(new URL(`${vendor}/`, root), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const known = new Set([...Object.keys(contract.operations), 'unmatched']);
  expect(names.filter((name) => !known.has(name.split('__')[0] ?? ''))).toEqual([]);
});

const error = { status: 404, code: 404, message: 'No', evidence: 'guess', when: 'Asked.' } as const;
const contractOf = (failures: readonly string[], more: Partial<Contract> = {}): Contract => ({
  vendor: 'drill',
  title: 'Drill API',
  version: '1',
  operations: {},
  refusal: Type.Unknown(),
  errors: Object.fromEntries(failures.map((failure) => [failure, error])),
  ...more,
});

const sampleOf = (sample: Partial<RefusalSample>): RefusalSample => ({
  name: 'getOrder__refuses',
  failure: 'order-unknown',
  request: { method: 'GET', url: '/drill/orders/nobody/' },
  before: 0,
  given: {},
  telling: undefined,
  ...sample,
});

const rowFor = (sample: Partial<RefusalSample>): string => {
  const { text } = emitErrors(contractOf(['order-unknown']), [sampleOf(sample)]);
  return text.split('\n').at(-2)?.replaceAll(/ +/g, ' ') ?? '';
};

test('a row holds the request and leads to its sample', () => {
  expect(rowFor({})).toBe(
    '| `order-unknown` | `GET /drill/orders/nobody/` | ' +
      '[getOrder__refuses](../../fixtures/golden/drill/getOrder__refuses/request.json) |',
  );
});

const body = { $sign: true, quantity: 0, orderid: '${0/response/0/orderid}' };
const patch = { method: 'PATCH', url: '/drill/orders/${0/response/0/orderid}/', body };
const asked = { method: 'POST', url: '/drill' };

test.each<[string, Partial<RefusalSample>, string]>([
  [
    'the whole body, without credentials that are right',
    { request: patch },
    '`PATCH /drill/orders/{orderid}/`, `{"quantity":0,"orderid":"{orderid}"}`',
  ],
  [
    'only what tells of a long body',
    { request: patch, telling: ['/quantity'] },
    '`PATCH /drill/orders/{orderid}/`, `/quantity` `0`',
  ],
  [
    'what the body lacks',
    { request: patch, telling: ['/contactid'] },
    '`PATCH /drill/orders/{orderid}/`, without `/contactid`',
  ],
  ['how many requests lead to it', { before: 2 }, 'after 2 other requests: `GET'],
  [
    'what the sandbox was given',
    { given: { settings: { window: 5 } }, before: 1 },
    'given settings `{"window":5}`, after 1 other request: `GET',
  ],
  ['a body that is no JSON', { request: { ...asked, rawBody: '{"a":' } }, 'the text `{"a":`'],
  ['headers', { request: { ...asked, headers: { a: 'b' } } }, '`POST /drill`, headers `{"a":"b"}`'],
])('a request is shown with %s', (_, sample, text) => {
  expect(rowFor(sample)).toContain(text);
});

test('of several samples of a failure, the one with the fewest and shortest requests is shown', () => {
  const long = { method: 'GET', url: '/drill/orders/nobody-of-this-name/' };
  const { text } = emitErrors(contractOf(['order-unknown']), [
    sampleOf({ name: 'after_another', before: 1 }),
    sampleOf({ name: 'long', request: long }),
    sampleOf({ name: 'simplest' }),
  ]);
  expect(text).toContain('[simplest]');
  expect(text).not.toMatch(/\[(long|after_another)\]/);
});

const scan = {
  method: 'PATCH',
  path: '/v1/scans',
  summary: 'Lets a ticket in.',
  evidence: 'guess',
  access: 'device',
  request: Type.Unknown(),
  result: Type.Unknown(),
  response: Type.Unknown(),
} as const;
const promised = { ...scan, notBuilt: true } as const;

test.each<[string, string, Contract['operations'], string]>([
  ['not built yet', 'device-unknown', { scan: promised }, 'not built yet: no operation with'],
  ['without a sample when one is built', 'device-unknown', { scan, promised }, 'no sample yet'],
  ['without a sample when it is of no caller', 'order-unknown', { promised }, 'no sample yet'],
])('a failure that nothing provokes is listed as %s', (_, failure, operations, text) => {
  expect(emitErrors(contractOf([failure], { operations })).text).toContain(`| ${text}`);
});
