import { describe, expect, it } from 'vitest';
import { canonicalText, openJournal } from '#kernel/journal.ts';
import type { Journal, JournalQuery } from '#kernel/journal.ts';
import { createJournalRing } from '#kernel/journal-ring.ts';
import { entryOf, sampleEntry } from './journal-sample.ts';

const MEGABYTE = 1_024 * 1_024;

function open(sandbox = 'a'): Journal {
  return openJournal(createJournalRing({ bytes: MEGABYTE }), sandbox);
}

function numbers(journal: Journal, query: JournalQuery): number[] {
  return journal.query(query).map(({ number }) => number);
}

describe('the journal of a sandbox', () => {
  it('gives back what was written, with a number and an id', () => {
    const journal = open('paris');
    expect(journal.append(sampleEntry())).toBe(1);
    expect(journal.append(sampleEntry({ operation: undefined, response: undefined }))).toBe(2);
    expect(journal.read(1)).toEqual({
      id: 'paris.1',
      number: 1,
      kind: 'exchange',
      at: 1_772_614_800_000,
      vendor: 'utick',
      operation: 'requestProducts',
      outcome: 'done',
      entities: ['order-1'],
      detail: { explanation: 'two seats were free' },
      host: { handleUs: 12 },
      request: { head: 'POST /utick/v1/shop/products//', text: '{"requests":[]}', bytes: 15 },
      response: {
        head: '200',
        headers: { 'content-type': 'application/json' },
        text: '{}',
        bytes: 2,
      },
    });
    expect(journal.read(2)).toMatchObject({ operation: undefined, response: undefined });
  });

  it('has no record before the first, after the last or between two', () => {
    const journal = open();
    journal.append(sampleEntry());
    for (const number of [-1, 0, 0.5, 1.5, 2, Number.NaN]) {
      expect(journal.read(number)).toBeUndefined();
    }
  });

  it('tells how many records were written, how many are kept and which is the oldest', () => {
    const journal = open();
    expect(journal).toMatchObject({ count: 0, kept: 0, oldest: 1 });
    journal.append(sampleEntry());
    journal.append(sampleEntry());
    expect(journal).toMatchObject({ count: 2, kept: 2, oldest: 1 });
  });

  it('keeps every character as it came', () => {
    const text = '\u{FEFF}Théâtre "Châtelet"\n\t\u0000 😀 日本 \\u0041';
    const journal = open();
    journal.append(
      sampleEntry({
        vendor: 'ütick\n',
        entities: ['commande-é\n'],
        detail: { text },
        request: { head: `GET /${text}`, headers: { 'x-é': text }, body: text },
        response: { head: '200', body: new TextEncoder().encode(text) },
      }),
    );
    expect(journal.read(1)).toMatchObject({
      vendor: 'ütick\n',
      entities: ['commande-é\n'],
      detail: { text },
      request: { head: `GET /${text}`, headers: { 'x-é': text }, text },
      response: { text },
    });
    expect(numbers(journal, { entity: 'commande-é\n' })).toEqual([1]);
  });

  it('shows bytes that are no text with a mark, and counts them all', () => {
    const journal = open();
    const body = Uint8Array.of(65, 0xff, 66);
    journal.append(sampleEntry({ request: { head: 'POST /', body } }));
    expect(journal.read(1)?.request).toEqual({ head: 'POST /', text: 'A\u{FFFD}B', bytes: 3 });
  });

  it('numbers on after it was cleared, and forgets what was before', () => {
    const journal = open();
    journal.append(sampleEntry());
    journal.clear();
    expect(journal).toMatchObject({ count: 1, kept: 0, oldest: 2 });
    expect(journal.read(1)).toBeUndefined();
    expect(journal.query({})).toEqual([]);
    expect(journal.append(sampleEntry())).toBe(2);
    expect(numbers(journal, {})).toEqual([2]);
  });

  it('counts but keeps nothing once it is closed', () => {
    const journal = open();
    journal.append(sampleEntry());
    journal.close();
    expect(journal.append(sampleEntry())).toBe(2);
    expect(journal).toMatchObject({ count: 2, kept: 0 });
  });

  it('counts but keeps nothing when journalling is off', () => {
    const journal = openJournal(createJournalRing({ bytes: 0 }), 'a');
    const heard: number[] = [];
    journal.onAppend((number) => heard.push(number));
    journal.append(sampleEntry());
    journal.append(entryOf(100_000));
    expect(journal).toMatchObject({ count: 2, kept: 0, oldest: 3 });
    expect(journal.query({})).toEqual([]);
    expect(heard).toEqual([1, 2]);
    journal.clear();
    journal.close();
  });
});

