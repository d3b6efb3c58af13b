import type { SaleState } from './catalogue.ts';
import type { OrderStatus } from './order.ts';

/** Why S-360 says no, in order of precedence; of several lines of an order, by line. */
export type S360Failure =
  | { readonly kind: 'rate-limited'; readonly what: string }
  | { readonly kind: 'parameter-missing'; readonly parameter: string }
  | { readonly kind: 'point-of-sales-unknown'; readonly id: string }
  | { readonly kind: 'order-unknown'; readonly id: string }
  | { readonly kind: 'order-expired'; readonly id: string }
  | { readonly kind: 'order-closed'; readonly id: string }
  | { readonly kind: 'order-frozen'; readonly id: string; readonly status: OrderStatus }
  | { readonly kind: 'file-unknown'; readonly id: string }
  | { readonly kind: 'contact-unknown'; readonly number: string }
  | { readonly kind: 'login-taken'; readonly login: string }
  | { readonly kind: 'operation-unknown'; readonly id: string }
  | { readonly kind: 'movement-unknown'; readonly id: string }
  | { readonly kind: 'item-unknown'; readonly id: string }
  | { readonly kind: 'price-unknown'; readonly itemId: string; readonly audienceId: string }
  | { readonly kind: 'contingent-forbidden'; readonly id: string; readonly allowed: string }
  | { readonly kind: 'item-off-sale'; readonly id: string; readonly state: SaleState }
  | {
      readonly kind: 'quantity-invalid';
      readonly quantity: number;
      readonly least: number;
      readonly most: number;
    }
  | { readonly kind: 'sold-out'; readonly asked: number; readonly free: number }
  | { readonly kind: 'seat-unknown'; readonly id: string }
  | { readonly kind: 'seat-taken'; readonly id: string }
  | { readonly kind: 'order-empty'; readonly id: string }
  | { readonly kind: 'payment-method-unknown'; readonly id: string }
  | { readonly kind: 'waiting-account-forbidden'; readonly number: string | undefined }
  | { readonly kind: 'payment-amount'; readonly dueMilli: number; readonly paidMilli: number }
  /** Part of an operation that is built for the rest. */
  | { readonly kind: 'not-built'; readonly operation: string };

export type FailureOf<Kind extends S360Failure['kind']> = Extract<S360Failure, { kind: Kind }>;
