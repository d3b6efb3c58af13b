import type { CheckedCase } from './checked-case.ts';

/** A report as CI servers read it: one suite for each group, in the order of the checks. */
export function junitOf(name: string, checks: readonly CheckedCase[]): string {
  const groups = [...new Set(checks.map(({ group }) => group))];
  const suites = groups.map((group) =>
    suiteOf(
      group,
      checks.filter((check) => check.group === group),
    ),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${escaped(name)}" ${countsOf(checks)}>`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function suiteOf(group: string, checks: readonly CheckedCase[]): string {
  const cases = checks.map(caseOf).join('\n');
  return `  <testsuite name="${escaped(group)}" ${countsOf(checks)}>\n${cases}\n  </testsuite>`;
}

function countsOf(checks: readonly CheckedCase[]): string {
  const of = (outcome: CheckedCase['outcome']): number =>
    checks.filter((check) => check.outcome === outcome).length;
  const ms = checks.reduce((sum, check) => sum + check.ms, 0);
  const counts = `tests="${checks.length}" failures="${of('failed')}" skipped="${of('skipped')}"`;
  return `${counts} time="${seconds(ms)}"`;
}

function caseOf({ group, name, outcome, why, ms }: CheckedCase): string {
  const head = `    <testcase classname="${escaped(group)}" name="${escaped(name)}" time="${seconds(ms)}"`;
  const text = escaped(why.join('\n'));
  switch (outcome) {
    case 'passed':
      if (text === '') return `${head}/>`;
      return `${head}>\n      <system-out>${text}</system-out>\n    </testcase>`;
    case 'skipped':
      return `${head}>\n      <skipped message="${text}"/>\n    </testcase>`;
    case 'failed': {
      const message = escaped(why[0] ?? '');
      return `${head}>\n      <failure message="${message}">${text}</failure>\n    </testcase>`;
    }
  }
}

const seconds = (ms: number): string => (ms / 1000).toFixed(3);

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
};
// Characters that XML 1.0 has no way to write, not even as a reference.
const UNWRITABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const escaped = (text: string): string =>
  text
    .replaceAll(UNWRITABLE, '\u{FFFD}')
    .replaceAll(/[&<>"\n]/g, (character) => ENTITIES[character] ?? character);
