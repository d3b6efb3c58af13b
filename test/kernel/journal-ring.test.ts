import { describe, expect, it } from 'vitest';
import { openJournal } from '#kernel/journal.ts';
import type { Journal } from '#kernel/journal.ts';
import { createJournalRing } from '#kernel/journal-ring.ts';
import { entryOf } from './journal-sample.ts';

const BLOCK = 1_024;

function ringOf(blocks: number): ReturnType<typeof createJournalRing> {
  return createJournalRing({ bytes: blocks * BLOCK, blockBytes: BLOCK });
}

function fill(journal: Journal, records: number, bodyBytes: number): void {
  for (let round = 0; round < records; round += 1) journal.append(entryOf(bodyBytes));
}

describe('the memory of all journals', () => {
  it('forgets the oldest records of a lone sandbox, and only as many as it must', () => {
    const ring = ringOf(16);
    const journal = openJournal(ring, 'a');
    fill(journal, 1_000, 300);
    expect(journal.count).toBe(1_000);
    // A record of 300 bytes of body takes almost 600: 28 of them fill 16 blocks.
    expect(journal.kept).toBeGreaterThanOrEqual(26);
    expect(journal.kept).toBeLessThanOrEqual(30);
    expect(journal.read(journal.oldest - 1)).toBeUndefined();
    for (let number = journal.oldest; number <= 1_000; number += 1) {
      expect(journal.read(number)?.request?.bytes).toBe(300);
    }
    expect(ring.freeBlocks).toBe(0);
  });

  it('lets a loud sandbox forget its own past, never that of a quiet one', () => {
    const ring = ringOf(16);
    const quiet = openJournal(ring, 'quiet');
    const loud = openJournal(ring, 'loud');
    fill(quiet, 3, 300);
    fill(loud, 1_000, 300);
    expect(quiet).toMatchObject({ oldest: 1, kept: 3 });
    expect(loud.kept).toBeLessThan(30);
  });

  it('is shared evenly by sandboxes that are equally loud', () => {
    const ring = ringOf(64);
    const journals = ['a', 'b', 'c', 'd'].map((name) => openJournal(ring, name));
    for (let round = 0; round < 500; round += 1) {
      for (const journal of journals) fill(journal, 1, 300);
    }
    const kept = journals.map((journal) => journal.kept);
    expect(Math.max(...kept) - Math.min(...kept)).toBeLessThanOrEqual(4);
    expect(Math.min(...kept)).toBeGreaterThan(15);
  });

  it('makes room for a newcomer at the cost of the one that holds the most', () => {
    const ring = ringOf(16);
    const loud = openJournal(ring, 'loud');
    const middle = openJournal(ring, 'middle');
    fill(middle, 4, 300);
    fill(loud, 100, 300);
    const before = loud.kept;
    const newcomer = openJournal(ring, 'newcomer');
    fill(newcomer, 3, 300);
    expect(newcomer.kept).toBe(3);
    expect(middle.kept).toBe(4);
    expect(loud.kept).toBeLessThan(before);
  });

  it('serves more sandboxes than it has blocks: the last to write are remembered', () => {
    const ring = ringOf(8);
    const journals = Array.from({ length: 20 }, (_, index) => openJournal(ring, `s${index}`));
    for (const journal of journals) fill(journal, 1, 300);
    expect(journals.map(({ kept }) => kept)).toEqual([
      ...Array.from({ length: 12 }, () => 0),
      ...Array.from({ length: 8 }, () => 1),
    ]);
    expect(journals[0]).toMatchObject({ count: 1, oldest: 2 });
  });

  it('remembers the last record of the busiest, even when all have a single block', () => {
    const ring = ringOf(8);
    const journals = Array.from({ length: 8 }, (_, index) => openJournal(ring, `s${index}`));
    for (const journal of journals) fill(journal, 1, 300);
    const busy = journals[5];
    for (let round = 0; round < 10; round += 1) {
      busy?.append(entryOf(300));
      expect(busy?.oldest).toBeLessThanOrEqual(busy?.count ?? 0);
    }
    expect(journals.filter(({ kept }) => kept > 0)).toHaveLength(7);
  });

  it('gets the blocks of a cleared or closed sandbox back', () => {
    const ring = ringOf(16);
    const cleared = openJournal(ring, 'cleared');
    const closed = openJournal(ring, 'closed');
    fill(cleared, 200, 300);
    fill(closed, 200, 300);
    expect(ring.freeBlocks).toBe(0);
    cleared.clear();
    closed.close();
    closed.close();
    expect(ring.freeBlocks).toBe(16);
    fill(closed, 5, 300);
    expect(ring.freeBlocks).toBe(16);
    fill(cleared, 200, 300);
    expect(cleared.kept).toBeGreaterThanOrEqual(26);
  });

  it('holds records that span many blocks', () => {
    const journal = openJournal(ringOf(16), 'a');
    journal.append(entryOf(10, 'a'));
    journal.append(entryOf(5_000, 'b'));
    journal.append(entryOf(3_000, 'é'));
    journal.append(entryOf(10, 'd'));
    const texts = journal.query({}).map(({ request }) => request?.text);
    expect(texts).toEqual(
      ['a', 'b', 'é', 'd'].map((mark, index) => mark.repeat([10, 5_000, 3_000, 10][index] ?? 0)),
    );
  });

  it('forgets a record that is larger than all of the memory, and goes on', () => {
    const ring = createJournalRing({ bytes: 4 * BLOCK, blockBytes: BLOCK });
    const journal = openJournal(ring, 'a');
    fill(journal, 2, 100);
    expect(journal.append(entryOf(20_000))).toBe(3);
    expect(journal).toMatchObject({ kept: 0, oldest: 4 });
    journal.append(entryOf(100));
    expect(journal).toMatchObject({ kept: 1, oldest: 4 });
    expect(journal.read(4)?.request?.bytes).toBe(100);
  });

  it('works with a single block, and keeps nothing when it is smaller than one', () => {
    const single = openJournal(ringOf(1), 'a');
    fill(single, 1, 300);
    expect(single.kept).toBe(1);
    fill(single, 10, 300);
    expect(single.count).toBe(11);
    expect(single.kept).toBeLessThanOrEqual(1);
    const tooSmall = createJournalRing({ bytes: BLOCK - 1, blockBytes: BLOCK });
    const none = openJournal(tooSmall, 'a');
    fill(none, 10, 300);
    expect(none).toMatchObject({ count: 10, kept: 0 });
  });

  it('costs nothing before it is used', () => {
    const before = process.memoryUsage.rss();
    const ring = createJournalRing({ bytes: 1_024 * 1_024 * 1_024 });
    openJournal(ring, 'a').append(entryOf(300));
    expect(process.memoryUsage.rss() - before).toBeLessThan(100_000_000);
    expect(ring.freeBlocks).toBe(ring.totalBlocks - 1);
  });

  it('is not made of nonsense', () => {
    expect(() => createJournalRing({ bytes: -1 })).toThrow('cannot have -1 bytes');
    expect(() => createJournalRing({ bytes: 1, blockBytes: 66 })).toThrow('not 66');
  });
});
