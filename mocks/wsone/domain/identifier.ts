import type { Instant } from '#kernel/instant.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { Row } from '#kernel/table-spec.ts';
import type { FailureOf } from './failure.ts';

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

export const isActive = ({ status }: Identifier): boolean => status === 'active';

/** A new one that is attached to nobody. */
export const freeIdentifier = (key: IdentifierKey): Identifier => ({
  id: identifierId(key),
  type: key.type,
  value: key.value,
  personId: undefined,
  status: 'active',
  activatedAt: undefined,
});

/** Attaching it is what activates it. */
export function attach(
  identifier: Identifier,
  personId: string,
  now: Instant,
): Outcome<Identifier, FailureOf<'identifier-inactive' | 'identifier-taken'>> {
  const active = whileActive(identifier);
  if (!active.ok) return active;
  if (identifier.personId !== undefined) {
    return refused({ kind: 'identifier-taken', ...keyOf(identifier) });
  }
  return done({ ...identifier, personId, activatedAt: now });
}

/** A lost card may be blocked before it is replaced. */
export function retire(
  identifier: Identifier,
): Outcome<Identifier, FailureOf<'identifier-inactive'>> {
  const { status } = identifier;
  if (status === 'replaced') {
    return refused({ kind: 'identifier-inactive', ...keyOf(identifier), status });
  }
  return done({ ...identifier, status: 'replaced' });
}

/** Blocking twice is no mistake. */
export function block(
  identifier: Identifier,
): Outcome<Identifier, FailureOf<'identifier-inactive'>> {
  if (identifier.status !== 'replaced') return done({ ...identifier, status: 'blocked' });
  return refused({ kind: 'identifier-inactive', ...keyOf(identifier), status: 'replaced' });
}

function whileActive(
  identifier: Identifier,
): Outcome<Identifier, FailureOf<'identifier-inactive'>> {
  const { status } = identifier;
  if (status === 'active') return done(identifier);
  return refused({ kind: 'identifier-inactive', ...keyOf(identifier), status });
}

const keyOf = ({ type, value }: Identifier): IdentifierKey => ({ type, value });
