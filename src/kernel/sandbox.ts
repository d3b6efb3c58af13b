import { decideDue, nextDue, type AgendaEvent, type DueOutcome } from './agenda.ts';
import type { Env } from './behaviour.ts';
import { entitiesOf, readableChanges } from './changes.ts';
import { clockOf, readClock } from './clock.ts';
import { assert } from './defect.ts';
import type { Draft, Tables } from './draft.ts';
import type { Evidence } from './evidence.ts';
import type { Instant } from './instant.ts';
import type { Journal } from './journal.ts';
import { Lane, then, type Eventually } from './lane.ts';
import { randomFrom } from './random.ts';
import type { TrackedSettings } from './settings.ts';
import type { State } from './state.ts';
import type { Store } from './store.ts';
import type { AgendaEntry, SettingsRow } from './system-tables.ts';
import type { RowChange } from './table.ts';
import { Transaction, type Edits } from './transaction.ts';
import type { Universe, Vendor } from './vendor.ts';

const MOST_CONFLICTS = 8;

export interface SandboxParts {
  readonly name: string;
  readonly seed: number;
  readonly universe: Universe;
  readonly state: State;
  readonly store: Store;
  readonly journal: Journal;
  /** Freezes rows deeply: tests catch a behaviour that edits one in place. */
  readonly hardened: boolean;
  /** Told of each commit: the shell sends what was emitted and wakes when something is due. */
  readonly onCommitted: (sandbox: Sandbox, changes: readonly RowChange[]) => void;
}

/** One synchronous turn in the lane: what is decided here is committed whole or not at all. */
export interface Turn {
  readonly draft: Draft<Tables>;
  readonly edits: Edits;
  readonly env: Env;
  /** The weakest evidence among the settings read so far. */
  weakestSetting(): Evidence | undefined;
}

export interface Decision<T> {
  readonly commit: boolean;
  readonly value: T;
}

export interface Decided<T> {
  readonly value: T;
  readonly now: Instant;
  /** Empty when nothing was kept. */
  readonly changes: readonly RowChange[];
}

export interface TurnRequest<T> {
  readonly vendor: Vendor;
  readonly receivedAt: Instant;
  readonly decide: (turn: Turn) => Decision<T>;
}

export interface CommandRequest<T> extends TurnRequest<T> {
  readonly kind: string;
  readonly command: unknown;
  readonly outcome?: (value: T) => 'done' | 'refused';
}

interface Attempt<T> {
  readonly now: Instant;
  readonly decide: (transaction: Transaction) => Decision<T>;
}

interface EntryEnd {
  readonly outcome: AgendaEvent['outcome'];
  readonly changes: readonly RowChange[];
  readonly why?: string;
}

interface TurnTimes {
  readonly now: Instant;
  readonly receivedAt: Instant;
  /** How many agenda entries of this instant led here, one scheduling the next. */
  readonly depth: number;
}

/** One isolated universe: state, clock, seed, agenda and journal, with one writer at a time. */
export class Sandbox {
  readonly name: string;
  readonly seed: number;
  readonly journal: Journal;
  /** One advance at a time, and one walk through the outbox at a time. */
  readonly advances = new Lane();
  readonly deliveries = new Lane();
  readonly #parts: SandboxParts;
  readonly #lane = new Lane();
  #state: State;
  /** Nothing live on the agenda is due before this. */
  #settledTo: Instant = -Infinity;
  #latest: Instant = -Infinity;

  constructor(parts: SandboxParts) {
    this.name = parts.name;
    this.seed = parts.seed;
    this.journal = parts.journal;
    this.#parts = parts;
    this.#state = parts.state;
  }

  get state(): State {
    return this.#state;
  }

  get universe(): Universe {
    return this.#parts.universe;
  }

  /** The sandbox's time; it never goes back, even when the host's clock does. */
  now(host: Instant): Instant {
    this.#latest = Math.max(this.#latest, readClock(clockOf(this.state), host));
    return this.#latest;
  }

  /** A vendor's settings as they stand; what is read of them is remembered. */
  settingsOf(vendor: Vendor): TrackedSettings {
    const row: SettingsRow | undefined = this.state.table('settings').get(vendor.core.name);
    return vendor.settings(row?.values);
  }

  /** Settles what is due, then decides and commits. */
  turn<T>(request: TurnRequest<T>): Eventually<Decided<T>> {
    return this.#lane.run(() => {
      const { vendor, receivedAt } = request;
      const now = this.now(receivedAt);
      const decide = (transaction: Transaction): Decision<T> =>
        request.decide(this.#openTurn(vendor, transaction, { now, receivedAt, depth: 0 }));
      return then(this.#settle(now), () => this.#attempt({ now, decide }, 1));
    });
  }

  /** A turn that no request asked for (an action, a delivery's result), journalled as an event. */
  command<T>(request: CommandRequest<T>): Eventually<Decided<T>> {
    return then(this.turn(request), (decided) => {
      const { kind, vendor, command } = request;
      this.journal.append({
        ...{ kind: 'event', at: decided.now, vendor: vendor.core.name, operation: kind },
        outcome: request.outcome?.(decided.value) ?? 'done',
        entities: entitiesOf(decided.changes),
        detail: { command, changes: readableChanges(decided.changes) },
        ...{ host: {}, request: undefined, response: undefined },
      });
      return decided;
    });
  }

