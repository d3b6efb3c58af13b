import { kindOf } from '#kit/kind.ts';
import { isSchema } from '#kit/subschemas.ts';
import type { TSchema } from '#kit/types.ts';
import { alternatives, itemsOf, propertiesOf } from './schema-parts.ts';

/** A key that the vendor sends and the contract does not know. Its value is nobody's business. */
export interface Drift {
  readonly vendor: string;
  readonly operation: string;
  /** JSON pointer within the answer; `[]` stands for any item of a list: `/response/[]/vat`. */
  readonly pointer: string;
  /** The JSON type of its value. */
  readonly type: string;
}

export type UnknownKey = Pick<Drift, 'pointer' | 'type'>;

/** The keys that a closed schema does not allow, each place once, however long the lists are. */
export function unknownKeysOf(schema: TSchema, value: unknown): readonly UnknownKey[] {
  const found = new Map<string, UnknownKey>();
  look([schema], value, { pointer: '', found });
  return [...found.values()];
}

interface Place {
  readonly pointer: string;
  readonly found: Map<string, UnknownKey>;
}

/** Several schemas are the alternatives of a union: what one of them knows is known. */
function look(schemas: readonly TSchema[], value: unknown, place: Place): void {
  const variants = schemas.flatMap(alternatives);
  if (Array.isArray(value)) {
    const items = itemsOf(variants);
    for (const item of value) look(items, item, below(place, '[]'));
  } else if (isSchema(value)) {
    lookInside(
      variants.filter((schema) => schema['type'] === 'object'),
      value,
      place,
    );
  }
}

function lookInside(
  objects: readonly TSchema[],
  value: Readonly<Record<string, unknown>>,
  place: Place,
): void {
  if (objects.length === 0) return;
  const closed = objects.every((schema) => schema['additionalProperties'] === false);
  for (const [key, member] of Object.entries(value)) {
    const known = propertiesOf(objects, key);
    const inside = below(place, key);
    if (known.length > 0) look(known, member, inside);
    else if (closed)
      place.found.set(inside.pointer, { pointer: inside.pointer, type: kindOf(member) });
  }
}

const below = ({ pointer, found }: Place, key: string): Place => ({
  pointer: `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
  found,
});
