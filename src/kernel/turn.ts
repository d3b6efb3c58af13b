import type { Env } from './behaviour.ts';
import type { Committed, Decision } from './commit-log.ts';
import type { Draft, Tables } from './draft.ts';
import type { Evidence } from './evidence.ts';
import type { Instant } from './instant.ts';
import type { Edits } from './transaction.ts';
import type { Vendor } from './vendor.ts';

/** One synchronous turn in the lane: what is decided here is committed whole or not at all. */
export interface Turn {
  readonly draft: Draft<Tables>;
  readonly edits: Edits;
  readonly env: Env;
  /** The weakest evidence among the settings read so far. */
  weakestSetting(): Evidence | undefined;
}

export interface Decided<T> extends Committed<T> {
  readonly now: Instant;
}

export interface TurnRequest<T> {
  readonly vendor: Vendor;
  readonly receivedAt: Instant;
  readonly decide: (turn: Turn) => Decision<T>;
}

export interface CommandRequest<T> extends TurnRequest<T> {
  readonly kind: string;
  readonly command: unknown;
  /** `forgotten`: what it is about is gone, so there is nothing to journal. @default 'done' */
  readonly outcome?: (value: T) => 'done' | 'refused' | 'forgotten';
  /** Of a refusal, for the journal. */
  readonly failure?: (value: T) => unknown;
}
