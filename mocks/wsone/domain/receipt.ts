import type { Instant } from '#kernel/instant.ts';
import type { IdentifierKey } from './identifier.ts';

export interface ReceiptLine {
  readonly ean: string;
  readonly reference: string;
  readonly name: string;
  /** Negative for what is brought back; a fraction for what is weighed. */
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

/** What names a receipt of a till; part by part, as a setting may ask for fewer of them. */
export interface ReceiptKey {
  readonly storeId: string;
  readonly number: string;
  readonly cashdeskNumber: string | undefined;
  readonly at: Instant;
}

export const wholeKey = ({ storeId, number, cashdeskNumber = '', at }: ReceiptKey): string =>
  `${storeId}/${cashdeskNumber}/${at}/${number}`;

export const numberKey = ({ storeId, number }: Pick<ReceiptKey, 'storeId' | 'number'>): string =>
  `${storeId}/${number}`;

/** Receipts are plain data whose keys stand in one order. */
export const isSameReceipt = (one: Receipt, other: Receipt): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Of one line, before any offer. */
export const lineTotal = ({ quantity, unitPriceMinor }: ReceiptLine): number =>
  quantity * unitPriceMinor;
