import { describe, expect, test } from 'vitest';
import {
  deliverWaiting,
  hasWaitingNotifications,
  putOutboxMode,
  recordDelivery,
  type Deliver,
} from '#kernel/outbox.ts';
import type { Sandbox } from '#kernel/sandbox.ts';
import type { OutboxEntry } from '#kernel/system-tables.ts';
import type { DeliveryResult } from '#kernel/vendor.ts';
import { stores } from '../support/stores.ts';
import { ask, NOON, plan, rowsOf, toySandbox, toyState } from '../support/toy-sandbox.ts';
import { confirmHold, holdSeats, type Receipt } from '../support/toy-vendor.ts';

const answering =
  (delivery: DeliveryResult): Deliver =>
  async () =>
    delivery;

async function sell(sandbox: Sandbox, ...buyers: readonly string[]): Promise<void> {
  for (const buyer of buyers) {
    const held = await ask(sandbox, holdSeats, { hall: 'odeon', buyer, seats: 1 });
    if (held.ok) await ask(sandbox, confirmHold, { hold: held.value.id });
  }
}

const outboxOf = (sandbox: Sandbox): readonly OutboxEntry[] =>
  rowsOf<OutboxEntry>(sandbox, 'outbox');
const receiptsOf = (sandbox: Sandbox): readonly Receipt[] =>
  rowsOf<Receipt>(sandbox, 'hall.receipts');

