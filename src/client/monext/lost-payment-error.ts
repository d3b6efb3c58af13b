import { CallError } from '../errors/call-error.ts';
import type { PaymentFate } from './fate.ts';

/**
 * The answer to a payment, or to what is done with one, was lost, and `getTransactionDetails` was
 * asked since: `fate` is what it tells. The error behind it, such as a `LostAnswerError`, is its
 * `cause`.
 */
export class LostPaymentError extends CallError {
  override readonly name = 'LostPaymentError';
  readonly kind = 'lost-payment';
  readonly fate: PaymentFate;

  constructor(lost: CallError, fate: PaymentFate) {
    const { vendor, operation, attempts } = lost;
    const why = lost.message.slice(`${vendor}.${operation}: `.length);
    const what = `${why}. Asked since: ${textOf(fate)}`;
    super({ vendor, operation, attempts, what, mayBeDone: true, cause: lost });
    this.fate = fate;
  }
}

function textOf(fate: PaymentFate): string {
  switch (fate.kind) {
    case 'done':
      return `it is done, as transaction ${fate.transactionId}`;
    case 'declined':
      return `it was declined: ${fate.failure.code} ${fate.failure.message}`;
    case 'not-done':
      return 'it was not done then';
    case 'unknown':
      return `nobody can tell (${fate.why})`;
  }
}
