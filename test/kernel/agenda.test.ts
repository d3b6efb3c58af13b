import { describe, expect, test } from 'vitest';
import { dueEntries } from '#kernel/agenda.ts';
import type { Sandbox } from '#kernel/sandbox.ts';
import type { ChangeSet } from '#kernel/state.ts';
import type { Store } from '#kernel/store.ts';
import type { AgendaEntry } from '#kernel/system-tables.ts';
import { memoryStore } from '#store/memory.ts';
import type { Drill, Note } from '../support/drill-vendor.ts';
import { stores } from '../support/stores.ts';
import {
  agendaOf,
  ask,
  NOON,
  parkedIn,
  plan,
  rowsOf,
  toySandbox,
  vendorOf,
} from '../support/toy-sandbox.ts';
import { holdSeats } from '../support/toy-vendor.ts';

const note = (id: string, at: number): Drill & { readonly at: number } => ({
  kind: 'note',
  id,
  at,
});

/** Runs what is due and answers the outcome of each entry, in order. */
async function run(sandbox: Sandbox, until: number): Promise<readonly string[]> {
  const told: string[] = [];
  const stop = sandbox.onEvent(({ key, outcome }) => void told.push(`${key} ${outcome}`));
  await sandbox.runDue(until);
  stop();
  return told;
}

const notesOf = (sandbox: Sandbox): readonly Note[] =>
  rowsOf<Note>(sandbox, 'drill.notes').toSorted((a, b) => a.order - b.order);

