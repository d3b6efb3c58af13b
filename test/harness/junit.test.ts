import { expect, test } from 'vitest';
import { junitOf } from '#harness/reports/junit.ts';
import type { CheckedCase } from '#harness/reports/checked-case.ts';

const check = (name: string, but: Partial<CheckedCase> = {}): CheckedCase => ({
  ...{ group: 'one', name, outcome: 'passed', why: [], ms: 10 },
  ...but,
});

test('a report has a suite for each group, with its counts', () => {
  const checks = [
    check('an order is read'),
    check('a place is taken', { outcome: 'failed', why: ['$.id: is "7"', 'status: 500 & <none>'] }),
    check('time passes', { group: 'two', outcome: 'skipped', why: ['needs a double'] }),
  ];
  expect(junitOf('sosie verify', checks)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="sosie verify" tests="3" failures="1" skipped="1" time="0.030">
  <testsuite name="one" tests="2" failures="1" skipped="0" time="0.020">
    <testcase classname="one" name="an order is read" time="0.010"/>
    <testcase classname="one" name="a place is taken" time="0.010">
      <failure message="$.id: is &quot;7&quot;">$.id: is &quot;7&quot;&#10;status: 500 &amp; &lt;none&gt;</failure>
    </testcase>
  </testsuite>
  <testsuite name="two" tests="1" failures="0" skipped="1" time="0.010">
    <testcase classname="two" name="time passes" time="0.010">
      <skipped message="needs a double"/>
    </testcase>
  </testsuite>
</testsuites>
`);
});

test('what passed in part says what was left out', () => {
  const xml = junitOf('x', [check('a story', { why: ['step 2 skipped: needs a double'] })]);
  expect(xml).toContain('<system-out>step 2 skipped: needs a double</system-out>');
  expect(xml).toContain('tests="1" failures="0" skipped="0"');
});

test('what XML cannot hold is replaced', () => {
  expect(junitOf('x', [check('a\u0000b\u001bc')])).toContain('name="a\uFFFDb\uFFFDc"');
});
