import { filledWords } from '../read/template-words.ts';
import type { SingleStep, Step } from '../scenario.ts';

/** What a step does, in a few words. */
export function deedOf(step: Step): string {
  switch (step.kind) {
    case 'await':
      return 'await a notification';
    case 'parallel': {
      const [first] = step.steps;
      if (step.times === undefined || !first) return `${step.steps.length} steps at once`;
      return `${step.times} times at once: ${singleDeed(first)}`;
    }
    default:
      return singleDeed(step);
  }
}

function singleDeed(step: SingleStep): string {
  switch (step.kind) {
    case 'call':
      return `call ${step.vendor}.${step.method}`;
    case 'action':
      return `action ${step.vendor}/${step.action}`;
    case 'fault':
      return `fault ${filledWords(step.rule)}`;
    case 'clock':
      return step.move === 'advance'
        ? `clock: ${filledWords(step.target)} pass`
        : `clock: to ${filledWords(step.target)}`;
  }
}
