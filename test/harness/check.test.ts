import { expect, test } from 'vitest';
import { checkFile, type CheckOptions } from '#harness/check/index.ts';

const hint = (path: string): string => (path === '/v1/shop/order' ? ', did you mean …?' : '');

const check = (text: string, options: Partial<CheckOptions> = {}) =>
  checkFile('file.json', text, { hint, ...options });

/** The findings, one a line. */
const told = (text: string, options: Partial<CheckOptions> = {}): readonly string[] =>
  check(text, options).findings.map(
    ({ kind, where, pointer, message }) => `${kind} ${where} ${pointer} ${message}`,
  );

const pong = {
  ...{ success: true, response: { message: 'pong' }, environment: 'test', api_version: 1 },
  ...{ datetime: '2026-03-04T10:00:00+01:00', cached: false, status_code: 200, language: 'fr' },
};
const refusal = {
  ...{ ...pong, success: false, response: null, status_code: 404 },
  error: { code: 404, message: 'Unknown order: 7' },
};

const exchange = (
  over: { url?: string; method?: string; sent?: unknown; body?: unknown } = {},
) => ({
  request: {
    ...{ method: over.method ?? 'GET', url: over.url ?? '/utick/v1/ping' },
    ...('sent' in over ? { body: over.sent } : {}),
  },
  response: { status: 200, body: 'body' in over ? over.body : pong },
});
const json = (value: unknown): string => JSON.stringify(value);
const lines = (...values: readonly unknown[]): string => values.map(json).join('\n') + '\n';

test('messages that keep to the contract are counted, and nothing is told', () => {
  expect(check(json(exchange()))).toEqual({ exchanges: 1, messages: 2, findings: [] });
});

test('a violation is told with its line and a pointer into the exchange', () => {
  const text = JSON.stringify(exchange({ body: { ...pong, language: 7 } }), null, 2);
  const line = text.split('\n').findIndex((one) => one.includes('"language"')) + 1;
  expect(told(text)).toEqual([
    `violation file.json:${line} /response/body/language Expected string, found number.`,
  ]);
});

test('what is missing is told at the line of what it is missing from', () => {
  const body = { ...pong, language: undefined };
  const text = JSON.stringify(exchange({ body }), null, 2);
  const line = text.split('\n').findIndex((one) => one.includes('"body"')) + 1;
  expect(told(text)).toEqual([
    `violation file.json:${line} /response/body/language “language” is missing.`,
  ]);
});

test('in a file of lines each document has its own', () => {
  const bad = exchange({ body: { ...pong, cached: 'no' } });
  expect(told(`${lines(exchange())}\n${lines(bad)}`)).toEqual([
    'violation file.json:3 /response/body/cached Expected boolean, found string.',
  ]);
});

test('a list is read like lines', () => {
  expect(check(json([exchange(), exchange()])).exchanges).toBe(2);
});

test('a key that the contract does not know is drift, no violation', () => {
  const text = json(exchange({ body: { ...pong, mood: 'good' } }));
  expect(told(text)).toEqual([
    'drift file.json:1 /response/body/mood “mood” is not in the contract.',
  ]);
});

test('a refusal is judged as one, whatever its status', () => {
  const url = '/utick/v1/shop/orders/7/';
  expect(told(json(exchange({ url, body: refusal })))).toEqual([]);
  const broken = { ...refusal, error: { code: 'x', message: '' } };
  expect(told(json(exchange({ url, body: broken })))).toEqual([
    'violation file.json:1 /response/body/error/code Expected integer, found string.',
  ]);
});

test('path, query and body of a request are one message', () => {
  const url = '/utick/v1/shop/orders?limit=many';
  expect(told(json(exchange({ url, sent: { offset: 2 }, body: refusal })))).toEqual([
    expect.stringMatching(/^violation file\.json:1 \/request\/url Expected integer or string like/),
  ]);
  const sent = { limit: 5, offset: true };
  expect(told(json(exchange({ url, sent, body: refusal })))).toEqual([
    expect.stringMatching(/^violation file\.json:1 \/request\/body\/offset Expected integer or/),
  ]);
});

test.each([
  ['/utick/v1/ping', {}],
  ['/~mine/utick/v1/ping//', {}],
  ['https://sosie.test/utick/v1/ping?x=1', {}],
  ['https://sapiti.ovh/v1/ping/', { vendor: 'utick' }],
])('the operation of %s is found by method and path', (url, options) => {
  expect(check(json(exchange({ url })), options)).toMatchObject({ messages: 2, findings: [] });
});

