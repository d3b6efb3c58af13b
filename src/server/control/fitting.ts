import type { TSchema } from '@sinclair/typebox';
import { validatorOf, type Violation } from '#kit/ajv.ts';
import { isSchema } from '#kit/subschemas.ts';
import { didYouMean, invalid } from './problem.ts';

/** 400 with a pointer when a value breaks its schema; `field` is where in the body it stands. */
export function assertFits(schema: TSchema, value: unknown, field = ''): void {
  const [violation] = validatorOf(schema)(value);
  if (!violation) return;
  throw invalid(`${field}${violation.pointer}`.replace(/^\//, ''), sentenceOf(schema, violation));
}

/** The violation's own sentence, with what was probably meant when a key is unknown. */
export function sentenceOf(schema: TSchema, { pointer, message, keyword }: Violation): string {
  if (keyword !== 'additionalProperties') return message;
  const path = pointer.split('/').slice(1);
  const word = path.pop() ?? '';
  let inner: unknown = schema;
  for (const name of path) inner = propertiesOf(inner)?.[name];
  const known = Object.keys(propertiesOf(inner) ?? {});
  return `"${word}" is not known here${didYouMean(word, known) || `; known: ${known.join(', ')}`}`;
}

function propertiesOf(schema: unknown): TSchema | undefined {
  const properties: unknown = isSchema(schema) && schema['properties'];
  return isSchema(properties) ? properties : undefined;
}
