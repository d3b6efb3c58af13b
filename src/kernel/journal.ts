import { decodeLine, decodeRecord, encodeRecord, isAbout } from './journal-record.ts';
import type { JournalEntry, JournalRecord } from './journal-record.ts';
import type { JournalRing } from './journal-ring.ts';
import { JournalStream } from './journal-stream.ts';
import type { EncodedRecord, RecordBytes } from './journal-stream.ts';

export type {
  JournalBody,
  JournalEntry,
  JournalEntryBody,
  JournalFacts,
  JournalKind,
  JournalOutcome,
  JournalRecord,
} from './journal-record.ts';

export interface JournalQuery {
  readonly vendor?: string | undefined;
  readonly operation?: string | undefined;
  readonly outcome?: string | undefined;
  readonly entity?: string | undefined;
  /** Only records after this number, and then the first of them, so that a reader can follow on. */
  readonly since?: number | undefined;
  /** @default 100 */
  readonly limit?: number | undefined;
}

export interface Journal {
  /** Records ever appended. */
  readonly count: number;
  /** Records still readable. */
  readonly kept: number;
  /** The number of the oldest record kept; one beyond the newest when none is. */
  readonly oldest: number;
  /** Answers the record's number. */
  append(entry: JournalEntry): number;
  read(number: number): JournalRecord | undefined;
  /** The newest matches, or with `since` the first after it; in both cases oldest first. */
  query(query: JournalQuery): readonly JournalRecord[];
  /** Forgets the records; numbers go on. */
  clear(): void;
  /** Gives the memory back and keeps nothing from then on. */
  close(): void;
  /** Called with the number of each record once it can be read; answers how to stop that. */
  onAppend(listener: (number: number) => void): () => void;
}

const DEFAULT_LIMIT = 100;
const NOTHING: EncodedRecord = { line: '', rest: '', request: '', response: '' };

export function openJournal(ring: JournalRing, sandbox: string): Journal {
  const stream = new JournalStream(ring);
  const keepsNothing = ring.totalBlocks === 0;
  const listeners = new Set<(number: number) => void>();
  const read = (number: number): JournalRecord | undefined => {
    const bytes = stream.read(number);
    return bytes && decodeRecord(bytes, `${sandbox}.${number}`, number);
  };
  return {
    get count() {
      return stream.count;
    },
    get kept() {
      return stream.count - stream.oldest + 1;
    },
    get oldest() {
      return stream.oldest;
    },
    append: (entry) => {
      const encoded = keepsNothing ? NOTHING : encodeRecord(entry, ring.maxBodyBytes);
      const number = stream.append(encoded);
      for (const listener of listeners) listener(number);
      return number;
    },
    read,
    query: (query) => matches(stream, query).flatMap((number) => read(number) ?? []),
    clear: () => stream.clear(),
    close: () => {
      listeners.clear();
      stream.close();
    },
    onAppend: (listener) => {
      // A function of its own, so that one listener may be added twice and removed once.
      const added = (number: number): void => listener(number);
      listeners.add(added);
      return () => listeners.delete(added);
    },
  };
}

/** The numbers of the records that match, in ascending order. */
function matches(stream: JournalStream, query: JournalQuery): readonly number[] {
  const { since, limit = DEFAULT_LIMIT } = query;
  const found: number[] = [];
  const visit = (number: number): void => {
    const bytes = stream.read(number);
    if (bytes && isMatch(bytes, query)) found.push(number);
  };
  if (since !== undefined) {
    let number = Math.max(since + 1, stream.oldest);
    for (; number <= stream.count && found.length < limit; number += 1) visit(number);
    return found;
  }
  let number = stream.count;
  for (; number >= stream.oldest && found.length < limit; number -= 1) visit(number);
  return found.reverse();
}

function isMatch(bytes: RecordBytes, query: JournalQuery): boolean {
  const { vendor, operation, outcome, entity } = query;
  if ((vendor ?? operation ?? outcome ?? entity) === undefined) return true;
  const line = decodeLine(bytes);
  return (
    (vendor === undefined || vendor === line[0]) &&
    (operation === undefined || operation === line[1]) &&
    (outcome === undefined || outcome === line[2]) &&
    (entity === undefined || isAbout(bytes, entity))
  );
}

/** The same text for the same calls: keys in order, nothing of the host's. */
export function canonicalText(record: JournalRecord): string {
  return JSON.stringify(inKeyOrder({ ...record, host: undefined }));
}

function inKeyOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inKeyOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, inKeyOrder(item)] as const);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}
