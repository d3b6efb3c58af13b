import { createServer } from 'node:net';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import {
  createUtickClient,
  TransportError,
  utickRepeats,
  type UtickOptions,
} from '#client/index.ts';
import { utick as contract } from '#contracts/utick/index.ts';
import type { Operation } from '#kit/operation.ts';
import { NOON_INSTANT } from '../support/utick.ts';
import { callNamed, clientBehind, demoSosie, hedda, keys, messageFor } from './shop.ts';
import { pong, stub, type Next, type Reply } from './stub.ts';

const operations = Object.entries<Operation>(contract.operations);
const lost = new TransportError('reset');
const unsent = new TransportError('not-sent', new Error('connect ECONNREFUSED'));
const page = (status: number, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers: { 'content-type': 'text/html', ...headers },
  body: '<html>',
});

describe('after a lost answer', () => {
  test.each(operations)('%s is repeated only when it reads', async (name, operation) => {
    const { transport, requests } = stub(lost);
    const call = callNamed(clientBehind(transport), name, messageFor(operation));
    await expect(call).rejects.toMatchObject({ name: 'LostAnswerError', operation: name });
    expect(requests).toHaveLength(operation.method === 'GET' ? 3 : 1);
  });

  test('every operation says why it is repeated or not', () => {
    const rules = Object.entries(utickRepeats);
    expect(rules.map(([name]) => name).toSorted()).toEqual(
      operations.map(([name]) => name).toSorted(),
    );
    for (const [name, rule] of rules)
      expect([name, rule.why]).toEqual([name, expect.stringMatching(/\w+ \w+/)]);
  });

  test('the error of a write tells why it was not repeated', async () => {
    const { transport } = stub(lost);
    await expect(clientBehind(transport).requestProducts({ requests: [] })).rejects.toThrow(
      'utick.requestProducts: the connection ended before an answer came; the vendor may have ' +
        'done it. Not repeated: each call takes places anew, and Utick documents no key that tells a repetition',
    );
  });
});

describe('when there was no connection', () => {
  test.each(operations)('%s is repeated: nothing left', async (name, operation) => {
    const { transport, requests } = stub(unsent);
    const call = callNamed(clientBehind(transport), name, messageFor(operation));
    await expect(call).rejects.toMatchObject({
      name: 'NotSentError',
      kind: 'not-sent',
      message: `utick.${name}: not sent: connect ECONNREFUSED`,
      mayBeDone: false,
      attempts: 3,
    });
    expect(requests).toHaveLength(3);
  });

  test('places are requested once from a vendor that is there at the third attempt', async () => {
    const port = await freePort();
    const sosie = await demoSosie();
    let waits = 0;
    const utick = createUtickClient({
      ...keys,
      baseUrl: `http://127.0.0.1:${port}/utick`,
      wait: async () => {
        waits += 1;
        if (waits === 2) await sosie.listen({ port });
      },
    });
    const answer = await utick.requestProducts({ requests: [{ ...hedda, quantity: 2 }] });
    expect(answer).toMatchObject({ ok: true, response: { attempts: 3 } });
    expect(sosie.sandbox.journal.query({})).toHaveLength(1);
    await utick.close();
    await sosie.close();
  });

  test.each(['127.0.0.1', 'localhost'])('nobody at a port of %s is told so', async (host) => {
    const port = await freePort();
    const utick = createUtickClient({ ...keys, baseUrl: `http://${host}:${port}`, retries: 0 });
    await expect(utick.createOrder({})).rejects.toThrow(
      /^utick\.createOrder: not sent: .*connect ECONNREFUSED 127\.0\.0\.1:\d+$/,
    );
    await utick.close();
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

describe('an answer that is none of the vendor’s', () => {
  test.each([
    // status   why                                sent
    [200, 'what is broken once may be whole', 3],
    [429, 'the proxy has too much to do', 3],
    [500, 'it passes', 3],
    [502, 'it passes', 3],
    [503, 'it passes', 3],
    [301, 'it leads elsewhere the next time too', 1],
    [404, 'nothing is here the next time either', 1],
  ])('under HTTP %i: %s', async (status, _, sent) => {
    const { transport, requests } = stub(page(status));
    await expect(clientBehind(transport).ping()).rejects.toMatchObject({
      name: 'UnreadableAnswerError',
      status,
    });
    expect(requests).toHaveLength(sent);
  });
});

describe('the wait before a repetition', () => {
  const waitsOf = async (
    options: Partial<UtickOptions>,
    ...replies: readonly Next[]
  ): Promise<readonly number[]> => {
    const waits: number[] = [];
    const wait = async (ms: number): Promise<void> => void waits.push(ms);
    const utick = clientBehind(stub(...replies).transport, { ...options, wait });
    await utick.ping().catch(() => undefined);
    return waits;
  };

  test.each<readonly [string, Partial<UtickOptions>, readonly number[]]>([
    ['doubles', { retries: 4, random: () => 1 }, [100, 200, 400, 800]],
    ['is drawn between nothing and that', { retries: 3, random: () => 0.5 }, [50, 100, 200]],
    ['starts where it is told to', { random: () => 1, backoffMs: 10 }, [10, 20]],
    ['has a limit', { retries: 3, random: () => 1, maxWaitMs: 150 }, [100, 150, 150]],
    ['is none without repetitions', { retries: 0 }, []],
  ])('%s', async (_, options, waits) => {
    expect(await waitsOf(options, lost)).toEqual(waits);
  });

  test('is what the answer asks for in seconds', async () => {
    expect(await waitsOf({}, page(503, { 'retry-after': '3' }), pong)).toEqual([3000]);
  });

  test('or until the instant that it names', async () => {
    const at = new Date(NOON_INSTANT + 2000).toUTCString();
    expect(await waitsOf({}, page(503, { 'retry-after': at }), pong)).toEqual([2000]);
  });

  test('is not longer than it may be: the call ends instead, and tells what was asked', async () => {
    const { transport, requests } = stub(page(503, { 'retry-after': '3600' }));
    await expect(clientBehind(transport).ping()).rejects.toMatchObject({
      retryAfterMs: 3_600_000,
      status: 503,
      attempts: 1,
    });
    expect(requests).toHaveLength(1);
  });

  test.each(['soon', ''])('heeds no Retry-After of “%s”', async (asked) => {
    const headers = { 'retry-after': asked };
    expect(await waitsOf({ random: () => 1 }, page(503, headers), pong)).toEqual([100]);
  });
});

test('one call may have fewer repetitions than its client', async () => {
  const { transport, requests } = stub(lost);
  await expect(clientBehind(transport).ping({}, { retries: 1 })).rejects.toThrow('(attempt 2)');
  expect(requests).toHaveLength(2);
});

test('each attempt is signed anew', async () => {
  let now = NOON_INSTANT;
  const { transport, requests } = stub(lost);
  const wait = async (): Promise<void> => void (now += 1000);
  const utick = clientBehind(transport, { clock: () => now, wait });
  await expect(utick.authenticate()).rejects.toThrow();
  const stamps = requests.map(({ body }) => (JSON.parse(body) as { timestamp: string }).timestamp);
  expect(stamps).toEqual([
    '2026-03-04T11:00:00+00:00',
    '2026-03-04T11:00:01+00:00',
    '2026-03-04T11:00:02+00:00',
  ]);
});
