import { AgendaRunner, type TurnTimes } from './agenda-runner.ts';
import type { AgendaEvent } from './agenda.ts';
import type { Env } from './behaviour.ts';
import { clockOf, readClock } from './clock.ts';
import { CommitLog, type Attempt } from './commit-log.ts';
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
  readonly #agenda: AgendaRunner;
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
    this.#agenda = new AgendaRunner({
      ...{ log: this.#log, universe: parts.universe, journal: parts.journal },
      openTurn: (vendor, edits, times) => this.#openTurn(vendor, edits, times),
      onReached: (due) => void (this.#latest = Math.max(this.#latest, due)),
    });
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
      const committed = andThen(settle(), () => this.#log.commit(attempt, settle));
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
    return this.#lane.run(() => this.#log.edit(change));
  }

  /** A copy of the state, taken between two turns; costs the same however large it is. */
  forkState(): Eventually<State> {
    return this.#lane.run(() => this.state.fork());
  }

  /** Back to a state given from outside; what was journalled about the old one goes with it. */
  replaceState(state: State): Eventually<void> {
    return this.#lane.run(() =>
      andThen(this.#log.replace(state), () => {
        this.#agenda.begin();
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
    return this.#lane.run(() => this.#agenda.run(until, limit));
  }

  /** Called with each agenda entry that ran, whoever made it run; answers how to stop that. */
  onEvent(listener: (event: AgendaEvent) => void): () => void {
    return this.#agenda.onEvent(listener);
  }

  nextDue(until: Instant): AgendaEntry | undefined {
    return this.#agenda.next(until);
  }

  #settle(now: Instant): Eventually<unknown> {
    return this.nextDue(now) ? this.#agenda.run(now, Infinity) : undefined;
  }

  #openTurn(vendor: Vendor, edits: Edits, times: TurnTimes): Turn {
    const { now, receivedAt, depth } = times;
    const { settings, weakest } = this.settingsOf(vendor);
    const random = randomFrom(`${this.seed}/${this.state.turns + 1}`);
    const env: Env = { now, receivedAt, random, settings };
    const draft = vendor.draft(edits, { now, depth });
    return { draft, edits, env, weakestSetting: weakest };
  }
}
