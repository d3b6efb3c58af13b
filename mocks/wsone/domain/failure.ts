import type { IdentifierStatus } from './identifier.ts';

/** Why WsOne says no, in order of precedence. */
export type WsoneFailure =
  | { readonly kind: 'identifier-unknown'; readonly type: number; readonly value: string }
  | {
      readonly kind: 'identifier-inactive';
      readonly type: number;
      readonly value: string;
      readonly status: Exclude<IdentifierStatus, 'active'>;
    }
  | { readonly kind: 'entity-unknown'; readonly id: string };

export type FailureOf<Kind extends WsoneFailure['kind']> = Extract<WsoneFailure, { kind: Kind }>;
