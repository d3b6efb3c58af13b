import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { UnreadableAnswerError, type TransportRequest } from '#client/index.ts';
import { keep, type Agreement } from './agreement.ts';
import { signed } from './matching.ts';
import { agreements } from './utick/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'sosie-mutations-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Field = readonly string[];
type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const isMatcher = (value: Json): boolean => 'pact:matcher:type' in value;

/** Each field of a request, those of the objects in it too. */
function fieldsOf(body: Json): readonly Field[] {
  return Object.entries(body).flatMap(([name, value]): readonly Field[] => {
    if (!isObject(value) || isMatcher(value)) return [[name]];
    const inner = fieldsOf(value).map((field) => [name, ...field]);
    // An item of a list is no field, what is in it is.
    return Array.isArray(body) ? inner : [[name], ...inner];
  });
}

/** A client that forgets a field. */
const without =
  (field: Field) =>
  (request: TransportRequest): TransportRequest => {
    const body = JSON.parse(request.body) as Json;
    return { ...request, body: JSON.stringify(dropped(body, field)) };
  };

function dropped(value: unknown, [name = '', ...rest]: Field): unknown {
  if (Array.isArray(value)) {
    return value.map((item, at) => (String(at) === name ? dropped(item, rest) : item));
  }
  const entries = Object.entries(value as Json).flatMap(([key, item]) => {
    if (key !== name) return [[key, item]];
    return rest.length === 0 ? [] : [[key, dropped(item, rest)]];
  });
  return Object.fromEntries(entries) as unknown;
}

const credentials = Object.keys(signed);
/** What every call carries is dropped of one; what is a call's own, of each. */
const mutations = agreements.flatMap((agreement) =>
  fieldsOf(agreement.with)
    .filter(([name = '']) => !credentials.includes(name))
    .map((field) => [agreement.that, field.join('.'), agreement, field] as const),
);

const signedOnly = agreements.find(({ asks }) => asks.endsWith('/authenticate'));
if (!signedOnly) throw new Error('no agreement is about the signature alone');

type Mutate = (request: TransportRequest) => TransportRequest;

/** The provider’s mock gives no answer of the vendor’s to what nobody agreed on. */
async function expectBroken(agreement: Agreement, mutate: Mutate): Promise<void> {
  const broken = keep(agreement, { folder, mutate });
  await expect(broken).rejects.toBeInstanceOf(UnreadableAnswerError);
  await expect(broken).rejects.toMatchObject({ status: 500 });
}

test.each(mutations)('%s: a client that forgets %s fails', async (_, __, agreement, field) => {
  await expectBroken(agreement, without(field));
});

test.each(credentials)('a client that forgets %s of its signature fails', async (name) => {
  await expectBroken(signedOnly, without([name]));
});

test.each([
  ['another method', (request) => ({ ...request, method: 'PATCH' })],
  ['another path', (request) => ({ ...request, url: request.url.replace('system', 'sistem') })],
  ['a field more', (request) => ({ ...request, body: request.body.replace('{', '{"more":1,') })],
] satisfies [string, Mutate][])('a client that sends %s fails', async (_, mutate) => {
  await expectBroken(signedOnly, mutate);
});

test('a client that sends what was agreed does not fail', async () => {
  await keep(signedOnly, { folder, mutate: (request) => ({ ...request }) });
});
