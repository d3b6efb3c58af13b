import { beforeEach, describe, expect, test } from 'vitest';
import { createSosie, type Sosie, type SosieRequest } from '#server/index.ts';
import { NOON, NOON_INSTANT, signed, stockNamed, utick, wish } from '../support/utick.ts';

let sosie: Sosie;

beforeEach(async () => {
  sosie = await createSosie({ clock: NOON, hardened: true, config: { maxBodyBytes: 4_096 } });
  return () => sosie.close();
});

interface Refused {
  readonly status: number;
  readonly error: { readonly code: number; readonly message: string };
  readonly detail: Readonly<Record<string, unknown>>;
  readonly outcome: string;
  readonly operation: string | undefined;
}

/** Sends it, checks the envelope and that nothing was half-applied, and answers what was said. */
async function refused(request: Partial<SosieRequest> & { url: string }): Promise<Refused> {
  const { state } = sosie.core.sandboxes.get('default') ?? {};
  const before = state?.sequence;
  const response = await sosie.handle({ method: 'GET', receivedAt: NOON_INSTANT, ...request });
  if (response.kind !== 'answer') throw new Error(response.kind);
  const body = JSON.parse(String(response.body)) as Record<string, unknown>;
  expect(body).toMatchObject({
    success: false,
    response: null,
    environment: 'test',
    api_version: 1,
    datetime: NOON,
    cached: false,
    status_code: response.status,
  });
  expect(state?.sequence).toBe(before);
  const [record] = sosie.sandbox.journal.query({ limit: 1 });
  expect(response.headers['x-sosie-exchange']).toBe(record?.id);
  const { detail = {}, outcome = '', operation } = record ?? {};
  const error = body['error'] as Refused['error'];
  return { status: response.status, error, detail, outcome, operation };
}

const url = '/utick/v1/shop/orders//';

describe('who calls', () => {
  test.each([
    // what is wrong                | what the body holds                                  | failure
    ['no signature at all', {}, 'authentication-missing'],
    ['an unknown public key', { ...signed(), publickey: 'NOBODY' }, 'public-key-unknown'],
    ['a wrong signature', { ...signed(), signature: '00' }, 'signature-invalid'],
    ['a signature of another length', { ...signed(), signature: 'é' }, 'signature-invalid'],
    ['another timestamp', { ...signed(), timestamp: NOON }, 'signature-invalid'],
  ])('%s is refused as 401', async (_, body, kind) => {
    const { status, error, detail, outcome } = await refused({ url, body });
    expect([status, error.code, outcome]).toEqual([401, 401, 'refused']);
    expect(detail['failure']).toMatchObject({ kind });
  });

  test('a stale timestamp is refused once the window is set', async () => {
    const strict = await createSosie({
      clock: NOON,
      config: { set: [{ vendor: 'utick', setting: 'timestampWindowSeconds', value: '600' }] },
    });
    const call = { method: 'GET', path: 'shop/orders//' };
    expect((await utick(strict, call)).status).toBe(200);
    const response = await strict.handle({
      method: 'GET',
      url,
      body: signed(NOON_INSTANT - 601_000),
      receivedAt: NOON_INSTANT,
    });
    expect(response).toMatchObject({ status: 401 });
    await strict.close();
  });
});

describe('what cannot be read', () => {
  test.each([
    ['malformed JSON', '{"publickey":', 'malformed-body'],
    ['a list instead of an object', '[]', 'malformed-body'],
    ['a text instead of an object', '"x"', 'malformed-body'],
    ['null', 'null', 'malformed-body'],
    ['bytes that are not UTF-8', new Uint8Array([0x7b, 0xff, 0x7d]), 'malformed-body'],
  ])('%s is refused as 400', async (_, body, kind) => {
    const { status, error, detail } = await refused({ url, body });
    expect([status, error.code]).toEqual([400, 400]);
    expect(detail['failure']).toMatchObject({ kind });
  });

  test('an oversized body is refused as 413 and kept as length and hash only', async () => {
    const { status } = await refused({ url, body: JSON.stringify({ pad: 'x'.repeat(5_000) }) });
    expect(status).toBe(413);
    const [record] = sosie.sandbox.journal.query({ limit: 1 });
    expect(record?.request).toMatchObject({ text: '', bytes: 5_010 });
  });
});

