import type { TSchema } from '@sinclair/typebox';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { oncePerSchema } from './subschemas.ts';
import { MARKS } from './types.ts';
import { violationsOf, type Violation } from './violations.ts';

export type { Violation } from './violations.ts';

/** An empty list when the value is valid. */
export type Validator = (value: unknown) => readonly Violation[];

const NONE: readonly Violation[] = [];

let shared: Ajv | undefined;

/** Made on first use: most commands of the program never validate anything. */
function ajv(): Ajv {
  if (shared) return shared;
  shared = new Ajv({ strict: true, allErrors: true, verbose: true, allowUnionTypes: true });
  formats.default(shared);
  shared.addVocabulary(Object.values(MARKS));
  return shared;
}

/** The validator of a schema, compiled when it first judges a value (about 5 ms). */
export const validatorOf: (schema: TSchema) => Validator = oncePerSchema((schema) => {
  let compiled: ValidateFunction | undefined;
  return (value) => {
    compiled ??= ajv().compile(schema);
    return compiled(value) ? NONE : violationsOf(compiled.errors ?? []);
  };
});
