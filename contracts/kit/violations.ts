import type { ErrorObject } from 'ajv';
import { kindOf } from './kind.ts';
import { isSchema } from './subschemas.ts';

/** Where a message breaks its contract, in one sentence. */
export interface Violation {
  /** JSON pointer to the value; to the key itself when it is missing or unknown. */
  readonly pointer: string;
  readonly message: string;
  /** The JSON Schema keyword that is broken. */
  readonly keyword: string;
}

/** A hostile body can break a schema a hundred thousand times; nobody reads more than these. */
const MOST = 50;

export function violationsOf(errors: readonly ErrorObject[]): readonly Violation[] {
  const seen = errors.length > 10 * MOST ? errors.slice(0, 10 * MOST) : errors;
  return withoutBranches(seen).slice(0, MOST).map(violation);
}

function violation(error: ErrorObject): Violation {
  const key = keyOf(error);
  const pointer = key === undefined ? error.instancePath : `${error.instancePath}/${escaped(key)}`;
  return { pointer, message: sentence(error), keyword: error.keyword };
}

/** The key an error is about when that is not the value at its own path. */
function keyOf(error: ErrorObject): string | undefined {
  const params: Readonly<Record<string, unknown>> = error.params;
  const key = params['missingProperty'] ?? params['additionalProperty'];
  return typeof key === 'string' ? key : undefined;
}

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/**
 * A union reports each branch that did not fit and then itself. When a branch took the value but
 * found something wrong inside, only that is worth reading; otherwise only the union is.
 */
function withoutBranches(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const unions = errors.filter((error) => error.keyword === 'anyOf');
  if (unions.length === 0) return errors;
  return errors.filter((error) => {
    if (unions.some((union) => isBranchOf(error, union) && !isInside(error, union))) return false;
    return error.keyword !== 'anyOf' || !errors.some((other) => isInsideBranch(other, error));
  });
}

const isBranchOf = (error: ErrorObject, union: ErrorObject): boolean =>
  error.schemaPath.startsWith(`${union.schemaPath}/`) &&
  (error.instancePath === union.instancePath || isInside(error, union));

const isInside = (error: ErrorObject, union: ErrorObject): boolean =>
  error.instancePath.startsWith(`${union.instancePath}/`) ||
  (error.instancePath === union.instancePath && keyOf(error) !== undefined);

const isInsideBranch = (error: ErrorObject, union: ErrorObject): boolean =>
  isBranchOf(error, union) && isInside(error, union);

function sentence(error: ErrorObject): string {
  const params: Readonly<Record<string, unknown>> = error.params;
  switch (error.keyword) {
    case 'required':
      return `“${String(params['missingProperty'])}” is missing.`;
    case 'additionalProperties':
      return `“${String(params['additionalProperty'])}” is not in the contract.`;
    case 'format':
      return `This is not a valid ${String(params['format'])}.`;
    case 'pattern':
      return `This does not have the form ${String(params['pattern'])}.`;
    case 'type':
    case 'enum':
    case 'const':
    case 'anyOf':
      return `Expected ${expectation(error.parentSchema)}, found ${found(error)}.`;
    default:
      return `This ${error.message ?? `breaks “${error.keyword}”`}.`;
  }
}

/** Only a wrong choice is quoted: a value of a wrong type may be anything, a secret too. */
const found = (error: ErrorObject): string =>
  error.keyword === 'enum' || error.keyword === 'const'
    ? JSON.stringify(error.data)
    : kindOf(error.data);

/** What a schema accepts, in words. */
function expectation(schema: unknown): string {
  if (!isSchema(schema)) return 'something else';
  if ('const' in schema) return JSON.stringify(schema['const']);
  const choices: unknown = schema['enum'];
  if (Array.isArray(choices))
    return `one of ${choices.map((one) => JSON.stringify(one)).join(', ')}`;
  const branches: unknown = schema['anyOf'];
  if (Array.isArray(branches)) return branches.map(expectation).join(' or ');
  const type = String(schema['type']);
  return typeof schema['pattern'] === 'string' ? `${type} like ${schema['pattern']}` : type;
}
