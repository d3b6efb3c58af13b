import { describe, expect, test } from 'vitest';
import { advance, catchUp, type AdvancePorts } from '#kernel/advance.ts';
import { clockOf } from '#kernel/clock.ts';
import { HOUR_MS, MINUTE_MS } from '#kernel/instant.ts';
import { canonicalText } from '#kernel/journal.ts';
import { deliverWaiting } from '#kernel/outbox.ts';
import type { Sandbox } from '#kernel/sandbox.ts';
import type { ClockSetting } from '#kernel/system-tables.ts';
import type { Drill, Note } from '../support/drill-vendor.ts';
import { stores } from '../support/stores.ts';
import {
  agendaOf,
  ask,
  everyRow,
  look,
  NOON,
  plan,
  rowsOf,
  toySandbox,
} from '../support/toy-sandbox.ts';
import { confirmHold, holdSeats, type Hold, type Receipt } from '../support/toy-vendor.ts';

const note = (id: string, at: number): Drill & { readonly at: number } => ({
  kind: 'note',
  id,
  at,
});
const odeon = { hall: 'odeon', buyer: 'anne', seats: 1 };
const running: ClockSetting = { mode: 'running', offsetMs: 0 };

/** The host's clock stands at noon unless told otherwise; notifications are taken at once. */
const ports = (given: Partial<AdvancePorts> = {}): AdvancePorts => ({
  deliver: async () => ({ ok: true, status: 200 }),
  pause: async () => undefined,
  host: () => NOON,
  ...given,
});

const notesOf = (sandbox: Sandbox): readonly Note[] =>
  rowsOf<Note>(sandbox, 'drill.notes').toSorted((a, b) => a.order - b.order);

