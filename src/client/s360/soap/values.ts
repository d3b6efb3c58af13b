import type { TSchema } from '#kit/types.ts';
import { isSchema } from '#kit/subschemas.ts';
import { isObject } from '../../json.ts';
import { alternatives, itemsOf, propertiesOf } from '../../schema-parts.ts';

/** What the library reads of an answer, in the form that REST gives the same result. */
export const asRest = (schema: TSchema, value: unknown): unknown => shaped([schema], value);

/** Several schemas are the alternatives of a union. */
function shaped(schemas: readonly TSchema[], value: unknown): unknown {
  const variants = schemas.flatMap(alternatives);
  if (variants.some(isListOf)) return listIn(value).map((item) => shaped(itemsOf(variants), item));
  const values = variants.flatMap(mapValuesOf);
  if (values.length > 0) return mapIn(value, values);
  const objects = variants.filter((schema) => isSchema(schema['properties']));
  if (objects.length === 0 || (value !== null && !isObject(value))) return value;
  return { ...emptyLists(objects), ...membersOf(objects, value ?? {}) };
}

const isListOf = (schema: TSchema): boolean => schema['type'] === 'array';

/** One element or none are no list in XML. */
function listIn(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function membersOf(
  objects: readonly TSchema[],
  value: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const members = Object.entries(value).map(([key, member]) => {
    const known = propertiesOf(objects, key);
    return [key, known.length > 0 ? shaped(known, member) : member];
  });
  return Object.fromEntries(members) as Readonly<Record<string, unknown>>;
}

/** An empty list is no element at all, where REST has `[]`. */
function emptyLists(objects: readonly TSchema[]): Readonly<Record<string, readonly never[]>> {
  const lists = objects.flatMap(({ properties, required }) =>
    Object.entries(properties as Readonly<Record<string, TSchema>>)
      .filter(([key, schema]) => isRequired(required, key) && alternatives(schema).some(isListOf))
      .map(([key]) => [key, []]),
  );
  return Object.fromEntries(lists) as Readonly<Record<string, readonly never[]>>;
}

const isRequired = (required: unknown, key: string): boolean =>
  Array.isArray(required) && required.includes(key);

/** The values of an object with keys of its own. */
function mapValuesOf(schema: TSchema): readonly TSchema[] {
  const patterns: unknown = schema['patternProperties'];
  return isSchema(patterns) ? Object.values(patterns).filter(isSchema) : [];
}

/** In XML `entry` elements of a key and a value. */
function mapIn(value: unknown, values: readonly TSchema[]): unknown {
  const entries = isObject(value) ? listIn(value['entry']).filter(isObject) : [];
  return Object.fromEntries(
    entries.map((entry) => [String(entry['key']), shaped(values, entry['value'])]),
  );
}
