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
