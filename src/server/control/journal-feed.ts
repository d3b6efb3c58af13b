import type { Journal, JournalQuery } from '#kernel/journal.ts';
import type { Core } from '../core.ts';
import { readableRecord } from './journal.ts';
import { sandboxNamed } from './named.ts';

/** One event of a stream, as `text/event-stream` has it; a `beat` only keeps the line alive. */
export type FeedEvent =
  | { readonly kind: 'event'; readonly event: string; readonly id: number; readonly data: unknown }
  | { readonly kind: 'beat' };

export interface FeedRequest extends Omit<JournalQuery, 'limit'> {
  /** Ends the feed. */
  readonly signal: AbortSignal;
}

const PAGE = 100;
const BEAT_MS = 15_000;
/** How often it is seen whether the sandbox is still there: nothing tells. */
const LOOK_MS = 1_000;

/**
 * The records of a journal as they come. The reader sets the pace: nothing is kept for it, the
 * journal itself is what it reads from, and where that was quicker a `gap` says what was lost.
 */
export function journalFeed(
  core: Core,
  name: string,
  request: FeedRequest,
): AsyncGenerator<FeedEvent> {
  const sandbox = sandboxNamed(core, name);
  const isThere = (): boolean => core.sandboxes.get(name) === sandbox;
  return follow(sandbox.journal, request, isThere);
}

async function* follow(
  journal: Journal,
  { signal, since, ...filter }: FeedRequest,
  isThere: () => boolean,
): AsyncGenerator<FeedEvent> {
  const isOpen = (): boolean => !signal.aborted && isThere();
  let cursor = since ?? journal.count;
  let quietMs = 0;
  while (isOpen()) {
    if (cursor + 1 < journal.oldest) {
      const lost = { from: cursor + 1, to: journal.oldest - 1 };
      cursor = lost.to;
      yield { kind: 'event', event: 'gap', id: cursor, data: lost };
    }
    const newest = journal.count;
    const records = journal.query({ ...filter, since: cursor, limit: PAGE });
    for (const record of records) {
      cursor = record.number;
      yield { kind: 'event', event: record.kind, id: cursor, data: readableRecord(record) };
      if (!isOpen()) return;
    }
    if (records.length === PAGE) continue;
    cursor = Math.max(cursor, newest);
    if (journal.count > cursor) continue;
    const woken = await appended(journal, signal);
    quietMs = woken || records.length > 0 ? 0 : quietMs + LOOK_MS;
    if (quietMs < BEAT_MS) continue;
    quietMs = 0;
    yield { kind: 'beat' };
  }
}

/** Waits for the next record, but not for long; false when none came. */
function appended(journal: Journal, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (woken: boolean): void => {
      stop();
      clearTimeout(timer);
      signal.removeEventListener('abort', aborted);
      resolve(woken);
    };
    const aborted = (): void => end(false);
    const stop = journal.onAppend(() => end(true));
    const timer = setTimeout(() => end(false), LOOK_MS).unref();
    signal.addEventListener('abort', aborted);
  });
}
