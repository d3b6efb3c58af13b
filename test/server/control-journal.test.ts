import { beforeEach, describe, expect, test } from 'vitest';
import { stockNamed, utick, wish } from '../support/utick.ts';
import { open, type Open } from './control-asking.ts';
import { listenTo, type Stream } from './control-stream.ts';

let at: Open;

beforeEach(async () => {
  at = await open();
  return () => at.sosie.close();
});

const JOURNAL = '/sandboxes/default/journal';
const ping = () => utick(at.sosie, { method: 'GET', path: 'ping' });
const numbers = async (query: string): Promise<readonly number[]> => {
  const { body } = await at.ask('GET', `${JOURNAL}${query}`);
  return body.records.map((record: { number: number }) => record.number);
};

describe('reading', () => {
  test('a call is told with its request, its answer and what it changed', async () => {
    const requests = [await wish(at.sosie, stockNamed(at.sosie, 'hedda'), 1)];
    await utick(at.sosie, { method: 'POST', path: 'shop/products//', fields: { requests } });
    const { body } = await at.ask('GET', `${JOURNAL}?operation=requestProducts`);
    expect(body.records).toMatchObject([
      {
        ...{ id: 'default.2', kind: 'exchange', vendor: 'utick', outcome: 'done' },
        at: '2026-03-04T11:00:00Z',
        request: { head: 'POST /utick/v1/shop/products//' },
        response: { head: '200' },
      },
    ]);
    expect(body.records[0].detail.changes.length).toBeGreaterThan(0);
    expect(JSON.stringify(body)).not.toContain('TEST-PRIVATE-KEY');
  });

  test('the newest are told, oldest first; since a number, the first that follow it', async () => {
    for (let call = 0; call < 5; call += 1) await ping();
    expect(await numbers('?limit=2')).toEqual([4, 5]);
    expect(await numbers('?since=1&limit=2')).toEqual([2, 3]);
    expect(await numbers('?since=5')).toEqual([]);
    const { body } = await at.ask('GET', JOURNAL);
    expect(body).toMatchObject({ newest: 5, oldest: 1 });
  });

  test('it can be asked for a vendor, an operation, an outcome, one order', async () => {
    await ping();
    const requests = [await wish(at.sosie, stockNamed(at.sosie, 'hedda'), 1)];
    const bought = await utick<readonly { orderid: string }[]>(at.sosie, {
      ...{ method: 'POST', path: 'shop/products//', fields: { requests } },
    });
    await utick(at.sosie, { method: 'GET', path: 'shop/orders/nobody' });
    expect(await numbers('?operation=ping')).toEqual([1]);
    expect(await numbers('?outcome=refused')).toEqual([4]);
    expect(await numbers(`?vendor=utick&entity=${bought.body.response[0]?.orderid}`)).toEqual([3]);
    expect(await numbers('?vendor=nobody')).toEqual([]);
  });

  test.each(['default.2', '2'])('one record is read by %s', async (id) => {
    await ping();
    await ping();
    const { body } = await at.ask('GET', `${JOURNAL}/${id}`);
    expect(body).toMatchObject({ id: 'default.2', number: 2, operation: 'ping' });
  });

  test.each(['99', 'default.99', 'other.1', 'x'])('there is no record %s', async (id) => {
    await ping();
    expect((await at.ask('GET', `${JOURNAL}/${id}`)).status).toBe(404);
  });

  test('it is emptied, and its numbers go on', async () => {
    await ping();
    expect((await at.ask('DELETE', JOURNAL)).status).toBe(204);
    expect(await numbers('')).toEqual([]);
    await ping();
    expect(await numbers('')).toEqual([2]);
  });

  test.each(['outcome=bad', 'since=-1', 'limit=0', 'vendr=utick'])(
    '?%s is refused',
    async (query) => {
      expect((await at.ask('GET', `${JOURNAL}?${query}`)).status).toBe(400);
    },
  );
});

describe('following', () => {
  const streams: Stream[] = [];

  beforeEach(() => () => Promise.all(streams.splice(0).map((stream) => stream.end())));

  const follow = async (query = '', headers: Record<string, string> = {}): Promise<Stream> => {
    const url = `/_sosie/v1${JOURNAL}/stream${query}`;
    const stream = await listenTo(at.sosie, url, headers);
    streams.push(stream);
    return stream;
  };

  test('a record comes as soon as it is written', async () => {
    await ping();
    const stream = await follow();
    await ping();
    expect(await stream.next()).toMatchObject({
      ...{ id: '2', event: 'exchange' },
      data: { id: 'default.2', operation: 'ping', outcome: 'done' },
    });
  });

  test('since a number, what was missed comes first', async () => {
    await ping();
    await ping();
    const stream = await follow('?since=1');
    expect((await stream.next()).id).toBe('2');
    await ping();
    expect((await stream.next()).id).toBe('3');
  });

  test('a client that comes back goes on where it was', async () => {
    for (let call = 0; call < 3; call += 1) await ping();
    const stream = await follow('?since=0', { 'last-event-id': '2' });
    expect((await stream.next()).id).toBe('3');
  });

  test('only what was asked for comes', async () => {
    const stream = await follow('?outcome=refused');
    await ping();
    await utick(at.sosie, { method: 'GET', path: 'shop/orders/nobody' });
    expect((await stream.next()).data).toMatchObject({ operation: 'getOrder' });
  });

  test('what the journal no longer has is told as a gap', async () => {
    for (let call = 0; call < 3; call += 1) await ping();
    at.sosie.core.sandboxes.get('default')?.journal.clear();
    await ping();
    const stream = await follow('?since=1');
    expect(await stream.next()).toMatchObject({ event: 'gap', id: '3', data: { from: 2, to: 3 } });
    expect((await stream.next()).id).toBe('4');
  });

  test('a reader too slow for the journal loses records, never the server its memory', async () => {
    const small = await open({ config: { journalBytes: 2 ** 20 } });
    const path = '/_sosie/v1/sandboxes/default/journal/stream';
    const stream = await listenTo(small.sosie, path);
    stream.pause();
    for (let call = 1; call <= 1500; call += 1) {
      await utick(small.sosie, { method: 'GET', path: 'shop/products/stocks' });
      if (call % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    stream.resume();
    let last = 0;
    const gaps: unknown[] = [];
    while (last < 1500) {
      const { id, event, data } = await stream.next();
      if (event === 'gap') gaps.push(data);
      else expect(Number(id)).toBe(last + 1);
      last = Number(id);
    }
    expect(gaps.length).toBeGreaterThan(0);
    await stream.end();
    await small.sosie.close();
  });

  test('it ends when its sandbox is dropped', async () => {
    await at.ask('POST', '/sandboxes', { name: 'a' });
    const stream = await listenTo(at.sosie, '/_sosie/v1/sandboxes/a/journal/stream');
    await at.ask('DELETE', '/sandboxes/a');
    await expect(stream.ended).resolves.toBeUndefined();
  });

  test('it keeps nobody from closing the server', async () => {
    const stream = await follow();
    await at.sosie.close();
    await expect(stream.ended).resolves.toBeUndefined();
  });

  test.each(['since=x', 'limit=5'])('?%s is refused before anything is streamed', async (query) => {
    expect((await at.ask('GET', `${JOURNAL}/stream?${query}`)).status).toBe(400);
  });
});
