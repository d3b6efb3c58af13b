import { CallError, type CallFacts } from './call-error.ts';

export interface Abortion extends CallFacts {
  /** The reason of the signal. */
  readonly reason: unknown;
  /** Whether the request was on its way. */
  readonly mayBeDone: boolean;
}

/** The caller's own signal ended the call. */
export class AbortedError extends CallError {
  override readonly name = 'AbortedError';
  readonly kind = 'aborted';

  constructor({ reason, mayBeDone, ...facts }: Abortion) {
    const what = mayBeDone
      ? 'aborted while it was on its way: the vendor may have done it'
      : 'aborted before it was sent';
    super({ ...facts, what, mayBeDone, cause: reason });
  }
}
