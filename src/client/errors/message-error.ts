import { CallError, type CallFacts } from './call-error.ts';

export interface BadMessage extends Omit<CallFacts, 'attempts'> {
  /** The field of the message. */
  readonly field: string;
  readonly why: string;
}

/** The message cannot be sent: a part of its path is missing. Nothing left. */
export class MessageError extends CallError {
  override readonly name = 'MessageError';
  readonly kind = 'message';
  readonly field: string;

  constructor({ field, why, ...facts }: BadMessage) {
    super({ ...facts, attempts: 0, what: `“${field}” ${why}`, mayBeDone: false });
    this.field = field;
  }
}
