import { suggestion, UsageError } from '#server/config/usage-error.ts';

/** What a JSON Schema says that matters for reading a text as a value. */
export interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly description?: string;
}

/** `amount=500 notes=…` as the object that a schema describes; which values fit, sosie judges. */
export function objectOf(
  words: readonly string[],
  { properties = {} }: Schema,
): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const word of words) {
    const at = word.indexOf('=');
    if (at < 1) throw new UsageError(`"${word}" is not NAME=VALUE`);
    const name = word.slice(0, at);
    const schema = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (!schema) throw new UsageError(`no parameter ${name}; ${known(name, properties)}`);
    if (Object.hasOwn(values, name)) throw new UsageError(`${name} is given twice`);
    values[name] = valueOf(word.slice(at + 1), schema);
  }
  return values;
}

const known = (name: string, properties: Readonly<Record<string, Schema>>): string =>
  Object.keys(properties).length === 0
    ? 'it takes none'
    : suggestion(name, Object.keys(properties));

/** A text stays one unless its schema wants something else, and it is that. */
function valueOf(text: string, schema: Schema): unknown {
  const kinds = kindsOf(schema);
  try {
    const value: unknown = JSON.parse(text);
    return typeof value !== 'string' && (kinds.size === 0 || kinds.has(kindOf(value)))
      ? value
      : text;
  } catch {
    return text;
  }
}

/** Empty: any. */
function kindsOf({ type, const: only, enum: choices, anyOf }: Schema): ReadonlySet<string> {
  if (anyOf) return new Set(anyOf.flatMap((branch) => [...kindsOf(branch)]));
  if (choices) return new Set(choices.map(kindOf));
  if (only !== undefined) return new Set([kindOf(only)]);
  return new Set(type === undefined ? [] : [type === 'integer' ? 'number' : type]);
}

const kindOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

/** `orderid=… [amount=…] [method=cash|online]` */
export function usageOf({ properties = {}, required = [] }: Schema): string {
  return Object.entries(properties)
    .map(([name, schema]) => {
      const text = `${name}=${schema.enum?.join('|') ?? '…'}`;
      return required.includes(name) ? text : `[${text}]`;
    })
    .join(' ');
}
