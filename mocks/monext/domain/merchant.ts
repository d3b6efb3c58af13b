import type { Row } from '#kernel/table-spec.ts';

/** Who may call: its id is the user name, 14 digits. */
export interface Merchant extends Row {
  readonly label: string;
  readonly accessKey: string;
  /** Its credentials are right, and it is still not let in. */
  readonly isLocked: boolean;
}

/** Where a merchant sells. */
export interface PointOfSale extends Row {
  readonly merchantId: string;
  /** The vendor's number of it. */
  readonly number: string;
  /** Place in lists. */
  readonly rank: number;
  readonly label: string;
  readonly siret: string;
  readonly categoryCode: string;
  readonly email: string;
  readonly url: string;
  readonly notificationUrl: string;
}

/** A way to pay that a merchant has subscribed to at a point of sale. */
export interface PaymentContract extends Row {
  readonly merchantId: string;
  readonly pointOfSaleId: string;
  readonly rank: number;
  readonly number: string;
  readonly label: string;
  /** `CB`, `AMEX`, … */
  readonly cardType: string;
  readonly currency: string;
  /** Bounds of an amount; none: any. */
  readonly minAmountMinor: number | undefined;
  readonly maxAmountMinor: number | undefined;
  readonly checksDuplicates: boolean;
  readonly reauthorises: boolean;
  /** Payments without a proof of 3-D Secure are declined. */
  readonly needs3dSecure: boolean;
}

/** Numbers of contracts are a merchant's own. */
export const contractId = (merchantId: string, number: string): string => `${merchantId}/${number}`;
