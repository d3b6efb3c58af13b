import type { OrderStatus } from './order.ts';
import type { PromoProblem } from './promo-code.ts';

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
  | { readonly kind: 'payment-unknown'; readonly id: string }
  | { readonly kind: 'payment-method-unknown'; readonly id: string }
  | { readonly kind: 'counter-unknown'; readonly id: string }
  | { readonly kind: 'promo-code-unknown'; readonly id: string }
  | { readonly kind: 'event-unknown'; readonly id: string }
  | { readonly kind: 'time-slot-unknown'; readonly id: string }
  | { readonly kind: 'attraction-unknown'; readonly id: string }
  | { readonly kind: 'venue-unknown'; readonly id: string }
  | { readonly kind: 'pack-unknown'; readonly id: string }
  | { readonly kind: 'seat-unknown'; readonly id: string; readonly stockId: string }
  | { readonly kind: 'status-not-settable' }
  | { readonly kind: 'order-closed'; readonly status: OrderStatus }
  | { readonly kind: 'order-unconfirmed'; readonly id: string }
  | { readonly kind: 'payment-order-fixed'; readonly orderId: string }
  | { readonly kind: 'transition-forbidden'; readonly from: OrderStatus; readonly to: OrderStatus }
  | { readonly kind: 'contact-required' }
  | { readonly kind: 'order-empty' }
  | PackFailure
  | { readonly kind: 'promo-code-unusable'; readonly id: string; readonly why: PromoProblem }
  | { readonly kind: 'seat-taken'; readonly id: string }
  | { readonly kind: 'tickets-not-ready'; readonly status: OrderStatus };

/** What packs do not allow. */
export type PackFailure =
  | { readonly kind: 'not-a-pack'; readonly id: string }
  | { readonly kind: 'pack-in-other-order'; readonly orderId: string }
  | { readonly kind: 'not-for-pack'; readonly id: string; readonly why: PackProblem }
  | { readonly kind: 'pack-full'; readonly most: number }
  | { readonly kind: 'pack-incomplete'; readonly id: string; readonly least: number };

/** Why a product cannot go into a pack. */
export type PackProblem = 'is-a-pack' | 'undated' | 'outside-sets';

export type FailureOf<Kind extends UtickFailure['kind']> = Extract<UtickFailure, { kind: Kind }>;
