import { CallError } from '../errors/call-error.ts';
import type { OrderFate } from './fate.ts';

/**
 * The answer to a change of an order was lost, and the order was asked for: `fate` is what it tells.
 * The error behind it, such as a `LostAnswerError`, is its `cause`.
 */
export class LostOrderError extends CallError {
  override readonly name = 'LostOrderError';
  readonly kind = 'lost-order';
  readonly fate: OrderFate;

  constructor(lost: CallError, fate: OrderFate) {
    const { vendor, operation, attempts } = lost;
    const why = lost.message.slice(`${vendor}.${operation}: `.length);
    const what = `${why}. Asked since: ${textOf(fate)}`;
    super({ vendor, operation, attempts, what, mayBeDone: true, cause: lost });
    this.fate = fate;
  }
}

function textOf(fate: OrderFate): string {
  switch (fate.kind) {
    case 'done':
      return `it is done, the order is ${fate.order.orderState}`;
    case 'not-done':
      return `it was not done then, the order is ${fate.order.orderState}`;
    case 'unknown':
      return `nobody can tell (${fate.why})`;
  }
}