describe.each(stores)('on $store', ({ open }) => {
  test('notifications wait until they are sent, and leave in the order of their commits', async () => {
    const sandbox = await toySandbox({ store: open() });
    expect(hasWaitingNotifications(sandbox.state)).toBe(false);
    await sell(sandbox, 'anne', 'bob', 'cleo');
    expect(outboxOf(sandbox).map(({ status }) => status)).toEqual([
      'waiting',
      'waiting',
      'waiting',
    ]);
    const sent: string[] = [];
    const deliver: Deliver = async ({ notification }) => {
      sent.push(notification.url);
      return { ok: true, status: 200 };
    };
    expect(await deliverWaiting(sandbox, deliver, NOON)).toBe(3);
    expect(sent.map((url) => url.split('/').at(-1))).toEqual(['anne', 'bob', 'cleo']);
    expect(hasWaitingNotifications(sandbox.state)).toBe(false);
  });

  test('a refused call sends nothing', async () => {
    const sandbox = await toySandbox({ store: open() });
    await sell(sandbox, 'anne');
    await ask(sandbox, confirmHold, { hold: 'H1' });
    expect(outboxOf(sandbox)).toHaveLength(1);
  });

  test('the vendor is told how a delivery ended, and it is journalled', async () => {
    const sandbox = await toySandbox({ store: open() });
    await sell(sandbox, 'anne');
    await deliverWaiting(sandbox, answering({ ok: false, why: 'refused connection' }), NOON);
    expect(outboxOf(sandbox)).toMatchObject([
      { status: 'failed', attempts: 1, result: 'refused connection', emittedAt: NOON },
    ]);
    expect(receiptsOf(sandbox)).toEqual([{ id: 'H1', toldAt: NOON, ok: false }]);
    expect(sandbox.journal.query({ operation: 'delivered' })).toMatchObject([
      { outcome: 'done', entities: ['H1'] },
    ]);
  });

  test('a vendor that refuses the news keeps nothing of it, but the delivery is noted', async () => {
    const sandbox = await toySandbox({ store: open() });
    await sell(sandbox, 'anne');
    await deliverWaiting(sandbox, answering({ ok: true, status: 410 }), NOON);
    expect(outboxOf(sandbox)).toMatchObject([{ status: 'delivered', attempts: 1, result: '410' }]);
    expect(receiptsOf(sandbox)).toEqual([]);
    expect(sandbox.journal.query({ operation: 'delivered' })).toMatchObject([
      { outcome: 'refused' },
    ]);
  });

  test('a vendor that throws at the news is a defect, and the others get theirs', async () => {
    const sandbox = await toySandbox({ store: open() });
    await sell(sandbox, 'anne', 'bob');
    const deliver: Deliver = async ({ sequence }) => ({
      ok: true,
      status: sequence === 1 ? 418 : 200,
    });
    expect(await deliverWaiting(sandbox, deliver, NOON)).toBe(2);
    expect(outboxOf(sandbox)).toMatchObject([{ result: '418' }, { result: '200' }]);
    expect(receiptsOf(sandbox)).toMatchObject([{ id: 'H2' }]);
    const [record] = sandbox.journal.query({ outcome: 'defect' });
    expect(record?.detail).toMatchObject({ why: 'a teapot answered' });
  });

  test('a vendor that does not care is not asked', async () => {
    const sandbox = await toySandbox({ store: open() });
    await plan(sandbox, { kind: 'notify', id: 'n', at: NOON });
    await sandbox.runDue(NOON);
    await deliverWaiting(sandbox, answering({ ok: true, status: 204 }), NOON);
    expect(outboxOf(sandbox)).toMatchObject([{ vendor: 'drill', status: 'delivered' }]);
  });

  test('a sender that throws has not delivered', async () => {
    const sandbox = await toySandbox({ store: open() });
    await sell(sandbox, 'anne');
    const deliver: Deliver = () => Promise.reject(new Error('no route to host'));
    await deliverWaiting(sandbox, deliver, NOON);
    expect(outboxOf(sandbox)).toMatchObject([{ status: 'failed', result: 'no route to host' }]);
  });

  test('in mode collect nothing is sent and the vendor is told nothing', async () => {
    const sandbox = await toySandbox({ store: open() });
    await sandbox.edit((edits) => putOutboxMode(edits, 'collect'));
    await sell(sandbox, 'anne', 'bob');
    const deliver: Deliver = () => Promise.reject(new Error('must not be sent'));
    expect(await deliverWaiting(sandbox, deliver, NOON)).toBe(0);
    expect(outboxOf(sandbox)).toMatchObject([
      { status: 'collected', attempts: 0 },
      { status: 'collected', attempts: 0 },
    ]);
    expect(receiptsOf(sandbox)).toEqual([]);
  });

  test('two walks through the outbox at once send each notification once', async () => {
    const sandbox = await toySandbox({ store: open() });
    await sell(sandbox, 'anne', 'bob', 'cleo');
    const sent: string[] = [];
    const deliver: Deliver = async ({ id }) => {
      sent.push(id);
      await new Promise((resolve) => setImmediate(resolve));
      return { ok: true, status: 200 };
    };
    await Promise.all([1, 2].map(() => deliverWaiting(sandbox, deliver, NOON)));
    expect(sent).toEqual(['1', '2', '3']);
  });

  test('what is emitted while others are sent leaves on the same walk', async () => {
    const sandbox = await toySandbox({ store: open() });
    await sell(sandbox, 'anne');
    let isFirst = true;
    const deliver: Deliver = async () => {
      if (isFirst) await sell(sandbox, 'bob');
      isFirst = false;
      return { ok: true, status: 200 };
    };
    expect(await deliverWaiting(sandbox, deliver, NOON)).toBe(2);
  });

  test('one sent again by hand counts a second attempt', async () => {
    const sandbox = await toySandbox({ store: open() });
    await sell(sandbox, 'anne');
    await deliverWaiting(sandbox, answering({ ok: false, why: 'timeout' }), NOON);
    const [entry] = outboxOf(sandbox);
    if (!entry) throw new Error('there is one notification');
    const delivery = { ok: true, status: 200 } as const;
    await recordDelivery(sandbox, entry, { delivery, receivedAt: NOON + 5 });
    expect(outboxOf(sandbox)).toMatchObject([{ status: 'delivered', attempts: 2, result: '200' }]);
  });

  test('a reset while a notification is on its way leaves no trace of it', async () => {
    const sandbox = await toySandbox({ store: open() });
    await sell(sandbox, 'anne');
    const deliver: Deliver = async () => {
      await sandbox.replaceState(toyState());
      return { ok: true, status: 200 };
    };
    await deliverWaiting(sandbox, deliver, NOON);
    expect(outboxOf(sandbox)).toEqual([]);
    expect(receiptsOf(sandbox)).toEqual([]);
    expect(sandbox.journal.kept).toBe(0);
  });

  test('a reset while a notification is on its way keeps it from passing for one of the new start', async () => {
    const sandbox = await toySandbox({ store: open() });
    await sell(sandbox, 'anne');
    const sent: string[] = [];
    const deliver: Deliver = async ({ notification }) => {
      sent.push(notification.url.split('/').at(-1) ?? '');
      if (sent.length > 1) return { ok: true, status: 200 };
      await sandbox.replaceState(toyState());
      await sell(sandbox, 'bob');
      return { ok: false, why: 'of the old start' };
    };
    await deliverWaiting(sandbox, deliver, NOON);
    expect(sent).toEqual(['anne', 'bob']);
    expect(outboxOf(sandbox)).toMatchObject([{ id: '1', status: 'delivered', attempts: 1 }]);
    expect(receiptsOf(sandbox)).toMatchObject([{ id: 'H1', ok: true }]);
  });

  test('nor does one that a reset overtakes while its answer is being noted', async () => {
    const sandbox = await toySandbox({ store: open() });
    await sell(sandbox, 'anne');
    const resets: unknown[] = [];
    const deliver: Deliver = async () => {
      if (resets.length > 0) return { ok: true, status: 200 };
      resets.push(sandbox.replaceState(toyState()), sell(sandbox, 'bob'));
      return { ok: true, status: 410 };
    };
    await deliverWaiting(sandbox, deliver, NOON);
    await Promise.all(resets);
    await deliverWaiting(sandbox, answering({ ok: true, status: 200 }), NOON);
    expect(outboxOf(sandbox)).toMatchObject([{ status: 'delivered', attempts: 1, result: '200' }]);
    expect(sandbox.journal.query({ operation: 'delivered' })).toHaveLength(1);
  });
});
