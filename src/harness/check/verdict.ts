import { validatorOf, type Violation } from '#kit/ajv.ts';
import { MASKED } from '#kit/mask.ts';
import { opened } from '#kit/opened.ts';
import type { TSchema } from '#kit/types.ts';
import { partsOf } from './positions.ts';

export interface Verdict {
  readonly violations: readonly Violation[];
  /** Keys that the contract does not know. */
  readonly drift: readonly Violation[];
}

/** By the schema that a message fits best; of equals, the first. */
export function bestVerdict(
  schemas: readonly TSchema[],
  message: unknown,
  masked: boolean,
): Verdict {
  const verdicts = schemas.map((schema) => verdictOf(schema, message, masked));
  const [best] = verdicts.sort((a, b) => a.violations.length - b.violations.length);
  return best ?? { violations: [], drift: [] };
}

function verdictOf(schema: TSchema, message: unknown, masked: boolean): Verdict {
  const strict = validatorOf(schema)(message);
  if (strict.length === 0) return { violations: [], drift: [] };
  const isReal = ({ pointer }: Violation): boolean =>
    !masked || !isMasked(valueAt(message, pointer));
  const isUnknownKey = ({ keyword }: Violation): boolean => keyword === 'additionalProperties';
  return {
    violations: validatorOf(opened(schema))(message).filter(isReal),
    drift: strict.filter(isUnknownKey),
  };
}

/** What the journal writes instead of a secret, of what a client mints, of what nobody knows. */
const isMasked = (value: unknown): boolean =>
  value === MASKED ||
  (typeof value === 'string' && /^<(minted|null|array|object|string|number|boolean)>$/.test(value));

function valueAt(message: unknown, pointer: string): unknown {
  let value = message;
  for (const part of partsOf(pointer)) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[part];
  }
  return value;
}
