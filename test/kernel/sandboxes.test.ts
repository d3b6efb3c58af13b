import { describe, expect, test } from 'vitest';
import { advance } from '#kernel/advance.ts';
import { clockOf } from '#kernel/clock.ts';
import { Defect } from '#kernel/defect.ts';
import { openJournal } from '#kernel/journal.ts';
import { HOUR_MS, MINUTE_MS } from '#kernel/instant.ts';
import { Sandboxes, type SandboxRecipe, type SandboxesParts } from '#kernel/sandboxes.ts';
import { memoryStore } from '#store/memory.ts';
import { stores } from '../support/stores.ts';
import { ask, everyRow, NOON, ring, rowsOf, universe } from '../support/toy-sandbox.ts';
import { holdSeats, type Hall, type Hold } from '../support/toy-vendor.ts';

const recipe = (name: string, given: Partial<SandboxRecipe> = {}): SandboxRecipe => ({
  ...{ name, seed: 1, dataset: 'ten seats', ttlMs: undefined, bindings: [] },
  clock: { mode: 'frozen', at: NOON },
  ...given,
});

const sandboxesOn = (given: Partial<SandboxesParts> = {}): Sandboxes =>
  new Sandboxes({
    universe,
    store: memoryStore(),
    hardened: true,
    openJournal: (name) => openJournal(ring, name),
    install: (_, edits) => {
      edits.table<Hall>('hall.halls').put({ id: 'odeon', capacity: 10, free: 10 });
    },
    onCommitted: () => undefined,
    ...given,
  });

const odeon = { hall: 'odeon', buyer: 'anne', seats: 1 };

