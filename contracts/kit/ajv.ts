import type { TSchema } from '@sinclair/typebox';
import { Ajv, type ErrorObject, type Format, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { oncePerSchema } from './subschemas.ts';
import { MARKS } from './types.ts';
import { violationsOf, type Violation } from './violations.ts';

export type { Violation } from './violations.ts';

/** An empty list when the value is valid. */
export type Validator = (value: unknown) => readonly Violation[];

const NONE: readonly Violation[] = [];

/**
 * How much a validator tells. Telling is dear even where nothing is wrong: each choice that a value
 * is not becomes an error object first, so that the answer to most messages is a bare yes.
 */
const TELLING = {
  whether: { allErrors: false, verbose: false },
  'the first': { allErrors: false, verbose: true },
  all: { allErrors: true, verbose: true },
} as const;
type Telling = keyof typeof TELLING;

/** Strict: an unknown keyword or a contradiction in one of our schemas is an error at once. */
function strictAjv(telling: Telling): Ajv {
  const ajv = new Ajv({ strict: true, ...TELLING[telling] });
  formats.default(ajv);
  ajv.addFormat('date-time', { validate: rememberingValid(formats.default.get('date-time')) });
  ajv.addVocabulary(Object.values(MARKS));
  return ajv;
}

const MOST_REMEMBERED = 512;

/**
 * The full check of a date costs as much as the rest of an answer, and answers repeat their dates:
 * the texts that were found valid lately are not parsed again.
 */
function rememberingValid(format: Format): (text: string) => boolean {
  const validate = typeof format === 'object' && 'validate' in format ? format.validate : format;
  if (typeof validate !== 'function') throw new Error('the format date-time is not a function');
  const valid = new Set<string>();
  return (text) => {
    if (valid.has(text)) return true;
    if (!validate(text as never)) return false;
    if (valid.size >= MOST_REMEMBERED) valid.clear();
    valid.add(text);
    return true;
  };
}

/** Made on first use: most commands of the program never validate anything. */
const instances = new Map<Telling, Ajv>();

function compile(schema: TSchema, telling: Telling): ValidateFunction {
  const ajv = instances.get(telling) ?? strictAjv(telling);
  instances.set(telling, ajv);
  return ajv.compile(schema);
}

/** The validator of a schema, compiled when it first judges a value (about 5 ms). */
export const validatorOf: (schema: TSchema) => Validator = oncePerSchema((schema) => {
  let compiled: ValidateFunction | undefined;
  return (value) => {
    compiled ??= compile(schema, 'whether');
    if (compiled(value)) return NONE;
    return violationsOf(errorsOf(isReadable(value) ? thorough(schema) : hasty(schema), value));
  };
});

const foreign = new Map<string, Validator>();
const MOST_FOREIGN = 256;

/**
 * The validator of a schema that somebody else wrote: it may say what ours never leave out, such as
 * `required` without `properties`. Throws when it is no JSON Schema. Compiling takes 25 ms, so those
 * used lately are kept, by what they say.
 */
export function foreignValidatorOf(schema: TSchema): Validator {
  const text = JSON.stringify(schema);
  const known = foreign.get(text);
  if (known) return known;
  if (foreign.size >= MOST_FOREIGN) foreign.clear();
  const made = foreignValidator(schema);
  foreign.set(text, made);
  return made;
}

/** With an ajv of its own: two schemas may have one `$id`. */
function foreignValidator(schema: TSchema): Validator {
  const ajv = new Ajv({
    strictTypes: false,
    strictRequired: false,
    allErrors: true,
    verbose: true,
  });
  formats.default(ajv);
  const validate = ajv.compile(schema);
  return (value) => (validate(value) ? NONE : violationsOf(validate.errors ?? []));
}

const thorough = oncePerSchema((schema) => compile(schema, 'all'));
const hasty = oncePerSchema((schema) => compile(schema, 'the first'));

function errorsOf(validate: ValidateFunction, value: unknown): readonly ErrorObject[] {
  validate(value);
  return validate.errors ?? [];
}

/**
 * A megabyte of wrong items would cost half a second and 300 MB of error objects: of a message
 * with more values than this only the first violation is told.
 */
const MOST_VALUES = 10_000;

function isReadable(message: unknown): boolean {
  let seen = 0;
  const fits = (value: unknown): boolean => {
    seen += 1;
    if (seen > MOST_VALUES) return false;
    return typeof value !== 'object' || value === null || Object.values(value).every(fits);
  };
  return fits(message);
}
