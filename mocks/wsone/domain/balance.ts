import type { Instant } from '#kernel/instant.ts';
import type { Row } from '#kernel/table-spec.ts';

export type Account = 'points' | 'visits';

/** The vendor's two samples list them in either order. */
export type AccountOrder = 'points-first' | 'visits-first';

/** What a customer has with a programme: its accounts, each the sum of its movements. */
export interface Balance extends Row {
  readonly personId: string;
  /** The store that the accounts are kept at. */
  readonly programmeId: string;
  readonly order: AccountOrder;
  readonly points: number;
  readonly visits: number;
}

export const balanceId = (personId: string, programmeId: string): string =>
  `${personId}@${programmeId}`;

export type MovementReason =
  'opening' | 'purchase' | 'visit' | 'till-advantage' | 'offer-issued' | 'refund' | 'adjustment';

/** One entry of the ledger; none is ever changed or dropped. */
export interface Movement extends Row {
  readonly sequence: number;
  readonly balanceId: string;
  readonly account: Account;
  /** Negative when it is taken away. */
  readonly amount: number;
  readonly reason: MovementReason;
  /** The transaction, the offer or the words that it is due to. */
  readonly reference: string;
  readonly at: Instant;
}

/** Balances as they stand at one moment. */
export interface Standing {
  readonly programmeId: string;
  readonly order: AccountOrder;
  readonly points: number;
  readonly visits: number;
}

export const standingOf = ({ programmeId, order, points, visits }: Balance): Standing => ({
  programmeId,
  order,
  points,
  visits,
});
