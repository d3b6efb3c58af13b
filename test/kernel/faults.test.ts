import { describe, expect, test } from 'vitest';
import {
  addFault,
  decideFault,
  hasFaults,
  listFaults,
  removeFault,
  type FaultCondition,
  type FaultedExchange,
  type FaultHit,
  type FaultRule,
} from '#kernel/faults.ts';
import type { Sandbox } from '#kernel/sandbox.ts';
import { stores } from '../support/stores.ts';
import { NOON, toySandbox } from '../support/toy-sandbox.ts';

const call: FaultedExchange = {
  vendor: 'hall',
  operation: 'hold',
  message: { hall: 'odeon', buyer: { name: 'anne', tags: ['vip', 'late'] }, seats: 2 },
  phase: 'before',
  seed: 1,
  now: NOON,
};

const rule = (when: FaultCondition, given: Partial<FaultRule> = {}): FaultRule => ({
  ...{ id: 'down', when, phase: 'before', then: { kind: 'reset' } },
  ...given,
});

const strike = async (
  sandbox: Sandbox,
  exchange: Partial<FaultedExchange> = {},
): Promise<FaultHit | undefined> =>
  sandbox.edit((edits) => decideFault(edits, { ...call, ...exchange }));

/** Which of a number of equal calls are struck, as their numbers. */
async function struck(sandbox: Sandbox, calls: number): Promise<readonly number[]> {
  const hits: number[] = [];
  for (let at = 1; at <= calls; at += 1) if (await strike(sandbox)) hits.push(at);
  return hits;
}

const add = async (sandbox: Sandbox, ...rules: readonly FaultRule[]): Promise<void> => {
  for (const one of rules) await sandbox.edit((edits) => addFault(edits, one));
};

