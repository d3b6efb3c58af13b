import type { Instant } from '#kernel/instant.ts';
import type { Row } from '#kernel/table-spec.ts';

/** A person; its id is its contact number, which orders name as `contactReference`. */
export interface Contact extends Row {
  readonly institutionId: string;
  readonly createdAt: Instant;
  readonly email: string;
  readonly login: string | undefined;
  readonly firstName: string;
  readonly lastName: string;
  readonly gender: 'male' | 'female' | 'unknown';
  readonly country: string;
  readonly phone: string;
  readonly zipCode: string;
  /** Whether it may pay on account. */
  readonly hasWaitingAccount: boolean;
  /** What it owed before any order here, as a negative amount. */
  readonly openingBalanceMilli: number;
  readonly balanceMilli: number;
}
