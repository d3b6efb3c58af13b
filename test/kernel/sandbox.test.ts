import { describe, expect, test } from 'vitest';
import { putClock } from '#kernel/clock.ts';
import { Defect } from '#kernel/defect.ts';
import { MINUTE_MS } from '#kernel/instant.ts';
import type { ChangeSet } from '#kernel/state.ts';
import type { Store } from '#kernel/store.ts';
import type { SettingsRow } from '#kernel/system-tables.ts';
import { memoryStore } from '#store/memory.ts';
import { stores } from '../support/stores.ts';
import { ask, everyRow, look, NOON, rowsOf, toySandbox, vendorOf } from '../support/toy-sandbox.ts';
import { confirmHold, holdSeats, type Hall, type Hold } from '../support/toy-vendor.ts';

const odeon = { hall: 'odeon', buyer: 'anne' };

describe.each(stores)('on $store', ({ open }) => {
  test('a refusal changes nothing at all', async () => {
    const sandbox = await toySandbox({ store: open(), seats: 2 });
    await ask(sandbox, holdSeats, { ...odeon, seats: 2 });
    const before = everyRow(sandbox);
    const { sequence } = sandbox.state;
    const outcome = await ask(sandbox, holdSeats, { ...odeon, seats: 1 });
    expect(outcome).toEqual({ ok: false, failure: 'sold-out' });
    expect(everyRow(sandbox)).toEqual(before);
    expect(sandbox.state.sequence).toBe(sequence);
  });

  test('a refused call consumes no number of a counter', async () => {
    const sandbox = await toySandbox({ store: open(), seats: 2 });
    await ask(sandbox, holdSeats, { ...odeon, seats: 3 });
    await ask(sandbox, holdSeats, { ...odeon, hall: 'elsewhere', seats: 1 });
    expect(await ask(sandbox, holdSeats, { ...odeon, seats: 1 })).toMatchObject({
      value: { id: 'H1' },
    });
  });

  test('a call that throws changes nothing and the next one finds its turn', async () => {
    const sandbox = await toySandbox({ store: open() });
    const before = everyRow(sandbox);
    const broken = async (): Promise<unknown> =>
      ask(
        sandbox,
        (draft) => {
          draft.halls.drop('odeon');
          throw new Error('a broken rule');
        },
        {},
      );
    await expect(broken()).rejects.toThrow('a broken rule');
    expect(everyRow(sandbox)).toEqual(before);
    expect(await ask(sandbox, holdSeats, { ...odeon, seats: 1 })).toMatchObject({ ok: true });
  });

  test('the same seed and the same calls give the same rows, another seed gives others', async () => {
    const codes = async (seed: number): Promise<readonly string[]> => {
      const sandbox = await toySandbox({ store: open(), seed, name: `seed-${seed}` });
      for (let call = 0; call < 3; call += 1) await ask(sandbox, holdSeats, { ...odeon, seats: 1 });
      await sandbox.close();
      return rowsOf<Hold>(sandbox, 'hall.holds').map((hold) => hold.code);
    };
    expect(await codes(7)).toEqual(await codes(7));
    expect(await codes(7)).not.toEqual(await codes(8));
    expect(new Set(await codes(7)).size).toBe(3);
  });

  test('reads, refusals, settings and the clock shift nothing that is drawn later', async () => {
    const [calm, busy] = [await toySandbox(), await toySandbox({ store: open() })];
    await look(busy);
    await ask(busy, holdSeats, { ...odeon, seats: 99 });
    await busy.edit((edits) => putClock(edits, { mode: 'frozen', at: NOON }));
    await busy.edit((edits) =>
      edits.table<SettingsRow>('settings').put({ id: 'hall', values: { greeting: 'Hello' } }),
    );
    for (const sandbox of [calm, busy]) await ask(sandbox, holdSeats, { ...odeon, seats: 1 });
    expect(rowsOf<Hold>(busy, 'hall.holds')).toEqual(rowsOf<Hold>(calm, 'hall.holds'));
  });

  test('settings of the sandbox reach the behaviour and tell their evidence', async () => {
    const sandbox = await toySandbox({ store: open() });
    await sandbox.edit((edits) =>
      edits.table<SettingsRow>('settings').put({ id: 'hall', values: { holdMinutes: 3 } }),
    );
    await ask(sandbox, holdSeats, { ...odeon, seats: 1 });
    const [hold] = rowsOf<Hold>(sandbox, 'hall.holds');
    expect(hold?.expiresAt).toBe(NOON + 3 * MINUTE_MS);
    expect(sandbox.settingsOf(vendorOf('hall')).settings['holdMinutes']).toBe(3);
  });

  test('what is due is settled before a call, at its own time', async () => {
    const clock = { mode: 'running', offsetMs: 0 } as const;
    const sandbox = await toySandbox({ store: open(), seats: 1, clock });
    await ask(sandbox, holdSeats, { ...odeon, seats: 1 });
    const late = NOON + 11 * MINUTE_MS;
    const held = await ask(sandbox, holdSeats, { ...odeon, seats: 1, receivedAt: late });
    expect(held).toMatchObject({ ok: true, value: { id: 'H2', heldAt: late } });
    const [expiry] = sandbox.journal.query({ operation: 'expire-hold' });
    expect(expiry).toMatchObject({ kind: 'event', outcome: 'done', at: NOON + 10 * MINUTE_MS });
    expect(expiry?.entities).toEqual(['H1', 'odeon']);
  });

  test('what was settled before a call stays when the call is refused', async () => {
    const clock = { mode: 'running', offsetMs: 0 } as const;
    const sandbox = await toySandbox({ store: open(), seats: 1, clock });
    await ask(sandbox, holdSeats, { ...odeon, seats: 1 });
    const late = NOON + 11 * MINUTE_MS;
    await ask(sandbox, holdSeats, { ...odeon, seats: 5, receivedAt: late });
    expect(rowsOf<Hall>(sandbox, 'hall.halls')).toMatchObject([{ free: 1 }]);
  });

  test('time never goes back, even when the clock of the host does', async () => {
    const clock = { mode: 'running', offsetMs: 1_000 } as const;
    const sandbox = await toySandbox({ store: open(), clock });
    expect((await look(sandbox, NOON)).now).toBe(NOON + 1_000);
    expect(await look(sandbox, NOON - 500)).toMatchObject({
      now: NOON + 1_000,
      receivedAt: NOON - 500,
    });
    expect((await look(sandbox, NOON + 1)).now).toBe(NOON + 1_001);
  });

  test('rows cannot be edited in place, those of the data set neither', async () => {
    const sandbox = await toySandbox({ store: open() });
    const given = rowsOf(sandbox, 'hall.halls');
    await ask(sandbox, holdSeats, { ...odeon, seats: 1 });
    const written = [...rowsOf(sandbox, 'hall.halls'), ...rowsOf(sandbox, 'hall.holds')];
    expect([given.length, written.length]).toEqual([1, 2]);
    for (const row of [...given, ...written]) expect(Object.isFrozen(row)).toBe(true);
  });

  test('an action is journalled with its command and what it changed', async () => {
    const sandbox = await toySandbox({ store: open() });
    await sandbox.command({
      vendor: vendorOf('hall'),
      receivedAt: NOON,
      kind: 'close-hall',
      command: { hall: 'odeon' },
      decide: ({ edits }) => {
        const halls = edits.table<Hall>('hall.halls');
        halls.put({ id: 'odeon', capacity: 10, free: 0 });
        return { commit: true, value: undefined };
      },
    });
    const [record] = sandbox.journal.query({ operation: 'close-hall' });
    expect(record).toMatchObject({
      vendor: 'hall',
      outcome: 'done',
      entities: ['odeon'],
      at: NOON,
    });
    expect(record?.detail).toEqual({
      command: { hall: 'odeon' },
      changes: [{ changed: 'hall.halls', id: 'odeon', fields: { free: { from: 10, to: 0 } } }],
    });
  });

  test('a fork goes its own way, with the seed and the numbers of its original', async () => {
    const original = await toySandbox({ store: open() });
    await ask(original, holdSeats, { ...odeon, seats: 1 });
    const fork = await toySandbox({ store: open(), name: 'fork' });
    await fork.replaceState(await original.forkState());
    expect(everyRow(fork)).toEqual(everyRow(original));
    const [one] = [await ask(original, holdSeats, { ...odeon, seats: 1 })];
    expect(await ask(fork, holdSeats, { ...odeon, seats: 1 })).toEqual(one);
    await ask(fork, confirmHold, { hold: 'H1' });
    expect(rowsOf<Hold>(original, 'hall.holds')[0]?.status).toBe('held');
  });

  test('a sandbox that was dropped answers with a defect', async () => {
    const sandbox = await toySandbox({ store: open() });
    await sandbox.close();
    await expect(ask(sandbox, holdSeats, { ...odeon, seats: 1 })).rejects.toThrow(
      new Defect('sandbox toy was dropped'),
    );
  });
});

