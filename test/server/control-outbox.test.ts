import { beforeEach, expect, test } from 'vitest';
import type { Deliver } from '#kernel/outbox.ts';
import type { DeliveryResult } from '#kernel/vendor.ts';
import { open, type Open } from './control-asking.ts';

let at: Open;
let delivered: string[];
let answer: DeliveryResult;

beforeEach(async () => {
  delivered = [];
  answer = { ok: true, status: 204 };
  const deliver: Deliver = (entry) => {
    delivered.push(entry.id);
    return Promise.resolve(answer);
  };
  at = await open({ deliver });
  return () => at.sosie.close();
});

const OUTBOX = '/sandboxes/default/outbox';

/** A vendor tells its customer's system something. */
async function emit(): Promise<void> {
  const sandbox = at.sosie.core.sandboxes.get('default');
  const vendor = sandbox?.universe.vendors.get('utick');
  if (!sandbox || !vendor) throw new Error('no sandbox');
  await sandbox.command({
    ...{ vendor, receivedAt: 0, kind: 'tell', command: {} },
    decide: ({ draft }) => {
      const url = 'http://127.0.0.1:9/hook';
      draft.emit({ kind: 'order-paid', method: 'POST', url, body: '{}', reference: { id: 1 } });
      return { commit: true, value: undefined };
    },
  });
  // Delivering starts after the commit.
  await new Promise((resolve) => setTimeout(resolve, 5));
}

test('what was sent is told with how it went', async () => {
  await emit();
  const { body } = await at.ask('GET', OUTBOX);
  expect(body).toMatchObject({
    ...{ mode: 'send', total: 1 },
    notifications: [
      {
        ...{ id: '1', vendor: 'utick', emittedAt: '2026-03-04T11:00:00Z' },
        ...{ status: 'delivered', attempts: 1, result: '204' },
        notification: { kind: 'order-paid', method: 'POST', url: 'http://127.0.0.1:9/hook' },
      },
    ],
  });
});

test('in the mode collect nothing leaves, until it is sent by hand', async () => {
  expect((await at.ask('PUT', `${OUTBOX}/mode`, { mode: 'collect' })).body.mode).toBe('collect');
  await emit();
  expect(delivered).toEqual([]);
  const { body } = await at.ask('GET', OUTBOX);
  expect(body).toMatchObject({ mode: 'collect', notifications: [{ status: 'collected' }] });
  const sent = await at.ask('POST', `${OUTBOX}/1/deliver`);
  expect(sent.body).toMatchObject({ status: 'delivered', attempts: 1 });
  expect(delivered).toEqual(['1']);
});

test('one is sent a second time, and its answer counts', async () => {
  await emit();
  answer = { ok: false, status: 500, why: 'answered 500' };
  const { body } = await at.ask('POST', `${OUTBOX}/1/deliver`);
  expect(body).toMatchObject({ status: 'failed', attempts: 2, result: 'answered 500' });
});

test('they are read page by page', async () => {
  for (let told = 0; told < 3; told += 1) await emit();
  const { body } = await at.ask('GET', `${OUTBOX}?after=1&limit=1`);
  expect(body).toMatchObject({ total: 3, notifications: [{ id: '2' }] });
  expect(body.notifications).toHaveLength(1);
});

test('an unknown notification is 404', async () => {
  const { status, body } = await at.ask('POST', `${OUTBOX}/9/deliver`);
  expect(status).toBe(404);
  expect(body.detail).toBe('no notification "9"');
});

test.each(['drop', 'duplicate', 'reorder'])(
  'the mode %s says that it is not built',
  async (mode) => {
    const { status, body } = await at.ask('PUT', `${OUTBOX}/mode`, { mode });
    expect(status).toBe(501);
    expect(body.detail).toBe(`outbox mode "${mode}": not built yet`);
  },
);

test('an unknown mode is refused, naming the field', async () => {
  const { status, body } = await at.ask('PUT', `${OUTBOX}/mode`, { mode: 'keep' });
  expect(status).toBe(400);
  expect(body.pointer).toBe('/mode');
});
