import { expect, test } from 'vitest';
import { putClock } from '#kernel/clock.ts';
import type { Store } from '#kernel/store.ts';
import { memoryStore } from '#store/memory.ts';
import { sellLastSeats } from '../support/last-seat.ts';
import { slowStore } from '../support/stores.ts';
import { agendaOf, ask, everyRow, NOON, plan, rowsOf, toySandbox } from '../support/toy-sandbox.ts';
import type { Note } from '../support/drill-vendor.ts';
import { holdSeats } from '../support/toy-vendor.ts';

const ROUNDS = 200;

test(`64 buyers ask for the last seat, ${ROUNDS} times: one gets it`, async () => {
  await sellLastSeats({ rounds: ROUNDS, store: memoryStore(), owners: 1 });
});

test(`64 buyers ask two owners for the last seat, ${ROUNDS} times: one gets it`, async () => {
  await sellLastSeats({ rounds: ROUNDS, store: slowStore({ seed: 2 }), owners: 2 });
});

/** Counts the conflicts that the owners of a store meet. */
function counting(store: Store): { readonly store: Store; readonly conflicts: () => number } {
  let conflicts = 0;
  const append: Store['append'] = async (...given) => {
    const answer = await store.append(...given);
    if (answer === 'conflict') conflicts += 1;
    return answer;
  };
  return { store: { ...store, append }, conflicts: () => conflicts };
}

test('two owners really meet in conflicts, and every seat is sold once', async () => {
  const { store, conflicts } = counting(slowStore({ seed: 3 }));
  const owners = [
    await toySandbox({ store, seats: 40 }),
    await toySandbox({ store, seats: 40 }),
  ] as const;
  const asked = Array.from({ length: 60 }, (_, buyer) =>
    ask(owners[buyer % 2 === 0 ? 0 : 1], holdSeats, { hall: 'odeon', buyer: 'b', seats: 1 }),
  );
  const sold = (await Promise.all(asked)).flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
  expect(new Set(sold.map((hold) => hold.id)).size).toBe(40);
  expect(new Set(sold.map((hold) => hold.code)).size).toBe(40);
  expect(conflicts()).toBeGreaterThan(10);
});

test('an entry of the agenda runs once, whichever of two owners comes first', async () => {
  const store = slowStore({ seed: 4 });
  const [one, other] = [await toySandbox({ store }), await toySandbox({ store })];
  const drills = Array.from({ length: 30 }, (_, at) => ({
    ...{ kind: 'note' as const, id: `n${String(at).padStart(2, '0')}` },
    at: NOON + 1 + (at % 7),
  }));
  await plan(one, ...drills);
  await plan(other, { kind: 'note', id: 'n99', at: NOON + 60_000 });
  const told: string[] = [];
  const runAll = (sandbox: typeof one): unknown => {
    sandbox.onEvent((event) => void told.push(event.key));
    return sandbox.runDue(NOON + 1_000);
  };
  await Promise.all([runAll(one), runAll(other)]);
  for (const owner of [one, other]) {
    expect(owner.nextDue(NOON + 1_000)).toBeUndefined();
    await owner.edit((edits) => putClock(edits, { mode: 'frozen', at: NOON + 1_000 }));
  }
  expect(told.toSorted()).toEqual(drills.map((drill) => drill.id).toSorted());
  const notes = rowsOf<Note>(one, 'drill.notes').toSorted((a, b) => a.order - b.order);
  expect(notes.map((note) => note.at)).toEqual(notes.map((note) => note.at).toSorted());
  expect(agendaOf(one)).toHaveLength(1);
  expect(everyRow(other)).toEqual(everyRow(one));
});
