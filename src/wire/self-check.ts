import { Defect } from '#kernel/defect.ts';
import type { Violation } from '#kit/violations.ts';
import type { Exchange } from './exchange.ts';
import type { PipelineParts } from './pipeline.ts';

/** Our own answer against our own contract. */
export function selfCheck(
  parts: PipelineParts,
  exchange: Exchange,
  violations: readonly Violation[],
): void {
  const [violation] = violations;
  exchange.selfCheck = parts.selfCheck === 'off' ? undefined : violation;
  if (violation && parts.selfCheck === 'fail') {
    throw new Defect(
      `the answer breaks its contract at ${violation.pointer}: ${violation.message}`,
    );
  }
}
