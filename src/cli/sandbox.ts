import type { Command } from 'commander';
import type { SandboxDescription } from '#server/control/sandboxes.ts';
import {
  addAskingFlags,
  addExamples,
  controlFor,
  printAnswer,
  type AskingFlags,
} from './asking.ts';
import { columns } from './columns.ts';
import { below, type Control } from './control.ts';
import { jsonOf, numberOf } from './flag-values.ts';
import type { Terminal } from './terminal.ts';

export function define(command: Command, terminal: Terminal): void {
  addExamples(command, 'sandbox ls', 'sandbox new mine --clock frozen@2026-03-04T10:00:00+01:00');
  defineList(command, terminal);
  defineNew(command, terminal);
  defineReset(command, terminal);
  defineFork(command, terminal);
  defineRemove(command, terminal);
}

function defineList(command: Command, terminal: Terminal): void {
  const list = addAskingFlags(command.command('ls').description('list them'));
  addExamples(list, 'sandbox ls', 'sandbox ls --json');
  list.action(async (flags: AskingFlags) => {
    const control = await controlFor(flags);
    const answer = await control.ask<{ readonly sandboxes: readonly SandboxDescription[] }>(
      'GET',
      below`/sandboxes`,
    );
    printAnswer(terminal, flags, { answer, inWords: ({ sandboxes }) => listInWords(sandboxes) });
  });
}

interface NewFlags extends AskingFlags {
  readonly dataset?: string;
  readonly seed?: string;
  readonly clock?: string;
  readonly ttl?: string;
  readonly credentials?: string;
}

function defineNew(command: Command, terminal: Terminal): void {
  const make = addAskingFlags(
    command
      .command('new')
      .description('make one; what is left out is as `sosie start` was told')
      .argument('<name>', 'letters, digits, dots, hyphens, underscores')
      .option('--dataset <name|file>', 'data to start with; join several with +')
      .option('--seed <number>', 'the same seed and the same calls give the same answers')
      .option('--clock <clock>', 'running, running@ISO, frozen@ISO, or an instant to stand at')
      .option('--ttl <duration>', 'how long it outlives its last use, or never (default: PT1H)')
      .option('--credentials <json>', 'by vendor: whoever uses them lands in this sandbox'),
  );
  addExamples(
    make,
    'sandbox new mine',
    'sandbox new job-17 --dataset empty --ttl PT10M',
    `sandbox new mine --credentials '{"utick":{"publicKey":"MINE","privateKey":"SECRET"}}'`,
  );
  make.action(async (name: string, flags: NewFlags) => {
    const { dataset, clock, ttl } = flags;
    const seed = flags.seed === undefined ? undefined : numberOf('--seed', flags.seed);
    const credentials = flags.credentials && jsonOf('--credentials', flags.credentials);
    const control = await controlFor(flags);
    const body = { name, dataset, seed, clock, ttl, credentials };
    const answer = await control.ask<SandboxDescription>('POST', below`/sandboxes`, body);
    printAnswer(terminal, flags, { answer, inWords: (made) => oneInWords(control, made) });
  });
}

function defineReset(command: Command, terminal: Terminal): void {
  const reset = addAskingFlags(
    command
      .command('reset')
      .description('back to its data set, its clock and its seed; its journal is emptied')
      .argument('[name]', 'which one', 'default'),
  );
  addExamples(reset, 'sandbox reset', 'sandbox reset mine');
  reset.action(async (name: string, flags: AskingFlags) => {
    const control = await controlFor(flags);
    const answer = await control.ask<SandboxDescription>('POST', below`/sandboxes/${name}/reset`);
    printAnswer(terminal, flags, { answer, inWords: (now) => oneInWords(control, now) });
  });
}

function defineFork(command: Command, terminal: Terminal): void {
  const fork = addAskingFlags(
    command
      .command('fork')
      .description('copy one under another name, at a cost that does not grow with its size')
      .argument('<from>', 'which one')
      .argument('<name>', 'name of the copy'),
  );
  addExamples(fork, 'sandbox fork default before-the-refund');
  fork.action(async (from: string, name: string, flags: AskingFlags) => {
    const control = await controlFor(flags);
    const path = below`/sandboxes/${from}/fork`;
    const answer = await control.ask<SandboxDescription>('POST', path, { name });
    printAnswer(terminal, flags, { answer, inWords: (copy) => oneInWords(control, copy) });
  });
}

function defineRemove(command: Command, terminal: Terminal): void {
  const remove = addAskingFlags(
    command
      .command('rm')
      .description('drop one with all that is in it')
      .argument('<name>', 'which one'),
  );
  addExamples(remove, 'sandbox rm mine');
  remove.action(async (name: string, flags: AskingFlags) => {
    const control = await controlFor(flags);
    await control.ask('DELETE', below`/sandboxes/${name}`);
    printAnswer(terminal, flags, { answer: { removed: name }, inWords: () => `${name} is gone` });
  });
}

function listInWords(sandboxes: readonly SandboxDescription[]): string {
  const rows = sandboxes.map(({ name, dataset, seed, clock, ttl, journalled }) => [
    ...[name, `${clock.mode} ${clock.now}`, dataset, `${seed}`, ttl, `${journalled}`],
  ]);
  return columns([['NAME', 'CLOCK', 'DATASET', 'SEED', 'TTL', 'JOURNALLED'], ...rows]);
}

/** What it is, then where each vendor answers for it. */
function oneInWords({ url }: Control, sandbox: SandboxDescription): string {
  const { name, dataset, seed, clock, paths } = sandbox;
  const facts = `${name}: ${dataset}, seed ${seed}, clock ${clock.mode} at ${clock.now}`;
  const places = Object.entries(paths).map(([vendor, path]) => [vendor, `${url}${path}`]);
  return `${facts}\n${columns(places)}`;
}
