import { isSchema } from '#kit/subschemas.ts';
import type { TSchema } from '#kit/types.ts';

/** The schemas of a union, one of which a value keeps; of any other schema itself. */
export function alternatives(schema: TSchema): readonly TSchema[] {
  const union: unknown = schema['anyOf'];
  return Array.isArray(union) ? union.filter(isSchema).flatMap(alternatives) : [schema];
}

/** What the schemas say of a property, where they know it. */
export const propertiesOf = (schemas: readonly TSchema[], key: string): readonly TSchema[] =>
  schemas.map((schema) => propertyOf(schema, key)).filter(isSchema);

function propertyOf(schema: TSchema, key: string): unknown {
  const properties: unknown = schema['properties'];
  return isSchema(properties) && Object.hasOwn(properties, key) ? properties[key] : undefined;
}

/** What the schemas say of the items of a list. */
export const itemsOf = (schemas: readonly TSchema[]): readonly TSchema[] =>
  schemas.map((schema): unknown => schema['items']).filter(isSchema);
