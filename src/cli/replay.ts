import type { Command } from 'commander';
import {
  overProtocols,
  protocols,
  replay,
  textOf,
  countOf,
  type Report,
  type Scenario,
  type Target,
} from '#harness/scenario/index.ts';
import { UsageError } from '#server/config/usage-error.ts';
import { didYouMean } from '#server/control/problem.ts';
import { addExamples } from './asking.ts';
import { CheckFailed } from './check-failed.ts';
import { columns, printable } from './columns.ts';
import { numberOf } from './flag-values.ts';
import { commandFor } from './replay-command.ts';
import { assertNoFindings, readAll, withTags } from './replay-files.ts';
import { progressOn } from './replay-progress.ts';
import { writeReports, type ReportFlags } from './replay-reports.ts';
import { targetOf } from './replay-target.ts';
import type { Terminal } from './terminal.ts';

interface ReplayFlags extends ReportFlags {
  readonly target: string;
  readonly token?: string;
  readonly tag?: readonly string[];
  readonly list?: true;
  readonly seed?: string;
  readonly protocol?: string;
  readonly parallel: string;
  readonly bail?: true;
}

export function define(command: Command, terminal: Terminal): void {
  command
    .argument('[scenario...]', 'files, folders or names of bundled ones (default: all of these)')
    .option('--target <target>', 'double, the URL of a running sosie, or a profile.yaml', 'double')
    .option('--token <token>', 'admin token of a running sosie (else SOSIE_ADMIN_TOKEN)')
    .option('--tag <tag>', 'only scenarios with this tag; more than one: with all', collected)
    .option('--list', 'list them and stop')
    .option('--seed <number>', 'in place of the seed of each scenario')
    .option('--protocol <protocol>', 'rest or soap, of vendors that offer both (default: each)')
    .option('--parallel <number>', 'so many at once', '1')
    .option('--bail', 'stop at the first that fails')
    .option('--junit <file>', 'write a report for CI servers')
    .option('--html <file>', 'write a report for people')
    .option('--json <file>', 'write a report for programs');
  addExamples(
    command,
    'replay',
    'replay --list',
    'replay utick-order-expires --html report.html',
    'replay my-story.yaml --target http://127.0.0.1:4360',
    'replay my-story.yaml --target utick-test.yaml',
    'replay --tag payments --parallel 4 --junit report.xml',
  );
  command.action((words: readonly string[], flags: ReplayFlags) => run(words, flags, terminal));
}

const collected = (value: string, earlier: readonly string[] = []): readonly string[] => [
  ...earlier,
  value,
];

async function run(
  words: readonly string[],
  flags: ReplayFlags,
  terminal: Terminal,
): Promise<void> {
  const seed = seedOf(flags.seed);
  const parallel = wholeOf('--parallel', flags.parallel, { least: 1, most: 64 });
  const protocol = protocolOf(flags.protocol);
  const found = withTags(await readAll(words, terminal), flags.tag ?? []);
  if (flags.list) return terminal.out(`${listOf(found)}\n`);
  const scenarios = overProtocols(found, protocol);
  const target = await targetOf(flags);
  let report: Report;
  try {
    // Whatever it is told over, a mistake is one.
    assertNoFindings(await target.check(found), terminal);
    report = await play(scenarios, { target, seed, parallel, bail: flags.bail ?? false });
  } finally {
    await target.close();
  }
  writeReports(report, flags);
  terminal.out(`${textOf(report).split('\n').map(printable).join('\n')}\n`);
  assertPassed(report);
}

function protocolOf(word: string | undefined): (typeof protocols)[number] | undefined {
  const protocol = protocols.find((one) => one === word);
  if (word === undefined || protocol) return protocol;
  throw new UsageError(`--protocol takes ${protocols.join(' or ')}, not "${word}"`);
}

/** A run in which everything was skipped has checked nothing; the report has said so. */
function assertPassed({ scenarios }: Report): void {
  if (countOf(scenarios, 'failed') > 0 || countOf(scenarios, 'passed') === 0) {
    throw new CheckFailed();
  }
}

interface Playing {
  readonly target: Target;
  readonly seed: number | undefined;
  readonly parallel: number;
  readonly bail: boolean;
}

async function play(scenarios: readonly Scenario[], options: Playing): Promise<Report> {
  const progress = progressOn(process.stderr, scenarios.length);
  try {
    return await replay({
      ...options,
      scenarios,
      hint: didYouMean,
      commandFor: (scenario) => commandFor(scenario, options.target),
      stopwatch: () => performance.now(),
      startedAt: new Date().toISOString(),
      onResult: progress.show,
    });
  } finally {
    progress.clear();
  }
}

const listOf = (scenarios: readonly Scenario[]): string =>
  columns(scenarios.map(({ name, title, tags }) => [name, tags.join(' '), title]));

function seedOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return wholeOf('--seed', text, { least: 0, most: Number.MAX_SAFE_INTEGER });
}

function wholeOf(
  flag: string,
  text: string,
  { least, most }: { readonly least: number; readonly most: number },
): number {
  const value = numberOf(flag, text);
  if (Number.isSafeInteger(value) && value >= least && value <= most) return value;
  throw new UsageError(`${flag} must be a whole number from ${least} to ${most}, not "${text}"`);
}
