/**
 * `not-sent`: there was no connection, nothing left. `reset`: it ended before an answer began.
 * `truncated`: it ended within the answer.
 */
export type TransportTrouble = 'not-sent' | 'reset' | 'truncated';

/** What a transport throws when it brings no answer. A call turns it into an error of its own. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  readonly kind: TransportTrouble;

  constructor(kind: TransportTrouble, cause?: unknown) {
    super(textOf(cause) || kind, { cause });
    this.kind = kind;
  }
}

/** Several addresses of one name fail each in its own way, under an error without a text. */
function textOf(cause: unknown): string {
  if (cause instanceof AggregateError) return cause.errors.map(textOf).join('; ');
  return cause instanceof Error ? cause.message : '';
}
