import type { IdentifierStatus } from './identifier.ts';
import type { TransactionStatus } from './transaction.ts';

/** Why WsOne says no, in order of precedence. */
export type WsoneFailure =
  | { readonly kind: 'identifier-unknown'; readonly type: number; readonly value: string }
  | {
      readonly kind: 'identifier-inactive';
      readonly type: number;
      readonly value: string;
      readonly status: Exclude<IdentifierStatus, 'active'>;
    }
  | { readonly kind: 'entity-unknown'; readonly id: string }
  /** The id, the number of a receipt, or the card whose last one is asked for. */
  | { readonly kind: 'transaction-unknown'; readonly id: string }
  | {
      readonly kind: 'receipt-conflict';
      readonly number: string;
      readonly transactionId: string;
    }
  | {
      readonly kind: 'transition-forbidden';
      readonly id: string;
      readonly from: TransactionStatus;
      readonly to: TransactionStatus;
    }
  | { readonly kind: 'refund-exceeds'; readonly id: string; readonly mostMinor: number }
  | { readonly kind: 'person-unknown'; readonly groupeId: string }
  | { readonly kind: 'subscription-unknown'; readonly id: string }
  | { readonly kind: 'person-exists'; readonly groupeId: string }
  | { readonly kind: 'identifier-taken'; readonly type: number; readonly value: string }
  | { readonly kind: 'nobody-found' }
  | { readonly kind: 'offer-definition-unknown'; readonly id: string }
  | {
      readonly kind: 'offer-not-enabled';
      readonly id: string;
      /** Undefined: it is not issued for points at all. */
      readonly points: { readonly held: number; readonly needed: number } | undefined;
    }
  | { readonly kind: 'form-unknown'; readonly id: string }
  | { readonly kind: 'question-unknown'; readonly id: string };

export type FailureOf<Kind extends WsoneFailure['kind']> = Extract<WsoneFailure, { kind: Kind }>;
