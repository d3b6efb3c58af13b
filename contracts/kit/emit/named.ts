import type { TSchema } from '@sinclair/typebox';
import { mapSubschemas } from '../subschemas.ts';

/** Schemas that have a title, each written once. */
export interface NamedSchemas {
  /** The schema with every titled schema in it replaced by a reference. */
  readonly referring: (schema: TSchema) => unknown;
  /** What the references so far point to, by title. */
  readonly named: () => Readonly<Record<string, unknown>>;
}

/** `prefix` is the place of the named schemas in the document: `#/$defs/`. */
export function namedSchemas(prefix: string): NamedSchemas {
  const named = new Map<string, unknown>();
  const referring = (schema: TSchema): unknown => {
    const inner = mapSubschemas(schema, referring);
    const { title } = inner;
    if (title === undefined) return inner;
    const known = named.get(title);
    // A titled schema with an annotation of its own would change the others: it stays in place.
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(inner)) return inner;
    named.set(title, inner);
    return { $ref: `${prefix}${title}` };
  };
  return { referring, named: () => Object.fromEntries(named) };
}
