import { sum } from '#kernel/money.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Row } from '#kernel/table-spec.ts';

export type PaymentMethodType =
  'unknown' | 'cash' | 'bank-transfer' | 'online' | 'invoice' | 'client-account';

/** A way to pay that the organiser offers. */
export interface PaymentMethod extends Row {
  /** Place in lists. */
  readonly rank: number;
  readonly label: string;
  readonly type: PaymentMethodType;
  readonly metadata: Readonly<Record<string, unknown>>;
}

export type PaymentStatus = 'paid' | 'pending' | 'cancelled';

/** Money that came for an order, is expected for it, or, when negative, was given back. */
export interface Payment extends Row {
  /** Place in lists. */
  readonly number: number;
  readonly orderId: string;
  readonly methodId: string | undefined;
  /** Where it was taken in. */
  readonly counterId: string | undefined;
  /** What another system knows it by: Mollie's id of it. */
  readonly externalId: string;
  readonly couponCode: string;
  readonly notes: string;
  readonly amountMinor: number;
  readonly expectedMinor: number;
  readonly paidAt: Instant | undefined;
  readonly status: PaymentStatus;
}

/** What a client says of a payment; what it leaves out is up to the double, or stays. */
export type PaymentFields = Partial<
  Pick<
    Payment,
    | 'methodId'
    | 'counterId'
    | 'externalId'
    | 'couponCode'
    | 'notes'
    | 'amountMinor'
    | 'expectedMinor'
    | 'paidAt'
    | 'status'
  >
>;

/** More than any theatre takes; sums of such amounts stay whole numbers. */
export const MOST_CENTS = 99_999_999_999;

/** What the payments of an order come to. */
export interface Ledger {
  /** What was given back is taken off. */
  readonly paidMinor: number;
  /** One of them is pending, or registered as expected. */
  readonly isAwaited: boolean;
}

export const ledgerOf = (payments: readonly Payment[]): Ledger => ({
  paidMinor: sum(payments.map((payment) => (isPaid(payment) ? payment.amountMinor : 0))),
  isAwaited: payments.some(isAwaited),
});

const isPaid = ({ status }: Payment): boolean => status === 'paid';

const isAwaited = ({ status, amountMinor, expectedMinor }: Payment): boolean =>
  status === 'pending' || (status === 'paid' && amountMinor === 0 && expectedMinor > 0);

/** What Mollie says of a payment when it is asked. */
export interface MolliePayment extends Row {
  /** None: what is open on the order when it is asked for. */
  readonly amountMinor: number | undefined;
  readonly status: PaymentStatus;
}