/** Answers only when told to. */
function heldStore(): { readonly store: Store; answer: (with_: 'ok' | Error) => void } {
  const waiting: ((answer: 'ok' | Error) => void)[] = [];
  const append = (): Promise<'ok'> =>
    new Promise((resolve, reject) => {
      waiting.push((answer) => (answer === 'ok' ? resolve('ok') : reject(answer)));
    });
  return {
    store: { ...memoryStore(), append },
    answer: (answer) => waiting.shift()?.(answer),
  };
}

test('nothing is visible before the store has said ok', async () => {
  const { store, answer } = heldStore();
  const told: number[] = [];
  const sandbox = await toySandbox({
    store,
    onCommitted: (_, changes) => told.push(changes.length),
  });
  const before = everyRow(sandbox);
  const asked = ask(sandbox, holdSeats, { ...odeon, seats: 1 });
  await new Promise((resolve) => setImmediate(resolve));
  expect(everyRow(sandbox)).toEqual(before);
  expect(told).toEqual([]);
  answer('ok');
  expect(await asked).toMatchObject({ ok: true });
  expect(rowsOf(sandbox, 'hall.holds')).toHaveLength(1);
  expect(told).toHaveLength(1);
});

test('a store that fails keeps nothing, and the next call is served', async () => {
  const { store, answer } = heldStore();
  const sandbox = await toySandbox({ store });
  const lost = ask(sandbox, holdSeats, { ...odeon, seats: 1 });
  answer(new Error('the disk is full'));
  await expect(lost).rejects.toThrow('the disk is full');
  expect(rowsOf(sandbox, 'hall.holds')).toEqual([]);
  const next = ask(sandbox, holdSeats, { ...odeon, seats: 1 });
  await Promise.resolve();
  answer('ok');
  expect(await next).toMatchObject({ ok: true, value: { id: 'H1' } });
});

test('eight conflicts in a row are a defect', async () => {
  let appends = 0;
  const append = (): 'conflict' => {
    appends += 1;
    return 'conflict';
  };
  const sandbox = await toySandbox({ store: { ...memoryStore(), append } });
  await expect(ask(sandbox, holdSeats, { ...odeon, seats: 1 })).rejects.toThrow(
    new Defect('8 conflicts in a row in toy'),
  );
  expect(appends).toBe(8);
});

test('an owner that comes later begins with what the log holds', async () => {
  const [log] = [[] as ChangeSet[]];
  const store: Store = {
    ...memoryStore(),
    open: () => log.length,
    append: (_, __, changeSet) => (log.push(changeSet), 'ok'),
    read: (_, from) => log.slice(from),
  };
  const first = await toySandbox({ store });
  await ask(first, holdSeats, { ...odeon, seats: 4 });
  const second = await toySandbox({ store });
  expect(everyRow(second)).toEqual(everyRow(first));
  expect(second.state.turns).toBe(1);
});
