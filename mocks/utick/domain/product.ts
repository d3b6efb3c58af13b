import type { Row } from '#kernel/table-spec.ts';

/** One place that an order holds or has sold. What can be looked up is not copied into it. */
export interface Product extends Row {
  readonly orderId: string;
  readonly stockId: string;
  readonly categoryId: string;
  readonly priceId: string;
  readonly amountMinor: number;
  /** Numbers rise as products are made, so they also order a list. */
  readonly ticketNumber: number;
  /** The numbered seat. */
  readonly positionId: string | undefined;
  /** The pack product it is attached to. */
  readonly mainProductId: string | undefined;
  /** The promo code that its price comes from. */
  readonly promoCodeId: string | undefined;
}

/** The seeds' ticket ids are eight digits; the first of a sandbox follows this. */
export const TICKET_NUMBERS_FROM = 24_000_000;
