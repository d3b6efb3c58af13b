import { afterAll, beforeAll, expect, test } from 'vitest';
import { signed } from '../support/utick.ts';
import { desk, type Desk } from './typed.ts';

let at: Desk;

const call = (method: string, path: string, fields: object = {}) =>
  at.sosie.handle({ method, url: `/utick/v1/${path}`, body: { ...signed(Date.now()), ...fields } });

beforeAll(async () => {
  at = await desk();
  await call('GET', 'ping');
  await call('POST', 'shop/orders');
  await call('GET', 'shop/orders/nobody');
  await call('GET', 'shop/nothing');
  await at.sosie.sandbox.clock.advance('PT21M');
  await at.sosie.sandbox.faults.add({ phase: 'after', then: { kind: 'empty' }, times: 1 });
  await call('GET', 'ping');
});
afterAll(() => at.close());

const linesOf = (text: string): readonly string[] => text.trimEnd().split('\n');

test('each record is a line: when, which operation, how it ended, and why', async () => {
  const { code, out } = await at.type('journal');
  expect(code).toBe(0);
  expect(
    linesOf(out).map((line) => line.replace(/[\dA-F-]{36}/, 'ID').replace(/ +/g, ' ')),
  ).toEqual([
    'default.1 2026-03-04T11:00:00Z utick ping done 200 GET /utick/v1/ping',
    'default.2 2026-03-04T11:00:00Z utick createOrder done 200 POST /utick/v1/shop/orders',
    'default.3 2026-03-04T11:00:00Z utick getOrder refused 404 GET /utick/v1/shop/orders/nobody order-unknown',
    'default.4 2026-03-04T11:00:00Z utick - unmatched 404 GET /utick/v1/shop/nothing unknown-path',
    'default.5 2026-03-04T11:20:00Z utick expire-order done - ID',
    'default.6 2026-03-04T11:21:00Z utick ping fault - GET /utick/v1/ping empty after',
  ]);
});

test.each([
  ['--operation getOrder', ['default.3']],
  ['--outcome unmatched', ['default.4']],
  ['--entity nobody', ['default.3']],
  ['--vendor utick --limit 2', ['default.5', 'default.6']],
])('journal %s shows only what was asked for', async (flags, ids) => {
  const { out } = await at.type(`journal ${flags}`);
  expect(linesOf(out).map((line) => line.split(' ')[0])).toEqual(ids);
});

test('where nothing was recorded, it says so', async () => {
  await at.type('sandbox new silent');
  expect(await at.type('journal --sandbox silent')).toEqual({
    code: 0,
    out: 'no records\n',
    err: '',
  });
  expect((await at.type('journal --sandbox silent --json')).out).toBe('');
});

test('with --json each record is a line of JSON', async () => {
  const { out } = await at.type('journal --json');
  const records = linesOf(out).map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(records.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(records[0]).toMatchObject({ id: 'default.1', request: { head: 'GET /utick/v1/ping' } });
});

test('one record is shown whole, by the id that an answer bears', async () => {
  const { code, out } = await at.type('journal default.2');
  expect(code).toBe(0);
  expect(out).toContain('\nPOST /utick/v1/shop/orders\n{\n  "publickey": "TEST-PUBLIC-KEY",');
  expect(out).toMatch(/\n200\n\{\n {2}"success": true,/);
  expect(out).toContain('"created": "utick.orders"');
  const { out: json } = await at.type('journal 2 --json');
  expect(JSON.parse(json)).toMatchObject({ id: 'default.2' });
});

test.each([
  // command line                   the one line
  ['journal --vendor utik', 'no vendor "utik"; did you mean utick?'],
  ['journal --operation getOdrer', 'no operation "getOdrer", did you mean "getOrder"?'],
  ['journal --sandbox defalt', 'no sandbox "defalt", did you mean "default"?'],
  ['journal --limit many', 'limit: Expected integer, found string.'],
  ['journal default.99', 'no journal record "default.99"'],
  ['journal default.2 --follow', 'one record is not followed: leave out its id or --follow'],
])('sosie %s is wrong use, said in one line', async (line, said) => {
  expect(await at.type(line)).toEqual({ code: 2, out: '', err: `sosie: ${said}\n` });
});

test('an outcome that does not exist is told with those that do', async () => {
  const { code, err } = await at.type('journal --outcome refuse');
  expect(code).toBe(2);
  expect(err).toContain('outcome: Expected one of "done", "refused", "unmatched"');
});