describe.each(stores)('on $store', ({ open }) => {
  test('entries run by time, those of one instant in the order they were scheduled', async () => {
    const sandbox = await toySandbox({ store: open() });
    await plan(sandbox, note('d', NOON + 2), note('b', NOON + 1), note('a', NOON + 1));
    await plan(sandbox, note('c', NOON + 1), note('e', NOON + 3));
    expect(await run(sandbox, NOON + 2)).toEqual(['b done', 'a done', 'c done', 'd done']);
    expect(notesOf(sandbox).map(({ id, at }) => [id, at - NOON])).toEqual([
      ['b', 1],
      ['a', 1],
      ['c', 1],
      ['d', 2],
    ]);
  });

  test('each entry is a commit of its own, with chance of its own', async () => {
    const sandbox = await toySandbox({ store: open() });
    await plan(sandbox, note('a', NOON + 1), note('b', NOON + 1));
    const { sequence, turns } = sandbox.state;
    await run(sandbox, NOON + 1);
    expect(sandbox.state).toMatchObject({ sequence: sequence + 2, turns: turns + 2 });
    const [a, b] = notesOf(sandbox);
    expect(a?.drawn).not.toBe(b?.drawn);
  });

  test('a second entry under a key replaces the first', async () => {
    const sandbox = await toySandbox({ store: open() });
    await plan(sandbox, note('a', NOON + 1), note('b', NOON + 2));
    await plan(sandbox, note('a', NOON + 3));
    expect(agendaOf(sandbox).map((entry) => [entry.key, entry.due - NOON])).toEqual([
      ['b', 2],
      ['a', 3],
    ]);
    await plan(sandbox, note('a', NOON + 1));
    expect(await run(sandbox, NOON + 9)).toEqual(['a done', 'b done']);
  });

  test('what is unscheduled does not run', async () => {
    const sandbox = await toySandbox({ store: open() });
    await plan(sandbox, note('a', NOON + 1), note('b', NOON + 2));
    await sandbox.turn({
      vendor: vendorOf('drill'),
      receivedAt: NOON,
      decide: ({ draft }) => {
        draft.unschedule('a');
        draft.unschedule('never there');
        return { commit: true, value: undefined };
      },
    });
    expect(await run(sandbox, NOON + 9)).toEqual(['b done']);
  });

  test('what is scheduled for the past is due now, not then', async () => {
    const sandbox = await toySandbox({ store: open() });
    await plan(sandbox, note('a', NOON - 60_000));
    expect(agendaOf(sandbox)[0]?.due).toBe(NOON);
  });

  test('what is scheduled while the agenda is worked off finds its place', async () => {
    const sandbox = await toySandbox({ store: open() });
    await plan(sandbox, note('a', NOON + 1), note('z', NOON + 9));
    await run(sandbox, NOON + 5);
    await plan(sandbox, note('m', NOON + 6), note('k', NOON));
    expect(await run(sandbox, NOON + 9)).toEqual(['k done', 'm done', 'z done']);
    expect(notesOf(sandbox).map((row) => row.at)).toEqual([NOON + 1, NOON + 1, NOON + 6, NOON + 9]);
  });

  test('a refused entry leaves the agenda and undoes nothing else', async () => {
    const sandbox = await toySandbox({ store: open() });
    await plan(sandbox, note('a', NOON + 1), { kind: 'refuse', id: 'no', at: NOON + 1 });
    await plan(sandbox, note('b', NOON + 1));
    expect(await run(sandbox, NOON + 1)).toEqual(['a done', 'no refused', 'b done']);
    expect(agendaOf(sandbox)).toEqual([]);
    expect(parkedIn(sandbox)).toEqual([]);
    expect(notesOf(sandbox).map((row) => [row.id, row.order])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect(sandbox.journal.query({ outcome: 'refused' })).toMatchObject([{ operation: 'refuse' }]);
  });

  test('an entry that throws is parked with why, and the others run', async () => {
    const sandbox = await toySandbox({ store: open() });
    await plan(sandbox, { kind: 'break', id: 'x', at: NOON + 1 }, note('b', NOON + 1));
    expect(await run(sandbox, NOON + 1)).toEqual(['x defect', 'b done']);
    expect(parkedIn(sandbox)).toMatchObject([{ key: 'x', parked: 'the spring broke' }]);
    expect(notesOf(sandbox).map((row) => row.id)).toEqual(['b']);
    expect(await run(sandbox, NOON + 9)).toEqual([]);
    const [record] = sandbox.journal.query({ outcome: 'defect' });
    expect(record?.detail).toMatchObject({ why: 'the spring broke', command: { id: 'x' } });
  });

  test('an entry that no behaviour is known for is parked', async () => {
    const sandbox = await toySandbox({ store: open() });
    await plan(sandbox, { kind: 'unheard-of', id: 'x', at: NOON + 1 });
    expect(await run(sandbox, NOON + 1)).toEqual(['x defect']);
    expect(parkedIn(sandbox)).toMatchObject([{ parked: 'drill has no behaviour for unheard-of' }]);
  });

  test('a parked entry can be scheduled anew', async () => {
    const sandbox = await toySandbox({ store: open() });
    await plan(sandbox, { kind: 'break', id: 'x', at: NOON + 1 });
    await run(sandbox, NOON + 1);
    await plan(sandbox, note('x', NOON + 2));
    expect(await run(sandbox, NOON + 2)).toEqual(['x done']);
  });

  test('a failed settling does not keep a call from being served', async () => {
    const sandbox = await toySandbox({ store: open() });
    await plan(sandbox, { kind: 'break', id: 'x', at: NOON });
    await plan(sandbox, { kind: 'refuse', id: 'y', at: NOON });
    const hold = { hall: 'odeon', buyer: 'anne', seats: 1 };
    expect(await ask(sandbox, holdSeats, hold)).toMatchObject({ ok: true });
  });
});

test('10,000 entries that schedule one another at one instant run, one more is a defect', async () => {
  const sandbox = await toySandbox();
  await plan(sandbox, { kind: 'chain', id: 'chain', left: 10_000, at: NOON + 1 });
  expect((await run(sandbox, NOON + 1)).at(-1)).toBe('chain done');
  expect(notesOf(sandbox)).toHaveLength(1);
  await plan(sandbox, { kind: 'chain', id: 'chain', left: 1_000_000, at: NOON + 2 });
  await plan(sandbox, note('after', NOON + 3));
  const told = await run(sandbox, NOON + 3);
  expect(told.slice(-2)).toEqual(['chain defect', 'after done']);
  expect(told).toHaveLength(10_002);
  expect(parkedIn(sandbox)).toMatchObject([{ parked: '10000 chain in a row at one instant' }]);
});

test('20,000 entries of one instant that know nothing of each other run', async () => {
  const sandbox = await toySandbox();
  await plan(sandbox, ...Array.from({ length: 20_000 }, (_, at) => note(`n${at}`, NOON + 1)));
  expect(await run(sandbox, NOON + 1)).toHaveLength(20_000);
  expect(parkedIn(sandbox)).toEqual([]);
  expect(notesOf(sandbox)).toHaveLength(20_000);
});

test('a fork runs 60,000 entries of one instant, though its original keeps them', async () => {
  // Looking at all that ran before, for each entry anew, would take longer than the test may.
  const sandbox = await toySandbox();
  for (let hundred = 0; hundred < 600; hundred += 1) {
    const id = (at: number): string => `n${hundred * 100 + at}`;
    await plan(sandbox, ...Array.from({ length: 100 }, (_, at) => note(id(at), NOON + 1)));
  }
  await plan(sandbox, note('last', NOON + 2));
  const fork = await toySandbox({ name: 'fork' });
  await fork.replaceState(await sandbox.forkState());
  expect(await run(fork, NOON + 1)).toHaveLength(60_000);
  const later = await toySandbox({ name: 'later' });
  await later.replaceState(await fork.forkState());
  expect(later.nextDue(Infinity)?.key).toBe('last');
  expect(dueEntries(sandbox.state)).toHaveLength(60_001);
  expect(dueEntries(later.state)).toHaveLength(1);
});

test('an entry put before those that ran, from outside, runs all the same', async () => {
  const sandbox = await toySandbox();
  await plan(sandbox, note('b', NOON + 20), note('z', NOON + 90));
  await run(sandbox, NOON + 50);
  const [z] = agendaOf(sandbox);
  if (!z) throw new Error('z is still to come');
  const early = { ...z, id: 'drill:a', key: 'a', due: NOON + 10, sequence: 99 };
  await sandbox.edit((edits) => edits.table<AgendaEntry>('agenda').put(early));
  expect(await run(sandbox, NOON + 50)).toEqual(['a done']);
});

test('a refused entry that another owner replaced meanwhile is not taken off', async () => {
  const log: ChangeSet[] = [];
  let meanwhile: (() => Promise<void>) | undefined;
  const store: Store = {
    ...memoryStore(),
    open: () => log.length,
    read: (_, from) => log.slice(from),
    append: async (_, expected, changeSet) => {
      const first = meanwhile;
      meanwhile = undefined;
      await first?.();
      if (log.length !== expected) return 'conflict';
      log.push(changeSet);
      return 'ok';
    },
  };
  const one = await toySandbox({ store });
  await plan(one, { kind: 'refuse', id: 'a', at: NOON + 1 });
  const other = await toySandbox({ store });
  meanwhile = () => plan(other, note('a', NOON + 60));
  expect(await run(one, NOON + 1)).toEqual(['a refused']);
  expect(agendaOf(one)).toMatchObject([{ key: 'a', due: NOON + 60 }]);
});
