import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Drift } from '#client/index.ts';
import type { Stock } from '#contracts/utick/index.ts';
import { clientBehind, demoSosie, hedda, utickOf, valueOf } from './shop.ts';
import { answered, envelope, stub } from './stub.ts';

const sosie = await demoSosie();
/** A whole answer of the double's, to change something in. */
const order = (await valueOf(utickOf(sosie).listOrders({ limit: 1 })))[0];

const stock = await valueOf(utickOf(sosie).getStock({ id: hedda.stockid }));
await sosie.close();

/** As a log shows it. */
const inspected = (error: unknown): string => inspect(error, { depth: 9, getters: false });

const refusal = {
  success: false,
  response: null,
  ...envelope,
  status_code: 409,
  error: { code: 409, message: 'The order is closed' },
};

/** What a client makes of one answer, and the drift it tells of. */
async function read(body: unknown, status = 200) {
  const drifts: Drift[] = [];
  const { transport } = stub({ status, body });
  const utick = clientBehind(transport, { retries: 0, onDrift: (drift) => drifts.push(drift) });
  return { call: utick.getOrder({ id: '7' }), drifts };
}

describe('a key that the contract does not know', () => {
  const told = (pointer: string, type: string): Drift => ({
    vendor: 'utick',
    operation: 'getOrder',
    pointer,
    type,
  });

  test('is told, and changes nothing else', async () => {
    const { call, drifts } = await read(answered({ ...order, vat: { rate: 6 } }));
    expect(await call).toMatchObject({ ok: true, value: { ...order, vat: { rate: 6 } } });
    expect(drifts).toEqual([told('/response/vat', 'object')]);
  });

  test.each<readonly [string, unknown, Drift]>([
    ['in the envelope', { ...answered(order), node: 3 }, told('/node', 'number')],
    [
      'deeper',
      answered({ ...order, status: { id: 1, label: 'Confirmed', color: null } }),
      told('/response/status/color', 'null'),
    ],
    [
      'with signs that a pointer escapes',
      answered({ ...order, 'a/b~c': [] }),
      told('/response/a~1b~0c', 'array'),
    ],
    [
      'in a refusal',
      { ...refusal, error: { ...refusal.error, hint: 'x' } },
      told('/error/hint', 'string'),
    ],
  ])('%s', async (_, body, drift) => {
    const { call, drifts } = await read(body);
    await call;
    expect(drifts).toEqual([drift]);
  });

  test('is none where the contract takes any: in metadata', async () => {
    const { call, drifts } = await read(answered({ ...order, metadata: { mine: { own: 1 } } }));
    expect(await call).toMatchObject({ ok: true });
    expect(drifts).toEqual([]);
  });

  test('in each item of a list, and in lists of lists, is told once', async () => {
    const price = (one: Stock['categories'][number]['prices'][number]) => ({ ...one, tax: 1 });
    const categories = stock.categories.map((one) => ({ ...one, prices: one.prices.map(price) }));
    const stocks = Array.from({ length: 300 }, () => ({ ...stock, categories, zone: 'A' }));
    const drifts: Drift[] = [];
    const { transport } = stub({ body: answered(stocks) });
    const utick = clientBehind(transport, { onDrift: (drift) => drifts.push(drift) });
    expect(await utick.listStocks()).toMatchObject({ ok: true });
    expect(drifts.map(({ pointer }) => pointer)).toEqual([
      '/response/[]/categories/[]/prices/[]/tax',
      '/response/[]/zone',
    ]);
  });

  test('within one of the shapes that a value may have is told', async () => {
    const method = { id: '1', label: 'Cash', typeid: 1, metadata: {}, fee: 0 };
    const payment = {
      ...{ id: '1', label: '', orderid: '7', paymentmethodid: '1', externalid: '' },
      ...{ couponcode: '', notes: '', paymentdate: null, counter: null },
      value: { amount: 1, expectedamount: 1, currency: 'EUR' },
      status: { id: 1, label: 'Paid' },
      paymentmethod: method,
    };
    const drifts: Drift[] = [];
    const { transport } = stub({ body: answered(payment) });
    const utick = clientBehind(transport, { onDrift: (drift) => drifts.push(drift) });
    expect(await utick.getPayment({ id: '1' })).toMatchObject({ ok: true });
    expect(drifts.map(({ pointer }) => pointer)).toEqual(['/response/paymentmethod/fee']);
  });

  test('may be made an error by who is told', async () => {
    const { transport } = stub({ body: answered({ ...order, vat: 6 }) });
    const onDrift = ({ pointer }: Drift): void => {
      throw new Error(`drift at ${pointer}`);
    };
    const call = clientBehind(transport, { onDrift }).getOrder({ id: '7' });
    await expect(call).rejects.toThrow('drift at /response/vat');
  });

  test('is let be when nobody wants to be told', async () => {
    const { transport } = stub({ body: answered({ ...order, vat: 6 }) });
    expect(await clientBehind(transport).getOrder({ id: '7' })).toMatchObject({ ok: true });
  });
});

