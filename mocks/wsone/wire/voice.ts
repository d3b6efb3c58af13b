import type { Client } from '#mocks/wsone/domain/client.ts';
import type { WsoneFailure } from '#mocks/wsone/domain/failure.ts';
import type { WsoneSettings } from '#mocks/wsone/settings.ts';
import type { AuthFailure } from './auth.ts';

/** A field that the contract lets be left out, but not in this call. */
export interface ParameterMissing {
  readonly kind: 'parameter-missing';
  readonly pointer: string;
}

/** A text where a date or a number is due that is none. */
export interface ParameterUnreadable {
  readonly kind: 'parameter-unreadable';
  readonly pointer: string;
  readonly expected: string;
}

/** The types that run through all of WsOne's handlers. */
export interface WsoneVoice {
  readonly caller: Client;
  readonly failure: AuthFailure | ParameterMissing | ParameterUnreadable | WsoneFailure;
  readonly settings: WsoneSettings;
}
