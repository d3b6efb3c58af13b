import type { EntityRequest, IdentifierRequest } from '#contracts/wsone/index.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { IdentifierKey } from '#mocks/wsone/domain/identifier.ts';
import type { ParameterMissing, ParameterUnreadable } from './voice.ts';

export type Parsed<T> = Outcome<T, ParameterMissing | ParameterUnreadable>;

export const missing = (pointer: string) =>
  refused<ParameterMissing>({
    kind: 'parameter-missing',
    pointer,
  });

export const unreadable = (pointer: string, expected: string) =>
  refused<ParameterUnreadable>({ kind: 'parameter-unreadable', pointer, expected });

const WHOLE = /^\s*[+-]?\d{1,15}\s*$/;

/** `"1"` and `1` are the same number. */
export function wholeNumber(given: string | number, pointer: string): Parsed<number> {
  if (typeof given === 'number') {
    return Number.isSafeInteger(given) ? done(given) : unreadable(pointer, 'a whole number');
  }
  return WHOLE.test(given) ? done(Number(given)) : unreadable(pointer, 'a whole number');
}

export function identifierKey(asked: IdentifierRequest, pointer: string): Parsed<IdentifierKey> {
  const type = wholeNumber(asked.identifierType, `${pointer}/identifierType`);
  if (!type.ok) return type;
  return done({ type: type.value, value: String(asked.identifierValue).trim() });
}

export const storeNumber = ({ entityIdentifier }: EntityRequest): string =>
  String(entityIdentifier).trim();