describe('an answer that breaks the contract', () => {
  test.each<readonly [string, unknown, string, string]>([
    // what                       answer                               pointer            message
    [
      'a status that is none',
      answered({ ...order, status: { id: 7, label: 'New' } }),
      '/response/status/id',
      'found 7',
    ],
    [
      'a field of another type',
      answered({ ...order, label: 4 }),
      '/response/label',
      'found number',
    ],
    ['a field less', answered({ ...order, expires: undefined }), '/response/expires', 'is missing'],
    ['no value at all', answered(null), '/response', 'found null'],
    [
      'a date without its zone',
      answered({ ...order, created: '2026-03-04T12:00:00' }),
      '/response/created',
      'does not have the form',
    ],
    [
      'a refusal without a text',
      { ...refusal, error: { code: 1 } },
      '/error/message',
      'is missing',
    ],
    ['a refusal that says nothing', { ...refusal, error: null }, '/error', 'found null'],
  ])('%s', async (_, body, pointer, message) => {
    const { call } = await read(body);
    await expect(call).rejects.toMatchObject({
      name: 'ContractError',
      kind: 'contract',
      pointer,
      status: 200,
      mayBeDone: true,
    });
    await expect(call).rejects.toThrow(
      `utick.getOrder: the answer breaks the contract at ${pointer}: `,
    );
    await expect(call).rejects.toThrow(message);
  });

  test('is told with all that is wrong, and the first of it in the text', async () => {
    const { call } = await read(answered({ ...order, id: 1, label: 2, notes: 3 }));
    await expect(call).rejects.toMatchObject({
      violations: { length: 3 },
      pointer: '/response/id',
    });
    await expect(call).rejects.toThrow(/And 2 more\.$/);
  });

  test('is taken as it is by a client that does not check', async () => {
    const { transport } = stub({ body: answered({ id: 7 }) });
    const utick = clientBehind(transport, { validate: false });
    expect(await utick.getOrder({ id: '7' })).toMatchObject({ ok: true, value: { id: 7 } });
  });

  test('shows its body to who asks, but not in a log', async () => {
    const { call } = await read(answered({ ...order, notes: 7, name: 'Ann Onymous' }));
    const error: unknown = await call.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ body: { response: { name: 'Ann Onymous' } } });
    expect(inspected(error)).not.toContain('Onymous');
  });
});

describe('an answer that is none of the vendor’s', () => {
  test.each<readonly [string, unknown, string]>([
    ['broken JSON', '{"success":tru<<<', 'not JSON (application/json)'],
    ['nothing', '', 'not JSON (application/json)'],
    [
      'JSON of somebody else',
      { message: 'no upstream' },
      'JSON without “success” (application/json)',
    ],
    ['a list', [], 'JSON without “success” (application/json)'],
    ['null', null, 'JSON without “success” (application/json)'],
  ])('%s', async (_, body, why) => {
    const { call } = await read(body, 502);
    await expect(call).rejects.toMatchObject({
      name: 'UnreadableAnswerError',
      status: 502,
      text: typeof body === 'string' ? body : JSON.stringify(body),
    });
    await expect(call).rejects.toThrow(
      `utick.getOrder: HTTP 502 is no answer of the vendor's: ${why}`,
    );
  });

  test('bytes that are no text', async () => {
    const transport = async () => ({
      status: 200,
      headers: {},
      body: Uint8Array.of(0x22, 0xff, 0x22),
    });
    await expect(clientBehind(transport).createOrder({})).rejects.toThrow(
      'not UTF-8 (no content type)',
    );
  });

  test.each([
    // HTTP   may be done
    [200, true],
    [301, false],
    [404, false],
    [413, false],
    [500, true],
    [502, true],
    [503, true],
  ])('under HTTP %i the work may be done: %s', async (status, mayBeDone) => {
    const { call } = await read('<html>', status);
    await expect(call).rejects.toMatchObject({ mayBeDone });
  });

  test('shows its text to who asks, but not in a log', async () => {
    const { call } = await read('{"name":"Ann Onymous"', 200);
    const error: unknown = await call.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ text: '{"name":"Ann Onymous"' });
    expect(inspected(error)).not.toContain('Onymous');
  });
});

describe('the body alone says whether it is a refusal', () => {
  test.each<readonly [string, unknown, number]>([
    ['under HTTP 409', refusal, 409],
    ['under HTTP 200, which some sandboxes send', refusal, 200],
    ['although it calls itself a success', { ...refusal, success: true }, 200],
  ])('%s', async (_, body, status) => {
    const { transport } = stub({ status, body });
    const utick = clientBehind(transport, { validate: false });
    expect(await utick.getOrder({ id: '7' })).toEqual({
      ok: false,
      failure: { code: 409, message: 'The order is closed', status: 409 },
      response: { status, headers: { 'content-type': 'application/json' }, body, attempts: 1 },
    });
  });

  test('and a null error is none', async () => {
    const { call } = await read({ ...answered(order), error: null });
    expect(await call).toMatchObject({ ok: true });
  });
});
