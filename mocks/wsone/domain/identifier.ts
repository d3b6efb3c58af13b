import type { Instant } from '#kernel/instant.ts';
import type { Row } from '#kernel/table-spec.ts';

/** Used with a loyalty number of 13 digits in both samples. */
export const CARD = 1;
/** A WEB account, whose value is the customer's e-mail. */
export const WEB_ACCOUNT = 10;

export type IdentifierStatus = 'active' | 'replaced' | 'blocked';

/** What a customer is known by: a card, a WEB account. */
export interface Identifier extends Row {
  readonly type: number;
  readonly value: string;
  /** None: it is free, attached to nobody. */
  readonly personId: string | undefined;
  readonly status: IdentifierStatus;
  readonly activatedAt: Instant | undefined;
}

/** What a call names: type and value together are the key. */
export interface IdentifierKey {
  readonly type: number;
  readonly value: string;
}

/** E-mails are one in capitals and in small letters. */
export const identifierId = ({ type, value }: IdentifierKey): string =>
  `${type}:${type === WEB_ACCOUNT ? value.trim().toLowerCase() : value}`;
