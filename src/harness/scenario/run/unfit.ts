import { onlyReads } from '#kit/operation.ts';
import { knownCalls } from '../calls.ts';
import type { SingleStep, Step } from '../scenario.ts';
import { patientMs } from './patience.ts';
import type { Stage } from './stage.ts';

/** Why this target cannot take a step; undefined where it can. */
export function unfitFor(step: Step, stage: Stage): string | undefined {
  if (stage.sandbox) return undefined;
  switch (step.kind) {
    case 'await':
      return 'only a double shows what it sends';
    case 'parallel':
      return step.steps.map((single) => unfitSingle(single, stage)).find(Boolean);
    case 'action':
    case 'fault':
    case 'clock':
    case 'call':
      return unfitSingle(step, stage);
  }
}

function unfitSingle(step: SingleStep, { readOnly }: Stage): string | undefined {
  switch (step.kind) {
    case 'action':
      return 'only a double does what happens behind the counter';
    case 'fault':
      return 'only a double makes trouble on purpose';
    case 'clock':
      return patientMs(step) === undefined
        ? 'only a double sets its clock, and a minute is the most that is waited'
        : undefined;
    case 'call': {
      if (step.expected.kind === 'lost') return 'only a double loses an answer on purpose';
      const operation = knownCalls.get(`${step.vendor}.${step.method}`)?.operation;
      return operation && onlyReads(operation) ? undefined : readOnly;
    }
  }
}