describe.each(stores)('on $store', ({ open }) => {
  test('a sandbox is made from its recipe, its data set seeing the clock', async () => {
    const seen: number[] = [];
    const sandboxes = sandboxesOn({
      store: open(),
      install: (_, __, now) => void seen.push(now),
    });
    await sandboxes.create(recipe('frozen'), NOON + 5);
    await sandboxes.create(recipe('ran', { clock: { mode: 'running', at: undefined } }), NOON + 7);
    expect(seen).toEqual([NOON, NOON + 7]);
    expect(sandboxes.names).toEqual(['frozen', 'ran']);
    expect(sandboxes.recipe('ran')?.dataset).toBe('ten seats');
  });

  test('a name is taken while its data set is still being loaded', async () => {
    const sandboxes = sandboxesOn({ store: open() });
    const making = sandboxes.create(recipe('a'), NOON);
    expect(sandboxes.isTaken('a')).toBe(true);
    expect(sandboxes.get('a')).toBeUndefined();
    await expect(sandboxes.create(recipe('a'), NOON)).rejects.toThrow(
      new Defect('sandbox a exists'),
    );
    await making;
    expect(sandboxes.get('a')?.name).toBe('a');
  });

  test('a name is free again when its data set could not be loaded', async () => {
    let isBroken = true;
    const sandboxes = sandboxesOn({
      store: open(),
      install: () => {
        if (isBroken) throw new Error('line 3: no such hall');
      },
    });
    await expect(sandboxes.create(recipe('a'), NOON)).rejects.toThrow('line 3: no such hall');
    isBroken = false;
    expect((await sandboxes.create(recipe('a'), NOON)).name).toBe('a');
  });

  test('sandboxes never see each other', async () => {
    const sandboxes = sandboxesOn({ store: open() });
    const [a, b] = [
      await sandboxes.create(recipe('a'), NOON),
      await sandboxes.create(recipe('b'), NOON),
    ];
    const before = everyRow(b);
    await ask(a, holdSeats, odeon);
    expect(everyRow(b)).toEqual(before);
    expect(b.journal.kept).toBe(0);
  });

  test('a fork begins with the rows, the clock and the seed of its original', async () => {
    const sandboxes = sandboxesOn({ store: open() });
    const original = await sandboxes.create(recipe('a', { bindings: ['hall:key'] }), NOON);
    await ask(original, holdSeats, odeon);
    const fork = await sandboxes.fork('a', { name: 'b', ttlMs: undefined }, NOON);
    expect(everyRow(fork)).toEqual(everyRow(original));
    expect(sandboxes.recipe('b')).toMatchObject({ forkedFrom: 'a', seed: 1, bindings: [] });
    const before = everyRow(original);
    const outcomes = await ask(fork, holdSeats, odeon);
    expect(everyRow(original)).toEqual(before);
    expect(await ask(original, holdSeats, odeon)).toEqual(outcomes);
  });

  test('a fork made during an advance waits for its end, so a running clock runs in it', async () => {
    const sandboxes = sandboxesOn({ store: open() });
    const clock = { mode: 'running', at: NOON } as const;
    const original = await sandboxes.create(recipe('a', { clock }), NOON);
    await ask(original, holdSeats, odeon);
    const advancing = advance(original, NOON + HOUR_MS, {
      deliver: async () => ({ ok: true, status: 200 }),
      pause: async () => undefined,
      host: () => NOON,
    });
    const fork = await sandboxes.fork('a', { name: 'b', ttlMs: undefined }, NOON);
    await advancing;
    expect(clockOf(fork.state)).toEqual({ mode: 'running', offsetMs: HOUR_MS });
    expect(rowsOf(fork, 'hall.holds')).toEqual([]);
  });

  test('a reset brings back the data set, the clock, the numbers and an empty journal', async () => {
    const sandboxes = sandboxesOn({ store: open() });
    const sandbox = await sandboxes.create(recipe('a'), NOON);
    const before = everyRow(sandbox);
    await ask(sandbox, holdSeats, odeon);
    await advance(sandbox, NOON + HOUR_MS, {
      deliver: async () => ({ ok: true, status: 200 }),
      pause: async () => undefined,
      host: () => NOON,
    });
    expect(sandbox.journal.kept).toBeGreaterThan(0);
    expect(await sandboxes.reset('a', NOON)).toBe(sandbox);
    expect(everyRow(sandbox)).toEqual(before);
    expect(sandbox.journal.kept).toBe(0);
    expect(sandbox.now(NOON)).toBe(NOON);
    expect(await ask(sandbox, holdSeats, odeon)).toMatchObject({ ok: true, value: { id: 'H1' } });
  });

  test('calls that arrive during a reset are served before it or after it', async () => {
    const sandboxes = sandboxesOn({ store: open() });
    const sandbox = await sandboxes.create(recipe('a'), NOON);
    const calls = Array.from({ length: 5 }, () => ask(sandbox, holdSeats, odeon));
    const resetting = sandboxes.reset('a', NOON);
    const later = Array.from({ length: 5 }, () => ask(sandbox, holdSeats, odeon));
    await resetting;
    const outcomes = await Promise.all([...calls, ...later]);
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
    const holds = rowsOf<Hold>(sandbox, 'hall.holds');
    expect(rowsOf<Hall>(sandbox, 'hall.halls')[0]?.free).toBe(10 - holds.length);
  });

  test('a name stays taken until the log of the sandbox that had it is gone', async () => {
    const sandboxes = sandboxesOn({ store: open() });
    const old = await sandboxes.create(recipe('a'), NOON);
    await ask(old, holdSeats, odeon);
    const dropping = sandboxes.drop('a');
    expect(sandboxes.isTaken('a')).toBe(true);
    await expect(sandboxes.create(recipe('a'), NOON)).rejects.toThrow('sandbox a exists');
    await dropping;
    const next = await sandboxes.create(recipe('a'), NOON);
    expect(rowsOf<Hall>(next, 'hall.halls')[0]?.free).toBe(10);
    expect(await ask(next, holdSeats, odeon)).toMatchObject({ ok: true });
  });

  test('a reset that a drop overtakes does not touch the next sandbox of that name', async () => {
    let loads = 0;
    let loaded = (): void => undefined;
    const sandboxes = sandboxesOn({
      store: open(),
      install: (_, edits) => {
        edits.table<Hall>('hall.halls').put({ id: 'odeon', capacity: 10, free: 10 });
        loads += 1;
        return loads === 2 ? new Promise((resolve) => (loaded = resolve)) : undefined;
      },
    });
    await sandboxes.create(recipe('a'), NOON);
    const resetting = sandboxes.reset('a', NOON);
    await sandboxes.drop('a');
    const next = await sandboxes.create(recipe('a'), NOON);
    await ask(next, holdSeats, odeon);
    loaded();
    await expect(resetting).rejects.toThrow('sandbox a was dropped');
    expect(await ask(next, holdSeats, odeon)).toMatchObject({ ok: true, value: { id: 'H2' } });
  });

  test('a dropped sandbox is gone, and its name and log are free', async () => {
    const sandboxes = sandboxesOn({ store: open() });
    const old = await sandboxes.create(recipe('a'), NOON);
    await ask(old, holdSeats, odeon);
    await sandboxes.drop('a');
    await sandboxes.drop('never there');
    expect(sandboxes.get('a')).toBeUndefined();
    await expect(ask(old, holdSeats, odeon)).rejects.toThrow('sandbox a was dropped');
    const next = await sandboxes.create(recipe('a'), NOON);
    expect(await ask(next, holdSeats, odeon)).toMatchObject({ ok: true, value: { id: 'H1' } });
  });
});

