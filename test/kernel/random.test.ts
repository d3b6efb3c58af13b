import { describe, expect, it } from 'vitest';
import { randomFrom } from '#kernel/random.ts';

const DRAWS = 100_000;

/** How far counts are from even, by Pearson; about the number of cells when chance is fair. */
function unevenness(counts: readonly number[], draws: number): number {
  const expected = draws / counts.length;
  return counts.reduce((total, count) => total + (count - expected) ** 2 / expected, 0);
}

function countsOf(cells: number, draw: () => number): number[] {
  const counts = Array.from({ length: cells }, () => 0);
  for (let round = 0; round < DRAWS; round += 1) {
    const cell = draw();
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return counts;
}

describe('chance', () => {
  it('draws these very values from the seed 1, today and in every later version', () => {
    const random = randomFrom(1);
    expect({
      next: random.next(),
      int: random.int(1, 1_000_000),
      uuid: random.uuid(),
      hex: random.hex(13),
      pick: random.pick(['a', 'b', 'c']),
      fork: random.fork('orders').uuid(),
    }).toMatchInlineSnapshot(`
      {
        "fork": "C8D879D9-EEDE-4DDA-BA4E-F24DCE01AD9A",
        "hex": "134fe684d13b3",
        "int": 754799,
        "next": 0.06815565204083118,
        "pick": "a",
        "uuid": "211B2C3E-E3FF-462A-9551-401104E48DD2",
      }
    `);
  });

  it('is the same for the number 7 and the text 7', () => {
    expect(randomFrom(7).uuid()).toBe(randomFrom('7').uuid());
  });

  it('differs between seeds that look alike', () => {
    const seeds = [
      '',
      '0',
      'a',
      'b',
      'ab',
      'ba',
      'a/b',
      ...Array.from({ length: 1_000 }, (_, i) => i + 1),
    ];
    expect(new Set(seeds.map((seed) => randomFrom(seed).uuid())).size).toBe(seeds.length);
  });

  it('gives a fork the same stream whatever was drawn before', () => {
    const fresh = randomFrom('s').fork(3);
    const parent = randomFrom('s');
    parent.uuid();
    const sibling = parent.fork(2);
    sibling.next();
    expect(parent.fork(3).uuid()).toBe(fresh.uuid());
  });

  it('is not moved by what a fork draws', () => {
    const alone = randomFrom('s');
    const parent = randomFrom('s');
    expect(parent.next()).toBe(alone.next());
    parent.fork('child').hex(64);
    expect(parent.next()).toBe(alone.next());
  });

  it('keeps forks of forks apart from forks with a longer label', () => {
    const random = randomFrom('s');
    const streams = [
      random.fork('a').fork('b'),
      random.fork('ab'),
      random.fork('a/b'),
      random.fork('b').fork('a'),
      random.fork('a'),
      random,
    ];
    expect(new Set(streams.map((stream) => stream.uuid())).size).toBe(streams.length);
  });

  it('shows no likeness between neighbouring forks', () => {
    const random = randomFrom('commits');
    const grid = countsOf(64, () => 0).fill(0);
    for (let commit = 0; commit < DRAWS; commit += 1) {
      const one = random.fork(commit).int(0, 7);
      const next = random.fork(commit + 1).int(0, 7);
      grid[one * 8 + next] = (grid[one * 8 + next] ?? 0) + 1;
    }
    expect(unevenness(grid, DRAWS)).toBeLessThan(110);
  });

  it('fills [0, 1) evenly', () => {
    const random = randomFrom('even');
    expect(
      unevenness(
        countsOf(100, () => Math.floor(random.next() * 100)),
        DRAWS,
      ),
    ).toBeLessThan(160);
  });

  it('reaches both ends of a range, evenly', () => {
    const random = randomFrom('dice');
    const counts = countsOf(6, () => random.int(1, 6) - 1);
    expect(counts).toHaveLength(6);
    expect(unevenness(counts, DRAWS)).toBeLessThan(22);
    expect(random.int(5, 5)).toBe(5);
  });

  it('makes hexadecimal digits evenly, as many as asked', () => {
    const random = randomFrom('hex');
    expect(random.hex(0)).toBe('');
    expect(random.hex(17)).toMatch(/^[0-9a-f]{17}$/);
    const digits = random.hex(1_000);
    expect(
      unevenness(
        countsOf(16, () => Number.parseInt(random.hex(1), 16)),
        DRAWS,
      ),
    ).toBeLessThan(45);
    expect(digits).toHaveLength(1_000);
  });

  it('makes upper-case version 4 identifiers and never the same twice', () => {
    const random = randomFrom('uuid');
    const seen = new Set<string>();
    for (let round = 0; round < DRAWS; round += 1) seen.add(random.uuid());
    expect(seen.size).toBe(DRAWS);
    for (const uuid of seen) {
      if (!/^[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/.test(uuid)) {
        expect.unreachable(uuid);
      }
    }
  });

  it('picks each of a list, and refuses an empty one', () => {
    const random = randomFrom('pick');
    const items = ['a', 'b', 'c', 'd'];
    const counts = countsOf(4, () => items.indexOf(random.pick(items)));
    expect(unevenness(counts, DRAWS)).toBeLessThan(17);
    expect(() => random.pick([])).toThrow('nothing to pick from');
  });

  it('refuses a range that is no range', () => {
    const random = randomFrom('range');
    expect(() => random.int(2, 1)).toThrow('from 2 to 1');
    expect(() => random.int(0.5, 1)).toThrow('from 0.5 to 1');
  });
});
