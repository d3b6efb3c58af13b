import { AgendaReader, isOn, takeOff, type AgendaEvent } from './agenda.ts';
import type { Env } from './behaviour.ts';
import { entitiesOf } from './changes.ts';
import { clockOf, readClock } from './clock.ts';
import { CommitLog, type Attempt, type Committed, type Decision } from './commit-log.ts';
import { assert } from './defect.ts';
import { eventRecord } from './event-record.ts';
import type { Instant } from './instant.ts';
import type { Journal } from './journal.ts';
import { Lane, andThen, type Eventually } from './lane.ts';
import { randomFrom } from './random.ts';
import type { TrackedSettings } from './settings.ts';
import { StaleViews } from './stale-views.ts';
import type { State } from './state.ts';
import type { Store } from './store.ts';
import type { AgendaEntry, SettingsRow } from './system-tables.ts';
import type { RowChange } from './table.ts';
import { Transaction, type Edits } from './transaction.ts';
import type { CommandRequest, Decided, Turn, TurnRequest } from './turn.ts';
import type { Universe, Vendor } from './vendor.ts';

export type { Decision } from './commit-log.ts';
export type { CommandRequest, Decided, Turn, TurnRequest } from './turn.ts';

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
  /** Of the sandbox it was forked from. */
  readonly views?: StaleViews;
  /** Told of each commit: the shell sends what was emitted and wakes when something is due. */
  readonly onCommitted: (sandbox: Sandbox, changes: readonly RowChange[]) => void;
}

interface TurnTimes {
  readonly now: Instant;
  readonly receivedAt: Instant;
  /** How many agenda entries of this instant led here, one scheduling the next. */
  readonly depth: number;
}

/** How an agenda entry ended; `gone`: another owner of the sandbox ran or replaced it. */
interface EntryEnd<O extends string = AgendaEvent['outcome'] | 'gone'> {
  readonly outcome: O;
  /** Of a defect. */
  readonly why?: string | undefined;
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
  readonly #log: CommitLog;
  readonly #listeners = new Set<(event: AgendaEvent) => void>();
  #agenda = new AgendaReader();
  #views: StaleViews;
  #latest: Instant = -Infinity;

  constructor(parts: SandboxParts) {
    this.name = parts.name;
    this.seed = parts.seed;
    this.journal = parts.journal;
    this.#parts = parts;
    this.#views = parts.views ?? new StaleViews();
    const onApplied = (changes: readonly RowChange[], own: boolean): void => {
      this.#agenda.noticed(changes);
      if (own) parts.onCommitted(this, changes);
    };
    this.#log = new CommitLog({ ...parts, onApplied });
  }

  get state(): State {
    return this.#log.state;
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
    const row = this.state.table<SettingsRow>('settings').get(vendor.core.name);
    return vendor.settings(row?.values);
  }

  /** Settles what is due, then decides and commits. */
  turn<T>(request: TurnRequest<T>): Eventually<Decided<T>> {
    return this.#lane.run(() => {
      const { vendor, receivedAt } = request;
      const now = this.now(receivedAt);
      this.#views.prune(this.state, now);
      const attempt: Attempt<T> = {
        isTurn: true,
        decide: (edits) =>
          request.decide(this.#openTurn(vendor, edits, { now, receivedAt, depth: 0 })),
      };
      const settle = (): Eventually<unknown> => this.#settle(now);
      const committed = andThen(settle(), () => this.#commit(attempt, settle));
      return andThen(committed, ({ value, changes }) => ({ value, now, changes }));
    });
  }

