import type { Violation } from '#kit/violations.ts';

/** What goes wrong before a behaviour is asked; each vendor says it in its own words. */
export type WireFailure =
  | { readonly kind: 'malformed-body'; readonly why: string }
  | { readonly kind: 'body-too-large'; readonly limitBytes: number }
  | { readonly kind: 'unknown-path'; readonly path: string; readonly nearest?: string }
  | { readonly kind: 'method-not-allowed'; readonly allowed: readonly string[] }
  | {
      readonly kind: 'unknown-sandbox';
      readonly sandbox: string;
      /** How many there are, the nearest name, and all of them to whom may know. */
      readonly hint: string;
    }
  | { readonly kind: 'parameter-invalid'; readonly violation: Violation }
  | { readonly kind: 'not-built'; readonly operation: string }
  /** A failure that a fault rule asked for, in our word. */
  | {
      readonly kind: 'injected';
      readonly failure: string;
      readonly data?: Readonly<Record<string, unknown>>;
    };

/** What else goes wrong with an envelope. */
export type SoapFailure =
  | WireFailure
  | { readonly kind: 'soap-version'; readonly version: '1.2' | 'unknown' }
  | { readonly kind: 'header-not-understood'; readonly header: string }
  | { readonly kind: 'unknown-operation'; readonly operation: string; readonly nearest?: string }
  | { readonly kind: 'wrong-namespace'; readonly namespace: string; readonly expected: string };

/** WS-Security's, as it was sent. */
export interface UsernameToken {
  readonly username: string;
  readonly password: string;
  /** `PasswordText`, `PasswordDigest`, or none given. */
  readonly passwordType: string | undefined;
  readonly created: string | undefined;
}

/** The message of a refusal over SOAP that is no answer of the operation's own. */
export interface SoapFault {
  /** Of SOAP 1.1 itself, or a name of another's. */
  readonly code:
    | 'Client'
    | 'Server'
    | 'VersionMismatch'
    | 'MustUnderstand'
    | { readonly prefix: string; readonly namespace: string; readonly name: string };
  readonly text: string;
}