describe.each(stores)('on $store', ({ open }) => {
  test.each([
    // why it fits                  when                                            struck
    ['no condition', {}, true],
    ['the vendor', { vendor: 'hall' }, true],
    ['another vendor', { vendor: 'drill' }, false],
    ['the operation', { vendor: 'hall', operation: 'hold' }, true],
    ['another operation', { operation: 'confirm' }, false],
    ['a part of the message', { match: { buyer: { name: 'anne' } } }, true],
    ['another value there', { match: { buyer: { name: 'bob' } } }, false],
    ['a key the message has not', { match: { colour: undefined } }, false],
    ['a list, by position', { match: { buyer: { tags: ['vip', 'late'] } } }, true],
    ['a list of another order', { match: { buyer: { tags: ['late', 'vip'] } } }, false],
    ['a list of another length', { match: { buyer: { tags: ['vip'] } } }, false],
    ['an object in place of a value', { match: { seats: {} } }, false],
    ['nothing of it', { match: {} }, true],
  ])('a rule about %s', async (_, when, isStruck) => {
    const sandbox = await toySandbox({ store: open() });
    await add(sandbox, rule(when));
    expect((await strike(sandbox)) !== undefined).toBe(isStruck);
    expect(listFaults(sandbox.state)).toMatchObject([
      { seen: isStruck ? 1 : 0, hits: isStruck ? 1 : 0 },
    ]);
  });

  test.each([
    // when                  given            struck of ten calls
    [{ nth: 3 }, {}, [3]],
    [{ every: 4 }, {}, [4, 8]],
    [{}, { times: 2 }, [1, 2]],
    [{ every: 2 }, { times: 3 }, [2, 4, 6]],
    [{ probability: 0 }, {}, []],
    [{ probability: 1 }, { times: 1 }, [1]],
  ])('of ten calls, %j with %j strikes %j', async (when, given, expected) => {
    const sandbox = await toySandbox({ store: open() });
    await add(sandbox, rule(when, given));
    expect(await struck(sandbox, 10)).toEqual(expected);
    expect(listFaults(sandbox.state)).toMatchObject([{ seen: 10, hits: expected.length }]);
  });

  test('chance repeats with the seed, differs with another, and is as likely as it says', async () => {
    const strikes = async (seed: number): Promise<readonly boolean[]> => {
      const sandbox = await toySandbox({ store: open(), name: `chance-${seed}` });
      await add(sandbox, rule({ probability: 0.3 }));
      const hits: boolean[] = [];
      for (let at = 0; at < 400; at += 1)
        hits.push((await strike(sandbox, { seed })) !== undefined);
      await sandbox.close();
      return hits;
    };
    const hits = await strikes(1);
    expect(await strikes(1)).toEqual(hits);
    expect(await strikes(2)).not.toEqual(hits);
    expect(hits.filter(Boolean).length / 400).toBeCloseTo(0.3, 1);
  });

  test('a fork goes on with the counts and the chance of its original', async () => {
    const original = await toySandbox({ store: open() });
    await add(original, rule({ probability: 0.5 }));
    await struck(original, 7);
    const fork = await toySandbox({ store: open(), name: 'fork' });
    await fork.replaceState(await original.forkState());
    expect(listFaults(fork.state)).toEqual(listFaults(original.state));
    expect(await struck(fork, 20)).toEqual(await struck(original, 20));
  });

  test('the first rule strikes, the others count the call all the same', async () => {
    const sandbox = await toySandbox({ store: open() });
    await add(sandbox, rule({}, { id: 'first' }), rule({}, { id: 'second' }));
    expect((await strike(sandbox))?.rule.id).toBe('first');
    expect(listFaults(sandbox.state).map(({ seen, hits }) => [seen, hits])).toEqual([
      [1, 1],
      [1, 0],
    ]);
  });

  test('a rule is about one phase only', async () => {
    const sandbox = await toySandbox({ store: open() });
    await add(sandbox, rule({}, { phase: 'after' }));
    expect(await strike(sandbox, { phase: 'before' })).toBeUndefined();
    expect(await strike(sandbox, { phase: 'after' })).toBeDefined();
    expect(listFaults(sandbox.state)).toMatchObject([{ seen: 1 }]);
  });

  test('a rule is over from its instant on', async () => {
    const sandbox = await toySandbox({ store: open() });
    await add(sandbox, rule({}, { until: NOON + 10 }));
    expect(await strike(sandbox, { now: NOON + 9 })).toBeDefined();
    expect(await strike(sandbox, { now: NOON + 10 })).toBeUndefined();
  });

  test('rules can be listed in their order, replaced and removed', async () => {
    const sandbox = await toySandbox({ store: open() });
    expect(hasFaults(sandbox.state)).toBe(false);
    await add(sandbox, rule({}, { id: 'a' }), rule({}, { id: 'b' }));
    await strike(sandbox);
    await add(sandbox, rule({ nth: 2 }, { id: 'a' }));
    expect(listFaults(sandbox.state)).toEqual([
      { rule: rule({ nth: 2 }, { id: 'a' }), seen: 0, hits: 0 },
      { rule: rule({}, { id: 'b' }), seen: 1, hits: 0 },
    ]);
    expect(await sandbox.edit((edits) => removeFault(edits, 'a'))).toBe(true);
    expect(await sandbox.edit((edits) => removeFault(edits, 'a'))).toBe(false);
    expect(listFaults(sandbox.state).map((status) => status.rule.id)).toEqual(['b']);
  });

  test('a rule given without an id gets one', async () => {
    const sandbox = await toySandbox({ store: open() });
    const { id, ...nameless } = rule({});
    const added = await sandbox.edit((edits) => addFault(edits, nameless));
    expect(added).toEqual({ ...nameless, id: 'fault-1' });
    expect(id).toBe('down');
  });
});

describe('latency', () => {
  const delays = async (then: FaultRule['then'], calls: number): Promise<readonly number[]> => {
    const sandbox = await toySandbox();
    await add(sandbox, rule({}, { then }));
    const drawn: number[] = [];
    for (let at = 0; at < calls; at += 1) drawn.push((await strike(sandbox))?.delayMs ?? -1);
    return drawn;
  };

  test('is exactly what was asked for', async () => {
    expect(await delays({ kind: 'latency', ms: 250 }, 2)).toEqual([250, 250]);
  });

  test('may be drawn evenly between two bounds', async () => {
    const drawn = await delays({ kind: 'latency', uniform: [100, 200] }, 500);
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(100);
    expect(Math.max(...drawn)).toBeLessThanOrEqual(200);
    const mean = drawn.reduce((sum, ms) => sum + ms, 0) / drawn.length;
    expect(Math.abs(mean - 150)).toBeLessThan(5);
  });

  test('may have a long tail around a median, in whole milliseconds', async () => {
    const drawn = await delays({ kind: 'latency', lognormal: { median: 100, sigma: 0.5 } }, 999);
    const sorted = drawn.toSorted((a, b) => a - b);
    expect(drawn.every(Number.isInteger)).toBe(true);
    expect(Math.abs((sorted[499] ?? 0) - 100)).toBeLessThan(8);
    // Of a lognormal with sigma 0.5, one in twenty lies beyond 2.28 times the median.
    expect(Math.abs((sorted[949] ?? 0) - 228)).toBeLessThan(30);
  });

  test('is none for every other trouble', async () => {
    expect(await delays({ kind: 'hang' }, 1)).toEqual([0]);
  });
});
