import type { CheckedCase } from '../../reports/checked-case.ts';
import { junitOf as casesToJunit } from '../../reports/junit.ts';
import { labelOf, type Report, type ScenarioResult } from './result.ts';
import { failureLines, leftOut } from './text.ts';

/** A report for CI servers: one suite, one case for each scenario. */
export const junitOf = ({ target, scenarios }: Report): string =>
  casesToJunit(
    'sosie replay',
    scenarios.map((scenario) => caseOf(scenario, target)),
  );

function caseOf(scenario: ScenarioResult, target: string): CheckedCase {
  const { name, protocol, title, status, reason = '', tookMs } = scenario;
  const common = {
    group: `scenarios, ${target}`,
    name: `${labelOf(name, protocol)}: ${title}`,
    ms: tookMs,
  };
  switch (status) {
    case 'passed':
      return { ...common, outcome: 'passed', why: leftOut(scenario) };
    case 'skipped':
    case 'not-run':
      return { ...common, outcome: 'skipped', why: [reason] };
    case 'failed':
      return { ...common, outcome: 'failed', why: whyOf(scenario) };
  }
}

/** What a list of failures shows comes first. */
function whyOf({ steps, command }: ScenarioResult): readonly string[] {
  const failed = steps.find((step) => step.status === 'failed');
  const [trouble] = failed?.troubles ?? [];
  const sides = [
    trouble?.expected === undefined ? '' : `: expected ${trouble.expected}`,
    trouble?.seen === undefined ? '' : `, seen ${trouble.seen}`,
  ].join('');
  return [
    `step ${failed?.number}: ${trouble?.what ?? ''}${sides}`,
    ...steps.flatMap(failureLines),
    `again: ${command}`,
  ];
}
