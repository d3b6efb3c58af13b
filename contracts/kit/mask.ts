import type { TSchema } from '@sinclair/typebox';
import { kindOf } from './kind.ts';
import { rewriterOf, type Rewrite } from './rewriter.ts';
import { oncePerSchema } from './subschemas.ts';
import { MARKS } from './types.ts';

export const MASKED = '***';

/** What is left of a value that the contract does not know: its type. */
export const unknownValue = (value: unknown): string => `<${kindOf(value)}>`;

/**
 * Removes what a journal, a log or a report must not see: values marked `sensitive`, and the
 * values of keys that the contract does not know. The same reference comes back when there is
 * nothing to remove. A closed schema is trusted: give a real vendor's answer the opened one.
 */
export const maskerOf: (schema: TSchema) => Rewrite = oncePerSchema((schema) =>
  rewriterOf(schema, {
    marks: [[MARKS.sensitive, MASKED]],
    unknown: unknownValue,
  }),
);
