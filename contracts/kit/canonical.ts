import type { TSchema } from '@sinclair/typebox';
import { MASKED, unknownValue } from './mask.ts';
import { keep, rewriterOf, type Rewrite } from './rewriter.ts';
import { oncePerSchema } from './subschemas.ts';
import { MARKS } from './types.ts';

const MINTED = '<minted>';

/**
 * Makes two requests that ask for the same comparable: what a client mints anew for every call
 * (signature, timestamp) becomes `"<minted>"`, everything else stays.
 */
export const withoutMinted: (schema: TSchema) => Rewrite = oncePerSchema((schema) =>
  rewriterOf(schema, { marks: [[MARKS.minted, MINTED]], unknown: keep }),
);

/** As the journal keeps a request: masked, and without what was minted for this call alone. */
export const journalledOf: (schema: TSchema) => Rewrite = oncePerSchema((schema) =>
  rewriterOf(schema, {
    marks: [
      [MARKS.sensitive, MASKED],
      [MARKS.minted, MINTED],
    ],
    unknown: unknownValue,
  }),
);

/** The fields of a message that a client mints and that are no secret. */
export const mintedFieldsOf: (schema: TSchema) => readonly string[] = oncePerSchema((schema) =>
  Object.entries((schema['properties'] ?? {}) as Readonly<Record<string, TSchema>>)
    .filter(([, field]) => field[MARKS.minted] === true && field[MARKS.sensitive] !== true)
    .map(([name]) => name),
);
