import { keptChanges, keptEntities, readableChange, type KeptChange } from './changes.ts';
import type { Instant } from './instant.ts';
import { hideBody, keepBody } from './journal-body.ts';
import type { EncodedRecord, RecordBytes } from './journal-stream.ts';
import type { RowChange } from './table.ts';

/** An event is an entry of the agenda that ran, an action, a delivery. */
export type JournalKind = 'exchange' | 'event';
export type JournalOutcome = 'done' | 'refused' | 'unmatched' | 'fault' | 'defect';
export type JournalFacts = Readonly<Record<string, unknown>>;

/** What reader and writer have in common. */
interface JournalLine {
  readonly kind: JournalKind;
  /** On the sandbox's clock. */
  readonly at: Instant;
  readonly vendor: string;
  /** Undefined when no operation claimed the request. */
  readonly operation: string | undefined;
  readonly outcome: JournalOutcome;
  /** The ids of orders, payments and cards it touched. */
  readonly entities: readonly string[];
  /** Explanation, failure, pointer, nearest, caller: plain JSON. */
  readonly detail: JournalFacts;
  /** What the host adds: timings, receivedAt, remote. Not part of the canonical form. */
  readonly host: JournalFacts;
}

/** As a reader sees it. */
export interface JournalRecord extends JournalLine {
  /** `sandbox.number` */
  readonly id: string;
  /** Counts from 1 in each sandbox. */
  readonly number: number;
  readonly request: JournalBody | undefined;
  readonly response: JournalBody | undefined;
}

/** As the writer gives it, already masked. */
export interface JournalEntry extends JournalLine {
  /** A reader finds them in the detail, and the rows of vendors among the entities. */
  readonly changes?: readonly RowChange[] | undefined;
  readonly request: JournalEntryBody | undefined;
  readonly response: JournalEntryBody | undefined;
}

interface JournalBodyHead {
  /** Method and URL of a request; status of a response. */
  readonly head: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface JournalBody extends JournalBodyHead {
  /** The whole text when there is no hash; otherwise its beginning, or nothing of it. */
  readonly text: string;
  /** The length of the whole body in UTF-8. */
  readonly bytes: number;
  readonly hash?: string;
}

export interface JournalEntryBody extends JournalBodyHead {
  readonly body: string | Uint8Array;
  /** Keeps only length and hash: nobody could read the body, so nobody could mask it. */
  readonly hidden?: boolean;
}

/** What most queries look at comes first, in a line of its own, so that the rest is rarely parsed. */
export type Line = readonly [
  vendor: string,
  operation: string | null,
  outcome: JournalOutcome,
  kind: JournalKind,
  at: Instant,
];

interface Rest {
  /** Beside those of its changes. */
  readonly entities?: readonly string[] | undefined;
  readonly changes?: readonly KeptChange[] | undefined;
  readonly detail: JournalFacts;
  readonly host: JournalFacts;
  readonly request?: BodyFacts | undefined;
  readonly response?: BodyFacts | undefined;
}

/** Length and hash are written only when the body itself does not tell them. */
interface BodyFacts {
  readonly head: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly bytes?: number | undefined;
  readonly hash?: string | undefined;
}

interface EncodedBody {
  readonly facts: BodyFacts | undefined;
  readonly body: string | Uint8Array;
}

const NO_BODY: EncodedBody = { facts: undefined, body: '' };
const LINE_FEED = 10;
// A byte order mark is part of what was sent.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export function encodeRecord(entry: JournalEntry, maxBodyBytes: number): EncodedRecord {
  const { kind, at, vendor, operation, outcome, changes, detail, host } = entry;
  const request = encodeBody(entry.request, maxBodyBytes);
  const response = encodeBody(entry.response, maxBodyBytes);
  const line: Line = [vendor, operation ?? null, outcome, kind, at];
  const rest: Rest = {
    entities: entry.entities.length > 0 ? entry.entities : undefined,
    changes: changes && changes.length > 0 ? keptChanges(changes) : undefined,
    detail,
    host,
    request: request.facts,
    response: response.facts,
  };
  return {
    line: `${JSON.stringify(line)}\n`,
    rest: JSON.stringify(rest),
    request: request.body,
    response: response.body,
  };
}

export function decodeLine({ bytes }: RecordBytes): Line {
  const text = decoder.decode(bytes.subarray(0, bytes.indexOf(LINE_FEED)));
  // Only encodeRecord writes to the stream.
  return JSON.parse(text) as Line;
}

export function decodeRecord(record: RecordBytes, id: string, number: number): JournalRecord {
  const { bytes, headBytes, requestBytes } = record;
  const [vendor, operation, outcome, kind, at] = decodeLine(record);
  const rest = decodeRest(record);
  const { changes } = rest;
  const responseAt = headBytes + requestBytes;
  return {
    id,
    number,
    kind,
    at,
    vendor,
    operation: operation ?? undefined,
    outcome,
    entities: entitiesIn(rest),
    detail: changes ? { ...rest.detail, changes: changes.map(readableChange) } : rest.detail,
    host: rest.host,
    request: rest.request && decodeBody(rest.request, bytes.subarray(headBytes, responseAt)),
    response: rest.response && decodeBody(rest.response, bytes.subarray(responseAt)),
  };
}

/** Parses only a record that has the text of the name somewhere. */
export function isAbout(record: RecordBytes, entity: string): boolean {
  const text = restText(record);
  return (
    text.includes(JSON.stringify(entity)) && entitiesIn(JSON.parse(text) as Rest).includes(entity)
  );
}

// Only encodeRecord writes to the stream.
const decodeRest = (record: RecordBytes): Rest => JSON.parse(restText(record)) as Rest;

const restText = ({ bytes, headBytes }: RecordBytes): string =>
  decoder.decode(bytes.subarray(bytes.indexOf(LINE_FEED), headBytes));

const entitiesIn = ({ entities = [], changes = [] }: Rest): readonly string[] => [
  ...entities,
  ...keptEntities(changes),
];

function encodeBody(given: JournalEntryBody | undefined, maxBytes: number): EncodedBody {
  if (!given) return NO_BODY;
  const kept = given.hidden ? hideBody(given.body) : keepBody(given.body, maxBytes);
  const { head, headers } = given;
  return { facts: { head, headers, bytes: kept.bytes, hash: kept.hash }, body: kept.body };
}

function decodeBody(facts: BodyFacts, bytes: Uint8Array): JournalBody {
  const { head, headers, hash } = facts;
  return {
    head,
    ...(headers && { headers }),
    text: decoder.decode(bytes),
    bytes: facts.bytes ?? bytes.length,
    ...(hash !== undefined && { hash }),
  };
}
