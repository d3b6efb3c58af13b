import { advance, type Advanced, type AdvanceTarget, type TargetFrom } from '#kernel/advance.ts';
import { dueEntries } from '#kernel/agenda.ts';
import { clockOf, putClock } from '#kernel/clock.ts';
import { parseDuration, plus } from '#kernel/duration.ts';
import { formatInstant, parseInstant, type Instant } from '#kernel/instant.ts';
import type { Sandbox } from '#kernel/sandbox.ts';
import type { AgendaEntry, Command } from '#kernel/system-tables.ts';
import type { Core } from '../core.ts';
import { sandboxNamed } from './named.ts';
import { invalid, Problem } from './problem.ts';

export interface ClockReading {
  readonly mode: 'running' | 'frozen';
  /** ISO 8601 in UTC. */
  readonly now: string;
}

export interface ClockChange {
  readonly mode?: 'running' | 'frozen';
  /** Where it is to stand or to go on from; what falls due on the way runs. */
  readonly at?: string;
}

/** A duration to add, or where to go: an instant, to the `next` entry due, or until it is `idle`. */
export type Advance = { readonly by: string } | { readonly to: string };

export interface AgendaReading {
  readonly total: number;
  /** In the order in which they will run. */
  readonly entries: readonly ReadableEntry[];
  /** Taken off because they threw: each is a defect of the double. */
  readonly parked: readonly (ReadableEntry & { readonly why: string })[];
}

interface ReadableEntry {
  readonly vendor: string;
  readonly key: string;
  readonly due: string;
  readonly command: Command;
}

const DEFAULT_LIMIT = 100;

/** A calendar's days and months are those of the vendors' own zone. */
const ZONE = 'Europe/Paris';

export function clockReading(core: Core, name: string): ClockReading {
  return clockReadingOf(sandboxNamed(core, name), core.host());
}

export function clockReadingOf(sandbox: Sandbox, host: Instant): ClockReading {
  const { mode } = clockOf(sandbox.state);
  return { mode, now: formatInstant(sandbox.now(host)) };
}

/** Freezes it, lets it run, sets it forward: with both, it is then so at that instant. */
export async function changeClock(
  core: Core,
  name: string,
  { mode, at }: ClockChange,
): Promise<ClockReading> {
  const target = at === undefined ? undefined : targetOf(core, name, { to: at, field: 'at' });
  if (mode === 'frozen') await putMode(core, name, mode);
  if (target !== undefined) await advanceTo(core, name, target);
  if (mode === 'running') await putMode(core, name, mode);
  return clockReading(core, name);
}

export async function advanceClock(core: Core, name: string, asked: Advance): Promise<Advanced> {
  return advanceTo(core, name, targetOf(core, name, { ...asked, field: 'to' }));
}

export function agendaReading(core: Core, name: string, limit = DEFAULT_LIMIT): AgendaReading {
  const { state } = sandboxNamed(core, name);
  const agenda = state.table<AgendaEntry>('agenda');
  const parked: AgendaReading['parked'][number][] = [];
  for (const entry of agenda.rows()) {
    const { parked: why } = entry;
    if (why !== undefined) parked.push({ ...readable(entry), why });
  }
  const entries = dueEntries(state, { limit }).map(readable);
  return { total: agenda.count - parked.length, entries, parked };
}

const readable = ({ vendor, key, due, command }: AgendaEntry): ReadableEntry => ({
  vendor,
  key,
  due: formatInstant(due),
  command,
});

async function putMode(core: Core, name: string, mode: ClockReading['mode']): Promise<void> {
  const sandbox = sandboxNamed(core, name);
  // An advance under way would put its own clock back when it ends.
  await sandbox.advances.run(() =>
    sandbox.edit((edits) => {
      const host = core.host();
      const now = sandbox.now(host);
      putClock(edits, mode === 'frozen' ? { mode, at: now } : { mode, offsetMs: now - host });
    }),
  );
}

function advanceTo(
  core: Core,
  name: string,
  target: AdvanceTarget | TargetFrom,
): Promise<Advanced> {
  const { deliver, pause, host } = core;
  return advance(sandboxNamed(core, name), target, { deliver, pause, host });
}

function targetOf(
  core: Core,
  name: string,
  asked: Advance & { readonly field: string },
): AdvanceTarget | TargetFrom {
  const now = sandboxNamed(core, name).now(core.host());
  if ('by' in asked) {
    const duration = parseDuration(asked.by);
    // A running clock has gone on by the time the advance begins.
    if (duration) return (from) => plus(from, duration, ZONE);
    throw invalid('by', `"${asked.by}" is not an ISO 8601 duration such as PT20M`);
  }
  const { to, field } = asked;
  if (field === 'to' && (to === 'next' || to === 'idle')) return to;
  const target = parseInstant(to);
  if (target === undefined) {
    const words = field === 'to' ? ', "next" or "idle"' : '';
    throw invalid(field, `"${to}" is not an instant with its zone${words}`);
  }
  assertForward(target, now, field);
  return target;
}

function assertForward(target: Instant, now: Instant, field: string): void {
  if (target >= now) return;
  throw new Problem(409, 'clock-goes-back', {
    title: 'Time never goes back',
    detail: `${formatInstant(target)} lies before the sandbox's time, ${formatInstant(now)}; fork or reset the sandbox instead`,
    pointer: `/${field}`,
  });
}
