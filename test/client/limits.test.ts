import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { TransportError, type Transport } from '#client/index.ts';
import { clientBehind } from './shop.ts';
import { pong, stub } from './stub.ts';

/** A vendor that never answers, and a transport that does not care who gives up. */
const deaf: Transport = () => new Promise(() => undefined);

test('a call ends when its time is over, though its transport does not heed the signal', async () => {
  const utick = clientBehind(deaf, { timeoutMs: 20, retries: 0 });
  await expect(utick.createOrder({})).rejects.toMatchObject({
    name: 'LostAnswerError',
    kind: 'timeout',
    mayBeDone: true,
    message: expect.stringContaining('no answer within 20 ms; the vendor may have done it'),
  });
});

test('the time is that of each attempt, and one call may have another', async () => {
  const utick = clientBehind(deaf, { timeoutMs: 60_000 });
  const call = utick.ping({}, { timeoutMs: 10, retries: 1 });
  await expect(call).rejects.toThrow('utick.ping: no answer within 10 ms (attempt 2)');
});

test('the transport is told that the time is over', async () => {
  let signal: AbortSignal | undefined;
  const transport: Transport = (request) => {
    ({ signal } = request);
    return deaf(request);
  };
  await clientBehind(transport, { timeoutMs: 10, retries: 0 })
    .ping()
    .catch(() => undefined);
  expect(signal?.aborted).toBe(true);
});

test('a call that is given up before it starts sends nothing', async () => {
  const { transport, requests } = stub(pong);
  const signal = AbortSignal.abort(new Error('the customer left'));
  await expect(clientBehind(transport).createOrder({}, { signal })).rejects.toMatchObject({
    name: 'AbortedError',
    kind: 'aborted',
    mayBeDone: false,
    attempts: 0,
    cause: new Error('the customer left'),
  });
  expect(requests).toEqual([]);
});

test('a call that is given up on its way may be done', async () => {
  const controller = new AbortController();
  const call = clientBehind(deaf).createOrder({}, { signal: controller.signal });
  setTimeout(() => controller.abort(), 10);
  await expect(call).rejects.toMatchObject({
    name: 'AbortedError',
    mayBeDone: true,
    attempts: 1,
    message: 'utick.createOrder: aborted while it was on its way: the vendor may have done it',
  });
});

test('a call that is given up while it waits to be repeated is not sent again', async () => {
  const controller = new AbortController();
  const { transport, requests } = stub(new TransportError('not-sent'));
  const wait = (): Promise<void> => {
    setTimeout(() => controller.abort(), 10);
    return new Promise(() => undefined);
  };
  const utick = clientBehind(transport, { wait });
  const call = utick.createOrder({}, { signal: controller.signal });
  await expect(call).rejects.toMatchObject({ name: 'AbortedError', mayBeDone: false, attempts: 1 });
  expect(requests).toHaveLength(1);
});

test('given up during a wait that is over at once, it is not sent again either', async () => {
  const controller = new AbortController();
  const { transport, requests } = stub(new TransportError('reset'));
  const wait = async (): Promise<void> => controller.abort();
  const call = clientBehind(transport, { wait }).ping({}, { signal: controller.signal });
  await expect(call).rejects.toMatchObject({ name: 'AbortedError' });
  expect(requests).toHaveLength(1);
});

test('a signal that serves many calls keeps nothing of them', async () => {
  const { signal } = new AbortController();
  const { transport } = stub(new TransportError('reset'), pong);
  await clientBehind(transport).ping({}, { signal });
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('a transport of one’s own that throws something else loses the answer too', async () => {
  const transport: Transport = () => Promise.reject(new TypeError('fetch failed'));
  await expect(clientBehind(transport).createOrder({})).rejects.toMatchObject({
    name: 'LostAnswerError',
    kind: 'unknown',
    mayBeDone: true,
    cause: new TypeError('fetch failed'),
  });
});

test('and one that throws before it returns anything', async () => {
  const transport: Transport = () => {
    throw new TypeError('no such scheme');
  };
  await expect(clientBehind(transport).createOrder({})).rejects.toMatchObject({ kind: 'unknown' });
});

test.each<readonly [string, object]>([
  ['timeoutMs', { timeoutMs: 0 }],
  ['timeoutMs', { timeoutMs: 2 ** 31 }],
  ['timeoutMs', { timeoutMs: Number.NaN }],
  ['retries', { retries: -1 }],
  ['backoffMs', { backoffMs: -1 }],
  ['maxWaitMs', { maxWaitMs: Number.POSITIVE_INFINITY }],
])('%s has bounds: %o', (option, options) => {
  expect(() => clientBehind(deaf, options)).toThrow(
    expect.objectContaining({ name: 'OptionsError', option }),
  );
});
