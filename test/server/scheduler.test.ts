import { beforeEach, expect, test } from 'vitest';
import { advance } from '#kernel/advance.ts';
import { MINUTE_MS } from '#kernel/instant.ts';
import type { Deliver } from '#kernel/outbox.ts';
import type { Sandbox } from '#kernel/sandbox.ts';
import { Sandboxes } from '#kernel/sandboxes.ts';
import { openJournal } from '#kernel/journal.ts';
import type { OutboxEntry } from '#kernel/system-tables.ts';
import { Scheduler } from '#server/scheduler.ts';
import { memoryStore } from '#store/memory.ts';
import { ask, NOON, plan, ring, rowsOf, universe } from '../support/toy-sandbox.ts';
import { confirmHold, holdSeats, type Hall } from '../support/toy-vendor.ts';

interface Scheduled {
  readonly sandboxes: Sandboxes;
  readonly scheduler: Scheduler;
  readonly defects: readonly unknown[];
  /** Of notifications that left: the last part of where to. */
  readonly sent: readonly string[];
}

let open: Scheduler | undefined;

beforeEach(() => () => open?.stop());

interface Ports {
  readonly deliver?: Deliver;
  readonly host?: () => number;
}

function scheduled({ deliver, host = () => NOON }: Ports = {}): Scheduled {
  const sent: string[] = [];
  const defects: unknown[] = [];
  const scheduler = new Scheduler({
    sandboxes: () => sandboxes,
    host,
    deliver: (entry) => {
      sent.push(entry.notification.url.split('/').at(-1) ?? '');
      return deliver?.(entry) ?? Promise.resolve({ ok: true, status: 200 });
    },
    onDefect: (error) => void defects.push(error),
  });
  open = scheduler;
  const sandboxes = new Sandboxes({
    ...{ universe, store: memoryStore(), hardened: true },
    openJournal: (name) => openJournal(ring, name),
    install: (_, edits) => {
      edits.table<Hall>('hall.halls').put({ id: 'odeon', capacity: 999, free: 999 });
    },
    onCommitted: (sandbox, changes) => scheduler.committed(sandbox, changes),
  });
  return { sandboxes, scheduler, defects, sent };
}

const recipe = { seed: 1, dataset: 'a hall', ttlMs: undefined, bindings: [] };
const frozen = { ...recipe, name: 'frozen', clock: { mode: 'frozen', at: NOON } } as const;

async function sell(sandbox: Sandbox, buyer: string): Promise<void> {
  const held = await ask(sandbox, holdSeats, { hall: 'odeon', buyer, seats: 1 });
  if (held.ok) await ask(sandbox, confirmHold, { hold: held.value.id });
}

const settled = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 5));

const outboxOf = (sandbox: Sandbox): readonly OutboxEntry[] =>
  rowsOf<OutboxEntry>(sandbox, 'outbox');

test('what a call in the last pause of an advance emits is sent at that instant', async () => {
  const { sandboxes, sent } = scheduled();
  const sandbox = await sandboxes.create(frozen, NOON);
  const drills = Array.from({ length: 200 }, (_, at) => ({
    ...{ kind: 'note' as const, id: `n${at}`, at: NOON + 1 },
  }));
  await plan(sandbox, ...drills);
  await advance(sandbox, NOON + MINUTE_MS, {
    deliver: async ({ notification }) => {
      expect(sandbox.now(NOON)).toBe(NOON + 1);
      return { ok: true, status: notification.url.endsWith('anne') ? 201 : 500 };
    },
    pause: () => sell(sandbox, 'anne'),
    host: () => NOON,
  });
  expect(outboxOf(sandbox)).toMatchObject([{ status: 'delivered', result: '201' }]);
  expect(sent).toEqual([]);
});

test('what is emitted while something else keeps the advances waiting leaves afterwards, once', async () => {
  const { sandboxes, sent, defects } = scheduled();
  const sandbox = await sandboxes.create(frozen, NOON);
  await sandbox.advances.run(async () => {
    await sell(sandbox, 'anne');
    await sell(sandbox, 'bob');
    await settled();
    expect(sent).toEqual([]);
  });
  await settled();
  expect(sent).toEqual(['anne', 'bob']);
  await sell(sandbox, 'cleo');
  await settled();
  expect(sent).toEqual(['anne', 'bob', 'cleo']);
  expect(defects).toEqual([]);
});

const HOST_STEP_MS = 5 * MINUTE_MS;

/** Two notifications of two instants, each answered late; answers once both are noted. */
async function twoLate(sandbox: Sandbox): Promise<void> {
  await plan(
    sandbox,
    { kind: 'notify', id: 'one', at: NOON + 1 },
    { kind: 'notify', id: 'two', at: NOON + 2 },
  );
}

test('a running clock that was late tells each answer to its vendor at its own instant', async () => {
  let host = NOON;
  const { sandboxes, scheduler, defects } = scheduled({
    host: () => host,
    deliver: async () => {
      host += MINUTE_MS;
      await settled();
      return { ok: true, status: 200 };
    },
  });
  const running = { ...recipe, name: 'ran', clock: { mode: 'running', at: undefined } } as const;
  const sandbox = await sandboxes.create(running, host);
  await twoLate(sandbox);
  host += HOST_STEP_MS;
  scheduler.watch(sandbox);
  await expect
    .poll(() => outboxOf(sandbox).map(({ status }) => status))
    .toEqual(['delivered', 'delivered']);
  const told = sandbox.journal.query({ operation: 'delivered' });
  expect(told.map((record) => record.at - NOON)).toEqual([1, 2]);
  await settled();
  expect(sandbox.now(host)).toBe(NOON + HOST_STEP_MS + 2 * MINUTE_MS);
  expect(defects).toEqual([]);
});

test('no sandbox waits for what another one has to catch up with', async () => {
  let answer = (): void => undefined;
  let host = NOON;
  const { sandboxes, scheduler, defects } = scheduled({
    host: () => host,
    deliver: ({ notification }) => {
      const delivered = { ok: true, status: 200 } as const;
      if (notification.body !== 'slow') return Promise.resolve(delivered);
      return new Promise((resolve) => (answer = () => resolve(delivered)));
    },
  });
  const clock = { mode: 'running', at: undefined } as const;
  const slow = await sandboxes.create({ ...recipe, name: 'slow', clock }, host);
  const quick = await sandboxes.create({ ...recipe, name: 'quick', clock }, host);
  await plan(slow, { kind: 'notify', id: 'slow', at: NOON + 1 });
  await plan(quick, { kind: 'notify', id: 'quick', at: NOON + 1 });
  host += HOST_STEP_MS;
  scheduler.watch(slow);
  await expect.poll(() => outboxOf(quick).at(0)?.status).toBe('delivered');
  expect(outboxOf(slow).at(0)?.status).toBe('waiting');
  await sandboxes.drop('slow');
  answer();
  await settled();
  expect(defects).toEqual([]);
});