test('a call that the vendor does not have is a violation, with what was probably meant', () => {
  expect(told(json(exchange({ url: '/utick/v1/shop/order' })))).toEqual([
    'violation file.json:1 /request/url utick has no GET /v1/shop/order, did you mean …?',
  ]);
  const url = 'https://sapiti.ovh/v1/nothing';
  expect(told(json(exchange({ url })), { vendor: 'utick' })).toEqual([
    'violation file.json:1 /request/url utick has no GET /v1/nothing',
  ]);
});

test('a call of somebody else is left out, and told', () => {
  const url = 'https://fonts.test/roman.css';
  expect(check(json(exchange({ url })))).toMatchObject({
    messages: 0,
    findings: [{ kind: 'left-out', message: 'GET /roman.css: no vendor has it' }],
  });
  expect(told(json(exchange()), { vendor: 'wsone' })).toEqual([
    'left-out file.json:1 /request/url it went to utick',
  ]);
});

test('a body that is a text is read as JSON, and a violation when it is none', () => {
  expect(told(json(exchange({ sent: '{}', body: json(pong) })))).toEqual([]);
  expect(told(json(exchange({ body: '<html>' })))).toEqual([
    'violation file.json:1 /response/body This is not JSON.',
  ]);
});

test('an HTTP archive is judged entry by entry', () => {
  const entry = (text: unknown, more: object = {}) => ({
    startedDateTime: '2026-03-04T10:00:00Z',
    request: { method: 'GET', url: 'http://127.0.0.1:4360/utick/v1/ping', headers: [] },
    response: { status: 200, content: { mimeType: 'application/json', text, ...more } },
  });
  const coded = Buffer.from(json(pong)).toString('base64');
  const bad = json({ ...pong, cached: 1 });
  const entries = [
    entry(json(pong)),
    entry(coded, { encoding: 'base64' }),
    entry(bad),
    entry(undefined),
  ];
  const text = JSON.stringify({ log: { version: '1.2', entries } }, null, 1);
  const line = text.slice(0, text.indexOf(json(bad))).split('\n').length;
  expect(told(text)).toEqual([
    `violation file.json:${line} /response/body/cached Expected boolean, found number.`,
    expect.stringContaining('left-out file.json:'),
  ]);
});

const record = (over: object = {}) => ({
  ...{ id: 'default.1', number: 1, kind: 'exchange', vendor: 'utick', outcome: 'done' },
  request: { head: 'GET /utick/v1/shop/orders?…', text: '{"limit":"5"}', bytes: 13 },
  response: { head: '404', text: json(refusal), bytes: 1 },
  ...over,
});
const hidden = (head: string) => ({ head, text: '', bytes: 9, hash: 'fnv1a64:0' });

test('records of the journal are judged, its events are not calls', () => {
  const records = [record(), record({ kind: 'event', request: undefined })];
  expect(check(lines(...records))).toEqual({ exchanges: 1, messages: 2, findings: [] });
  expect(check(json({ records, newest: 2, oldest: 1 })).exchanges).toBe(1);
});

test('what the journal masked is not held against a message', () => {
  const text = '{"limit":"***","offset":"<minted>"}';
  const request = { head: 'GET /utick/v1/shop/orders', text, bytes: 9 };
  expect(told(json(record({ request })))).toEqual([]);
  const real = { ...request, text: '{"limit":"all"}' };
  expect(told(json(record({ request: real })))).toHaveLength(1);
});

test('what the journal did not keep, or a fault made, is left out and told', () => {
  const big = record({ response: hidden('200') });
  const struck = record({ outcome: 'fault', response: { head: '503', text: 'busy', bytes: 4 } });
  const page = record({ request: hidden('GET /utick/tickets/1.pdf'), response: hidden('200') });
  expect(told(lines(big, struck, page))).toEqual([
    'left-out file.json:1 /response/body the journal keeps only its length and hash',
    'left-out file.json:2 /response/body a fault rule made this answer',
    'left-out file.json:3 /request/url a page for people has no contract',
  ]);
  const unmatched = record({ outcome: 'unmatched', request: hidden('GET /utick/v1/nothing') });
  expect(told(json(unmatched))).toEqual([
    'violation file.json:1 /request/url utick has no GET /v1/nothing',
  ]);
});

test.each([
  ['{\n  "request": nonsense', 'file.json:2: this is not JSON'],
  [`${json(exchange())}\n{`, 'file.json:2: this is not JSON'],
  ['{"a": 1}', 'file.json:1: this is no exchange; expected {"request":'],
  [`[\n${json(exchange())},\n5]`, 'file.json:3: this is no exchange;'],
])('a file that is something else is said with its line: %j', (text, message) => {
  expect(() => check(text)).toThrow(message);
});

test('an empty file holds no exchanges', () => {
  expect(check('\n')).toEqual({ exchanges: 0, messages: 0, findings: [] });
});
