import { formatDuration, parseDuration, plus } from '#kernel/duration.ts';
import type { Sandbox } from '#kernel/sandbox.ts';
import { DEFAULT_SANDBOX } from '#wire/links.ts';
import { parseClock } from '../config/clock.ts';
import type { ClockStart } from '../config/config.ts';
import { UsageError } from '../config/usage-error.ts';
import type { Core } from '../core.ts';
import { clockReadingOf, type ClockReading } from './clock.ts';
import { readCredentials } from './credentials.ts';
import { sandboxNamed } from './named.ts';
import { invalid, Problem } from './problem.ts';

/** What a sandbox is asked to be; everything left out is as `sosie start` was told. */
export interface NewSandbox {
  readonly name: string;
  readonly dataset?: string;
  readonly seed?: number;
  /** `running`, `running@ISO`, `frozen@ISO`, or an instant to stand at. */
  readonly clock?: string;
  /** How long it outlives its last use, as ISO 8601 duration, or `never`. @default 'PT1H' */
  readonly ttl?: string;
  /** By vendor: whoever uses these credentials lands in this sandbox. */
  readonly credentials?: Readonly<Record<string, unknown>>;
}

export interface SandboxDescription {
  readonly name: string;
  readonly dataset: string;
  readonly seed: number;
  readonly clock: ClockReading;
  readonly ttl: string;
  readonly forkedFrom?: string;
  /** Changes kept so far. */
  readonly commits: number;
  /** Records ever journalled. */
  readonly journalled: number;
  /** Where each vendor answers for this sandbox. */
  readonly paths: Readonly<Record<string, string>>;
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;
const DEFAULT_TTL = 'PT1H';
const NEVER = 'never';

export async function createSandbox(core: Core, asked: NewSandbox): Promise<Sandbox> {
  const { name, dataset, seed } = asked;
  assertFreeName(core, name);
  const credentials = readCredentials(core, asked.credentials ?? {});
  const recipe = core.recipe({
    name,
    dataset,
    seed,
    clock: readClockStart(asked.clock),
    ttlMs: readTtl(asked.ttl ?? DEFAULT_TTL),
    bindings: credentials.map(({ binding }) => binding),
    prepare: (edits) => {
      for (const credential of credentials) credential.install(edits);
    },
  });
  try {
    const sandbox = await core.sandboxes.create(recipe, core.host());
    core.scheduler.watch(sandbox);
    return sandbox;
  } catch (error) {
    if (!(error instanceof UsageError) || name === DEFAULT_SANDBOX) throw error;
    throw invalid('dataset', error.message);
  }
}

/**
 * A copy under another name; what happens in one is never seen in the other. What the original has
 * yet to send stays its own to send: the copy keeps it as collected.
 */
export async function forkSandbox(core: Core, from: string, name: string): Promise<Sandbox> {
  sandboxNamed(core, from);
  assertFreeName(core, name);
  const copy = await core.sandboxes.fork(from, { name, ttlMs: readTtl(DEFAULT_TTL) }, core.host());
  core.scheduler.watch(copy);
  return copy;
}

/** Back to its data set, its clock and its seed. */
export async function resetSandbox(core: Core, name: string): Promise<Sandbox> {
  sandboxNamed(core, name);
  const sandbox = await core.sandboxes.reset(name, core.host());
  core.scheduler.watch(sandbox);
  return sandbox;
}

export async function dropSandbox(core: Core, name: string): Promise<void> {
  sandboxNamed(core, name);
  if (name === DEFAULT_SANDBOX) {
    throw new Problem(409, 'sandbox-needed', {
      title: 'The default sandbox stays',
      detail: 'calls that name no sandbox go there; reset it instead',
    });
  }
  await core.sandboxes.drop(name);
}

export function describeSandbox(core: Core, name: string): SandboxDescription {
  return descriptionOf(core, sandboxNamed(core, name));
}

/** Keeps none of them alive: who looks at the list uses nothing that is on it. */
export function describeSandboxes(core: Core): readonly SandboxDescription[] {
  const { sandboxes } = core;
  const known = sandboxes.names.flatMap((name) => sandboxes.get(name) ?? []);
  return known.map((sandbox) => descriptionOf(core, sandbox));
}

function descriptionOf(core: Core, sandbox: Sandbox): SandboxDescription {
  const { name, state, journal, seed } = sandbox;
  const { dataset = '', ttlMs, forkedFrom } = core.sandboxes.recipe(name) ?? {};
  const prefix = name === DEFAULT_SANDBOX ? '' : `/~${name}`;
  const paths = core.modules.map((module) => [
    module.name,
    `${prefix}/${module.name}${module.basePath}`,
  ]);
  return {
    ...{ name, dataset, seed, clock: clockReadingOf(sandbox, core.host()) },
    ttl: ttlMs === undefined ? NEVER : formatDuration({ months: 0, days: 0, ms: ttlMs }),
    ...(forkedFrom === undefined ? {} : { forkedFrom }),
    commits: state.sequence,
    journalled: journal.count,
    paths: Object.fromEntries(paths) as SandboxDescription['paths'],
  };
}

function assertFreeName(core: Core, name: string): void {
  if (!NAME.test(name)) {
    throw invalid('name', 'a name has 1 to 63 letters, digits, dots, hyphens or underscores');
  }
  if (core.sandboxes.isTaken(name)) {
    throw new Problem(409, 'sandbox-exists', {
      title: 'Sandbox exists',
      detail: `there is a sandbox "${name}" already`,
      pointer: '/name',
    });
  }
}

function readClockStart(text: string | undefined): ClockStart | undefined {
  if (text === undefined) return undefined;
  const clock = parseClock(text);
  if (!clock) {
    throw invalid('clock', 'running, running@ISO, frozen@ISO or an instant with its zone');
  }
  return clock;
}

function readTtl(text: string): number | undefined {
  if (text === NEVER) return undefined;
  const duration = parseDuration(text);
  if (!duration) throw invalid('ttl', 'an ISO 8601 duration such as PT1H, or never');
  return plus(0, duration, 'UTC');
}
