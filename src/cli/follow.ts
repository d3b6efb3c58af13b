import { setTimeout as wait } from 'node:timers/promises';
import type { ReadableRecord } from '#server/control/journal.ts';
import { below, queryOf, type Control } from './control.ts';
import { eventsOf, type StreamEvent } from './event-stream.ts';
import type { JournalFlags } from './journal.ts';
import { NoAnswer } from './refusals.ts';
import type { Terminal } from './terminal.ts';

interface Following {
  readonly from: Place;
  readonly show: (record: ReadableRecord) => void;
  readonly terminal: Terminal;
}

/** How far a reader is, and what stood there: a journal that begins anew counts from 1 again. */
interface Place {
  readonly number: number;
  readonly record: string | undefined;
}

export interface Page {
  readonly records: readonly ReadableRecord[];
  /** Number of the newest record there is, whether it was asked for or not. */
  readonly newest: number;
}

/** Behind what a page of the newest records shows. */
export function placeAfter({ records, newest }: Page): Place {
  const last = records.at(-1);
  return last
    ? { number: last.number, record: JSON.stringify(last) }
    : { number: newest, record: undefined };
}

const START: Place = { number: 0, record: undefined };
const RETRY_MS = 1_000;

/** Shows what comes, for ever: it ends with the sandbox, or with whoever reads. */
export async function follow(
  control: Control,
  flags: JournalFlags,
  { from, show, terminal }: Following,
): Promise<never> {
  const path = below`/sandboxes/${flags.sandbox}/journal`;
  const { vendor, operation, outcome, entity } = flags;
  let place = from;
  let isLost = false;
  for (;;) {
    try {
      if (isLost) place = await stillThere(control, path, place);
      isLost = false;
      const query = queryOf({ vendor, operation, outcome, entity, since: `${place.number}` });
      for await (const event of eventsOf(await control.open(`${path}/stream${query}`))) {
        place = { number: event.id, record: JSON.stringify(event.data) };
        take(event, { show, terminal });
      }
      place = await stillThere(control, path, place);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      if (!isLost) terminal.err(`sosie: lost ${control.url}; trying again\n`);
      isLost = true;
    }
    await wait(RETRY_MS);
  }
}

function take(event: StreamEvent, { show, terminal }: Omit<Following, 'from'>): void {
  // The API's stream has events of these two kinds alone: records, and what was lost of them.
  if (event.event !== 'gap') return show(event.data as ReadableRecord);
  const { from, to } = event.data as { readonly from: number; readonly to: number };
  terminal.err(`sosie: records ${from} to ${to} went by unread: the journal keeps no more\n`);
}

/** The same place, or the start when the journal is another: sosie was started anew. */
async function stillThere(control: Control, path: string, place: Place): Promise<Place> {
  if (place.number === 0) return place;
  const { records, newest } = await pageFrom(control, path, place.number);
  if (newest < place.number) return START;
  const [found] = records;
  const isKept = found?.number === place.number && place.record !== undefined;
  return isKept && JSON.stringify(found) !== place.record ? START : place;
}

const pageFrom = (control: Control, path: string, number: number): Promise<Page> =>
  control.ask<Page>('GET', `${path}${queryOf({ since: `${number - 1}`, limit: '1' })}`);
