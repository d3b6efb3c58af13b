import { CallError } from '../errors/call-error.ts';
import type { ReceiptFate } from './fate.ts';

/**
 * The answer to a receipt was lost, and the customer's last receipt was asked for: `fate` is what it
 * tells. The error behind it, such as a `LostAnswerError`, is its `cause`.
 */
export class LostReceiptError extends CallError {
  override readonly name = 'LostReceiptError';
  readonly kind = 'lost-receipt';
  readonly fate: ReceiptFate;

  constructor(lost: CallError, fate: ReceiptFate) {
    const { vendor, operation, attempts } = lost;
    const why = lost.message.slice(`${vendor}.${operation}: `.length);
    const what = `${why}. Asked since: ${textOf(fate)}`;
    super({ vendor, operation, attempts, what, mayBeDone: true, cause: lost });
    this.fate = fate;
  }
}

function textOf(fate: ReceiptFate): string {
  switch (fate.kind) {
    case 'validated':
      return 'it is the customer’s last receipt, so it is done';
    case 'not-validated':
      return 'it was not validated then';
    case 'unknown':
      return `nobody can tell (${fate.why})`;
  }
}
