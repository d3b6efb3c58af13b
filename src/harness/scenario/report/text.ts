import {
  countOf,
  labelOf,
  type Report,
  type ScenarioResult,
  type StepResult,
  type Trouble,
} from './result.ts';

/** What a person at a terminal reads: everything that did not pass, then the sum. */
export function textOf(report: Report): string {
  const told = report.scenarios.flatMap(linesOf);
  return [...told, sumOf(report)].join('\n');
}

function linesOf(scenario: ScenarioResult): readonly string[] {
  const label = labelOf(scenario.name, scenario.protocol);
  const head = `${words[scenario.status]} ${label}`;
  switch (scenario.status) {
    case 'failed':
      return [
        `${head}: ${scenario.title}`,
        ...scenario.steps.flatMap(failureLines),
        `  again: ${scenario.command}`,
        '',
      ];
    case 'skipped':
    case 'not-run':
      return [`${head}: ${scenario.reason ?? ''}`];
    case 'passed': {
      const left = leftOut(scenario);
      return left.length === 0 ? [] : [`passed in part ${label}`, ...left];
    }
  }
}

const words = {
  passed: 'passed',
  failed: 'failed',
  skipped: 'skipped',
  'not-run': 'not run',
} as const;

/** More of the same says nothing new. */
const MOST_TROUBLES = 10;

export function failureLines(step: StepResult): readonly string[] {
  if (step.status !== 'failed') return [];
  const shown = step.troubles.slice(0, MOST_TROUBLES);
  const more = step.troubles.length - shown.length;
  return [
    `  step ${step.number}: ${nameOf(step)}`,
    ...shown.flatMap(troubleLines),
    ...(more > 0 ? [`    and ${more} more`] : []),
  ];
}

const nameOf = ({ title, deed }: StepResult): string =>
  title === deed ? deed : `${title} (${deed})`;

const troubleLines = ({ where, what, expected, seen }: Trouble): readonly string[] => [
  `    ${where}: ${what}`,
  ...(expected === undefined ? [] : [`      expected  ${expected}`]),
  ...(seen === undefined ? [] : [`      seen      ${seen}`]),
];

/** What of a scenario that passed was not checked, and why. */
export function leftOut({ steps }: ScenarioResult): readonly string[] {
  return steps.flatMap((step, at) => {
    const unchecked = step.unchecked.map((line) => `  step ${step.number} unchecked: ${line}`);
    if (step.status !== 'skipped' || isLike(step, steps[at - 1])) return unchecked;
    // Steps in a row that were skipped for one reason are told in one line.
    const end = steps.findIndex((other, later) => later > at && !isLike(other, step));
    const last = (steps.at(end < 0 ? -1 : end - 1) ?? step).number;
    const which = last === step.number ? `step ${last}` : `steps ${step.number} to ${last}`;
    return [`  ${which} skipped: ${step.reason ?? ''}`, ...unchecked];
  });
}

const isLike = (step: StepResult, before: StepResult | undefined): boolean =>
  step.status === before?.status && step.reason === before.reason;

function sumOf({ scenarios, target, tookMs }: Report): string {
  const inPart = scenarios.filter((one) => one.status === 'passed' && leftOut(one).length > 0);
  const parts = inPart.length === 0 ? '' : `, ${inPart.length} of them in part`;
  const statuses = ['passed', 'failed', 'skipped', 'not-run'] as const;
  const counts = statuses
    .map((status) => [status, countOf(scenarios, status)] as const)
    .filter(([status, count]) => count > 0 || status === 'passed' || status === 'failed')
    .map(([status, count]) => `${count} ${words[status]}${status === 'passed' ? parts : ''}`);
  const nothing = countOf(scenarios, 'passed') + countOf(scenarios, 'failed') === 0;
  const warning = nothing ? '; nothing was checked' : '';
  return `${counts.join(', ')} (${target}, ${(tookMs / 1000).toFixed(1)} s)${warning}`;
}
