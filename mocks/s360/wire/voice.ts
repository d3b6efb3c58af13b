import type { S360Failure } from '#mocks/s360/domain/failure.ts';
import type { Seller } from '#mocks/s360/domain/seller.ts';
import type { S360Settings } from '#mocks/s360/settings.ts';
import type { AuthFailure } from './auth.ts';

/** Who calls, and in which language names are to be told. */
export interface S360Caller extends Seller {
  readonly language: string;
}

/** Of a call whose result says whether a failure was to be expected. */
export type Expected = S360Failure & { readonly expected: true };

/** The types that run through all of S-360's handlers. */
export interface S360Voice {
  /** Undefined where a call needs no authentication. */
  readonly caller: S360Caller | undefined;
  readonly failure: AuthFailure | S360Failure | Expected;
  readonly settings: S360Settings;
}
