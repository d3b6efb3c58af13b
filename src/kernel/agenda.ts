import type { Instant } from './instant.ts';
import type { State } from './state.ts';
import type { AgendaEntry } from './system-tables.ts';
import type { RowChange } from './table.ts';
import type { Edits } from './transaction.ts';
import type { Page } from './view.ts';

/** One agenda entry that ran, as the answer to an advance tells it. */
export interface AgendaEvent {
  readonly at: Instant;
  readonly vendor: string;
  readonly kind: string;
  readonly key: string;
  readonly outcome: 'done' | 'refused' | 'defect';
  readonly entities: readonly string[];
  /** Number of its journal record. */
  readonly journal: number;
}

/** What is due, in the order in which it will run; parked entries are not. */
export function dueEntries(state: State, page: Page<AgendaEntry> = {}): readonly AgendaEntry[] {
  return state.table<AgendaEntry>('agenda').range('byDue', page);
}

/** Drops an entry, or parks it with the reason why it can never run. */
export function takeOff(edits: Edits, entry: AgendaEntry, parked?: string): void {
  const agenda = edits.table<AgendaEntry>('agenda');
  if (!isOn(edits, entry)) return;
  if (parked === undefined) agenda.drop(entry.id);
  else agenda.put({ ...entry, parked });
}

/** False when it ran or was replaced meanwhile. */
export function isOn(edits: Edits, entry: AgendaEntry): boolean {
  return edits.table<AgendaEntry>('agenda').get(entry.id)?.sequence === entry.sequence;
}

/** So many entries are read at once: an advance runs them one by one. */
const READ_AHEAD = 16;

/**
 * Reads one sandbox's agenda in order. It remembers where it stands: a turn with nothing due pays
 * one comparison, and a fork does not walk again over all that ran before it.
 */
export class AgendaReader {
  /** Nothing live stands at or before this entry. */
  #last: AgendaEntry | undefined;
  /** The first live entries in order; undefined when they have to be read. */
  #ahead: AgendaEntry[] | undefined;
  /** Nothing live stands behind those. */
  #isAll = false;

  /** The first entry due at or before an instant. */
  next(state: State, until: Instant): AgendaEntry | undefined {
    const first = this.#first(state);
    return first && first.due <= until ? first : undefined;
  }

  /** The entry is off the agenda, and it was the first. */
  passed(entry: AgendaEntry): void {
    this.#last = entry;
  }

  /** Every commit passes here: it may take away what was read ahead, or put something before it. */
  noticed(changes: readonly RowChange[]): void {
    for (const { table, id, after } of changes) {
      if (table !== 'agenda') continue;
      // Rows of this table are agenda entries, which a list of changes cannot say.
      if (after) this.#noticedEntry(after as AgendaEntry);
      else this.#noticedDrop(id);
    }
  }

  #first(state: State): AgendaEntry | undefined {
    if (this.#ahead && (this.#ahead.length > 0 || this.#isAll)) return this.#ahead[0];
    const page = { limit: READ_AHEAD };
    this.#ahead = [...dueEntries(state, this.#last ? { after: this.#last, ...page } : page)];
    this.#isAll = this.#ahead.length < READ_AHEAD;
    return this.#ahead[0];
  }

  #noticedDrop(id: string): void {
    if (this.#ahead?.[0]?.id === id) this.#ahead.shift();
    else if (this.#ahead?.some((entry) => entry.id === id)) this.#ahead = undefined;
  }

  #noticedEntry(entry: AgendaEntry): void {
    const furthest = this.#ahead?.at(-1);
    const isReplaced = this.#ahead?.some(({ id }) => id === entry.id);
    if (isReplaced || (furthest && isBefore(entry, furthest))) this.#ahead = undefined;
    else this.#isAll = false;
    if (this.#last && !isBefore(this.#last, entry)) this.#last = undefined;
  }
}

const isBefore = (a: AgendaEntry, b: AgendaEntry): boolean =>
  a.due < b.due || (a.due === b.due && a.sequence < b.sequence);
