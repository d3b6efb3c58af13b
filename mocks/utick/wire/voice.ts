import type { Violation } from '#kit/violations.ts';
import type { Application } from '#mocks/utick/domain/application.ts';
import type { UtickFailure } from '#mocks/utick/domain/failure.ts';
import type { UtickSettings } from '#mocks/utick/settings.ts';
import type { AuthFailure } from './auth.ts';

/** A parameter of the right type that still says nothing usable: a quantity of 0. */
export interface ParameterInvalid {
  readonly kind: 'parameter-invalid';
  readonly violation: Violation;
}

/** The types that run through all of Utick's handlers. */
export interface UtickVoice {
  /** Undefined where a call needs no authentication. */
  readonly caller: Application | undefined;
  readonly failure: AuthFailure | ParameterInvalid | UtickFailure;
  readonly settings: UtickSettings;
}
