import type { Instant } from '#kernel/instant.ts';
import type { Row } from '#kernel/table-spec.ts';
import type { Standing } from './balance.ts';
import type { Discount } from './offer.ts';
import type { Receipt, ReceiptKey } from './receipt.ts';

/** What became of one offer in a transaction. */
export interface OfferUse {
  readonly number: string;
  /** Undefined where nobody knows the offer. */
  readonly offer: { readonly name: string; readonly discount: Discount } | undefined;
  readonly isUsed: boolean;
  readonly isIssued: boolean;
  /** Spent for it when it was issued. */
  readonly pointsSpent: number;
}

/** What a receipt came to, or would come to. */
export interface Settlement {
  /** After the offers that were used. */
  readonly totalMinor: number;
  readonly preTaxMinor: number | undefined;
  /** The till's discounts and the offers that were used. */
  readonly discountMinor: number;
  readonly before: Standing;
  readonly after: Standing;
  readonly offers: readonly OfferUse[];
  /** Earned by what was paid. */
  readonly earned: number;
  /** Granted by the till. */
  readonly granted: number;
}

export type TransactionStatus =
  'pending' | 'valid' | 'partially-refunded' | 'refunded' | 'cancelled';

/** A receipt and what became of it; the id is the vendor's `transactionId`. */
export interface Transaction extends Row {
  /** Place in lists. */
  readonly number: number;
  readonly status: TransactionStatus;
  readonly personId: string;
  readonly programmeId: string;
  readonly receivedAt: Instant;
  readonly receipt: Receipt;
  readonly settlement: Settlement;
  readonly refundedMinor: number;
  readonly refundedPoints: number;
}

/** What was given back of a transaction; an id of the same row of numbers. */
export interface Refund extends Row {
  readonly number: number;
  readonly transactionId: string;
  readonly receipt: RefundReceipt;
  readonly amountMinor: number;
  readonly points: number;
  readonly before: Standing;
  readonly after: Standing;
}

/** The till's receipt of what is brought back. */
export interface RefundReceipt extends ReceiptKey {
  readonly cashdeskIp: string | undefined;
  readonly currency: number | undefined;
  /** Undefined: all that is left. */
  readonly amountMinor: number | undefined;
}

export const transactionId = (number: number): string => `A${number}`;

/** A cancelled transaction gives its key back: its receipt may come again. */
export const isKept = ({ status }: Transaction): boolean => status !== 'cancelled';

/** It was validated, and not all of it was given back. */
export const counts = ({ status }: Transaction): boolean =>
  status === 'valid' || status === 'partially-refunded';

/** What can still be given back. */
export const leftMinor = ({ settlement, refundedMinor }: Transaction): number =>
  settlement.totalMinor - refundedMinor;

export const personKey = (id: string): string => `person:${id}`;
export const storeKey = (id: string): string => `store:${id}`;
export const personAtStoreKey = (personId: string, storeId: string): string =>
  `person:${personId}@${storeId}`;
