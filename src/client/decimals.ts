import { MARKS, type TSchema } from '#kit/types.ts';
import { decimalOf } from './decimal.ts';
import { isObject } from './json.ts';
import { alternatives, itemsOf, propertiesOf } from './schema-parts.ts';

/** One part of an answer, read twice. */
export interface ReadTwice {
  readonly value: unknown;
  /** The same with each number as the text that stands on the wire. */
  readonly texts: unknown;
}

/** The value, with decimals where the contract has a double: what it does not know stays a number. */
export const withDecimals = (schema: TSchema, read: ReadTwice): unknown => exact([schema], read);

/** Several schemas are the alternatives of a union. */
function exact(schemas: readonly TSchema[], { value, texts }: ReadTwice): unknown {
  const variants = schemas.flatMap(alternatives);
  if (typeof value === 'number') {
    const isDouble = variants.some((schema) => schema[MARKS.javaDouble] === true);
    return isDouble && typeof texts === 'string' ? decimalOf(texts) : value;
  }
  if (Array.isArray(value) && Array.isArray(texts)) {
    const items = itemsOf(variants);
    return value.map((item: unknown, at) => exact(items, { value: item, texts: texts[at] }));
  }
  if (!isObject(value) || !isObject(texts)) return value;
  const members = Object.entries(value).map(([key, member]) => {
    const known = propertiesOf(variants, key);
    return [key, exact(known, { value: member, texts: texts[key] })];
  });
  return Object.fromEntries(members) as unknown;
}
