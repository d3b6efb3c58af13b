import type { Row } from '#kernel/table-spec.ts';

export type StockType =
  'production' | 'coproduction' | 'host' | 'foreign-host' | 'other-activity' | 'rental';

export type ProductType =
  | 'seat'
  | 'numbered-seat'
  | 'pack'
  | 'subscription'
  | 'entries'
  | 'restaurant-seat'
  | 'transport-shuttle'
  | 'workshop'
  | 'training';

/** What is sold, and for how much; how much is left is a capacity of its own. */
export interface Stock extends Row {
  /** Place in lists. */
  readonly rank: number;
  readonly label: string;
  readonly type: StockType;
  readonly productType: ProductType;
  readonly eventId: string | undefined;
  readonly timeSlotId: string | undefined;
  readonly streamId: string | undefined;
  readonly packId: string | undefined;
  readonly merchandiseId: string | undefined;
  readonly planId: string | undefined;
  readonly notes: string;
  readonly hasPromoCodes: boolean;
  readonly categories: readonly Category[];
}

export interface Category {
  readonly id: string;
  /** A category may be offered by several stocks; its places are counted in each. */
  readonly capacityId: string;
  readonly label: string;
  readonly description: string;
  readonly color: string;
  readonly prices: readonly Price[];
}

export interface Price {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly amountMinor: number;
  readonly currency: string;
  /** Bounds for one request. */
  readonly quantityMin: number;
  readonly quantityMax: number;
  readonly quantityStep: number;
  /** Seen and sold with a promo code that reveals it, and only so. */
  readonly isHidden: boolean;
}

/** What a price has where nothing bounds the quantity. */
export const NO_LIMIT = -1;

export const categoryCapacityId = (stockId: string, categoryId: string): string =>
  `${stockId}/${categoryId}`;

/** One thing that can be asked for. */
export interface Offer {
  readonly stock: Stock;
  readonly category: Category;
  readonly price: Price;
}

export const allowsQuantity = (price: Price, quantity: number): boolean =>
  quantity >= price.quantityMin &&
  (price.quantityMax === NO_LIMIT || quantity <= price.quantityMax) &&
  quantity % price.quantityStep === 0;
