import type { Instant } from '#kernel/instant.ts';
import type { Row } from '#kernel/table-spec.ts';
import type { Standing } from './balance.ts';
import type { IdentifierKey } from './identifier.ts';
import type { Discount } from './offer.ts';

export interface ReceiptLine {
  readonly ean: string;
  readonly reference: string;
  readonly name: string;
  /** Negative for what is brought back. */
  readonly quantity: number;
  readonly unitPriceMinor: number;
  readonly preTaxUnitPriceMinor: number;
  readonly discountMinor: number;
  readonly storeReference: string;
  readonly universeReference: string;
  /** Points that the till grants for it. */
  readonly points: number;
}

/** What a till sent. */
export interface Receipt {
  readonly number: string;
  readonly at: Instant;
  readonly storeId: string;
  readonly identifier: IdentifierKey;
  readonly cashdeskNumber: string | undefined;
  readonly cashdeskIp: string | undefined;
  readonly currency: number | undefined;
  /** The till's own discounts are taken off already. */
  readonly totalMinor: number;
  readonly preTaxMinor: number | undefined;
  readonly discountMinor: number;
  /** Points that the till grants for the whole of it. */
  readonly points: number;
  readonly offerNumbers: readonly string[];
  readonly lines: readonly ReceiptLine[];
}

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
  readonly totalMinor: number;
  readonly preTaxMinor: number | undefined;
  readonly discountMinor: number;
  readonly before: Standing;
  readonly after: Standing;
  readonly offers: readonly OfferUse[];
  /** That a refund takes back. */
  readonly points: number;
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
  readonly storeId: string;
  readonly receiptNumber: string;
  readonly cashdeskNumber: string | undefined;
  readonly cashdeskIp: string | undefined;
  readonly currency: number | undefined;
  readonly at: Instant;
  readonly amountMinor: number;
  readonly points: number;
  readonly before: Standing;
  readonly after: Standing;
}

export const transactionId = (number: number): string => `A${number}`;

/** What names a receipt of a till; part by part, as a setting may ask for fewer of them. */
export interface ReceiptKey {
  readonly storeId: string;
  readonly number: string;
  readonly cashdeskNumber: string | undefined;
  readonly at: Instant;
}

/** A cancelled transaction gives its key back: its receipt may come again. */
export const isKept = ({ status }: Transaction): boolean => status !== 'cancelled';

export const wholeKey = ({ storeId, number, cashdeskNumber = '', at }: ReceiptKey): string =>
  `${storeId}/${cashdeskNumber}/${at}/${number}`;

export const numberKey = ({ storeId, number }: Pick<ReceiptKey, 'storeId' | 'number'>): string =>
  `${storeId}/${number}`;

export const personKey = (id: string): string => `person:${id}`;
export const storeKey = (id: string): string => `store:${id}`;
