import { isSchema } from '#kit/subschemas.ts';
import type { TSchema } from '#kit/types.ts';
import { isObject } from '../json.ts';

/** Under which the soap library keeps the attributes of an element. */
export const ATTRIBUTES = '$attributes';
/** And the text of one that has any. */
export const TEXT = '$value';

/**
 * What the library read of an answer, as the contract has it. Real answers drop elements that have
 * to be there and may be nil: they are null here; a list without items is an empty list, an object
 * without elements an object.
 */
export function asTold(schema: TSchema, value: unknown): unknown {
  const given = isObject(value) && TEXT in value ? value[TEXT] : value;
  if (isNillable(schema))
    return given === undefined || isEmpty(given) ? null : asTold(inner(schema), given);
  switch (schema['type']) {
    case 'array':
      return listOf(schema, given);
    case 'object':
      return given === null || isObject(given) ? objectOf(schema, given ?? {}) : given;
    case 'string':
      // Of an empty element with attributes nothing is left but those.
      return given === null || isObject(given) ? '' : given;
    default:
      return given;
  }
}

const isNillable = (schema: TSchema): boolean => Array.isArray(schema['anyOf']);
const inner = (schema: TSchema): TSchema => (schema['anyOf'] as readonly [TSchema])[0];

/** No elements, no attributes, no text. */
const isEmpty = (value: unknown): boolean =>
  value === null || (isObject(value) && Object.keys(value).every((key) => key === ATTRIBUTES));

function listOf(schema: TSchema, value: unknown): readonly unknown[] {
  const items: unknown = schema['items'];
  const list: readonly unknown[] = Array.isArray(value)
    ? value
    : value === undefined
      ? []
      : [value];
  return isSchema(items) ? list.map((item) => asTold(items, item)) : list;
}

function objectOf(schema: TSchema, value: Readonly<Record<string, unknown>>): object {
  const properties = schema['properties'] as Readonly<Record<string, TSchema>>;
  const required = new Set((schema['required'] as readonly string[] | undefined) ?? []);
  const known = Object.entries(properties).flatMap(([name, member]) => {
    const given = Object.hasOwn(value, name) ? value[name] : undefined;
    const isLeftOut = given === undefined && !(required.has(name) && mayBeMissing(member));
    return isLeftOut ? [] : [[name, asTold(member, given)] as const];
  });
  const others = Object.entries(value).filter(
    ([name]) => name !== ATTRIBUTES && !Object.hasOwn(properties, name),
  );
  return Object.fromEntries([...known, ...others]);
}

const mayBeMissing = (schema: TSchema): boolean => isNillable(schema) || schema['type'] === 'array';
