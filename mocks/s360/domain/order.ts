import type { Instant } from '#kernel/instant.ts';
import type { Row } from '#kernel/table-spec.ts';

export type OrderStatus = 'open' | 'validated' | 'closed' | 'abandoned' | 'expired';
export type OrderType = 'sale' | 'renewal' | 'season-ticket-transfer';

/** A cart, and what becomes of it. */
export interface Order extends Row {
  readonly institutionId: string;
  readonly salesChannelId: string;
  readonly type: OrderType;
  readonly status: OrderStatus;
  readonly createdAt: Instant;
  /** When it is cancelled for idleness; undefined until somebody first names it. */
  readonly expiresAt: Instant | undefined;
  /** The files that its operations belong to; the first is its own. */
  readonly fileIds: readonly [string, ...string[]];
  /** Contact numbers. */
  readonly purchasers: readonly string[];
  readonly externalReference: string | undefined;
  readonly createsToken: boolean;
  /** Behind it stands the id, in what the wire calls its secret id. */
  readonly secret: string;
  readonly lastOperationNumber: number;
  /** What was paid with it, on account or else. */
  readonly paidMilli: number;
  readonly onAccountMilli: number;
}

/** A line of an order: so many units of one thing at one price. */
export interface Operation extends Row {
  readonly orderId: string;
  readonly fileId: string;
  /** From 1 on within the order; never given twice. */
  readonly number: number;
  readonly quantity: number;
  readonly unitMilli: number;
  readonly vatRate: number;
  readonly vatCountry: string;
  readonly sale: Sale;
}

export type Sale =
  | {
      readonly kind: 'item';
      readonly itemId: string;
      readonly audienceSubCategoryId: string;
      readonly contingentId: string;
      /** Of a performance. */
      readonly seatCategoryId: string | undefined;
      /** Where its places are taken from; undefined: never sold out. */
      readonly capacityId: string | undefined;
    }
  | { readonly kind: 'charge'; readonly chargeId: string; readonly forOperationId: string };

/** One seat, one place or one unit; an operation has as many as its quantity. */
export interface Movement extends Row {
  readonly orderId: string;
  readonly operationId: string;
  /** Order within the operation. */
  readonly rank: number;
  readonly instanceNumber: number;
  readonly areaId: string | undefined;
  /** Row of the seat at its performance. */
  readonly seatId: string | undefined;
  readonly validFrom: Instant | undefined;
  readonly validUntil: Instant | undefined;
  readonly ticket: Ticket | undefined;
}

/** Made when the order is closed; its bar code may come later. */
export interface Ticket {
  readonly id: string;
  readonly taxNumber: string;
  readonly barCode: string | undefined;
}

/** All that one client's demand involves. */
export interface File extends Row {
  readonly institutionId: string;
  readonly state: FileState;
  readonly modifiedAt: Instant;
}

export type FileState = 'running' | 'settled' | 'partly-settled' | 'unsettled' | 'abandoned';

export interface Payment extends Row {
  readonly orderId: string;
  readonly methodId: string;
  readonly amountMilli: number;
  /** Whose account it is on. */
  readonly contactId: string | undefined;
  readonly state: 'paid' | 'awaiting-validation';
  readonly at: Instant;
}
