import { afterAll, beforeAll, expect, test } from 'vitest';
import { desk, type Desk } from './typed.ts';

let at: Desk;
beforeAll(async () => (at = await desk()));
afterAll(() => at.close());

const STOCK = '570C0000-1F2D-4C3B-8A59-000000000001';

test('act does what the organiser does, its parameters read as the catalogue describes them', async () => {
  const { code, out } = await at.type(`act utick/set-capacity stockid=${STOCK} capacity=300`);
  expect(code).toBe(0);
  expect(out).toMatch(/^total +300$/m);
});

test('a number stays a text where a text is wanted', async () => {
  const line = 'act utick/record-bank-transfer orderid=42 amount=500 notes=17';
  expect((await at.type(line)).err).toBe(
    'sosie: utick/record-bank-transfer: order-unknown (id "42")\n',
  );
  const [record] = at.sosie.sandbox.journal.query({ limit: 1 });
  expect(record?.detail['command']).toEqual({ orderid: '42', amount: 500, notes: '17' });
});

test('in another sandbox, and as JSON', async () => {
  await at.type('sandbox new other');
  const line = `act utick/set-capacity stockid=${STOCK} capacity=301 --sandbox other --json`;
  expect(JSON.parse((await at.type(line)).out)).toMatchObject({ result: { total: 301 } });
});

test('--list tells what can be done, with the parameters', async () => {
  const { code, out } = await at.type('act --list');
  expect(code).toBe(0);
  expect(out).toContain(
    'utick/set-shipping-method orderid=… method=none|post|desk|home\n    Says how the tickets',
  );
  expect(out).toContain('utick/refund orderid=… [amount=…] [method=cash|');
  const { out: ofOne } = await at.type('act --list utick');
  expect(out).toContain(ofOne.trimEnd());
  expect(out).toMatch(/^wsone\//m);
  expect(ofOne).not.toMatch(/^(?!utick\/| |$)/m);
  const { out: json } = await at.type('act --list --json');
  expect(JSON.parse(json)).toHaveProperty('actions');
});

test('what the vendor refuses is exit code 1, with what it knows', async () => {
  expect(await at.type(`act utick/set-capacity stockid=${STOCK} capacity=1`)).toEqual({
    code: 1,
    out: '',
    err: 'sosie: utick/set-capacity: capacity-below-sales (least 226)\n',
  });
});

test.each([
  // command line                            the one line
  ['act utick/refnud', 'no action "refnud" of utick; did you mean refund?'],
  ['act utik/refund', 'no vendor "utik"; did you mean utick?'],
  ['act utick/refund oderid=1', 'no parameter oderid; did you mean orderid?'],
  ['act utick/refund orderid=1 orderid=2', 'orderid is given twice'],
  ['act utick/refund orderid', '"orderid" is not NAME=VALUE'],
  ['act utick/refund amount=5', 'orderid: “orderid” is missing.'],
  ['act utick/refund orderid=1 amount=all', 'amount: Expected integer, found string.'],
  ['act utick/archive orderid=1 --sandbox defalt', 'no sandbox "defalt", did you mean "default"?'],
])('sosie %s is wrong use, said in one line', async (line, said) => {
  expect(await at.type(line)).toEqual({ code: 2, out: '', err: `sosie: ${said}\n` });
});

test.each(['act', 'act utick'])('sosie %s asks which action, naming them', async (line) => {
  const { code, err } = await at.type(line);
  expect(code).toBe(2);
  expect(err).toMatch(/^sosie: which action\? utick\/set-capacity, .*; more with --list\n$/);
});
