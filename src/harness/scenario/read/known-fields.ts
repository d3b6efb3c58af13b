import { isSchema } from '#kit/subschemas.ts';
import type { TSchema } from '#kit/types.ts';
import { known } from '../place.ts';
import type { Reading } from './reading.ts';
import type { Template, TemplateField } from './template.ts';

interface Look {
  readonly reading: Reading;
  /** What the fields are of, for messages: `the answer of utick.getOrder`. */
  readonly of: string;
}

/** Complains about fields that the contract does not have. */
export function checkFields(template: Template, schema: TSchema, look: Look): void {
  if (template.kind === 'list') {
    const items = branchesOf(schema).flatMap((branch) => schemasIn(branch['items']));
    for (const item of template.items) checkFields(item, unionOf(items), look);
    return;
  }
  if (template.kind !== 'object') return;
  const [first] = template.fields;
  if (first?.key === '$schema') return;
  if (first?.key === '$contains') return checkFields(first.value, schema, look);
  const fields = fieldsIn(schema);
  if (!fields) return;
  for (const field of template.fields) {
    const inner = fields.schemas.get(field.key);
    if (inner) checkFields(field.value, unionOf(inner), look);
    else complain(field, fields, look);
  }
}

/** A vendor may take more than is known of it: there a name is wrong only when a known one is near. */
function complain({ key, at }: TemplateField, fields: Fields, { reading, of }: Look): void {
  const names = [...fields.schemas.keys()];
  const near = reading.hint(key, names);
  if (fields.isOpen && near === '') return;
  reading.complainAt(at, `${of} has no "${key}"${known(reading.hint, key, names)}`);
}

// A union of schemas is one; an empty union says nothing of its fields.
const unionOf = (schemas: readonly TSchema[]): TSchema =>
  ({ anyOf: schemas }) as unknown as TSchema;

/** The fields that a value may have by its schema. */
export interface Fields {
  readonly schemas: ReadonlyMap<string, readonly TSchema[]>;
  readonly isOpen: boolean;
}

/** Undefined where nothing is said of the fields. */
export function fieldsIn(schema: TSchema): Fields | undefined {
  const schemas = new Map<string, readonly TSchema[]>();
  let isOpen = false;
  for (const { type, properties, additionalProperties } of branchesOf(schema)) {
    if (type !== undefined && type !== 'object') continue;
    if (!isSchema(properties)) return undefined;
    isOpen ||= additionalProperties !== false;
    for (const [name, inner] of Object.entries(properties)) {
      schemas.set(name, [...(schemas.get(name) ?? []), ...schemasIn(inner)]);
    }
  }
  return schemas.size === 0 ? undefined : { schemas, isOpen };
}

type Branch = Readonly<Record<string, unknown>>;

function branchesOf(schema: TSchema): readonly Branch[] {
  for (const keyword of ['anyOf', 'oneOf', 'allOf']) {
    const inner: unknown = schema[keyword];
    if (Array.isArray(inner)) return schemasIn(inner).flatMap(branchesOf);
  }
  return [schema];
}

function schemasIn(value: unknown): readonly TSchema[] {
  if (Array.isArray(value)) return value.filter(isSchema);
  return isSchema(value) ? [value] : [];
}