describe('a query of the journal', () => {
  function filled(): Journal {
    const journal = open();
    journal.append(sampleEntry({ entities: ['order-1'] }));
    journal.append(sampleEntry({ vendor: 'monext', operation: 'doCapture', entities: ['pay-1'] }));
    journal.append(sampleEntry({ outcome: 'refused', entities: ['order-1', 'pay-1'] }));
    journal.append(sampleEntry({ outcome: 'unmatched', operation: undefined, entities: [] }));
    journal.append(
      sampleEntry({ kind: 'event', operation: 'expireOrder', entities: ['order-10'] }),
    );
    return journal;
  }

  it.each<[string, JournalQuery, number[]]>([
    ['everything', {}, [1, 2, 3, 4, 5]],
    ['one vendor', { vendor: 'monext' }, [2]],
    ['one operation', { operation: 'requestProducts' }, [1, 3]],
    ['one outcome', { outcome: 'unmatched' }, [4]],
    ['one entity, across vendors', { entity: 'pay-1' }, [2, 3]],
    ['an entity, not those that begin like it', { entity: 'order-1' }, [1, 3]],
    ['what meets all conditions', { vendor: 'utick', outcome: 'done', entity: 'order-1' }, [1]],
    ['nothing', { vendor: 'wsone' }, []],
    ['what came after a number', { since: 3 }, [4, 5]],
    ['all that came after nothing', { since: 0 }, [1, 2, 3, 4, 5]],
    ['nothing after the last', { since: 5 }, []],
    ['the newest, oldest first', { limit: 2 }, [4, 5]],
    ['the next after a number', { since: 1, limit: 2 }, [2, 3]],
    ['the newest that match', { operation: 'requestProducts', limit: 1 }, [3]],
    ['none when none are wanted', { limit: 0 }, []],
  ])('finds %s', (_what, query, expected) => {
    expect(numbers(filled(), query)).toEqual(expected);
  });

  it('answers a hundred records unless told otherwise', () => {
    const journal = open();
    for (let round = 0; round < 150; round += 1) journal.append(sampleEntry());
    expect(numbers(journal, {})).toHaveLength(100);
    expect(numbers(journal, {})[0]).toBe(51);
    expect(numbers(journal, { since: 20 })[0]).toBe(21);
  });
});

describe('a listener of the journal', () => {
  it('hears of each record when it can be read, until it stops', () => {
    const journal = open();
    const heard: (string | undefined)[] = [];
    const stop = journal.onAppend((number) => heard.push(journal.read(number)?.id));
    journal.append(sampleEntry());
    journal.append(sampleEntry());
    stop();
    journal.append(sampleEntry());
    expect(heard).toEqual(['a.1', 'a.2']);
  });

  it('is one of several, even when it is the same function twice', () => {
    const journal = open();
    const heard: number[] = [];
    const listener = (number: number): number => heard.push(number);
    const stop = journal.onAppend(listener);
    journal.onAppend(listener);
    journal.append(sampleEntry());
    stop();
    journal.append(sampleEntry());
    expect(heard).toEqual([1, 1, 2]);
  });

  it('may write to the journal itself', () => {
    const journal = open();
    journal.onAppend((number) => {
      if (number < 3) journal.append(sampleEntry({ kind: 'event' }));
    });
    journal.append(sampleEntry());
    expect(numbers(journal, {})).toEqual([1, 2, 3]);
  });
});

describe('the canonical form of a record', () => {
  it('is the same whatever the order of keys and whatever the host adds', () => {
    const journal = open();
    journal.append(
      sampleEntry({ detail: { b: [{ d: 1, c: 2 }], a: null }, host: { handleUs: 1 } }),
    );
    const other = open();
    other.append(sampleEntry({ host: { handleUs: 2 }, detail: { a: null, b: [{ c: 2, d: 1 }] } }));
    const texts = [journal, other].map((one) => one.query({}).map(canonicalText).join());
    expect(texts[0]).toBe(texts[1]);
    expect(texts[0]).toMatch(/^\{"at":1772614800000,"detail":\{"a":null,"b":\[\{"c":2,"d":1\}\]\}/);
    expect(texts[0]).not.toContain('handleUs');
  });

  it('differs when anything but the host differs', () => {
    const journal = open();
    journal.append(sampleEntry({ detail: { a: 1 } }));
    journal.clear();
    const other = open();
    other.append(sampleEntry({ detail: { a: 2 } }));
    journal.append(sampleEntry({ detail: { a: 1 } }));
    expect(journal.query({}).map(canonicalText)).not.toEqual(other.query({}).map(canonicalText));
  });
});
