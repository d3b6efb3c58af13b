import { CallError, type CallFacts } from './call-error.ts';

export interface Unreadable extends CallFacts {
  /** What is wrong with it: `not JSON (text/html)`. */
  readonly why: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** What `Retry-After` asks for, from now. */
  readonly retryAfterMs: number | undefined;
}

/**
 * An answer came, but not one of the vendor's: a page of the proxy in front of it, JSON that is
 * broken.
 */
export class UnreadableAnswerError extends CallError {
  override readonly name = 'UnreadableAnswerError';
  readonly kind = 'unreadable';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly retryAfterMs: number | undefined;
  readonly #text: string;

  constructor({ why, status, headers, text, retryAfterMs, ...facts }: Unreadable) {
    const what = `HTTP ${status} is no answer of the vendor's: ${why}`;
    super({ ...facts, what, mayBeDone: mayBeDone(status) });
    this.status = status;
    this.headers = headers;
    this.retryAfterMs = retryAfterMs;
    this.#text = text;
  }

  /** What came instead. It may hold personal data, so it is not printed with the error. */
  get text(): string {
    return this.#text;
  }
}

/** A redirect and a 4xx are said before anything is done; the rest may have come behind the work. */
const mayBeDone = (status: number): boolean => status < 300 || status >= 500;
