import type { CheckedCase } from './checked-case.ts';

/** A check as a person reads it: what, and where it failed or was skipped, why. */
export function linesOf({ name, outcome, why, ms }: CheckedCase): readonly string[] {
  const head = `${outcome.padEnd(7)} ${name}`;
  switch (outcome) {
    case 'passed':
      return [`${head} (${Math.round(ms)} ms)`];
    case 'skipped':
      return [`${head}: ${why.join('; ')}`];
    case 'failed':
      return [head, ...why.map((line) => `          ${line}`)];
  }
}

/** `82 passed, 1 failed, 2 skipped` */
export function totalsOf(checks: readonly CheckedCase[]): string {
  const outcomes: readonly CheckedCase['outcome'][] = ['passed', 'failed', 'skipped'];
  return outcomes
    .map((outcome) => `${checks.filter((one) => one.outcome === outcome).length} ${outcome}`)
    .join(', ');
}
