import { Agent, request as send, type IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSosie, type Sosie } from '#server/index.ts';
import type { NewFault } from '#server/control/fault-schema.ts';
import {
  NOON,
  signed,
  stockNamed,
  utick,
  wish,
  type WireProduct,
  type WireStock,
} from '../support/utick.ts';

let sosie: Sosie;
let url: string;
let stop: () => Promise<void>;
const agent = new Agent({ keepAlive: false });

beforeEach(async () => {
  sosie = await createSosie({ clock: NOON, hardened: true });
  const server = await sosie.listen({ port: 0 });
  url = server.url;
  stop = server.close;
});
afterEach(async () => {
  await stop();
  await sosie.close();
});

interface Seen {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  readonly tookMs: number;
  /** Why there is no whole answer. */
  readonly lost?: string;
}

/** Buys one place over a real socket and says what a client saw of it. */
function buy(body: string, timeoutMs = 5_000): Promise<Seen> {
  return call('POST', '/utick/v1/shop/products//', body, timeoutMs);
}

function call(method: string, path: string, body: string, timeoutMs = 5_000): Promise<Seen> {
  const startedAt = performance.now();
  const tookMs = (): number => performance.now() - startedAt;
  return new Promise((resolve) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    const lose = (lost: string, seen: Partial<Seen> = {}): void =>
      resolve({ status: 0, headers: {}, text: '', ...seen, tookMs: tookMs(), lost });
    const outgoing = send(
      `${url}${path}`,
      { method, headers, agent, timeout: timeoutMs },
      (incoming) => {
        let text = '';
        const { statusCode: status = 0 } = incoming;
        incoming.setEncoding('utf8').on('data', (piece: string) => (text += piece));
        incoming.on('end', () =>
          resolve({ status, headers: incoming.headers, text, tookMs: tookMs() }),
        );
        incoming.on('error', (error: NodeJS.ErrnoException) =>
          lose(error.code ?? error.message, { status, headers: incoming.headers, text }),
        );
      },
    );
    outgoing.on('timeout', () => outgoing.destroy(new Error('timeout')));
    outgoing.on('error', (error: NodeJS.ErrnoException) => lose(error.code ?? error.message));
    outgoing.end(body);
  });
}

const one = async (): Promise<string> =>
  JSON.stringify({ ...signed(), requests: [await wish(sosie, stockNamed(sosie, 'hedda'), 1)] });

const sold = async (): Promise<number> => {
  const path = `shop/products/stocks/${stockNamed(sosie, 'hedda')}`;
  const { body } = await utick<WireStock>(sosie, { method: 'GET', path });
  return body.response.capacity_total - body.response.capacity_free;
};

const when = { vendor: 'utick', operation: 'requestProducts' };
const add = (fault: Omit<NewFault, 'when'> & Partial<NewFault>): Promise<unknown> =>
  sosie.sandbox.faults.add({ when, ...fault });

describe.each([
  // phase | places sold by one call
  ['before', 0],
  ['after', 1],
] as const)('trouble that strikes %s the work', (phase, places) => {
  test.each<[string, NewFault['then'], (seen: Seen) => void]>([
    [
      'a status in place of the answer',
      { kind: 'status', status: 500, body: { oops: true } },
      (seen) => expect(seen).toMatchObject({ status: 500, text: '{"oops":true}' }),
    ],
    [
      'a refusal in the vendor’s own envelope',
      { kind: 'failure', failure: 'order-closed' },
      ({ status, text }) => {
        expect(status).toBe(409);
        expect(JSON.parse(text)).toMatchObject({ success: false, error: { code: 409 } });
      },
    ],
    ['a reset connection', { kind: 'reset' }, ({ lost }) => expect(lost).toBe('ECONNRESET')],
    [
      'a connection that ends without a byte',
      { kind: 'empty' },
      ({ lost, status }) => expect([lost, status]).toEqual(['ECONNRESET', 0]),
    ],
    [
      'an answer cut in the middle',
      { kind: 'truncated' },
      ({ lost, status, headers, text }) => {
        expect([lost, status]).toEqual(['ECONNRESET', 200]);
        expect(text.length).toBeLessThan(Number(headers['content-length']));
      },
    ],
    [
      'an answer that no parser takes',
      { kind: 'malformed' },
      ({ status, text }) => {
        expect(status).toBe(200);
        expect(() => JSON.parse(text) as unknown).toThrow();
      },
    ],
    [
      'the answer under another content type',
      { kind: 'content-type', contentType: 'text/plain' },
      ({ headers }) => expect(headers['content-type']).toBe('text/plain'),
    ],
    [
      'the page of a proxy',
      { kind: 'html', status: 502, retryAfterSeconds: 30 },
      ({ status, headers, text }) => {
        expect([status, headers['retry-after']]).toEqual([502, '30']);
        expect(text).toContain('<h1>502 Bad Gateway</h1>');
      },
    ],
    [
      'no answer at all',
      { kind: 'hang' },
      ({ lost, tookMs }) => {
        expect(lost).toBe('timeout');
        expect(tookMs).toBeGreaterThan(250);
      },
    ],
  ])('%s', async (_, then, check) => {
    const before = await sold();
    await add({ phase, then, times: 1 });
    check(await buy(await one(), then.kind === 'hang' ? 300 : 5_000));
    expect((await sold()) - before).toBe(places);
    const [record] = sosie.sandbox.journal.query({ operation: 'requestProducts', limit: 1 });
    expect(record).toMatchObject({ outcome: 'fault', detail: { fault: { phase, then } } });
    expect((await buy(await one())).status).toBe(200);
  });

  test.each([
    ['fixed', { ms: 120 }, 110, 1_000],
    ['uniform', { uniform: [100, 140] }, 90, 1_000],
    ['lognormal', { lognormal: { median: 120, sigma: 0.01 } }, 90, 1_000],
  ] as const)('%s latency, and then the right answer', async (_, latency, least, most) => {
    await add({ phase, then: { kind: 'latency', ...latency } as NewFault['then'] });
    const { status, tookMs } = await buy(await one());
    expect(status).toBe(200);
    expect(tookMs).toBeGreaterThan(least);
    expect(tookMs).toBeLessThan(most);
  });
});