describe.each(stores)('on $store', ({ open }) => {
  test('advancing to an instant runs what is due on the way, each at its own time', async () => {
    const sandbox = await toySandbox({ store: open() });
    await plan(sandbox, note('b', NOON + 20), note('a', NOON + 10), note('z', NOON + 99));
    const advanced = await advance(sandbox, NOON + 50, ports());
    expect(advanced).toMatchObject({ from: NOON, to: NOON + 50, total: 2 });
    expect(advanced.counts).toEqual({ 'drill.note': 2 });
    expect(advanced.events).toMatchObject([
      { key: 'a', at: NOON + 10, outcome: 'done', entities: ['a'] },
      { key: 'b', at: NOON + 20, outcome: 'done', entities: ['b'] },
    ]);
    expect(notesOf(sandbox).map((row) => row.at)).toEqual([NOON + 10, NOON + 20]);
    expect((await look(sandbox)).now).toBe(NOON + 50);
  });

  test('advancing to the next entry stops at its instant', async () => {
    const sandbox = await toySandbox({ store: open() });
    await plan(sandbox, note('a', NOON + 10), note('b', NOON + 10), note('c', NOON + 20));
    expect(await advance(sandbox, 'next', ports())).toMatchObject({ to: NOON + 10, total: 2 });
    expect(await advance(sandbox, 'next', ports())).toMatchObject({ to: NOON + 20, total: 1 });
    expect(await advance(sandbox, 'next', ports())).toMatchObject({ to: NOON + 20, total: 0 });
  });

  test('advancing until idle runs everything, and what that schedules', async () => {
    const sandbox = await toySandbox({ store: open() });
    await plan(sandbox, note('a', NOON + 10), { kind: 'chain', id: 'c', left: 5, at: NOON + 30 });
    expect(await advance(sandbox, 'idle', ports())).toMatchObject({ to: NOON + 30, total: 6 });
    expect(agendaOf(sandbox)).toEqual([]);
  });

  test('time never goes back: an instant that has passed advances nothing', async () => {
    const sandbox = await toySandbox({ store: open() });
    expect(await advance(sandbox, NOON - HOUR_MS, ports())).toMatchObject({ from: NOON, to: NOON });
    expect((await look(sandbox)).now).toBe(NOON);
  });

  test('a frozen clock stays frozen where the advance ended', async () => {
    const sandbox = await toySandbox({ store: open() });
    await advance(sandbox, NOON + HOUR_MS, ports());
    expect(clockOf(sandbox.state)).toEqual({ mode: 'frozen', at: NOON + HOUR_MS });
  });

  test('a running clock keeps running from where the advance ended', async () => {
    let host = NOON;
    const sandbox = await toySandbox({ store: open(), clock: { mode: 'running', offsetMs: 5 } });
    await plan(sandbox, note('a', NOON + 10));
    const deliver = ports({ host: () => host });
    await advance(sandbox, NOON + HOUR_MS, deliver);
    host += 1_000;
    expect((await look(sandbox, host)).now).toBe(NOON + HOUR_MS + 1_000);
    expect(clockOf(sandbox.state)).toEqual({ mode: 'running', offsetMs: HOUR_MS });
  });

  test('a call that arrives while a notification is delivered sees the instant it is about', async () => {
    const sandbox = await toySandbox({ store: open() });
    await plan(sandbox, { kind: 'notify', id: 'n', at: NOON + 10 }, note('later', NOON + 20));
    const seen: unknown[] = [];
    const deliver: AdvancePorts['deliver'] = async () => {
      const hold = await ask(sandbox, holdSeats, odeon);
      seen.push((await look(sandbox)).now, hold.ok && hold.value.heldAt);
      return { ok: true, status: 200 };
    };
    await advance(sandbox, NOON + 50, ports({ deliver }));
    expect(seen).toEqual([NOON + 10, NOON + 10]);
  });

  test('what such a call schedules for that instant runs before time goes on', async () => {
    const sandbox = await toySandbox({ store: open() });
    await plan(sandbox, { kind: 'notify', id: 'n', at: NOON + 10 }, note('later', NOON + 20));
    const deliver: AdvancePorts['deliver'] = async () => {
      await plan(sandbox, note('at once', NOON));
      return { ok: true, status: 200 };
    };
    await advance(sandbox, NOON + 50, ports({ deliver }));
    expect(notesOf(sandbox).map(({ id, at }) => [id, at - NOON])).toEqual([
      ['n', 10],
      ['at once', 10],
      ['later', 20],
    ]);
  });

  test('the vendor is told of a delivery at the instant it was sent', async () => {
    const sandbox = await toySandbox({ store: open() });
    await ask(sandbox, holdSeats, odeon);
    await ask(sandbox, confirmHold, { hold: 'H1' });
    await plan(sandbox, note('a', NOON + 10));
    await advance(sandbox, NOON + 50, ports());
    expect(rowsOf<Receipt>(sandbox, 'hall.receipts')).toMatchObject([
      { id: 'H1', ok: true, toldAt: NOON + 10 },
    ]);
  });

  test('a running clock and a frozen one come to the same rows and the same journal', async () => {
    const calls = async (sandbox: Sandbox): Promise<void> => {
      for (const seats of [1, 2, 3]) await ask(sandbox, holdSeats, { ...odeon, seats });
      await ask(sandbox, confirmHold, { hold: 'H2' });
      await plan(sandbox, note('a', NOON + MINUTE_MS), { kind: 'refuse', id: 'r', at: NOON + 2 });
      await plan(sandbox, { kind: 'break', id: 'x', at: NOON + 3 });
      await plan(sandbox, { kind: 'notify', id: 'n', at: NOON + HOUR_MS });
      await plan(sandbox, note('z', NOON + HOUR_MS + 1));
    };
    const frozen = await toySandbox({ store: open(), name: 'frozen' });
    await calls(frozen);
    await deliverWaiting(frozen, ports().deliver, NOON);
    await advance(frozen, NOON + 2 * HOUR_MS, ports());

    const ran = await toySandbox({ store: open(), name: 'ran', clock: running });
    await calls(ran);
    await deliverWaiting(ran, ports().deliver, NOON);
    // The process slept through it all: everything is late.
    await catchUp(ran, ports({ host: () => NOON + 2 * HOUR_MS }));
    const [one, other] = [everyRow(frozen), everyRow(ran)];
    expect({ ...other, clock: [] }).toEqual({ ...one, clock: [] });
    expect(journalOf(ran)).toEqual(journalOf(frozen));
  });

  test('a clock that catches up shows each instant while its notifications leave, then runs on', async () => {
    const sandbox = await toySandbox({ store: open(), clock: { mode: 'running', offsetMs: 5 } });
    await plan(sandbox, { kind: 'notify', id: 'n', at: NOON + 10 }, note('z', NOON + MINUTE_MS));
    let host = NOON + HOUR_MS;
    const seen: unknown[] = [];
    const deliver: AdvancePorts['deliver'] = async () => {
      host += 1_000;
      seen.push((await look(sandbox, host)).now - NOON, notesOf(sandbox).length);
      return { ok: true, status: 200 };
    };
    await catchUp(sandbox, ports({ deliver, host: () => host }));
    expect(seen).toEqual([10, 1]);
    expect(notesOf(sandbox).map(({ at }) => at - NOON)).toEqual([10, MINUTE_MS]);
    expect(clockOf(sandbox.state)).toEqual({ mode: 'running', offsetMs: 5 });
    expect((await look(sandbox, host)).now).toBe(NOON + HOUR_MS + 1_005);
  });

  test('a clock that stands has nothing to catch up with', async () => {
    const sandbox = await toySandbox({ store: open() });
    await plan(sandbox, note('a', NOON + 10));
    await catchUp(sandbox, ports({ host: () => NOON + HOUR_MS }));
    expect(notesOf(sandbox)).toEqual([]);
  });

  test('a clock that is being advanced is told as running still', async () => {
    const sandbox = await toySandbox({ store: open(), clock: running });
    await plan(sandbox, { kind: 'notify', id: 'n', at: NOON + 10 });
    const modes: string[] = [];
    const deliver: AdvancePorts['deliver'] = async () => {
      modes.push(clockOf(sandbox.state).mode);
      return { ok: true, status: 200 };
    };
    await advance(sandbox, NOON + 50, ports({ deliver }));
    expect(modes).toEqual(['running']);
  });

  test('advances asked for at once follow one another', async () => {
    const sandbox = await toySandbox({ store: open() });
    await plan(sandbox, note('a', NOON + 10), note('b', NOON + 20), note('c', NOON + 30));
    const advanced = await Promise.all([1, 2, 3].map(() => advance(sandbox, 'next', ports())));
    expect(advanced.map(({ to }) => to - NOON)).toEqual([10, 20, 30]);
  });
});

