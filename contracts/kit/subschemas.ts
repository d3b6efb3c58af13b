import type { TSchema } from '@sinclair/typebox';

const MAPS = ['properties', 'patternProperties'] as const;
const LISTS = ['anyOf', 'oneOf', 'allOf'] as const;
const SINGLES = ['items', 'additionalProperties', 'not'] as const;

export const isSchema = (value: unknown): value is TSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same schema with `change` applied to each schema directly inside it. */
export function mapSubschemas(schema: TSchema, change: (inner: TSchema) => unknown): TSchema {
  const changed: TSchema = { ...schema };
  for (const keyword of MAPS) {
    const inner: unknown = schema[keyword];
    if (isSchema(inner)) changed[keyword] = mapValues(inner, change);
  }
  for (const keyword of LISTS) {
    const inner: unknown = schema[keyword];
    if (Array.isArray(inner)) changed[keyword] = inner.map(change);
  }
  for (const keyword of SINGLES) {
    const inner: unknown = schema[keyword];
    if (isSchema(inner)) changed[keyword] = change(inner);
  }
  return changed;
}

const mapValues = (
  schemas: Readonly<Record<string, unknown>>,
  change: (inner: TSchema) => unknown,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(schemas).map(([name, inner]) => [name, isSchema(inner) ? change(inner) : inner]),
  );

/** Computes once per schema object, on first use. */
export function oncePerSchema<T>(compute: (schema: TSchema) => T): (schema: TSchema) => T {
  const known = new WeakMap<TSchema, { readonly value: T }>();
  return (schema) => {
    const found = known.get(schema);
    if (found) return found.value;
    const value = compute(schema);
    known.set(schema, { value });
    return value;
  };
}
