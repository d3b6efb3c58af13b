import { CallError } from './call-error.ts';

/**
 * The answer to a call that makes something new was lost, and with it the id that one could ask the
 * vendor by: nobody can tell whether it was made. It is never sent again. What was made and is known
 * to nobody is left to the vendor to clear away. The error behind it, such as a `LostAnswerError`, is
 * its `cause`.
 */
export class OutcomeUnknownError extends CallError {
  override readonly name = 'OutcomeUnknownError';
  readonly kind = 'outcome-unknown';

  /** `why` is a sentence: what becomes of it if it was made. */
  constructor(lost: CallError, why: string) {
    const { vendor, operation, attempts } = lost;
    const how = lost.message.slice(`${vendor}.${operation}: `.length);
    super({ vendor, operation, attempts, what: `${how}. ${why}`, mayBeDone: true, cause: lost });
  }
}
