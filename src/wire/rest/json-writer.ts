import { MARKS, type TSchema } from '#kit/types.ts';

/** Writes a value as JSON text. */
export type JsonWriter = (value: unknown) => string;

/**
 * Compiles a schema into a writer: keys in the contract's order, numbers marked as doubles with
 * their fraction (`17.0`). Where no number is a double the engine's own writer is the fastest and
 * keeps the order in which the message was built; `orderProblem` tells when that is not the
 * contract's.
 */
export function jsonWriterOf(schema: TSchema): JsonWriter {
  if (!holdsDouble(schema)) return writeAny;
  if (schema[MARKS.javaDouble] === true) return writeDouble;
  if (isList(schema)) return listWriter(jsonWriterOf(schema.items));
  if (isObject(schema)) return objectWriter(schema.properties);
  const [first] = choicesOf(schema).filter(holdsDouble);
  return first ? nullable(jsonWriterOf(first)) : writeAny;
}

/** Where a value's keys are not in the contract's order, as JSON pointer; undefined when they are. */
export function orderProblem(schema: TSchema, value: unknown, at = ''): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) {
    return isList(schema) ? firstProblem(value, () => schema.items, at) : undefined;
  }
  const object = isObject(schema) ? schema : choicesOf(schema).find(isObject);
  if (!object) return undefined;
  const known = Object.keys(object.properties);
  const ranks = Object.keys(value).map((key) => known.indexOf(key));
  const isOrdered = ranks.every((rank, index) => index === 0 || rank > (ranks[index - 1] ?? 0));
  if (!isOrdered && !ranks.includes(-1)) return at === '' ? '/' : at;
  return firstProblem(value, (key) => object.properties[key], at);
}

function firstProblem(
  container: object,
  schemaOf: (key: string) => TSchema | undefined,
  at: string,
): string | undefined {
  for (const [key, item] of Object.entries(container)) {
    const schema = schemaOf(key);
    const problem = schema && orderProblem(schema, item, `${at}/${key}`);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

interface ObjectSchema extends TSchema {
  readonly properties: Readonly<Record<string, TSchema>>;
}
interface ListSchema extends TSchema {
  readonly items: TSchema;
}

const isObject = (schema: TSchema): schema is ObjectSchema =>
  schema['type'] === 'object' && typeof schema['properties'] === 'object';
const isList = (schema: TSchema): schema is ListSchema =>
  schema['type'] === 'array' && typeof schema['items'] === 'object';
const choicesOf = (schema: TSchema): readonly TSchema[] =>
  Array.isArray(schema['anyOf']) ? (schema['anyOf'] as readonly TSchema[]) : [];

function holdsDouble(schema: TSchema): boolean {
  if (schema[MARKS.javaDouble] === true) return true;
  if (isList(schema)) return holdsDouble(schema.items);
  if (isObject(schema)) return Object.values(schema.properties).some(holdsDouble);
  return choicesOf(schema).some(holdsDouble);
}

function objectWriter(properties: Readonly<Record<string, TSchema>>): JsonWriter {
  const names = Object.keys(properties);
  const heads = names.map((name) => `${JSON.stringify(name)}:`);
  const writers = Object.values(properties).map(jsonWriterOf);
  const count = names.length;
  return (value) => {
    if (typeof value !== 'object' || value === null) return writeAny(value);
    const record = value as Readonly<Record<string, unknown>>;
    let text = '';
    for (let at = 0; at < count; at += 1) {
      const field = record[names[at] ?? ''];
      if (field === undefined) continue;
      const head = heads[at] ?? '';
      const written = writers[at]?.(field) ?? '';
      text += text === '' ? head + written : `,${head}${written}`;
    }
    return `{${text}${strangers(record, properties, text === '')}}`;
  };
}

/** Keys the contract does not know stay visible: the self-check tells of them. */
function strangers(
  record: Readonly<Record<string, unknown>>,
  properties: Readonly<Record<string, unknown>>,
  first: boolean,
): string {
  let text = '';
  for (const key in record) {
    if (Object.hasOwn(properties, key) || record[key] === undefined) continue;
    text += `${first && text === '' ? '' : ','}${JSON.stringify(key)}:${writeAny(record[key])}`;
  }
  return text;
}

const listWriter =
  (item: JsonWriter): JsonWriter =>
  (value) =>
    Array.isArray(value) ? `[${value.map(item).join(',')}]` : writeAny(value);

const nullable =
  (writer: JsonWriter): JsonWriter =>
  (value) =>
    value === null ? 'null' : writer(value);

/** `undefined` inside a list is null, as everywhere in JSON. */
export const writeAny: JsonWriter = (value) => JSON.stringify(value) ?? 'null';

const writeDouble: JsonWriter = (value) =>
  typeof value === 'number' && Number.isInteger(value) ? `${value}.0` : writeAny(value);
