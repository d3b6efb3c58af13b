import { CallError, type CallFacts } from './call-error.ts';

/** The operation is not there over this protocol. Nothing left. */
export class NotOfferedError extends CallError {
  override readonly name = 'NotOfferedError';
  readonly kind = 'not-offered';

  constructor({ why, ...facts }: Omit<CallFacts, 'attempts'> & { readonly why: string }) {
    super({ ...facts, attempts: 0, what: why, mayBeDone: false });
  }
}
