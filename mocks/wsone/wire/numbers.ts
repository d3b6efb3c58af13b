import { done } from '#kernel/outcome.ts';
import { missing, unreadable, type Parsed } from './parsed.ts';

/** What a client may send for a number. */
export type Scalar = string | number;

const WHOLE = /^\s*[+-]?\d{1,15}\s*$/;

/** `"1"` and `1` are the same number. */
export function wholeNumber(given: Scalar, pointer: string): Parsed<number> {
  if (typeof given === 'number' ? Number.isSafeInteger(given) : WHOLE.test(given)) {
    return done(Number(given));
  }
  return unreadable(pointer, 'a whole number');
}

/** As many digits as there may be in a till's own sum of doubles, `0.30000000000000004`. */
const DECIMAL = /^\s*([+-]?)(\d{1,15})(?:\.(\d{1,20}))?\s*$/;
const TO_THE_CENT = /^[+-]?\d{1,7}(?:\.\d{1,2})?$/;
/** From here on Java would write `1.0E7`; no till receipt comes near it. */
const MOST_MINOR = 999_999_999;

/** Euros with a point, as cents; a third digit is rounded, half a cent up (inferred). */
export function cents(given: Scalar, pointer: string): Parsed<number> {
  const text = String(given);
  // As nearly all are: nothing to round, and half a cent of room for the product's own error.
  if (TO_THE_CENT.test(text)) return done(Math.round(Number(text) * 100) || 0);
  const match = DECIMAL.exec(text);
  if (!match) return unreadable(pointer, 'an amount like 37.56');
  const [, sign, whole = '', fraction = ''] = match;
  const digits = fraction.padEnd(3, '0');
  const up = digits.charCodeAt(2) >= HALF ? 1 : 0;
  const amountMinor = Number(whole) * 100 + Number(digits.slice(0, 2)) + up;
  if (amountMinor > MOST_MINOR) return unreadable(pointer, 'an amount below 10000000');
  return done(sign === '-' && amountMinor !== 0 ? -amountMinor : amountMinor);
}

/** The character 5. */
const HALF = 53;

const MOST_PIECES = 1_000_000;

/** How many pieces, or how much of what is weighed. */
export function quantity(given: Scalar, pointer: string): Parsed<number> {
  const number = DECIMAL.test(String(given)) ? Number(given) : Number.NaN;
  return Math.abs(number) <= MOST_PIECES
    ? done(number)
    : unreadable(pointer, 'a quantity like 1 or 0.250');
}

const MOST_POINTS = 1_000_000;

export function points(given: Scalar, pointer: string): Parsed<number> {
  // `"10.0"` is ten as well: the vendor may read it as a double.
  const number = DECIMAL.test(String(given)) ? Number(given) : Number.NaN;
  return Number.isInteger(number) && Math.abs(number) <= MOST_POINTS
    ? done(number)
    : unreadable(pointer, 'a whole number of points');
}

/** A text that has to say something. */
export function words(given: Scalar, pointer: string): Parsed<string> {
  const text = String(given).trim();
  return text === '' ? missing(pointer) : done(text);
}
