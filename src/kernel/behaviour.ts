import type { Draft, Tables } from './draft.ts';
import type { Instant } from './instant.ts';
import type { Outcome } from './outcome.ts';
import type { Random } from './random.ts';

/** What a behaviour may know of the world. Nothing else tells it the time or gives it chance. */
export interface Env<Settings = unknown> {
  /** The sandbox's clock. Everything the vendor issues or decides is dated by it. */
  readonly now: Instant;
  /** The host's clock when the request came in: judges the freshness of what a client mints. */
  readonly receivedAt: Instant;
  /** Forked from the sandbox's seed and the commit number: one more draw shifts nothing later. */
  readonly random: Random;
  readonly settings: Settings;
}

/** Synchronous, so nothing can interleave with it; edits the draft or refuses. */
export type Behaviour<S extends Tables, C, T, F, Settings = unknown> = (
  draft: Draft<S>,
  command: C,
  env: Env<Settings>,
) => Outcome<T, F>;
