import type { FaultRule } from './fault-rule.ts';
import type { Instant } from './instant.ts';
import type { State } from './state.ts';
import type { FaultRow } from './system-tables.ts';

interface View {
  readonly state: State;
  readonly takenAt: Instant;
  /** Calls that were shown it, or one before it. */
  readonly reads: number;
}

/**
 * Copies of a sandbox's state as a lagging replica shows it, by fault rule. Nobody writes to them,
 * so forks share them.
 */
export class StaleViews {
  readonly #views: Map<string, View>;

  constructor(views: Iterable<readonly [string, View]> = []) {
    this.#views = new Map(views);
  }

  get size(): number {
    return this.#views.size;
  }

  /** Taken when its rule is added. */
  take(rule: string, state: State, now: Instant): void {
    this.#views.set(rule, { state: state.fork(), takenAt: now, reads: 0 });
  }

  /** Renewed once it is too old. */
  read(rule: { id: string; seconds: number }, state: State, now: Instant): State {
    const known = this.#views.get(rule.id);
    const isFresh = known && now - known.takenAt < rule.seconds * 1000;
    const view = isFresh ? known : { state: state.fork(), takenAt: now };
    this.#views.set(rule.id, { ...view, reads: (known?.reads ?? 0) + 1 });
    return view.state;
  }

  drop(rule: string): void {
    this.#views.delete(rule);
  }

  /** Forgets those that no call will be shown again: each holds on to a whole old state. */
  prune(state: State, now: Instant): void {
    if (this.#views.size === 0) return;
    const faults = state.table<FaultRow>('faults');
    for (const [id, { reads }] of this.#views) {
      const rule = faults.get(id)?.rule;
      if (!rule || isOver(rule, reads, now)) this.#views.delete(id);
    }
  }

  fork(): StaleViews {
    return new StaleViews(this.#views);
  }
}

/** Its reads and not its hits: a call is struck first, and shown the view later. */
const isOver = ({ until, times }: FaultRule, reads: number, now: Instant): boolean =>
  (until !== undefined && now >= until) || (times !== undefined && reads >= times);