describe('where it goes', () => {
  test('an unknown path is 404, and the journal names the nearest', async () => {
    const wrong = '/utick/v1/shop/order//';
    const { status, outcome, detail, operation } = await refused({ url: wrong, body: signed() });
    expect([status, outcome, operation]).toEqual([404, 'unmatched', undefined]);
    expect(detail['failure']).toMatchObject({ nearest: '/v1/shop/orders' });
  });

  test('a known path with a method it does not have is 405', async () => {
    const { status, detail } = await refused({ method: 'PUT', url, body: signed() });
    expect(status).toBe(405);
    expect(detail['failure']).toMatchObject({
      allowed: expect.arrayContaining(['GET']) as unknown,
    });
  });

  test('an operation that is declared but not built says so loudly', async () => {
    const scanner = '/utick/v1/accesscontrol/deviceinfo//';
    const { status, error } = await refused({ url: scanner, body: signed() });
    expect(status).toBe(501);
    expect(error.message).toMatch(/not built/i);
  });

  test('an unknown sandbox is 404 with the count and the nearest name', async () => {
    const wrong = '/~defualt/utick/v1/shop/orders//';
    const { status, error } = await refused({ url: wrong, body: signed() });
    expect(status).toBe(404);
    expect(error.message).toContain('default');
  });

  test('where no vendor answers, our own words name the vendors', async () => {
    const response = await sosie.handle({ method: 'GET', url: '/utik/v1/ping' });
    expect(response).toMatchObject({ kind: 'answer', status: 404 });
    expect(JSON.stringify(response)).toContain('/utick');
  });
});

describe('what is asked', () => {
  const post = async (requests: unknown): Promise<Refused> =>
    refused({
      method: 'POST',
      url: '/utick/v1/shop/products//',
      body: { ...signed(), requests },
    });

  test('wrong types name the place', async () => {
    const one = await wish(sosie, stockNamed(sosie, 'hedda'), 1);
    for (const [requests, pointer] of [
      ['x', '/requests'],
      [[{ ...one, quantity: 'two' }], '/requests/0/quantity'],
      [[one, { ...one, stockid: 7 }], '/requests/1/stockid'],
      [[{}], '/requests/0'],
    ] as const) {
      const { status, detail, error } = await post(requests);
      expect([status, error.code]).toEqual([400, 400]);
      const { violation } = detail['failure'] as { violation: { pointer: string } };
      expect(violation.pointer).toContain(pointer);
    }
  });

  test('unknown ids are 404 with the id in the text', async () => {
    const one = await wish(sosie, stockNamed(sosie, 'hedda'), 1);
    for (const field of ['stockid', 'categoryid', 'priceid', 'orderid']) {
      const { status, error } = await post([{ ...one, [field]: 'NOWHERE' }]);
      expect([field, status]).toEqual([field, 404]);
      expect(error.message).toContain('NOWHERE');
    }
    for (const path of [
      'shop/orders/NOWHERE',
      'shop/products/NOWHERE',
      'shop/products/stocks/NOWHERE',
    ]) {
      const { status, error } = await refused({ url: `/utick/v1/${path}`, body: signed() });
      expect([path, status]).toEqual([path, 404]);
      expect(error.message).toContain('NOWHERE');
    }
  });

  test.each([
    // quantity | status | answer
    [0, 400, null],
    [-1, 400, null],
    [1_000_000, 200, []],
  ])('a quantity of %d takes nothing', async (quantity, status, answer) => {
    const one = await wish(sosie, stockNamed(sosie, 'hedda'), 1);
    const before = sosie.core.sandboxes.get('default')?.state.sequence;
    const said = await utick(sosie, {
      method: 'POST',
      path: 'shop/products',
      fields: { requests: [{ ...one, quantity }] },
    });
    expect([said.status, said.body.response]).toEqual([status, answer]);
    expect(sosie.core.sandboxes.get('default')?.state.sequence).toBe(before);
  });
});

describe('what the journal keeps of it', () => {
  test('no secret, and of unknown keys only their type', async () => {
    const body = { ...signed(), password: 'P@ssw0rd', card: { pan: '4970100000000000' } };
    await sosie.handle({ method: 'GET', url, body, receivedAt: NOON_INSTANT });
    const text = JSON.stringify(sosie.sandbox.journal.query());
    for (const secret of ['P@ssw0rd', '4970100000000000', signed()['signature'] ?? '']) {
      expect(text).not.toContain(secret);
    }
    expect(text).toContain('<string>');
  });
});

test('a message nested without end is refused before anything walks through it', async () => {
  for (const deep of ['['.repeat(100_000), '{"a":'.repeat(50_000), `{"a":${'['.repeat(900)}`]) {
    const roomy = await createSosie({ clock: NOON });
    const response = await roomy.handle({ method: 'GET', url, body: deep });
    expect(response).toMatchObject({ kind: 'answer', status: 400 });
    await roomy.close();
  }
});

test('brackets within a text are no nesting', async () => {
  const body = { ...signed(), email: '['.repeat(500) };
  const response = await sosie.handle({ method: 'GET', url, body, receivedAt: NOON_INSTANT });
  expect(response).toMatchObject({ status: 200 });
});
