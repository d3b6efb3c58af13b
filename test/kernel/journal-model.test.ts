import { expect, it } from 'vitest';
import { openJournal } from '#kernel/journal.ts';
import type { Journal, JournalEntry, JournalQuery } from '#kernel/journal.ts';
import { createJournalRing } from '#kernel/journal-ring.ts';
import type { JournalRing } from '#kernel/journal-ring.ts';
import { randomFrom } from '#kernel/random.ts';
import type { Random } from '#kernel/random.ts';

const OPERATIONS = 100_000;
const BLOCK = 512;
const BLOCKS = 96;
const NAMES = ['a', 'b', 'c', 'd', 'e'];
const ALPHABET = ['x', 'é', '日', '😀', '"', '\n'];
const VENDORS = ['utick', 's360', 'wsone', 'monext'];
const OUTCOMES = ['done', 'refused', 'unmatched', 'fault', 'defect'] as const;

/** A journal beside the naive one: a list of everything ever written. */
interface Pair {
  readonly journal: Journal;
  readonly written: JournalEntry[];
  /** Nothing below may ever come back. */
  forgotten: number;
}

function randomText(random: Random): string {
  // Mostly short, now and then longer than a block or than a fair share of all the memory.
  const length = random.int(0, random.pick([20, 20, 20, 60, 300, random.int(0, 40) ? 60 : 4_000]));
  return random.pick(ALPHABET).repeat(length) + random.pick(ALPHABET);
}

function randomEntry(random: Random): JournalEntry {
  const text = randomText(random);
  return {
    kind: random.pick(['exchange', 'event'] as const),
    at: random.int(0, 1_000_000),
    vendor: random.pick(VENDORS),
    operation: random.pick(['read', 'write', undefined]),
    outcome: random.pick(OUTCOMES),
    entities: random.pick([[], ['e-1'], ['e-1', 'e-2'], [`e-${random.int(3, 9)}`]]),
    detail: { text: randomText(random).slice(0, 50) },
    host: {},
    request: random.pick([
      undefined,
      { head: 'POST /', body: text },
      { head: 'POST /', body: new TextEncoder().encode(text) },
    ]),
    response: random.pick([undefined, { head: '200', body: randomText(random) }]),
  };
}

function randomQuery(random: Random, count: number): JournalQuery {
  return {
    vendor: random.pick([undefined, ...VENDORS]),
    operation: random.pick([undefined, undefined, 'read']),
    outcome: random.pick([undefined, undefined, 'refused']),
    entity: random.pick([undefined, undefined, 'e-1', 'e-2']),
    since: random.pick([undefined, random.int(0, count)]),
    limit: random.pick([undefined, 1, 5]),
  };
}

function naiveQuery(pair: Pair, query: JournalQuery): readonly number[] {
  const matching = pair.written.flatMap((entry, index) => {
    const isMatch =
      index + 1 >= pair.journal.oldest &&
      index + 1 > (query.since ?? 0) &&
      (query.vendor === undefined || query.vendor === entry.vendor) &&
      (query.operation === undefined || query.operation === entry.operation) &&
      (query.outcome === undefined || query.outcome === entry.outcome) &&
      (query.entity === undefined || entry.entities.includes(query.entity));
    return isMatch ? [index + 1] : [];
  });
  const limit = query.limit ?? 100;
  return query.since === undefined ? matching.slice(-limit) : matching.slice(0, limit);
}

function bodyText(body: string | Uint8Array | undefined): string | undefined {
  return typeof body === 'object'
    ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(body)
    : body;
}

function checkRecord(pair: Pair, number: number): void {
  const record = pair.journal.read(number);
  const entry = pair.written[number - 1];
  if (number < pair.journal.oldest || !entry) {
    expect(record).toBeUndefined();
    return;
  }
  const { request, response, ...line } = entry;
  expect(record).toMatchObject(line);
  expect(record?.request?.text).toBe(bodyText(request?.body));
  expect(record?.response?.text).toBe(bodyText(response?.body));
}

function checkPair(pair: Pair): void {
  const { journal } = pair;
  const isSound =
    journal.count === pair.written.length &&
    journal.kept === journal.count - journal.oldest + 1 &&
    journal.oldest >= pair.forgotten;
  if (!isSound) expect.unreachable(JSON.stringify({ ...journal, forgotten: pair.forgotten }));
  pair.forgotten = journal.oldest;
}

function openPair(ring: JournalRing, name: string): Pair {
  return { journal: openJournal(ring, name), written: [], forgotten: 0 };
}

it('agrees with a plain list through 100,000 random operations of five sandboxes', () => {
  const random = randomFrom('journal model');
  const ring = createJournalRing({ bytes: BLOCKS * BLOCK, blockBytes: BLOCK });
  const pairs = NAMES.map((name) => openPair(ring, name));
  for (let round = 0; round < OPERATIONS; round += 1) {
    const index = Math.min(random.int(0, 4), random.int(0, 4));
    const pair = pairs[index] ?? openPair(ring, 'z');
    const dice = random.int(1, 1_000);
    if (dice === 1) pair.journal.clear();
    else if (dice === 2) {
      pair.journal.close();
      pairs[index] = openPair(ring, NAMES[index] ?? 'z');
      continue;
    } else if (dice <= 40) {
      const query = randomQuery(random, pair.written.length);
      const found = pair.journal.query(query).map(({ number }) => number);
      expect(found).toEqual(naiveQuery(pair, query));
    } else if (dice <= 200) {
      checkRecord(pair, random.int(pair.journal.oldest - 1, pair.journal.count + 1));
    } else {
      const entry = randomEntry(random);
      pair.written.push(entry);
      expect(pair.journal.append(entry)).toBe(pair.written.length);
    }
    for (const each of pairs) checkPair(each);
  }
  for (const pair of pairs) {
    for (let number = 1; number <= pair.journal.count; number += 1) checkRecord(pair, number);
    pair.journal.close();
  }
  expect(ring.freeBlocks).toBe(BLOCKS);
});
