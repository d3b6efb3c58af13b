import { integerOf, type IntegerLike } from '#kit/types.ts';

/** `0017` and 17 are one id. */
export const givenId = (id: IntegerLike | undefined): string | undefined =>
  id === undefined ? undefined : String(integerOf(id));

/** A contact's number; an empty one is none. */
export function referenceOf(reference: string | number | undefined): readonly string[] {
  const text = reference === undefined ? '' : String(reference).trim();
  return text === '' ? [] : [text];
}

export const flagOf = (flag: boolean | string | undefined): boolean =>
  flag === true || flag === 'true' || flag === '1';
