import type { Instant } from '#kernel/instant.ts';
import type { Row } from '#kernel/table-spec.ts';

export type Discount =
  | { readonly kind: 'amount'; readonly amountMinor: number }
  /** Hundredths: 1000 is 10 %. */
  | { readonly kind: 'percentage'; readonly percentage: number };

/** When the marketing engine issues an offer by itself. */
export type Trigger =
  | { readonly kind: 'by-hand' }
  | { readonly kind: 'welcome' }
  /** Issued for so many points, which are spent. */
  | { readonly kind: 'tier'; readonly points: number };

/** What an offer is, whoever holds it; its id is the vendor's `offerId`. */
export interface OfferDefinition extends Row {
  /** Place in lists. */
  readonly rank: number;
  readonly name: string;
  readonly description: string;
  readonly discount: Discount;
  readonly minimumMinor: number;
  /** How long an instance lives: to the end of this day after its first. */
  readonly lifetimeDays: number;
  readonly trigger: Trigger;
  readonly channelId: string;
  /** False: the till takes the reduction off by itself; the engine only marks the offer used. */
  readonly isAppliedByEngine: boolean;
  /** Hundredths of a percent that the reduction is net of in the pre-tax amount; none: the setting. */
  readonly taxRate: number | undefined;
}

/**
 * One customer's offer; its id is its number. `expired` is only a mark: whether it can be used is
 * judged by its dates at the moment of the receipt, for tills send receipts late.
 */
export interface Offer extends Row {
  /** Place in lists. */
  readonly number: number;
  readonly definitionId: string;
  readonly personId: string;
  readonly startsAt: Instant;
  /** The last moment at which it can be used. */
  readonly endsAt: Instant;
  readonly sentAt: Instant;
  readonly status: 'available' | 'expired' | 'used';
  /** The transaction that used it. */
  readonly usedBy: string | undefined;
}

/** Another number that leads to an offer; the id is that number. */
export interface OfferAlias extends Row {
  readonly offerNumber: string;
}

const PREFIX = '2558';

/** `2558`, a serial of eight digits and the check digit of EAN-13: the form of all samples. */
export function offerNumber(serial: number): string {
  const digits = `${PREFIX}${String(serial).padStart(8, '0')}`;
  return `${digits}${checkDigit(digits)}`;
}

function checkDigit(digits: string): number {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    sum += (digits.charCodeAt(at) - 48) * (at % 2 === 0 ? 1 : 3);
  }
  return (10 - (sum % 10)) % 10;
}

/** What an offer is presented with. */
export interface Basket {
  readonly personId: string;
  /** Of the receipt: tills send receipts late, so the moment of the call says nothing. */
  readonly at: Instant;
  /** Before any offer. */
  readonly totalMinor: number;
}

export const isUsable = (
  offer: Offer,
  { minimumMinor }: Pick<OfferDefinition, 'minimumMinor'>,
  { personId, at, totalMinor }: Basket,
): boolean =>
  offer.status !== 'used' &&
  offer.personId === personId &&
  offer.startsAt <= at &&
  at <= offer.endsAt &&
  totalMinor >= minimumMinor;
