import {
  addFault,
  listFaults,
  removeFault,
  type FaultAction,
  type FaultStatus,
} from '#kernel/faults.ts';
import { parseDuration, plus } from '#kernel/duration.ts';
import { formatInstant, parseInstant } from '#kernel/instant.ts';
import type { Core } from '../core.ts';
import { actionsBefore, faultActions, NewFault, type FaultReading } from './fault-schema.ts';
import { assertFits } from './fitting.ts';
import { sandboxNamed } from './named.ts';
import { didYouMean, invalid, unknown } from './problem.ts';

export function faultReadings(core: Core, name: string): readonly FaultReading[] {
  return listFaults(sandboxNamed(core, name).state).map(readable);
}

export function faultNamed(core: Core, name: string, id: string): FaultReading {
  const faults = faultReadings(core, name);
  const found = faults.find((fault) => fault.id === id);
  if (found) return found;
  throw unknown(
    'fault',
    id,
    faults.map((fault) => fault.id),
  );
}

/** A rule given under a known id takes its place, counting anew. */
export async function addFaultRule(
  core: Core,
  name: string,
  given: NewFault,
): Promise<FaultReading> {
  const sandbox = sandboxNamed(core, name);
  assertFault(given);
  assertSubject(core, given);
  const { id, when = {}, phase, times } = given;
  // The schema and `assertAction` say the same as the type.
  const then = given.then as FaultAction;
  const until = endOf(given, sandbox.now(core.host()));
  const rule = await sandbox.edit((edits) =>
    addFault(edits, {
      ...(id !== undefined && { id }),
      ...{ when, phase, then },
      ...(times !== undefined && { times }),
      ...(until !== undefined && { until }),
    }),
  );
  if (then.kind === 'stale') await sandbox.keepView(rule.id, core.host());
  else sandbox.views.drop(rule.id);
  return faultNamed(core, name, rule.id);
}

export async function removeFaultRule(core: Core, name: string, id: string): Promise<void> {
  faultNamed(core, name, id);
  const sandbox = sandboxNamed(core, name);
  await sandbox.edit((edits) => removeFault(edits, id));
  sandbox.views.drop(id);
}

export async function removeFaultRules(core: Core, name: string): Promise<void> {
  for (const { id } of faultReadings(core, name)) await removeFaultRule(core, name, id);
}

/** First what is to happen, since a union of everything that may could only say that none fits. */
export function assertFault(given: unknown): asserts given is NewFault {
  if (typeof given === 'object' && given !== null && 'then' in given) assertAction(given.then);
  assertFits(NewFault, given);
  const { phase, then } = given as NewFault;
  if (phase === 'after' && actionsBefore.includes(then.kind)) {
    throw invalid('phase', `"${then.kind}" strikes before the work`);
  }
}

/** When it is over: an outage ends by itself, unless it is told to end sooner. */
function endOf({ until, then }: NewFault, now: number): number | undefined {
  const told = until === undefined ? undefined : instantOf(until);
  if (then.kind !== 'outage') return told;
  const duration = parseDuration(then.for);
  if (!duration) throw invalid('then/for', `"${then.for}" is not an ISO 8601 duration like PT5M`);
  const end = plus(now, duration, 'Europe/Paris');
  return told === undefined ? end : Math.min(told, end);
}

function assertAction(then: unknown): void {
  if (typeof then !== 'object' || then === null || !('kind' in then)) {
    throw invalid('then', 'an object with a kind');
  }
  const kind = String(then.kind);
  const kinds: ReadonlyMap<string, (typeof faultActions)[keyof typeof faultActions]> = new Map(
    Object.entries(faultActions),
  );
  const schema = kinds.get(kind);
  if (!schema) {
    const words = [...kinds.keys()];
    const hint = didYouMean(kind, words) || `; there are ${words.join(', ')}`;
    throw invalid('then/kind', `no fault "${kind}"${hint}`);
  }
  assertFits(schema, then, 'then');
  // Beside its kind, a latency has exactly one way to say how long.
  if (kind === 'latency' && Object.keys(then).length !== 2) {
    throw invalid('then', 'exactly one of ms, uniform and lognormal');
  }
}

/** A rule about a vendor or an operation that is not there would wait for ever. */
function assertSubject(core: Core, { when = {}, then }: NewFault): void {
  const { vendor, operation } = when;
  const vendors = core.modules.map(({ name }) => name);
  if (vendor !== undefined && !vendors.includes(vendor)) {
    throw invalid('when/vendor', `unknown vendor "${vendor}"${didYouMean(vendor, vendors)}`);
  }
  const modules = core.modules.filter(({ name }) => vendor === undefined || name === vendor);
  const operations = modules.flatMap(({ contract }) => Object.keys(contract.operations));
  if (operation !== undefined && !operations.includes(operation)) {
    const hint = didYouMean(operation, operations);
    throw invalid('when/operation', `unknown operation "${operation}"${hint}`);
  }
  const failures = modules.flatMap(({ contract }) => Object.keys(contract.errors));
  if (then.kind === 'failure' && !failures.includes(then.failure)) {
    const hint = didYouMean(then.failure, failures);
    throw invalid('then/failure', `unknown failure "${then.failure}"${hint}`);
  }
}

function instantOf(text: string): number {
  const instant = parseInstant(text);
  if (instant === undefined) throw invalid('until', `"${text}" is not an instant with its zone`);
  return instant;
}

function readable({ rule, seen, hits }: FaultStatus): FaultReading {
  const { until, ...rest } = rule;
  return {
    // The kernel only reads a rule, so its lists are read-only there.
    ...(rest as Omit<FaultReading, 'until' | 'seen' | 'hits'>),
    ...(until === undefined ? {} : { until: formatInstant(until) }),
    ...{ seen, hits },
  };
}
