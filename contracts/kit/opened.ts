import type { TSchema } from '@sinclair/typebox';
import { mapSubschemas, oncePerSchema } from './subschemas.ts';

function open(schema: TSchema): TSchema {
  const inner = mapSubschemas(schema, open);
  if (inner['additionalProperties'] === false) delete inner['additionalProperties'];
  return inner;
}

const openedOnce = oncePerSchema(open);

/**
 * The same schema accepting unknown keys everywhere. A client reads a real vendor through it:
 * the vendor's first new field is drift to report, not an error to die on.
 */
export const opened = <T extends TSchema>(schema: T): T => openedOnce(schema) as T; // dropping `additionalProperties` changes no static type
