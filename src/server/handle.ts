import { advance, type Advanced, type AdvanceTarget } from '#kernel/advance.ts';
import { parseDuration, plus } from '#kernel/duration.ts';
import { parseInstant } from '#kernel/instant.ts';
import { canonicalText, type JournalQuery, type JournalRecord } from '#kernel/journal.ts';
import type { Core } from './core.ts';
import { Problem } from './control/problem.ts';
import { sandboxNamed } from './control/sandboxes.ts';

/** A sandbox as code in the same process steers it; the control API does the same over HTTP. */
export interface SandboxHandle {
  readonly name: string;
  readonly clock: {
    now(): number;
    /** An ISO 8601 duration, an instant with its zone, `next` or `idle`. */
    advance(target: string): Promise<Advanced>;
  };
  readonly journal: {
    query(query?: JournalQuery): readonly JournalRecord[];
    /** All that is kept, a line a record, without what the host adds: equal for equal calls. */
    canonical(): string;
  };
  fork(name: string): Promise<SandboxHandle>;
  reset(): Promise<void>;
  drop(): Promise<void>;
}

export function handleOf(core: Core, name: string): SandboxHandle {
  const sandbox = sandboxNamed(core, name);
  return {
    name,
    clock: {
      now: () => sandbox.now(core.host()),
      advance: (target) => advanceSandbox(core, name, target),
    },
    journal: {
      query: (query = {}) => sandbox.journal.query(query),
      canonical: () => sandbox.journal.query({ limit: Infinity }).map(canonicalText).join('\n'),
    },
    fork: async (copy) => {
      const made = await core.sandboxes.fork(name, copy, core.host());
      core.scheduler.watch(made);
      return handleOf(core, copy);
    },
    reset: async () => {
      core.scheduler.watch(await core.sandboxes.reset(name, core.host()));
    },
    drop: () => core.sandboxes.drop(name),
  };
}

/** `PT20M`, an instant, `next` or `idle`. Time never goes back: 409. */
export async function advanceSandbox(core: Core, name: string, text: string): Promise<Advanced> {
  const sandbox = sandboxNamed(core, name);
  const { deliver, pause, host } = core;
  const now = sandbox.now(host());
  const target = readTarget(text, now);
  if (typeof target === 'number' && target < now) {
    throw new Problem(409, 'clock-goes-back', {
      title: 'Time never goes back',
      detail: `"${text}" lies before the sandbox's time; fork or reset the sandbox instead`,
      pointer: '/to',
    });
  }
  return advance(sandbox, target, { deliver, pause, host });
}

function readTarget(text: string, now: number): AdvanceTarget {
  if (text === 'next' || text === 'idle') return text;
  const duration = parseDuration(text);
  // A calendar's days and months are those of the vendors' own zone.
  const target = duration ? plus(now, duration, 'Europe/Paris') : parseInstant(text);
  if (target !== undefined) return target;
  throw new Problem(400, 'invalid', {
    title: 'Invalid request',
    detail: `"${text}" is not a duration (PT20M), an instant with its zone, "next" or "idle"`,
    pointer: '/to',
  });
}
