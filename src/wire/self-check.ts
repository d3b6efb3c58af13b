import { Defect } from '#kernel/defect.ts';
import type { Validator, Violation } from '#kit/ajv.ts';
import type { TSchema } from '#kit/types.ts';
import type { PipelineParts } from './pipeline.ts';
import { orderProblem } from './rest/json-writer.ts';

/** What an answer of ours has to be. */
export interface ResponseCheck {
  readonly schema: TSchema;
  readonly check: Validator;
}

/**
 * Our own answer against our own contract; a violation is told, or thrown as a defect. The order of
 * its keys is checked too where tests ask for it.
 */
export function selfCheck(
  { selfCheck: mode, hardened }: PipelineParts,
  { schema, check }: ResponseCheck,
  message: unknown,
): Violation | undefined {
  if (mode === 'off') return undefined;
  const [violation] = check(message);
  if (violation && mode === 'fail') {
    throw new Defect(
      `the answer breaks its contract at ${violation.pointer}: ${violation.message}`,
    );
  }
  const pointer = hardened ? orderProblem(schema, message) : undefined;
  if (pointer !== undefined) throw new Defect(`the answer's keys are out of order at ${pointer}`);
  return violation;
}