test('what nobody has used for its time to live is dropped, the rest stays', async () => {
  const sandboxes = sandboxesOn();
  await sandboxes.create(recipe('for ever'), NOON);
  await sandboxes.create(recipe('idle', { ttlMs: HOUR_MS }), NOON);
  await sandboxes.create(recipe('used', { ttlMs: HOUR_MS }), NOON);
  sandboxes.touch('used', NOON + MINUTE_MS);
  expect(await sandboxes.expire(NOON + HOUR_MS - 1)).toEqual([]);
  expect(await sandboxes.expire(NOON + HOUR_MS)).toEqual(['idle']);
  expect(sandboxes.names).toEqual(['for ever', 'used']);
  await sandboxes.reset('used', NOON + HOUR_MS);
  expect(await sandboxes.expire(NOON + HOUR_MS + MINUTE_MS)).toEqual([]);
});

test('a credential leads to the sandbox it is bound to, until that is dropped', async () => {
  const sandboxes = sandboxesOn();
  const bindings = ['hall:KEY'];
  await sandboxes.create(recipe('a', { bindings }), NOON);
  expect(sandboxes.boundTo('hall:KEY')?.name).toBe('a');
  expect(sandboxes.boundTo('hall:OTHER')).toBeUndefined();
  await expect(sandboxes.create(recipe('b', { bindings }), NOON)).rejects.toThrow(
    new Defect('hall:KEY is bound to a'),
  );
  expect(sandboxes.isTaken('b')).toBe(false);
  await sandboxes.drop('a');
  expect(sandboxes.boundTo('hall:KEY')).toBeUndefined();
  await sandboxes.create(recipe('b', { bindings }), NOON);
  expect(sandboxes.boundTo('hall:KEY')?.name).toBe('b');
});

test('of two sandboxes asked for at once with one credential, the first gets it', async () => {
  const sandboxes = sandboxesOn();
  const bindings = ['hall:KEY'];
  const [first, second] = await Promise.allSettled([
    sandboxes.create(recipe('a', { bindings }), NOON),
    sandboxes.create(recipe('b', { bindings }), NOON),
  ]);
  expect([first.status, second.status]).toEqual(['fulfilled', 'rejected']);
  expect(sandboxes.boundTo('hall:KEY')?.name).toBe('a');
  expect(sandboxes.names).toEqual(['a']);
});

test('a credential is free again when its sandbox could not be made', async () => {
  let isBroken = true;
  const sandboxes = sandboxesOn({
    install: () => {
      if (isBroken) throw new Error('line 3: no such hall');
    },
  });
  const bindings = ['hall:KEY'];
  const making = sandboxes.create(recipe('a', { bindings }), NOON);
  expect(sandboxes.holderOf('hall:KEY')).toBe('a');
  expect(sandboxes.boundTo('hall:KEY')).toBeUndefined();
  await expect(making).rejects.toThrow('line 3: no such hall');
  isBroken = false;
  await sandboxes.create(recipe('b', { bindings }), NOON);
  expect(sandboxes.boundTo('hall:KEY')?.name).toBe('b');
});

test('what a recipe prepares is in place after the data set', async () => {
  const sandboxes = sandboxesOn();
  const prepare: SandboxRecipe['prepare'] = (edits) => {
    const halls = edits.table<Hall>('hall.halls');
    halls.put({ id: 'odeon', capacity: 1, free: halls.get('odeon')?.free === 10 ? 1 : 0 });
  };
  const sandbox = await sandboxes.create(recipe('a', { prepare }), NOON);
  expect(rowsOf<Hall>(sandbox, 'hall.halls')).toEqual([{ id: 'odeon', capacity: 1, free: 1 }]);
});

test('a sandbox that does not exist is neither forked nor reset', async () => {
  const sandboxes = sandboxesOn();
  await sandboxes.create(recipe('a'), NOON);
  await expect(sandboxes.fork('b', { name: 'c', ttlMs: undefined }, NOON)).rejects.toThrow(
    new Defect('no sandbox b'),
  );
  await expect(sandboxes.fork('a', { name: 'a', ttlMs: undefined }, NOON)).rejects.toThrow(
    new Defect('sandbox a exists'),
  );
  await expect(sandboxes.reset('b', NOON)).rejects.toThrow(new Defect('no sandbox b'));
});
