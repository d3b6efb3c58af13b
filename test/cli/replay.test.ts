import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { desk, typed } from './typed.ts';

const folder = mkdtempSync(join(tmpdir(), 'sosie-replay-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

const good = file('good.yaml', 'scenario: A ping\ntags: [a, b]\nsteps: [{ call: utick.ping }]\n');
const bad = file(
  'bad.yaml',
  `scenario: No such order
tags: [a]
steps:
  - call: utick.getOrder
    with: { id: x }
    expect: { status: { id: 15 } }
`,
);
const wrong = file(
  'wrong/one.yaml',
  'scenario: Wrong\nsteps:\n  - call: utick.getOrdr\n  - cal: utick.ping\n',
);

test('without a name all bundled scenarios are replayed', async () => {
  const { code, out, err } = await typed('replay --parallel 4');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const files = readdirSync('fixtures/scenarios');
  // Those of S-360 are told over each protocol.
  const all = files.length + files.filter((file) => file.startsWith('s360-')).length;
  expect(out.replace(/[\d.]+ s/, '… s')).toBe(
    `${all} passed, 0 failed (double, in process, … s)\n`,
  );
}, 60_000);

test('a list names each with its tags and what it tells', async () => {
  const { code, out } = await typed('replay --list --tag utick --tag refunds');
  expect(code).toBe(0);
  expect(out).toBe(
    'utick-refund-one-of-three  utick payments refunds  One of three paid places is given back\n',
  );
});

test('some are chosen by name, by file, by folder and by tag', async () => {
  const namesOf = async (line: string): Promise<readonly string[]> =>
    (await typed(`replay --list ${line}`)).out
      .trim()
      .split('\n')
      .map((row) => row.split(' ')[0] ?? '');
  expect(await namesOf('utick-order-expires')).toEqual(['utick-order-expires']);
  expect(await namesOf(`${good} utick-order-expires`)).toEqual(['good', 'utick-order-expires']);
  expect(await namesOf(folder)).toEqual(['bad', 'good']);
  expect(await namesOf(`${folder} ${good}`)).toEqual(['bad', 'good']);
  expect(await namesOf(`${folder} --tag a`)).toEqual(['bad', 'good']);
  expect(await namesOf(`${folder} --tag a --tag b`)).toEqual(['good']);
});

test('what fails is told with place, expectation and what was seen, and the exit code is 1', async () => {
  const { code, out, err } = await typed(`replay ${good} ${bad}`);
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(out.split('\n')).toEqual([
    'failed bad: No such order',
    '  step 1: call utick.getOrder',
    `    ${bad}:6:5: utick.getOrder`,
    '      expected  done',
    '      seen      refused: 404 Unknown order: x',
    `  again: npx sosie replay ${bad} --seed 1`,
    '',
    expect.stringMatching(/^1 passed, 1 failed \(double, in process, /),
    '',
  ]);
});

test('the command that a failure prints does the same again', async () => {
  const first = await typed(`replay ${folder} --seed 77`);
  const [, again = ''] = /again: npx sosie (.*)\n/.exec(first.out) ?? [];
  expect(again).toBe(`replay ${bad} --seed 77`);
  const second = await typed(again);
  expect(second.code).toBe(1);
  const told = (out: string): string => out.slice(0, out.indexOf('\n\n'));
  expect(told(second.out)).toBe(told(first.out));
});

test('everything wrong with the files is told, a line each, and nothing is played', async () => {
  expect(await typed(`replay ${wrong} ${good}`)).toEqual({
    code: 2,
    out: '',
    err: `${wrong}:3:11: utick has no operation "getOrdr", did you mean "getOrder"?
${wrong}:4:5: a step has one of call, action, fault, clock, parallel, did you mean "call"?
sosie: 2 mistakes in 1 file: nothing was played
`,
  });
});

test('so is what only the double knows', async () => {
  const path = file('action.yaml', 'scenario: A\nsteps: [{ action: utick/refnud, with: {} }]\n');
  expect(await typed(`replay ${path}`)).toEqual({
    code: 2,
    out: '',
    err: `${path}:2:9: utick has no action "refnud", did you mean "refund"?
sosie: 1 mistake in 1 file: nothing was played
`,
  });
  rmSync(path);
});

test('what is told over two protocols has its mistakes once', async () => {
  const path = file(
    'name.yaml',
    'scenario: A\nsteps: [{ call: s360.getOrderDetails, with: { orderId: "${data.s360.oders.a}" } }]\n',
  );
  const { err } = await typed(`replay ${path}`);
  expect(err).toContain('sosie: 1 mistake in 1 file: nothing was played');
  rmSync(path);
});

test.each([
  // command line                             the one line
  [
    'replay utick-order-expire',
    'no file or bundled scenario "utick-order-expire"; did you mean utick-order-expires?',
  ],
  ['replay --tag refund', 'no scenario has the tag "refund"; did you mean refunds?'],
  ['replay --tag refunds --tag races', 'no scenario has all of the tags refunds, races'],
  ['replay --seed soon', '--seed must be a number, not "soon"'],
  ['replay --seed 1.5', /^--seed must be a whole number from 0 to \d+, not "1.5"$/],
  ['replay --parallel 0', '--parallel must be a whole number from 1 to 64, not "0"'],
  [
    'replay --target http://127.0.0.1:1',
    /^no sosie at http:\/\/127.0.0.1:1: nothing listens there/,
  ],
  [
    'replay --token t',
    '--token is the admin token of a running sosie: --target double has none; give its URL',
  ],
  [`replay ${tmpdir()}/none/`, /^no file or bundled scenario/],
])('%s is answered with one line and exit code 2', async (line, answer) => {
  const { code, out, err } = await typed(line);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  const said = err.replace(/^sosie: (.*)\n$/, '$1');
  expect(said).toEqual(typeof answer === 'string' ? answer : expect.stringMatching(answer));
});

test('a running sosie is a target too, and its sandboxes are gone afterwards', async () => {
  const at = await desk({ adminToken: 'secret-enough' });
  const line = `replay utick-last-seat-race ${bad} --target ${at.url}`;
  expect(await typed(line)).toMatchObject({ code: 2, err: expect.stringContaining('token') });
  const { code, out } = await typed(`${line} --token secret-enough`);
  expect(code).toBe(1);
  expect(out).toContain(`again: npx sosie replay ${bad} --seed 1 --target ${at.url}\n`);
  expect(out).toContain(`1 passed, 1 failed (double at ${at.url}, `);
  expect(at.sosie.sandboxes.list().map(({ name }) => name)).toEqual(['default']);
  await at.close();
});

test('with --bail nothing is played after a failure', async () => {
  const { code, out } = await typed(`replay ${folder} --bail`);
  expect(code).toBe(1);
  expect(out).toContain('not run good: another failed before, and --bail ends it there\n');
  expect(out).toContain('0 passed, 1 failed, 1 not run');
});

test('a report for programs holds every step with its exchanges', async () => {
  const path = join(folder, 'reports/run.json');
  await typed(`replay ${good} --json ${path}`);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
    target: 'double, in process',
    scenarios: [
      {
        ...{ name: 'good', title: 'A ping', status: 'passed', seed: 1 },
        command: `npx sosie replay ${good} --seed 1`,
        steps: [{ title: 'call utick.ping', exchanges: [{ operation: 'ping', outcome: 'done' }] }],
      },
    ],
  });
});

test('a report that cannot be written is one line', async () => {
  const { code, err } = await typed(`replay ${good} --json ${good}/x.json`);
  expect({ code, err }).toEqual({
    code: 2,
    err: expect.stringMatching(/^sosie: .*x\.json: cannot be written \(E[A-Z]+\)\n$/),
  });
});
