import type { Instant } from '#kernel/instant.ts';
import type { Row } from '#kernel/table-spec.ts';
import type { Card } from './card.ts';
import type { Order } from './order.ts';
import type { PaymentFields } from './payment-fields.ts';

export type TransactionType =
  | 'authorisation'
  | 'sale'
  | 'verification'
  | 'capture'
  | 'reset'
  | 'refund'
  | 'credit'
  | 'debit'
  | 'reauthorisation'
  | 'resale';

/** What makes a payment, as opposed to what is done with one. */
export const opensPayment = (type: TransactionType): boolean =>
  !['capture', 'reset', 'refund'].includes(type);

export type TransactionStatus = 'accepted' | 'declined' | 'on-hold';

/** Money that moves waits for the settlement; what moves none never settles. */
export type Settlement = 'none' | 'pending' | 'settled';

/** Free data of the caller's own. */
export interface Pair {
  readonly key: string;
  readonly value: string;
}

/** What the client sent along, kept to be told again. */
export interface Purchase {
  readonly order: Order | undefined;
  readonly buyer: Readonly<Record<string, unknown>> | undefined;
  readonly subMerchant: Readonly<Record<string, unknown>> | undefined;
  readonly privateData: readonly Pair[];
  readonly media: string | undefined;
  readonly travelFileNumber: string | undefined;
}

/** One entry of the vendor's books; entries are added, and only marked afterwards. */
export interface Transaction extends Row {
  readonly merchantId: string;
  readonly contractNumber: string;
  readonly type: TransactionType;
  readonly at: Instant;
  /** Its place in the books: entries of one instant are listed by it. */
  readonly rank: number;
  readonly status: TransactionStatus;
  /** The vendor's return code. */
  readonly code: string;
  /** The id of the transaction that made the payment it belongs to: its own, where it did. */
  readonly paymentId: string | undefined;
  /** As the call named it. */
  readonly originId: string | undefined;
  readonly amountMinor: number;
  /** What a reset took off it since. */
  readonly resetMinor: number;
  readonly currency: string;
  readonly orderRef: string | undefined;
  readonly sequenceNumber: string | undefined;
  readonly comment: string | undefined;
  /** As it was asked for. */
  readonly payment: PaymentFields;
  readonly isDuplicated: boolean;
  readonly settlement: Settlement;
  readonly authorisationNumber: string;
  readonly linkedTransactionId: string | undefined;
  readonly card: Card | undefined;
  readonly with3dSecure: boolean;
  readonly purchase: Purchase | undefined;
}

/** `PV…`: it never reached the bank. */
export const reachedBank = ({ id }: Pick<Transaction, 'id'>): boolean => !id.startsWith('PV');

/** Oldest first; of one instant, as they were entered. */
export const byAge = (one: Transaction, other: Transaction): number =>
  one.at - other.at || one.rank - other.rank;

export const netMinor = ({ amountMinor, resetMinor }: Transaction): number =>
  amountMinor - resetMinor;

/** Under which an order is looked up; merchants choose references of their own. */
export const orderKey = (merchantId: string, orderRef: string): string =>
  `${merchantId}/${orderRef}`;

/** What two requests have in common that are taken for one; none where nothing is compared. */
export function duplicateKey({
  type,
  merchantId,
  orderRef,
  amountMinor,
  sequenceNumber = '',
}: Pick<Transaction, 'type' | 'merchantId' | 'orderRef' | 'amountMinor' | 'sequenceNumber'>):
  string | undefined {
  const checked = CHECKED[type];
  if (checked === undefined || orderRef === undefined) return undefined;
  // sequenceNumber gets past the check only in captures and refunds.
  const sequence = checked === 'payment' ? '' : sequenceNumber;
  return `${checked}/${merchantId}/${orderRef}/${amountMinor}/${sequence}`;
}

/** Operations that check for duplicates: a payment with or without capture is the same request. */
const CHECKED: Readonly<Partial<Record<TransactionType, string>>> = {
  authorisation: 'payment',
  sale: 'payment',
  capture: 'capture',
  refund: 'refund',
};
