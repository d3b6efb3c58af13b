import type { JournalEntry } from '#kernel/journal.ts';

/** An exchange like any other, but for what a test gives. */
export function sampleEntry(changes: Partial<JournalEntry> = {}): JournalEntry {
  return {
    kind: 'exchange',
    at: 1_772_614_800_000,
    vendor: 'utick',
    operation: 'requestProducts',
    outcome: 'done',
    entities: ['order-1'],
    detail: { explanation: 'two seats were free' },
    host: { handleUs: 12 },
    request: { head: 'POST /utick/v1/shop/products//', body: '{"requests":[]}' },
    response: { head: '200', headers: { 'content-type': 'application/json' }, body: '{}' },
    ...changes,
  };
}

/** An entry whose request has a body of this many bytes. */
export function entryOf(bodyBytes: number, mark = 'x'): JournalEntry {
  return sampleEntry({ request: { head: 'POST /', body: mark.repeat(bodyBytes) } });
}