  /** Changes what belongs to the sandbox and not to a vendor: clock, settings, rules, counters. */
  edit<T>(change: (edits: Edits) => T): Eventually<T> {
    return this.#lane.run(() => {
      const decide = (edits: Transaction): Decision<T> => ({ commit: true, value: change(edits) });
      return then(this.#attempt({ now: this.#latest, decide }, 1), (decided) => decided.value);
    });
  }

  /** A copy of the state, taken between two turns; costs the same however large it is. */
  forkState(): Eventually<State> {
    return this.#lane.run(() => this.#state.fork());
  }

  /** Back to a state given from outside; what was journalled about the old one goes with it. */
  replaceState(state: State): Eventually<void> {
    return this.#lane.run(() => {
      this.#state = state;
      this.#settledTo = -Infinity;
      this.#latest = -Infinity;
      this.journal.clear();
    });
  }

  /** Runs everything due up to an instant, each entry at its own time; answers the events. */
  runDue(
    until: Instant,
    onEvent: (event: AgendaEvent) => void,
    limit = Infinity,
  ): Eventually<number> {
    return this.#lane.run(() => this.#runDue(until, onEvent, limit));
  }

  nextDue(until: Instant): AgendaEntry | undefined {
    return nextDue(this.state, until, this.#settledTo);
  }

  #settle(now: Instant): Eventually<unknown> {
    return this.nextDue(now) ? this.#runDue(now, () => undefined, Infinity) : undefined;
  }

  async #runDue(
    until: Instant,
    onEvent: (event: AgendaEvent) => void,
    limit: number,
  ): Promise<number> {
    let count = 0;
    for (; count < limit; count += 1) {
      const entry = this.nextDue(until);
      if (!entry) break;
      this.#settledTo = entry.due;
      this.#latest = Math.max(this.#latest, entry.due);
      try {
        const event = this.#runEntry(entry);
        const ran = event instanceof Promise ? await event : event;
        if (ran) onEvent(ran);
      } catch (defect) {
        const why = defect instanceof Error ? defect.message : String(defect);
        await this.#takeOff(entry, why);
        onEvent(this.#journalEvent(entry, { outcome: 'defect', changes: [], why }));
      }
    }
    return count;
  }

  /** Undefined when another owner ran it meanwhile. */
  #runEntry(entry: AgendaEntry): Eventually<AgendaEvent | undefined> {
    const vendor = this.universe.vendors.get(entry.vendor);
    assert(vendor, `no vendor ${entry.vendor} for ${entry.id}`);
    const now = entry.due;
    const decide = (edits: Transaction): Decision<DueOutcome> => {
      const turn = this.#openTurn(vendor, edits, { now, receivedAt: now, depth: entry.depth + 1 });
      return decideDue(vendor, entry, turn);
    };
    return then(this.#attempt({ now, decide }, 1), ({ value: outcome, changes }) => {
      if (outcome === 'gone') return undefined;
      if (outcome === 'done') return this.#journalEvent(entry, { outcome, changes });
      return then(this.#takeOff(entry), () => this.#journalEvent(entry, { outcome, changes }));
    });
  }

  /** Drops an entry, or parks it with the reason why it can never run. */
  #takeOff(entry: AgendaEntry, parked?: string): Eventually<unknown> {
    const decide = (edits: Edits): Decision<undefined> => {
      const agenda = edits.table<AgendaEntry>('agenda');
      if (parked === undefined) agenda.drop(entry.id);
      else agenda.put({ ...entry, parked });
      return { commit: true, value: undefined };
    };
    return this.#attempt({ now: entry.due, decide }, 1);
  }

  #journalEvent(entry: AgendaEntry, end: EntryEnd): AgendaEvent {
    const { vendor, key, due: at } = entry;
    const { kind } = entry.command;
    const { outcome } = end;
    const entities = entitiesOf(end.changes);
    const journal = this.journal.append({
      ...{ kind: 'event', at, vendor, operation: kind, outcome, entities },
      detail: { command: entry.command, changes: readableChanges(end.changes), why: end.why },
      ...{ host: {}, request: undefined, response: undefined },
    });
    return { at, vendor, kind, key, outcome, entities, journal };
  }

  #openTurn(vendor: Vendor, edits: Transaction, times: TurnTimes): Turn {
    const { now, receivedAt, depth } = times;
    const { settings, weakest } = this.settingsOf(vendor);
    const random = randomFrom(`${this.seed}/${this.state.sequence + 1}`);
    const env: Env = { now, receivedAt, random, settings };
    const draft = vendor.draft(edits, { now, depth });
    return { draft, edits, env, weakestSetting: weakest };
  }

  #attempt<T>({ now, decide }: Attempt<T>, tries: number): Eventually<Decided<T>> {
    const transaction = new Transaction(this.state, this.#parts.hardened);
    const { commit, value } = decide(transaction);
    const changes = commit ? transaction.changes() : [];
    if (changes.length === 0) return { value, now, changes };
    const changeSet = transaction.changeSet(changes);
    const appended = this.#parts.store.append(this.name, this.state.sequence, changeSet);
    return then(appended, (answer) => {
      if (answer === 'ok') {
        this.state.apply(changeSet);
        this.#parts.onCommitted(this, changes);
        return { value, now, changes };
      }
      assert(tries < MOST_CONFLICTS, `${MOST_CONFLICTS} conflicts in a row in ${this.name}`);
      return then(this.#catchUp(now), () => this.#attempt({ now, decide }, tries + 1));
    });
  }

  /** Applies what another owner committed, and settles again: it may have scheduled something. */
  #catchUp(now: Instant): Eventually<unknown> {
    const missed = this.#parts.store.read(this.name, this.state.sequence);
    return then(missed, (changeSets) => {
      for (const changeSet of changeSets) this.state.apply(changeSet);
      this.#settledTo = -Infinity;
      return this.#settle(now);
    });
  }
}