describe('a token that trouble keeps from its client', () => {
  const log = async (then: NewFault['then']) => {
    await add({ when: { vendor: 's360' }, phase: 'after', then });
    const body = JSON.stringify({ operator: 'MOSA_B2C', secret: 'P@ssw0rd' });
    const { text } = await call('POST', '/s360/tnai/backend-apis/v1/auth', body);
    const [record] = sosie.sandbox.journal.query({ vendor: 's360' });
    return { text, journalled: record?.response };
  };

  test('is nowhere in the journal, which has the page that was sent instead', async () => {
    const { text, journalled } = await log({ kind: 'html', status: 502 });
    expect(text).toContain('<h1>502 Bad Gateway</h1>');
    expect(journalled).toMatchObject({ head: '502', text });
  });

  test('is masked where half of it was sent', async () => {
    const { text, journalled } = await log({ kind: 'malformed' });
    expect(text).toMatch(/^\{"token":"ey.*<<<$/);
    expect(journalled?.text).toBe('{"token":"***"}');
  });
});

test('a slow drip arrives whole in the end', async () => {
  const body = await one();
  const whole = await buy(body);
  const bytesPerSecond = Math.ceil(Buffer.byteLength(whole.text) * 4);
  await add({ phase: 'after', then: { kind: 'drip', bytesPerSecond } });
  const dripped = await buy(body);
  expect(JSON.parse(dripped.text)).toMatchObject({ success: true });
  expect(dripped.tookMs).toBeGreaterThan(150);
});

test('a retrying proxy buys twice, and the client sees the second order', async () => {
  await add({ phase: 'before', then: { kind: 'duplicate' }, times: 1 });
  const before = await sold();
  const { text } = await buy(await one());
  expect((await sold()) - before).toBe(2);
  const bought = sosie.sandbox.journal.query({ operation: 'requestProducts' });
  expect(bought).toHaveLength(2);
  const [product] = (JSON.parse(text) as { response: WireProduct[] }).response;
  expect(bought[1]?.entities).toContain(product?.orderid);
});

test('a lagging replica shows the past, until it is too old on the sandbox’s clock', async () => {
  const stock = `/utick/v1/shop/products/stocks/${stockNamed(sosie, 'hedda')}//`;
  const seen = async (): Promise<number> => {
    const { text } = await call('GET', stock, JSON.stringify(signed()));
    return (JSON.parse(text) as { response: WireStock }).response.capacity_free;
  };
  const before = await seen();
  await add({ when: { vendor: 'utick' }, phase: 'before', then: { kind: 'stale', seconds: 60 } });
  expect((await buy(await one())).status).toBe(200);
  expect(await seen()).toBe(before);
  await sosie.sandbox.clock.advance('PT59S');
  expect(await seen()).toBe(before);
  await sosie.sandbox.clock.advance('PT1S');
  expect(await seen()).toBe(before - 1);
});

test('an outage lasts as long as it is told on the sandbox’s clock', async () => {
  await add({ phase: 'before', then: { kind: 'outage', for: 'PT5M' } });
  await sosie.sandbox.clock.advance('PT4M');
  const during = await buy(await one());
  expect([during.status, during.headers['retry-after']]).toEqual([503, '60']);
  await sosie.sandbox.clock.advance('PT1M');
  expect((await buy(await one())).status).toBe(200);
});

describe('which calls it strikes', () => {
  const statuses = async (count: number): Promise<readonly number[]> => {
    const body = await one();
    const seen: number[] = [];
    for (let at = 0; at < count; at += 1) seen.push((await buy(body)).status);
    return seen;
  };
  const then = { kind: 'status', status: 500 } as const;

  test('only the second one', async () => {
    await add({ when: { ...when, nth: 2 }, phase: 'before', then });
    expect(await statuses(4)).toEqual([200, 500, 200, 200]);
  });

  test('every third one, twice at most', async () => {
    await add({ when: { ...when, every: 3 }, phase: 'before', then, times: 2 });
    expect(await statuses(10)).toEqual([200, 200, 500, 200, 200, 500, 200, 200, 200, 200]);
  });

  test('half of them, the same half for the same seed', async () => {
    await add({ when: { ...when, probability: 0.5 }, phase: 'before', then });
    const first = await statuses(12);
    expect(new Set(first).size).toBe(2);
    await sosie.sandbox.reset();
    await add({ id: 'fault-1', when: { ...when, probability: 0.5 }, phase: 'before', then });
    expect(await statuses(12)).toEqual(first);
  });

  test('those whose message fits', async () => {
    const stockid = stockNamed(sosie, 'edmond');
    await add({ when: { ...when, match: { requests: [{ stockid }] } }, phase: 'before', then });
    expect((await buy(await one())).status).toBe(200);
    const other = { ...signed(), requests: [await wish(sosie, stockid, 1)] };
    expect((await buy(JSON.stringify(other))).status).toBe(500);
  });
});

test('a header that no client could read is refused when the rule is added', async () => {
  for (const headers of [
    { 'x-a': 'läuft 日本' },
    { 'Content-Type': 'text/html' },
    { 'content-length': '5' },
  ]) {
    const added = add({ phase: 'before', then: { kind: 'status', status: 500, headers } });
    await expect(added).rejects.toMatchObject({ status: 400 });
  }
});
