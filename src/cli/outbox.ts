import type { Command } from 'commander';
import type { NotificationReading, OutboxReading } from '#server/control/outbox.ts';
import {
  addExamples,
  addSandboxFlags,
  controlFor,
  printAnswer,
  type SandboxFlags,
} from './asking.ts';
import { CheckFailed } from './check-failed.ts';
import { columns } from './columns.ts';
import { below, queryOf } from './control.ts';
import type { Terminal } from './terminal.ts';

export function define(command: Command, terminal: Terminal): void {
  addExamples(command, 'outbox ls', 'outbox mode collect', 'outbox deliver 1');
  defineList(command, terminal);
  defineDeliver(command, terminal);
  defineMode(command, terminal);
}

interface ListFlags extends SandboxFlags {
  readonly after?: string;
  readonly limit?: string;
}

function defineList(command: Command, terminal: Terminal): void {
  const ls = command
    .command('ls')
    .description('list what the vendors told their customer’s systems, oldest first')
    .option('--after <id>', 'only those after this one')
    .option('--limit <number>', 'at most so many (default: 100)');
  addSandboxFlags(ls);
  addExamples(ls, 'outbox ls', 'outbox ls --after 100 --json');
  ls.action(async (flags: ListFlags) => {
    const control = await controlFor(flags);
    const query = queryOf({ after: flags.after, limit: flags.limit });
    const path = `${below`/sandboxes/${flags.sandbox}/outbox`}${query}`;
    const answer = await control.ask<OutboxReading>('GET', path);
    printAnswer(terminal, flags, { answer, inWords: listInWords });
  });
}

function defineDeliver(command: Command, terminal: Terminal): void {
  const deliver = command
    .command('deliver')
    .description('send one now, whatever became of it before')
    .argument('<id>', 'which one: what `outbox ls` calls it');
  addSandboxFlags(deliver);
  addExamples(deliver, 'outbox deliver 1', 'outbox deliver 1 --sandbox mine');
  deliver.action(async (id: string, flags: SandboxFlags) => {
    const control = await controlFor(flags);
    const path = below`/sandboxes/${flags.sandbox}/outbox/${id}/deliver`;
    const answer = await control.ask<NotificationReading>('POST', path);
    printAnswer(terminal, flags, { answer, inWords: (told) => columns([rowOf(told)]) });
    const { status, result = 'no answer' } = answer;
    if (status === 'failed') throw new CheckFailed(`${id} was not taken: ${result}`);
  });
}

function defineMode(command: Command, terminal: Terminal): void {
  const mode = command
    .command('mode')
    .description('whether notifications are sent as they come, or only collected')
    .argument('[mode]', 'send or collect; without it, tell what it is');
  addSandboxFlags(mode);
  addExamples(mode, 'outbox mode', 'outbox mode collect --sandbox mine');
  mode.action(async (asked: string | undefined, flags: SandboxFlags) => {
    const control = await controlFor(flags);
    const path = below`/sandboxes/${flags.sandbox}/outbox`;
    const answer =
      asked === undefined
        ? await control.ask<Mode>('GET', `${path}?limit=1`)
        : await control.ask<Mode>('PUT', `${path}/mode`, { mode: asked });
    const told = { answer: { mode: answer.mode }, inWords: () => answer.mode };
    printAnswer(terminal, flags, told);
  });
}

type Mode = Pick<OutboxReading, 'mode'>;

function listInWords({ mode, total, notifications }: OutboxReading): string {
  if (notifications.length === 0)
    return `mode ${mode}: ${total === 0 ? 'nothing' : 'nothing more'}`;
  const rows = notifications.map(rowOf);
  return `mode ${mode}: ${notifications.length} of ${total}\n${columns([HEAD, ...rows])}`;
}

const HEAD = ['ID', 'EMITTED', 'VENDOR', 'KIND', 'STATUS', 'ATTEMPTS', 'RESULT', 'TO'];

function rowOf(told: NotificationReading): string[] {
  const { id, emittedAt, vendor, status, attempts, result = '-', notification } = told;
  const { kind, method, url } = notification;
  return [id, emittedAt, vendor, kind, status, `${attempts}`, result, `${method} ${url}`];
}
