import type { Drift } from './drift.ts';
import type { Transport } from './transport.ts';

/** What one call may do differently. */
export interface CallOptions {
  /**
   * Ends the call with an `AbortedError`, wherever it is.
   * @example utick.listStocks({}, { signal: AbortSignal.timeout(5_000) })
   */
  readonly signal?: AbortSignal;
  /**
   * Milliseconds for one attempt, from connecting to the last byte of the answer.
   * @default what the client was made with
   */
  readonly timeoutMs?: number;
  /**
   * How often the call is sent again at most, where that can do no harm.
   * @default what the client was made with
   */
  readonly retries?: number;
}

/** What the clients of all vendors have in common. */
export interface SharedOptions {
  /**
   * Milliseconds for one attempt, from connecting to the last byte of the answer.
   * @default 30_000
   */
  readonly timeoutMs?: number;
  /**
   * How often a call is sent again at most, where that can do no harm: a read after anything, any
   * other call only when it never left.
   * @default 2
   * @example 0 // what goes wrong is seen at once
   */
  readonly retries?: number;
  /**
   * The longest wait before the first repetition, in milliseconds. It doubles with each, and what
   * is waited is drawn between nothing and that.
   * @default 100
   */
  readonly backoffMs?: number;
  /**
   * The longest wait before a repetition, in milliseconds. When the answer asks for more
   * (`Retry-After`), the call ends with its error instead.
   * @default 5_000
   */
  readonly maxWaitMs?: number;
  /**
   * Whether answers are checked against the contract. An unknown key never breaks it.
   * @default true
   */
  readonly validate?: boolean;
  /**
   * Told of keys in an answer that the contract does not know, once for each place and answer.
   * What it throws, the call throws, whose work is then done.
   * @example (drift) => console.warn(`${drift.operation} ${drift.pointer}: ${drift.type}`)
   */
  readonly onDrift?: (drift: Drift) => void;
  /**
   * Sent with every call.
   * @example { 'x-sandbox': 'mine' }
   */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Carries the requests.
   * @default undiciTransport(), which keeps connections
   */
  readonly transport?: Transport;
  /**
   * The host's clock, in milliseconds since 1970. Only for tests in process that give the same
   * time to the double as `receivedAt`.
   * @default Date.now
   */
  readonly clock?: () => number;
  /**
   * Between 0 and 1, draws the waits before repetitions.
   * @default Math.random
   */
  readonly random?: () => number;
  /**
   * Waits before a repetition, so that a test need not.
   * @default a timer
   */
  readonly wait?: (ms: number) => Promise<void>;
}
