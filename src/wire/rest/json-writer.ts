import { MARKS, type TSchema } from '#kit/types.ts';

/** Writes a value as JSON text. */
export type JsonWriter = (value: unknown) => string;

/**
 * Compiles a schema into a writer: keys in the contract's order, numbers marked as doubles with
 * their fraction (`17.0`). What the schema leaves open is written as it comes.
 */
export function jsonWriterOf(schema: TSchema): JsonWriter {
  if (!holdsDouble(schema)) return orderedWriter(schema);
  if (schema[MARKS.javaDouble] === true) return writeDouble;
  if (isList(schema)) return listWriter(jsonWriterOf(schema.items));
  if (isObject(schema)) return objectWriter(schema.properties, jsonWriterOf);
  const choices = choicesOf(schema);
  const [first] = choices.filter(holdsDouble);
  return first ? nullable(jsonWriterOf(first)) : JSON.stringify;
}

/** Without doubles only the order of keys is left to mind, and only objects have one. */
function orderedWriter(schema: TSchema): JsonWriter {
  if (isList(schema) && isObject(schema.items)) return listWriter(orderedWriter(schema.items));
  if (isObject(schema)) return objectWriter(schema.properties, orderedWriter);
  if (schema['type'] === 'string') return writeText;
  const objects = choicesOf(schema).filter(isObject);
  return objects.length === 1 && objects[0] ? nullable(orderedWriter(objects[0])) : writeAny;
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

function objectWriter(
  properties: Readonly<Record<string, TSchema>>,
  writerOf: (schema: TSchema) => JsonWriter,
): JsonWriter {
  const names = Object.keys(properties);
  const heads = names.map((name) => `${JSON.stringify(name)}:`);
  const writers = Object.values(properties).map(writerOf);
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
const writeAny: JsonWriter = (value) => JSON.stringify(value) ?? 'null';

const NEEDS_ESCAPE = /["\\\u0000-\u001f\ud800-\udfff]/;

const writeText: JsonWriter = (value) =>
  typeof value === 'string' && !NEEDS_ESCAPE.test(value) ? `"${value}"` : writeAny(value);

const writeDouble: JsonWriter = (value) =>
  typeof value === 'number' && Number.isInteger(value) ? `${value}.0` : writeAny(value);
