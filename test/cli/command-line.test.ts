import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { typed as sosie } from './typed.ts';

test.each([
  // command line              the one line
  ['strat', "sosie: unknown command 'strat'; did you mean start?"],
  ['launch', "sosie: unknown command 'launch'"],
  ['--verbose', "sosie: unknown option '--verbose'"],
  ['start --prot 1', "sosie: unknown option '--prot'; did you mean --port?"],
  ['start --port', "sosie: option '--port <number>' argument missing"],
  ['start now', "sosie: too many arguments for 'start'. Expected 0 arguments but got 1."],
  ['start --port x', 'sosie: --port must be a whole number from 0 to 65535, not "x"'],
  ['start --tls auto', 'sosie: --tls is not built yet'],
  ['start --config none.yaml', 'sosie: none.yaml: no such file (--config)'],
  ['drift', 'sosie: drift is not built yet'],
  ['snapshot save --url http://127.0.0.1:1', 'sosie: snapshot is not built yet'],
])('sosie %s is answered with one line and exit code 2', async (line, answer) => {
  expect(await sosie(line)).toEqual({ code: 2, out: '', err: `${answer}\n` });
});

const notBuilt = commands.filter(({ load }) => load === undefined).map(({ name }) => name);

test.each(notBuilt)(
  'sosie %s says that it is not built yet rather than doing nothing',
  async (command) => {
    expect(await sosie(command)).toMatchObject({
      code: 2,
      err: `sosie: ${command} is not built yet\n`,
    });
  },
);

test('sosie alone shows the help and counts as wrong usage', async () => {
  const { code, err } = await sosie('');
  expect(code).toBe(2);
  expect(err).toMatch(/^Usage: sosie/);
});

test('the help lists every command, says what is not built, and gives examples', async () => {
  const { code, out } = await sosie('--help');
  expect(code).toBe(0);
  expect(out).toMatch(/ start +start every vendor on one port\n/);
  expect(out).toMatch(/ drift .*\(not built\s+yet\)\n/);
  expect(out).toContain('$ sosie start --port 0');
});

test('the help of start shows each option with its default', async () => {
  const { code, out } = await sosie('start --help');
  expect(code).toBe(0);
  expect(out).toMatch(
    /--port <number> +port for everything; 0 takes any free one\s+\(default: 4360\)/,
  );
  expect(out).toMatch(/--tls <auto\|cert,key> +serves https \(not built yet\)/);
  expect(out).toContain('SOSIE_PORT=4400 sosie start --print-config');
});

test('--version prints the version and nothing else', async () => {
  expect(await sosie('--version')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
  });
});

test('--print-config shows where each value came from and starts nothing', async () => {
  const { code, out } = await sosie(
    'start --print-config --port 4400 --set utick.a=1 --set utick.b=2',
  );
  expect(code).toBe(0);
  expect(out).toMatch(/^port +4400 +flag --port$/m);
  expect(out).toMatch(/^set +utick\.a=1,utick\.b=2 +flag --set$/m);
  expect(out).toMatch(/^seed +1 +default$/m);
});
