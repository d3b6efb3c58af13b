import type { OrderStatus } from './order.ts';

/**
 * Why Utick says no, in order of precedence: unknown ids, then what may never be asked for, then
 * what the order's state does not allow.
 */
export type UtickFailure =
  | { readonly kind: 'order-unknown'; readonly id: string }
  | { readonly kind: 'product-unknown'; readonly id: string }
  | { readonly kind: 'stock-unknown'; readonly id: string }
  | { readonly kind: 'category-unknown'; readonly id: string; readonly stockId: string }
  | { readonly kind: 'price-unknown'; readonly id: string; readonly categoryId: string }
  | { readonly kind: 'contact-unknown'; readonly id: string }
  | { readonly kind: 'status-not-settable' }
  | { readonly kind: 'order-closed'; readonly status: OrderStatus }
  | { readonly kind: 'transition-forbidden'; readonly from: OrderStatus; readonly to: OrderStatus }
  | { readonly kind: 'contact-required' }
  | { readonly kind: 'order-empty' };

export type FailureOf<Kind extends UtickFailure['kind']> = Extract<UtickFailure, { kind: Kind }>;
