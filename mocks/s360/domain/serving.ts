import type { Instant } from '#kernel/instant.ts';
import type { Row } from '#kernel/table-spec.ts';

/** The next id of a kind; a data set may say where they start. */
export interface Numbering extends Row {
  readonly next: number;
}

/** What chance is to give next, before it is asked. */
export interface NextValues extends Row {
  readonly values: readonly string[];
}

/** A service that is slow on purpose: so many calls more. By the service's name. */
export interface Slowness extends Row {
  readonly calls: number;
}

/** A call that was answered `in_progress`, by its request id. */
export interface Pending extends Row {
  readonly operation: string;
}

/** How often something was called in a span of time. */
export interface Meter extends Row {
  readonly since: Instant;
  readonly calls: number;
}

/** How long bar codes take, by institution. */
export interface BarCodeDelay extends Row {
  readonly delayMs: number;
}

/** The answer to a call with a request id of the caller's, where repeats are answered alike. */
export interface Replay extends Row {
  /** What was asked, as text. */
  readonly asked: string;
  readonly answer: unknown;
}
