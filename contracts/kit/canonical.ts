import type { TSchema } from '@sinclair/typebox';
import { keep, rewriterOf, type Rewrite } from './rewriter.ts';
import { oncePerSchema } from './subschemas.ts';
import { MARKS } from './types.ts';

/**
 * Makes two requests that ask for the same comparable: what a client mints anew for every call
 * (signature, timestamp) becomes `"<minted>"`, everything else stays.
 */
export const withoutMinted: (schema: TSchema) => Rewrite = oncePerSchema((schema) =>
  rewriterOf(schema, { mark: MARKS.minted, replacement: '<minted>', unknown: keep }),
);
