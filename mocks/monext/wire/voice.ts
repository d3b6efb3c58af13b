import type { MonextFailure } from '#mocks/monext/domain/failure.ts';
import type { Merchant } from '#mocks/monext/domain/merchant.ts';
import type { MonextSettings } from '#mocks/monext/settings.ts';
import type { AuthFailure } from './auth.ts';
import type { OperationName } from './filling.ts';

/** A failure with the operation whose answer tells of it. */
export type InOperation<F> = F & { readonly operation: OperationName };

/** The types that run through all of Monext's handlers. */
export interface MonextVoice {
  /** Undefined where a call needs no credentials; a failure where the answer is to tell of it. */
  readonly caller: Merchant | AuthFailure | undefined;
  readonly failure: AuthFailure | InOperation<MonextFailure | AuthFailure>;
  readonly settings: MonextSettings;
}
