import type { Evidence } from '#kernel/evidence.ts';

/**
 * Why Monext says no, in order of precedence: what a field may hold, what it names, what the state
 * allows, amounts and currency. A payment that is declined is no failure but a record.
 */
export type MonextFailure =
  | { readonly kind: 'authorization-number-missing' }
  | FieldInvalid
  | { readonly kind: 'action-invalid' }
  | { readonly kind: 'mode-invalid' }
  | { readonly kind: 'contract-unknown' }
  | { readonly kind: 'card-twice' }
  | { readonly kind: 'card-encrypted' }
  | { readonly kind: 'card-luhn' }
  | { readonly kind: 'card-token-unknown' }
  | { readonly kind: 'cardholder-invalid' }
  | { readonly kind: 'birthdate-with-3d-secure' }
  | { readonly kind: 'order-missing' }
  | { readonly kind: 'currency-unknown' }
  | { readonly kind: 'private-data-too-many' }
  | { readonly kind: 'not-available' }
  | { readonly kind: 'search-criteria-invalid' }
  | { readonly kind: 'search-interval-too-long' }
  | { readonly kind: 'search-too-many' }
  | { readonly kind: 'search-nothing' }
  | { readonly kind: 'transaction-unknown' }
  | { readonly kind: 'transaction-not-found' }
  | { readonly kind: 'order-not-found' }
  | { readonly kind: 'transaction-unfit' }
  | CaptureFailure
  | RefundFailure
  | ResetFailure
  | ReauthorisationFailure
  | { readonly kind: 'currency-differs' }
  | { readonly kind: 'amount-above-contract' }
  | { readonly kind: 'amount-below-contract' };

/** `Order Reference` broke the rule `Max length 50 characters`. */
export interface FieldInvalid {
  readonly kind: 'field-invalid';
  readonly label: string;
  readonly rule: string;
  /** How well it is known that the answer is this one. */
  readonly evidence: Evidence;
}

export type CaptureFailure =
  | { readonly kind: 'not-capturable' }
  | { readonly kind: 'captured-at-once' }
  | { readonly kind: 'authorisation-expired' }
  | { readonly kind: 'captured-already' }
  | { readonly kind: 'capture-exceeds-authorisation' };

export type RefundFailure =
  | { readonly kind: 'not-refundable' }
  | { readonly kind: 'not-captured-yet' }
  | { readonly kind: 'refund-exceeds-capture' };

export type ResetFailure =
  | { readonly kind: 'reset-unsupported' }
  | { readonly kind: 'reset-already' }
  | { readonly kind: 'authorisation-expired' }
  | { readonly kind: 'settled-already' }
  | { readonly kind: 'reset-exceeds-rest' };

export type ReauthorisationFailure =
  | { readonly kind: 'reauthorisation-unsubscribed' }
  | { readonly kind: 'captured-already' }
  | { readonly kind: 'reset-already' }
  | { readonly kind: 'reauthorisation-exceeds-rest' };

export type FailureOf<Kind extends MonextFailure['kind']> = Extract<MonextFailure, { kind: Kind }>;

/** Few of these texts are recorded; the others are read out of them and of the tables of fields. */
export const fieldInvalid = (
  label: string,
  rule: string,
  evidence: Evidence = 'inferred',
): FieldInvalid => ({ kind: 'field-invalid', label, rule, evidence });
