import { done } from '#kernel/outcome.ts';
import { phoneKey } from '#mocks/wsone/domain/person.ts';
import type { Scalar } from './numbers.ts';
import { unreadable, type Parsed } from './parsed.ts';

export type Reader<T> = (given: Scalar, pointer: string) => Parsed<T>;

/** Name on the wire, what was sent, and how it is read. */
export type Reading<T> = readonly [name: string, given: Scalar | undefined, reader: Reader<T>];

/** Reads what was sent of an object, field by field; tells of the first that cannot be read. */
export function readSent<T extends object>(
  pointer: string,
  readings: { readonly [K in keyof T]-?: Reading<T[K]> },
): Parsed<Partial<T>> {
  const sent: [string, unknown][] = [];
  // The type says that each reading gives the field under whose key it stands.
  for (const [key, [name, given, read]] of Object.entries<Reading<unknown>>(readings)) {
    if (given === undefined) continue;
    const value = read(given, `${pointer}/${name}`);
    if (!value.ok) return value;
    sent.push([key, value.value]);
  }
  // Made of the fields of a T, some of which are missing.
  return done(Object.fromEntries(sent) as Partial<T>);
}

export const anyText: Reader<string> = (given) => done(String(given).trim());

/** An empty text takes a value back. */
export const orBlank =
  <T, B>(read: Reader<T>, blank: B): Reader<T | B> =>
  (given, pointer) =>
    String(given).trim() === '' ? done(blank) : read(given, pointer);

const EMAIL = /^[^\s@]+@[^\s@]+$/;

export const email: Reader<string> = (given, pointer) => {
  const text = String(given).trim();
  return EMAIL.test(text) ? done(text) : unreadable(pointer, 'an e-mail address');
};

const PHONE = /^\+?[\d\s().\-/]+$/;

export const phone: Reader<string> = (given, pointer) => {
  const text = String(given).trim();
  const isOne = PHONE.test(text) && phoneKey(text) !== '';
  return isOne ? done(text) : unreadable(pointer, 'a telephone number');
};

/** A text that may be left out; blank is the same as not at all. */
export function worded(given: Scalar | undefined): string | undefined {
  const text = given === undefined ? '' : String(given).trim();
  return text === '' ? undefined : text;
}
