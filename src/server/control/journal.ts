import { formatInstant } from '#kernel/instant.ts';
import type { JournalBody, JournalQuery, JournalRecord } from '#kernel/journal.ts';
import type { Core } from '../core.ts';
import { sandboxNamed } from './named.ts';
import { unknown } from './problem.ts';

/** A record as the API tells it: the sandbox's time as text. */
export interface ReadableRecord extends Omit<
  JournalRecord,
  'at' | 'operation' | 'request' | 'response'
> {
  readonly at: string;
  readonly operation?: string;
  readonly request?: JournalBody;
  readonly response?: JournalBody;
}

export interface JournalPage {
  readonly records: readonly JournalRecord[];
  /** Number of the newest record there is: give it as `since` to read what follows. */
  readonly newest: number;
  /** Number of the oldest record still kept. */
  readonly oldest: number;
}

export function journalPage(core: Core, name: string, query: JournalQuery): JournalPage {
  const { journal } = sandboxNamed(core, name);
  return { records: journal.query(query), newest: journal.count, oldest: journal.oldest };
}

/** By number, or by the id that an answer's `X-Sosie-Exchange` told: `default.17`. */
export function journalRecord(core: Core, name: string, id: string): JournalRecord {
  const { journal } = sandboxNamed(core, name);
  const number = id.startsWith(`${name}.`) ? id.slice(name.length + 1) : id;
  const record = /^\d+$/.test(number) ? journal.read(Number(number)) : undefined;
  if (!record) throw unknown('journal record', id, []);
  return record;
}

export function clearJournal(core: Core, name: string): void {
  sandboxNamed(core, name).journal.clear();
}

export function readableRecord(record: JournalRecord): ReadableRecord {
  const { at, operation, request, response, ...rest } = record;
  return {
    ...rest,
    at: formatInstant(at),
    ...(operation === undefined ? {} : { operation }),
    ...(request && { request }),
    ...(response && { response }),
  };
}