  /** Decides on a lagging copy of the state; whatever it decides, nothing is kept. */
  peek<T>(request: TurnRequest<T>, rule: { id: string; seconds: number }): Eventually<Decided<T>> {
    return this.#lane.run(() => {
      const { vendor, receivedAt } = request;
      const now = this.now(receivedAt);
      return andThen(this.#settle(now), () => {
        const edits = new Transaction(this.#views.read(rule, this.state, now), false);
        const turn = this.#openTurn(vendor, edits, { now, receivedAt, depth: 0 });
        return { value: request.decide(turn).value, now, changes: [] };
      });
    });
  }

  /** Keeps the state as it stands, for a rule about stale reads. */
  keepView(rule: string, host: Instant): Eventually<void> {
    return this.#lane.run(() => this.#views.take(rule, this.state, this.now(host)));
  }

  get views(): StaleViews {
    return this.#views;
  }

  /** A turn that no request asked for (an action, a delivery's result), journalled as an event. */
  command<T>(request: CommandRequest<T>): Eventually<Decided<T>> {
    return andThen(this.turn(request), (decided) => {
      const { kind, command } = request;
      const { now: at, value, changes } = decided;
      const failure = request.failure?.(value);
      const vendor = request.vendor.core.name;
      const outcome = request.outcome?.(value) ?? 'done';
      if (outcome === 'forgotten') return decided;
      this.journal.append(eventRecord({ at, vendor, kind, outcome, command, changes, failure }));
      return decided;
    });
  }

  /** Changes what belongs to the sandbox and not to a vendor: clock, settings, rules, counters. */
  edit<T>(change: (edits: Edits) => T): Eventually<T> {
    return this.#lane.run(() => this.#edit(change));
  }

  /** A copy of the state, taken between two turns; costs the same however large it is. */
  forkState(): Eventually<State> {
    return this.#lane.run(() => this.state.fork());
  }

  /** Back to a state given from outside; what was journalled about the old one goes with it. */
  replaceState(state: State): Eventually<void> {
    return this.#lane.run(() =>
      andThen(this.#log.replace(state), () => {
        this.#agenda = new AgendaReader();
        this.#views = new StaleViews();
        this.#latest = -Infinity;
        this.journal.clear();
      }),
    );
  }

  /** Ends it: what waits for its turn still gets a defect, and nothing of its log is kept. */
  close(): Eventually<void> {
    this.journal.close();
    return this.#lane.run(() => this.#log.close());
  }

  /** Runs everything due up to an instant, each entry at its own time; answers how many ran. */
  runDue(until: Instant, limit = Infinity): Eventually<number> {
    return this.#lane.run(() => this.#runDue(until, limit));
  }

  /** Called with each agenda entry that ran, whoever made it run; answers how to stop that. */
  onEvent(listener: (event: AgendaEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  nextDue(until: Instant): AgendaEntry | undefined {
    return this.#agenda.next(this.state, until);
  }

  #settle(now: Instant): Eventually<unknown> {
    return this.nextDue(now) ? this.#runDue(now, Infinity) : undefined;
  }

  async #runDue(until: Instant, limit: number): Promise<number> {
    let count = 0;
    let conflicts = 0;
    while (count < limit) {
      const entry = this.nextDue(until);
      if (!entry) break;
      this.#latest = Math.max(this.#latest, entry.due);
      const running = this.#runEntry(entry);
      const event = running instanceof Promise ? await running : running;
      // After a conflict the agenda is read again: something else may be first now.
      conflicts = event === 'conflict' ? conflicts + 1 : 0;
      assert(conflicts < MOST_CONFLICTS, tooManyConflicts(this.name));
      if (event === 'conflict') continue;
      this.#agenda.passed(entry);
      if (event) for (const listener of this.#listeners) listener(event);
      count += 1;
    }
    return count;
  }

  /** Undefined when another owner ran it meanwhile. */
  #runEntry(entry: AgendaEntry): Eventually<AgendaEvent | undefined | 'conflict'> {
    const attempt: Attempt<EntryEnd> = {
      isTurn: true,
      decide: (edits) => this.#decideEntry(entry, edits),
    };
    return andThen(this.#log.attempt(attempt), (committed) => {
      if (committed === 'conflict') return 'conflict';
      const { outcome, why } = committed.value;
      if (outcome === 'gone') return undefined;
      const left =
        outcome === 'done' ? undefined : this.#edit((edits) => takeOff(edits, entry, why));
      return andThen(left, () => this.#journalEvent(entry, { outcome, why }, committed.changes));
    });
  }

  /** A turn at the entry's own time. What it throws is a defect of ours, and ends only the entry. */
  #decideEntry(entry: AgendaEntry, edits: Edits): Decision<EntryEnd> {
    if (!isOn(edits, entry)) return { commit: false, value: { outcome: 'gone' } };
    const { due: now, vendor: name, command } = entry;
    try {
      const vendor = this.universe.vendors.get(name);
      const behaviour = vendor?.core.due[command.kind];
      assert(vendor && behaviour, `${name} has no behaviour for ${command.kind}`);
      takeOff(edits, entry);
      const turn = this.#openTurn(vendor, edits, { now, receivedAt: now, depth: entry.depth + 1 });
      const { ok } = behaviour(turn.draft, command, turn.env);
      return { commit: ok, value: { outcome: ok ? 'done' : 'refused' } };
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return { commit: false, value: { outcome: 'defect', why } };
    }
  }

  #journalEvent(
    entry: AgendaEntry,
    { outcome, why }: EntryEnd<AgendaEvent['outcome']>,
    changes: readonly RowChange[],
  ): AgendaEvent {
    const { vendor, key, due: at, command } = entry;
    const { kind } = command;
    const journal = this.journal.append(
      eventRecord({ at, vendor, kind, outcome, command, changes, why }),
    );
    return { at, vendor, kind, key, outcome, entities: entitiesOf(changes), journal };
  }

  #openTurn(vendor: Vendor, edits: Edits, times: TurnTimes): Turn {
    const { now, receivedAt, depth } = times;
    const { settings, weakest } = this.settingsOf(vendor);
    const random = randomFrom(`${this.seed}/${this.state.turns + 1}`);
    const env: Env = { now, receivedAt, random, settings };
    const draft = vendor.draft(edits, { now, depth });
    return { draft, edits, env, weakestSetting: weakest };
  }

  #edit<T>(change: (edits: Edits) => T): Eventually<T> {
    const attempt: Attempt<T> = {
      isTurn: false,
      decide: (edits) => ({ commit: true, value: change(edits) }),
    };
    return andThen(
      this.#commit(attempt, () => undefined),
      ({ value }) => value,
    );
  }

  /** Decides again after each conflict, on what the other owner left and what it made due. */
  #commit<T>(
    attempt: Attempt<T>,
    settle: () => Eventually<unknown>,
    tries = 1,
  ): Eventually<Committed<T>> {
    return andThen(this.#log.attempt(attempt), (committed) => {
      if (committed !== 'conflict') return committed;
      assert(tries < MOST_CONFLICTS, tooManyConflicts(this.name));
      return andThen(settle(), () => this.#commit(attempt, settle, tries + 1));
    });
  }
}

const tooManyConflicts = (sandbox: string): string =>
  `${MOST_CONFLICTS} conflicts in a row in ${sandbox}`;
