import { AgendaReader, isOn, takeOff, type AgendaEvent } from './agenda.ts';
import { entitiesOf } from './changes.ts';
import type { Attempt, CommitLog, Decision } from './commit-log.ts';
import { assert } from './defect.ts';
import { eventRecord } from './event-record.ts';
import type { Instant } from './instant.ts';
import type { Journal } from './journal.ts';
import { andThen, type Eventually } from './lane.ts';
import type { AgendaEntry } from './system-tables.ts';
import type { RowChange } from './table.ts';
import type { Edits } from './transaction.ts';
import type { Turn } from './turn.ts';
import type { Universe, Vendor } from './vendor.ts';

export interface TurnTimes {
  readonly now: Instant;
  readonly receivedAt: Instant;
  /** How many agenda entries of this instant led here, one scheduling the next. */
  readonly depth: number;
}

/** What it needs of its sandbox. */
export interface AgendaRunnerParts {
  readonly log: CommitLog;
  readonly universe: Universe;
  readonly journal: Journal;
  readonly openTurn: (vendor: Vendor, edits: Edits, times: TurnTimes) => Turn;
  /** Told of each entry's time before it runs: the sandbox's clock never goes back behind it. */
  readonly onReached: (due: Instant) => void;
}

/** How an agenda entry ended; `gone`: another owner of the sandbox ran or replaced it. */
interface EntryEnd<O extends string = AgendaEvent['outcome'] | 'gone'> {
  readonly outcome: O;
  /** Of a defect. */
  readonly why?: string | undefined;
}

/** Runs a sandbox's agenda, each entry its own commit; only ever inside the sandbox's lane. */
export class AgendaRunner {
  readonly #parts: AgendaRunnerParts;
  readonly #listeners = new Set<(event: AgendaEvent) => void>();
  #reader = new AgendaReader();

  constructor(parts: AgendaRunnerParts) {
    this.#parts = parts;
  }

  /** The first entry due at or before an instant. */
  next(until: Instant): AgendaEntry | undefined {
    return this.#reader.next(this.#parts.log.state, until);
  }

  /** Every commit passes here. */
  noticed(changes: readonly RowChange[]): void {
    this.#reader.noticed(changes);
  }

  /** Reads from the start, in a state that took the place of another. */
  begin(): void {
    this.#reader = new AgendaReader();
  }

  onEvent(listener: (event: AgendaEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Runs what is due up to an instant, each entry at its own time; answers how many ran. */
  async run(until: Instant, limit: number): Promise<number> {
    let count = 0;
    let conflicts = 0;
    while (count < limit) {
      const entry = this.next(until);
      if (!entry) break;
      this.#parts.onReached(entry.due);
      const running = this.#runEntry(entry);
      const event = running instanceof Promise ? await running : running;
      // After a conflict the agenda is read again: something else may be first now.
      conflicts = event === 'conflict' ? conflicts + 1 : 0;
      this.#parts.log.assertFew(conflicts);
      if (event === 'conflict') continue;
      this.#reader.passed(entry);
      if (event) for (const listener of this.#listeners) listener(event);
      count += 1;
    }
    return count;
  }

  /** Undefined when another owner ran it meanwhile. */
  #runEntry(entry: AgendaEntry): Eventually<AgendaEvent | undefined | 'conflict'> {
    const { log } = this.#parts;
    const attempt: Attempt<EntryEnd> = {
      isTurn: true,
      decide: (edits) => this.#decide(entry, edits),
    };
    return andThen(log.attempt(attempt), (committed) => {
      if (committed === 'conflict') return 'conflict';
      const { outcome, why } = committed.value;
      if (outcome === 'gone') return undefined;
      const left = outcome === 'done' ? undefined : log.edit((edits) => takeOff(edits, entry, why));
      return andThen(left, () => this.#journalled(entry, { outcome, why }, committed.changes));
    });
  }

  /** A turn at the entry's own time. What it throws is a defect of ours, and ends only the entry. */
  #decide(entry: AgendaEntry, edits: Edits): Decision<EntryEnd> {
    if (!isOn(edits, entry)) return { commit: false, value: { outcome: 'gone' } };
    const { due: now, vendor: name, command } = entry;
    try {
      const vendor = this.#parts.universe.vendors.get(name);
      const behaviour = vendor?.core.due[command.kind];
      assert(vendor && behaviour, `${name} has no behaviour for ${command.kind}`);
      takeOff(edits, entry);
      const times = { now, receivedAt: now, depth: entry.depth + 1 };
      const turn = this.#parts.openTurn(vendor, edits, times);
      const { ok } = behaviour(turn.draft, command, turn.env);
      return { commit: ok, value: { outcome: ok ? 'done' : 'refused' } };
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return { commit: false, value: { outcome: 'defect', why } };
    }
  }

  #journalled(
    entry: AgendaEntry,
    { outcome, why }: EntryEnd<AgendaEvent['outcome']>,
    changes: readonly RowChange[],
  ): AgendaEvent {
    const { vendor, key, due: at, command } = entry;
    const { kind } = command;
    const journal = this.#parts.journal.append(
      eventRecord({ at, vendor, kind, outcome, command, changes, why }),
    );
    return { at, vendor, kind, key, outcome, entities: entitiesOf(changes), journal };
  }
}
