import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createClients, type Transport } from '#client/index.ts';
import { createSosie, type SandboxHandle, type Sosie } from '#server/index.ts';
import { inProcess } from '../support/in-process.ts';
import { hedda, keys } from './shop.ts';

type Then = Parameters<SandboxHandle['faults']['add']>[0]['then'];

/** One sosie for all, in process and listening; each row has a sandbox of its own. */
let sosie: Sosie;
let baseUrl: string;
beforeAll(async () => {
  sosie = await createSosie({ seed: 1 });
  baseUrl = (await sosie.listen({ port: 0 })).url;
});
afterAll(() => sosie.close());

const ways: readonly (readonly [string, () => { transport?: Transport }])[] = [
  ['over a real port', () => ({})],
  ['in process', () => ({ transport: inProcess(sosie) })],
];

/** Places for Hedda that the demo data set leaves. */
const FREE = 53;
let count = 0;

/** What comes late is in the journal when it is done. */
const SOON = { timeout: 10_000 };

async function shopWith(operation: string, then: Then, phase: 'before' | 'after' = 'after') {
  count += 1;
  const sandbox = await sosie.sandboxes.create({ name: `fault-${count}` });
  await sandbox.faults.add({ when: { operation }, phase, then, times: 1 });
  return sandbox;
}

interface Row {
  readonly then: Then;
  readonly name: 'LostAnswerError' | 'UnreadableAnswerError';
  readonly kind: string;
  readonly status?: number;
  readonly retryAfterMs?: number;
}

const lost = (kind: string, then: Then): Row => ({ then, name: 'LostAnswerError', kind });
const page = (status: number, then: Then, retryAfterMs?: number): Row => ({
  then,
  name: 'UnreadableAnswerError',
  kind: 'unreadable',
  status,
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
});

/** Time enough on a busy machine; a call that has to run out of it gets less. */
const AMPLE_MS = 15_000;
const timeFor = ({ kind }: Pick<Row, 'kind'>): number => (kind === 'timeout' ? 1_000 : AMPLE_MS);

const rows: readonly Row[] = [
  lost('timeout', { kind: 'hang' }),
  lost('timeout', { kind: 'drip', bytesPerSecond: 10 }),
  lost('timeout', { kind: 'latency', ms: 2_000 }),
  lost('reset', { kind: 'reset' }),
  lost('reset', { kind: 'empty' }),
  lost('truncated', { kind: 'truncated' }),
  page(200, { kind: 'malformed' }),
  page(502, { kind: 'html', status: 502 }),
  page(503, { kind: 'html', status: 503, retryAfterSeconds: 7 }, 7_000),
  page(504, { kind: 'html', status: 504 }),
  page(503, { kind: 'status', status: 503, body: 'busy' }),
  page(500, { kind: 'status', status: 500, body: { error: 'no upstream' } }),
];

describe.each(ways)('%s', (_, way) => {
  const clientOf = (sandbox: string, timeoutMs = AMPLE_MS, waits: number[] = []) =>
    createClients({
      ...way(),
      baseUrl,
      sandbox,
      utick: keys,
      timeoutMs,
      random: () => 1,
      wait: async (ms) => void waits.push(ms),
    });

  test.concurrent.each(rows)(
    'places are never requested twice when the answer is $kind: $then',
    async ({ then, ...seen }) => {
      const sandbox = await shopWith('requestProducts', then);
      const { utick, close } = clientOf(sandbox.name, timeFor(seen));
      const requests = [{ ...hedda, quantity: 2 }];
      await expect(utick.requestProducts({ requests })).rejects.toMatchObject({
        ...seen,
        operation: 'requestProducts',
        attempts: 1,
        mayBeDone: true,
      });
      await vi.waitFor(() => expect(sandbox.journal.query({})).toHaveLength(1), SOON);
      const stock = await utick.getStock({ id: hedda.stockid });
      expect(stock).toMatchObject({ value: { capacity_free: FREE - 2 } });
      await close();
    },
  );

  test.concurrent.each(rows)(
    'a read is sent again when the answer is $kind: $then',
    async ({ then, kind }) => {
      const sandbox = await shopWith('getStock', then);
      const waits: number[] = [];
      const { utick, close } = clientOf(sandbox.name, timeFor({ kind }), waits);
      const isAskedLonger = 'retryAfterSeconds' in then;
      const read = utick.getStock({ id: hedda.stockid });
      if (isAskedLonger) {
        await expect(read).rejects.toMatchObject({ status: 503, attempts: 1 });
      } else {
        expect(await read).toMatchObject({ ok: true, response: { attempts: 2 } });
        expect(waits).toEqual([100]);
      }
      const exchanges = isAskedLonger ? 1 : 2;
      await vi.waitFor(() => expect(sandbox.journal.query({})).toHaveLength(exchanges), SOON);
      await close();
    },
  );

  test('an answer that is only slow, dripping or under another type is an answer', async () => {
    const slow: readonly Then[] = [
      { kind: 'latency', ms: 20 },
      { kind: 'drip', bytesPerSecond: 100_000 },
      { kind: 'content-type', contentType: 'text/html' },
    ];
    for (const then of slow) {
      const sandbox = await shopWith('getStock', then);
      const { utick, close } = clientOf(sandbox.name);
      const answer = await utick.getStock({ id: hedda.stockid });
      expect(answer).toMatchObject({ ok: true, response: { attempts: 1 } });
      await close();
    }
  });

  test('a failure that is injected comes back as the vendor’s no, and is not sent again', async () => {
    const sandbox = await shopWith(
      'getOrder',
      { kind: 'failure', failure: 'order-closed' },
      'before',
    );
    const { utick, close } = clientOf(sandbox.name);
    expect(await utick.getOrder({ id: '7' })).toMatchObject({
      ok: false,
      failure: { code: 409, status: 409, message: 'The order is closed' },
      response: { attempts: 1 },
    });
    await close();
  });

  test('what a proxy sends twice is done twice: no client can see it', async () => {
    const sandbox = await shopWith('requestProducts', { kind: 'duplicate' }, 'before');
    const { utick, close } = clientOf(sandbox.name);
    await utick.requestProducts({ requests: [{ ...hedda, quantity: 2 }] });
    const stock = await utick.getStock({ id: hedda.stockid });
    expect(stock).toMatchObject({ value: { capacity_free: FREE - 4 } });
    await close();
  });
});
