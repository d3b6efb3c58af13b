import {
  countOf,
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
  const head = `${words[scenario.status]} ${scenario.name}`;
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
      return left.length === 0 ? [] : [`passed in part ${scenario.name}`, ...left];
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
function leftOut({ steps }: ScenarioResult): readonly string[] {
  return steps.flatMap(({ number, status, reason, unchecked }) => [
    ...(status === 'skipped' ? [`  step ${number} skipped: ${reason ?? ''}`] : []),
    ...unchecked.map((line) => `  step ${number} unchecked: ${line}`),
  ]);
}

function sumOf({ scenarios, target, tookMs }: Report): string {
  const statuses = ['passed', 'failed', 'skipped', 'not-run'] as const;
  const counts = statuses
    .map((status) => [status, countOf(scenarios, status)] as const)
    .filter(([status, count]) => count > 0 || status === 'passed' || status === 'failed')
    .map(([status, count]) => `${count} ${words[status]}`);
  const nothing = countOf(scenarios, 'passed') + countOf(scenarios, 'failed') === 0;
  const warning = nothing ? '; nothing was checked' : '';
  return `${counts.join(', ')} (${target}, ${(tookMs / 1000).toFixed(1)} s)${warning}`;
}
