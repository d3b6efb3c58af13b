import { CallError, type CallFacts } from './call-error.ts';

export interface NotSent extends CallFacts {
  /** Why there was no connection. */
  readonly why: string;
  readonly cause: unknown;
}

/** The request never left: there was no connection. It is safe to call again. */
export class NotSentError extends CallError {
  override readonly name = 'NotSentError';
  readonly kind = 'not-sent';

  constructor({ why, ...facts }: NotSent) {
    super({ ...facts, what: `not sent: ${why}`, mayBeDone: false });
  }
}
