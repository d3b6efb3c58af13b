import type { Instant } from './instant.ts';
import type { State } from './state.ts';

interface View {
  readonly state: State;
  readonly takenAt: Instant;
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

  /** Taken when its rule is added. */
  take(rule: string, state: State, now: Instant): void {
    this.#views.set(rule, { state: state.fork(), takenAt: now });
  }

  /** Renewed once it is too old. */
  read(rule: { id: string; seconds: number }, state: State, now: Instant): State {
    const view = this.#views.get(rule.id);
    if (view && now - view.takenAt < rule.seconds * 1000) return view.state;
    this.take(rule.id, state, now);
    return this.#views.get(rule.id)?.state ?? state;
  }

  drop(rule: string): void {
    this.#views.delete(rule);
  }

  fork(): StaleViews {
    return new StaleViews(this.#views);
  }
}
