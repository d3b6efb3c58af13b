import type { EntityRequest, IdentifierRequest } from '#contracts/wsone/index.ts';
import type { Instant } from '#kernel/instant.ts';
import { done } from '#kernel/outcome.ts';
import type { IdentifierKey } from '#mocks/wsone/domain/identifier.ts';
import { parseDateTime } from './mapping.ts';
import { wholeNumber, words, type Scalar } from './numbers.ts';
import { unreadable, type Parsed } from './parsed.ts';

/** Who a call is about. */
export function identifierKey(asked: IdentifierRequest, pointer: string): Parsed<IdentifierKey> {
  const type = wholeNumber(asked.identifierType, `${pointer}/identifierType`);
  if (!type.ok) return type;
  const value = words(asked.identifierValue, `${pointer}/identifierValue`);
  return value.ok ? done({ type: type.value, value: value.value }) : value;
}

/** Which store asks. */
export const storeNumber = (asked: EntityRequest, pointer: string): Parsed<string> =>
  words(asked.entityIdentifier, `${pointer}/entityIdentifier`);

export function dateTime(given: Scalar, pointer: string): Parsed<Instant> {
  const at = parseDateTime(String(given));
  return at === undefined ? unreadable(pointer, 'a date like 27/09/2025 16:30:00') : done(at);
}

/** A part of a message that may be left out. */
export const whenGiven = <A, T>(
  given: A | undefined,
  parse: (given: A) => Parsed<T>,
): Parsed<T | undefined> => (given === undefined ? done(undefined) : parse(given));
