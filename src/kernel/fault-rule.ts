import type { Instant } from './instant.ts';

/** Trouble to inject, on purpose, into the calls that it is about. */
export interface FaultRule {
  readonly id: string;
  readonly when: FaultCondition;
  /** Before the work is done, or after it: then the work is kept and its answer suffers. */
  readonly phase: FaultPhase;
  readonly then: FaultAction;
  /** The most hits it makes; without it there is no limit. */
  readonly times?: number;
  /** From this instant of the sandbox's clock on it is over. */
  readonly until?: Instant;
}

export type FaultPhase = 'before' | 'after';

/** Everything that is given has to hold. */
export interface FaultCondition {
  readonly vendor?: string;
  readonly operation?: string;
  /** A part of the decoded message: objects by the keys named here, arrays by position and length. */
  readonly match?: unknown;
  /** Only this one of the calls that fit, counted from 1. */
  readonly nth?: number;
  /** Each second, third… of the calls that fit. */
  readonly every?: number;
  /** A fraction of the calls that fit, drawn from the sandbox's seed. */
  readonly probability?: number;
}

export type FaultAction =
  | LatencyAction
  | {
      readonly kind: 'status';
      readonly status: number;
      /** A text as it is, anything else as JSON. */
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** A refusal in the vendor's own envelope, by the failure's word. */
  | {
      readonly kind: 'failure';
      readonly failure: string;
      readonly data?: Readonly<Record<string, unknown>>;
    }
  /** Never an answer; the connection stays open. */
  | { readonly kind: 'hang' }
  | { readonly kind: 'reset' }
  /** The connection ends without a byte. */
  | { readonly kind: 'empty' }
  /** The headers promise more than comes. */
  | { readonly kind: 'truncated' }
  | { readonly kind: 'malformed' }
  /** The right answer under another content type. */
  | { readonly kind: 'content-type'; readonly contentType: string }
  /** A page of the proxy in front: 502, 503 or 504. */
  | { readonly kind: 'html'; readonly status: number; readonly retryAfterSeconds?: number }
  /** A proxy page for a while of the sandbox's clock, from when the rule was added. */
  | { readonly kind: 'outage'; readonly for: string; readonly status?: number }
  /** Executed twice, as by a proxy that retries; the client sees the second answer. */
  | { readonly kind: 'duplicate' }
  /** Reads answer from a copy of the state that is at most so old on the sandbox's clock. */
  | { readonly kind: 'stale'; readonly seconds: number }
  | { readonly kind: 'drip'; readonly bytesPerSecond: number };

/** Real milliseconds: no call waits on the sandbox's clock. */
export type LatencyAction =
  | { readonly kind: 'latency'; readonly ms: number }
  | { readonly kind: 'latency'; readonly uniform: readonly [min: number, max: number] }
  | {
      readonly kind: 'latency';
      readonly lognormal: { readonly median: number; readonly sigma: number };
    };
