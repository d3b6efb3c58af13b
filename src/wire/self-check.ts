import { Defect } from '#kernel/defect.ts';
import type { Validator } from '#kit/ajv.ts';
import type { TSchema } from '#kit/types.ts';
import type { Exchange } from './exchange.ts';
import type { PipelineParts } from './pipeline.ts';
import { orderProblem } from './rest/json-writer.ts';

/** What an answer of ours has to be. */
export interface ResponseCheck {
  readonly schema: TSchema;
  readonly check: Validator;
}

/** Our own answer against our own contract; the order of its keys too where tests ask for it. */
export function selfCheck(
  { selfCheck: mode, hardened }: PipelineParts,
  exchange: Exchange,
  { schema, check, message }: ResponseCheck & { readonly message: unknown },
): void {
  if (mode === 'off') return;
  const [violation] = check(message);
  exchange.selfCheck = violation;
  if (violation && mode === 'fail') {
    throw new Defect(
      `the answer breaks its contract at ${violation.pointer}: ${violation.message}`,
    );
  }
  const pointer = hardened ? orderProblem(schema, message) : undefined;
  if (pointer !== undefined) throw new Defect(`the answer's keys are out of order at ${pointer}`);
}
