import { parseDuration, plus } from '#kernel/duration.ts';
import { nearest } from '#kernel/nearest.ts';
import type { Sandbox } from '#kernel/sandbox.ts';
import type { Edits } from '#kernel/transaction.ts';
import { draftsOf } from '#kernel/draft.ts';
import { validatorOf } from '#kit/ajv.ts';
import { parseClock } from '../config/clock.ts';
import type { ClockStart } from '../config/config.ts';
import { UsageError } from '../config/usage-error.ts';
import type { Core } from '../core.ts';
import { Problem } from './problem.ts';

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

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;
const DEFAULT_TTL = 'PT1H';

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
    if (!(error instanceof UsageError) || name === 'default') throw error;
    throw invalid('dataset', error.message);
  }
}

export function sandboxNamed(core: Core, name: string): Sandbox {
  const sandbox = core.sandboxes.get(name);
  if (sandbox) return sandbox;
  const guess = nearest(name, core.sandboxes.names);
  throw new Problem(404, 'sandbox-unknown', {
    title: 'Unknown sandbox',
    detail: `no sandbox "${name}"${guess ? `, did you mean "${guess}"?` : ''}`,
  });
}

export function assertFreeName(core: Core, name: string): void {
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

export const invalid = (field: string, detail: string): Problem =>
  new Problem(400, 'invalid', { title: 'Invalid request', detail, pointer: `/${field}` });

function readClockStart(text: string | undefined): ClockStart | undefined {
  if (text === undefined) return undefined;
  const clock = parseClock(text);
  if (!clock) throw invalid('clock', 'running, running@ISO, frozen@ISO or an instant with its zone');
  return clock;
}

function readTtl(text: string): number | undefined {
  if (text === 'never') return undefined;
  const duration = parseDuration(text);
  if (!duration) throw invalid('ttl', 'an ISO 8601 duration such as PT1H, or never');
  return plus(0, duration, 'UTC');
}

interface InstallableCredential {
  readonly binding: string;
  readonly install: (edits: Edits) => void;
}

function readCredentials(
  core: Core,
  credentials: Readonly<Record<string, unknown>>,
): readonly InstallableCredential[] {
  return Object.entries(credentials).map(([vendor, credential]) => {
    const module = core.modules.find(({ name }) => name === vendor);
    if (!module) throw invalid(`credentials/${vendor}`, `unknown vendor "${vendor}"`);
    const [violation] = validatorOf(module.credential.schema)(credential);
    if (violation) {
      throw invalid(`credentials/${vendor}${violation.pointer}`, violation.message);
    }
    const binding = `${vendor}:${module.credential.key(credential)}`;
    const bound = core.sandboxes.boundTo(binding);
    if (bound) throw invalid(`credentials/${vendor}`, `bound to sandbox "${bound.name}" already`);
    const draft = draftsOf(module.name, module.tables);
    return {
      binding,
      install: (edits) => module.credential.install(draft(edits, { now: 0, depth: 0 }), credential),
    };
  });
}
