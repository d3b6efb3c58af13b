import { CallError, type CallFacts } from './call-error.ts';

export interface StillInProgress extends CallFacts {
  /** What to come back with, as far as the vendor said. */
  readonly requestId: number | undefined;
  readonly limitMs: number;
}

/** The vendor is still at it after as long as the client was to wait. It may yet be done. */
export class StillInProgressError extends CallError {
  override readonly name = 'StillInProgressError';
  readonly kind = 'in-progress';
  /** Of the same operation's message: asks for the rest. */
  readonly requestId: number | undefined;

  constructor({ requestId, limitMs, ...facts }: StillInProgress) {
    const what = `still in progress after ${limitMs} ms (requestId ${requestId ?? 'not told'})`;
    super({ ...facts, what, mayBeDone: true });
    this.requestId = requestId;
  }
}
