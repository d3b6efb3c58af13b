import type { TSchema } from '@sinclair/typebox';
import { kindOf } from './kind.ts';
import { rewriterOf, type Rewrite, type RewritePolicy } from './rewriter.ts';
import { oncePerSchema } from './subschemas.ts';
import { MARKS } from './types.ts';

export const MASKED = '***';

/** What is left of a value that the contract does not know: its type. */
export const unknownValue = (value: unknown): string => `<${kindOf(value)}>`;

const HIDING: RewritePolicy = { marks: [[MARKS.sensitive, MASKED]], unknown: unknownValue };

/**
 * Removes what a journal, a log or a report must not see: values marked `sensitive`, and the
 * values of keys that the contract does not know. The same reference comes back when there is
 * nothing to remove. A closed schema is trusted: give a real vendor's answer the opened one.
 */
export const maskerOf: (schema: TSchema) => Rewrite = oncePerSchema((schema) =>
  rewriterOf(schema, HIDING),
);

/** The same, faster, for a message that was checked against this very schema. */
export const checkedMaskerOf: (schema: TSchema) => Rewrite = oncePerSchema((schema) =>
  rewriterOf(schema, { isChecked: true, ...HIDING }),
);