const journalOf = (sandbox: Sandbox): readonly string[] =>
  sandbox.journal
    .query({ limit: 1_000 })
    .map((record) => canonicalText(record).replaceAll(sandbox.name, 'it'));

test('the answer is capped at 1,000 events, with counts and a cursor for the rest', async () => {
  const sandbox = await toySandbox();
  const drills = Array.from({ length: 1_500 }, (_, at) => note(`n${at}`, NOON + 1 + at));
  await plan(sandbox, ...drills, { kind: 'refuse', id: 'no', at: NOON + 5_000 });
  const { events, counts, total, cursor } = await advance(sandbox, 'idle', ports());
  expect(events).toHaveLength(1_000);
  expect(counts).toEqual({ 'drill.note': 1_500, 'drill.refuse': 1 });
  expect(total).toBe(1_501);
  expect(cursor).toBe(events.at(-1)?.journal);
  const rest = sandbox.journal.query({ since: cursor, limit: 1_000 });
  expect(rest).toHaveLength(501);
  expect(rest[0]).toMatchObject({ operation: 'note', entities: ['n1000'] });
});

test('the process may do other work every 200 entries, at one instant or at many', async () => {
  const pausesOf = async (at: (number: number) => number): Promise<number> => {
    const sandbox = await toySandbox();
    await plan(sandbox, ...Array.from({ length: 1_000 }, (_, n) => note(`n${n}`, NOON + at(n))));
    let pauses = 0;
    const pause = async (): Promise<void> => void (pauses += 1);
    await advance(sandbox, 'idle', ports({ pause }));
    return pauses;
  };
  expect(await pausesOf(() => 1)).toBe(5);
  expect(await pausesOf((number) => number + 1)).toBe(5);
});

test('a call that arrives in a pause is served before time goes on', async () => {
  const sandbox = await toySandbox();
  await plan(sandbox, ...Array.from({ length: 300 }, (_, n) => note(`n${n}`, NOON + 1 + n)));
  let held: Hold | undefined;
  const pause = async (): Promise<void> => {
    const outcome = await ask(sandbox, holdSeats, odeon);
    if (outcome.ok) held = outcome.value;
  };
  await advance(sandbox, 'idle', ports({ pause }));
  expect(held?.heldAt).toBe(NOON + 200);
});

test('an advance tells of every entry that ran meanwhile, also of those a call in a pause settled', async () => {
  const sandbox = await toySandbox();
  const drills = Array.from({ length: 450 }, (_, at) => note(`n${at}`, NOON + MINUTE_MS));
  await plan(sandbox, ...drills);
  const pause = async (): Promise<void> => {
    await ask(sandbox, holdSeats, { ...odeon, hall: 'nowhere' });
  };
  const advanced = await advance(sandbox, NOON + HOUR_MS, ports({ pause }));
  expect(advanced).toMatchObject({ total: 450, counts: { 'drill.note': 450 } });
  expect(advanced.events.map(({ key }) => key)).toEqual(drills.map(({ id }) => id));
  await plan(sandbox, note('later', NOON + 2 * HOUR_MS));
  await advance(sandbox, 'next', ports());
  expect(advanced.total).toBe(450);
});

test('what repeats for ever does not keep an advance to an instant from ending', async () => {
  const sandbox = await toySandbox();
  await plan(sandbox, { kind: 'every-minute', id: 'm', at: NOON + MINUTE_MS });
  const advanced = await advance(sandbox, NOON + HOUR_MS, ports());
  expect(advanced.total).toBe(60);
  expect(agendaOf(sandbox)[0]?.due).toBe(NOON + HOUR_MS + MINUTE_MS);
});

test('advancing until idle gives up on what repeats for ever, and says so', async () => {
  const sandbox = await toySandbox();
  await plan(sandbox, { kind: 'every-minute', id: 'm', at: NOON + MINUTE_MS });
  const advanced = await advance(sandbox, 'idle', ports());
  expect(advanced).toMatchObject({ total: 100_000, stopped: 'limit' });
  expect(advanced.to).toBe(NOON + 100_000 * MINUTE_MS);
  expect(await advance(sandbox, 'next', ports())).not.toHaveProperty('stopped');
});

test('an advance that fails leaves the clock where it came to, still running if it ran', async () => {
  const sandbox = await toySandbox({ clock: running });
  await plan(sandbox, ...Array.from({ length: 300 }, (_, n) => note(`n${n}`, NOON + 1 + n)));
  const pause = async (): Promise<void> => {
    throw new Error('the process ends');
  };
  await expect(advance(sandbox, NOON + HOUR_MS, ports({ pause }))).rejects.toThrow(
    'the process ends',
  );
  expect(clockOf(sandbox.state)).toEqual({ mode: 'running', offsetMs: 200 });
  expect(agendaOf(sandbox)).toHaveLength(100);
});
