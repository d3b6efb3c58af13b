import type { Command } from 'commander';
import { suggestion, UsageError } from '#server/config/usage-error.ts';
import type { ClockChange, ClockReading } from '#server/control/clock.ts';
import {
  addExamples,
  addSandboxFlags,
  controlFor,
  printAnswer,
  type SandboxFlags,
} from './asking.ts';
import { CheckFailed } from './check-failed.ts';
import { columns } from './columns.ts';
import { below } from './control.ts';
import type { Terminal } from './terminal.ts';

export function define(command: Command, terminal: Terminal): void {
  addExamples(command, 'clock get', 'clock set frozen', 'clock advance PT21M');
  defineGet(command, terminal);
  defineSet(command, terminal);
  defineAdvance(command, terminal);
}

function defineGet(command: Command, terminal: Terminal): void {
  const get = addSandboxFlags(command.command('get').description('what time it is there'));
  addExamples(get, 'clock get', 'clock get --sandbox mine --json');
  get.action(async (flags: SandboxFlags) => {
    const control = await controlFor(flags);
    const answer = await control.ask<ClockReading>('GET', below`/sandboxes/${flags.sandbox}/clock`);
    printAnswer(terminal, flags, { answer, inWords: clockInWords });
  });
}

function defineSet(command: Command, terminal: Terminal): void {
  const set = addSandboxFlags(
    command
      .command('set')
      .description('freeze it, let it run, or set it forward; what falls due on the way runs')
      .argument('<clock>', 'frozen, running, an instant with its zone, or both: frozen@ISO'),
  );
  addExamples(
    set,
    'clock set frozen',
    'clock set running@2026-03-04T10:00:00+01:00',
    'clock set 2026-03-05T08:00:00+01:00',
  );
  set.action(async (clock: string, flags: SandboxFlags) => {
    const change = changeOf(clock);
    const control = await controlFor(flags);
    const path = below`/sandboxes/${flags.sandbox}/clock`;
    const answer = await control.ask<ClockReading>('PUT', path, change);
    printAnswer(terminal, flags, { answer, inWords: clockInWords });
  });
}

function changeOf(clock: string): ClockChange {
  const [, mode, at] = /^(running|frozen)(?:@(.*))?$/.exec(clock) ?? [];
  if (mode === 'running' || mode === 'frozen') return at === undefined ? { mode } : { mode, at };
  if (/^[-+\d]/.test(clock)) return { at: clock };
  const words = ['running', 'frozen'];
  throw new UsageError(`"${clock}" is no clock and no instant; ${suggestion(clock, words)}`);
}

function defineAdvance(command: Command, terminal: Terminal): void {
  const advance = addSandboxFlags(
    command
      .command('advance')
      .description('let time pass and tell what happened')
      .argument('<time>', 'a duration, an instant, next (thing due) or idle (nothing due)'),
  );
  addExamples(
    advance,
    'clock advance PT21M',
    'clock advance 2026-03-05T08:00:00+01:00',
    'clock advance next --sandbox mine',
  );
  advance.action(async (time: string, flags: SandboxFlags) => {
    const target = targetOf(time);
    const control = await controlFor(flags);
    const path = below`/sandboxes/${flags.sandbox}/clock/advance`;
    const answer = await control.ask<Advanced>('POST', path, target);
    printAnswer(terminal, flags, { answer, inWords: advancedInWords });
    assertCalm(answer);
  });
}

function targetOf(time: string): { readonly by: string } | { readonly to: string } {
  if (/^[-+]?P/i.test(time)) return { by: time };
  if (time === 'next' || time === 'idle' || /^[-+\d]+-/.test(time)) return { to: time };
  const known = 'a duration (PT20M), an instant (2026-03-04T10:00:00+01:00), next or idle';
  throw new UsageError(`"${time}" is not a time to go to: ${known}`);
}

/** What the API answers to an advance. */
interface Advanced {
  readonly from: string;
  readonly to: string;
  readonly events: readonly AgendaEvent[];
  readonly counts: Readonly<Record<string, number>>;
  readonly total: number;
  readonly stopped?: 'limit';
}

interface AgendaEvent {
  readonly at: string;
  readonly vendor: string;
  readonly kind: string;
  readonly outcome: 'done' | 'refused' | 'defect';
  readonly entities: readonly string[];
  readonly journal: number;
}

const clockInWords = ({ now, mode }: ClockReading): string => columns([[now, mode]]);

function advancedInWords({ from, to, events, counts, total }: Advanced): string {
  const rows = events.map(({ at, vendor, kind, outcome, entities: [entity = ''] }) => [
    ...[at, vendor, kind, outcome, entity],
  ]);
  const rest = total - events.length;
  const sums = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`);
  return [
    `from ${from} to ${to}`,
    ...(rows.length > 0 ? [columns(rows)] : ['nothing fell due']),
    ...(rest > 0 ? [`and ${rest} more; in all: ${sums.join(', ')}`] : []),
  ].join('\n');
}

function assertCalm({ events, stopped, to }: Advanced): void {
  const defect = events.find(({ outcome }) => outcome === 'defect');
  if (defect) {
    const { vendor, kind, journal } = defect;
    throw new CheckFailed(`a defect of the double in ${vendor} ${kind}: journal record ${journal}`);
  }
  if (stopped) throw new CheckFailed(`gave up at ${to}: something was due still`);
}
