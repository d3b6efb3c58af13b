import type { Operation } from '#kit/operation.ts';
import type { TSchema } from '#kit/types.ts';

/**
 * The name under which an expression finds an answer that is a list: the plural of what is in it.
 * Undefined where the answer is seen as it is.
 */
export function listName({ result }: Operation): string | undefined {
  if (result['type'] !== 'array') return undefined;
  // An array has a schema for its items.
  const { title = 'Item' } = result['items'] as TSchema;
  const singular = `${title.charAt(0).toLowerCase()}${title.slice(1)}`;
  return /[^aeiou]y$/.test(singular) ? `${singular.slice(0, -1)}ies` : `${singular}s`;
}

/** An answer as scenarios and the steps to a state see it. */
export function viewOf(operation: Operation, value: unknown): unknown {
  const name = listName(operation);
  return name === undefined ? value : { [name]: value };
}

/** The schema of what `viewOf` gives. */
export function viewSchema(operation: Operation): TSchema {
  const name = listName(operation);
  if (name === undefined) return operation.result;
  // It is only looked through for names, never compiled.
  return {
    type: 'object',
    properties: { [name]: operation.result },
    additionalProperties: false,
  } as unknown as TSchema;
}
