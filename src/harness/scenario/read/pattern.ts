import { foreignValidatorOf } from '#kit/ajv.ts';
import { isSchema } from '#kit/subschemas.ts';
import { known } from '../place.ts';
import type { Reading } from './reading.ts';
import { expressionsIn, filled, type Template, type TemplateField } from './template.ts';

const WORDS = ['$contains', '$schema'] as const;

/** Complains about what a pattern may not hold: a word with `$` that is none, or not alone. */
export async function checkPattern(reading: Reading, pattern: Template): Promise<void> {
  if (pattern.kind === 'list') {
    for (const item of pattern.items) await checkPattern(reading, item);
  }
  if (pattern.kind !== 'object') return;
  const special = pattern.fields.find(({ key }) => key.startsWith('$'));
  if (special) return checkSpecial(reading, pattern.fields, special);
  for (const { value } of pattern.fields) await checkPattern(reading, value);
}

async function checkSpecial(
  reading: Reading,
  fields: readonly TemplateField[],
  { key, at, value }: TemplateField,
): Promise<void> {
  if (!WORDS.some((word) => word === key)) {
    return reading.complainAt(at, `unknown word "${key}"${known(reading.hint, key, WORDS)}`);
  }
  if (fields.length > 1) return reading.complainAt(at, `"${key}" stands alone in its mapping`);
  if (key === '$schema') return checkSchema(reading, value);
  if (value.kind === 'list') return checkPattern(reading, value);
  reading.complainAt(at, '"$contains" is a list of what is to be there');
}

/** A schema with expressions in it can be judged only when they are evaluated. */
async function checkSchema(reading: Reading, template: Template): Promise<void> {
  if (expressionsIn(template).length > 0) return;
  const why = schemaProblem(await filled(template, {}));
  if (why !== undefined) reading.complainAt(template.at, `"$schema" is no JSON Schema: ${why}`);
}

export function schemaProblem(schema: unknown): string | undefined {
  if (!isSchema(schema)) return 'it is a mapping';
  try {
    foreignValidatorOf(schema);
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  }
}
