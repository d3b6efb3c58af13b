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

/**
 * Reads one sandbox's agenda in order. It remembers where it stands: a turn with nothing due pays
 * one comparison, and a fork does not walk again over all that ran before it.
 */
export class AgendaReader {
  /** Nothing live stands at or before this entry. */
  #last: AgendaEntry | undefined;
  /** The first live entry, or that there is none; undefined when it has to be looked up. */
  #first: AgendaEntry | 'none' | undefined;

  /** The first entry due at or before an instant. */
  next(state: State, until: Instant): AgendaEntry | undefined {
    this.#first ??= dueEntries(
      state,
      this.#last ? { after: this.#last, limit: 1 } : { limit: 1 },
    )[0];
    this.#first ??= 'none';
    return this.#first !== 'none' && this.#first.due <= until ? this.#first : undefined;
  }

  /** The entry is off the agenda, and it was the first. */
  passed(entry: AgendaEntry): void {
    this.#last = entry;
  }

  /** Every commit passes here: it may take away the first entry, or put one before it. */
  noticed(changes: readonly RowChange[]): void {
    for (const { table, id, after } of changes) {
      if (table !== 'agenda') continue;
      if (this.#first !== 'none' && this.#first?.id === id) this.#first = undefined;
      // Rows of this table are agenda entries, which a list of changes cannot say.
      if (after) this.#noticedEntry(after as AgendaEntry);
    }
  }

  #noticedEntry(entry: AgendaEntry): void {
    if (this.#first === 'none' || (this.#first && isBefore(entry, this.#first))) {
      this.#first = undefined;
    }
    if (this.#last && !isBefore(this.#last, entry)) this.#last = undefined;
  }
}

const isBefore = (a: AgendaEntry, b: AgendaEntry): boolean =>
  a.due < b.due || (a.due === b.due && a.sequence < b.sequence);
