import { CallError, type CallFacts } from './call-error.ts';

/** A service's WSDL cannot be read, so nothing was sent to the service. */
export class WsdlError extends CallError {
  override readonly name = 'WsdlError';
  readonly kind = 'wsdl';

  constructor({ cause, ...facts }: CallFacts & { readonly cause: unknown }) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super({ ...facts, what: `the WSDL cannot be read: ${why}`, mayBeDone: false, cause });
  }
}
