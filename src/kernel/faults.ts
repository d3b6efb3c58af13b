import { nextOf } from './draft.ts';
import type { FaultPhase, FaultRule, LatencyAction } from './fault-rule.ts';
import type { Instant } from './instant.ts';
import { randomFrom, type Random } from './random.ts';
import type { State } from './state.ts';
import type { FaultRow } from './system-tables.ts';
import type { Edits } from './transaction.ts';

export type {
  FaultAction,
  FaultCondition,
  FaultPhase,
  FaultRule,
  LatencyAction,
} from './fault-rule.ts';

/** A rule with its counts: calls that fitted it, and calls that it struck. */
export interface FaultStatus {
  readonly rule: FaultRule;
  readonly seen: number;
  readonly hits: number;
}

/** A rule that strikes, and what was drawn for it. */
export interface FaultHit {
  readonly rule: FaultRule;
  /** Real milliseconds to wait; 0 unless the rule is about latency. */
  readonly delayMs: number;
}

export interface FaultedExchange {
  readonly vendor: string;
  readonly operation: string;
  readonly message: unknown;
  readonly phase: FaultPhase;
  readonly seed: number;
  readonly now: Instant;
}

/** Rules strike in the order they were added; one given under a known id takes its place anew. */
export function addFault(
  edits: Edits,
  given: Omit<FaultRule, 'id'> & { readonly id?: string },
): FaultRule {
  const faults = edits.table<FaultRow>('faults');
  const number = nextOf(edits, 'faults');
  const rule: FaultRule = { ...given, id: given.id ?? `fault-${number}` };
  const order = faults.get(rule.id)?.order ?? number;
  faults.put({ id: rule.id, order, rule, seen: 0, hits: 0 });
  return rule;
}

/** Answers whether there was such a rule. */
export function removeFault(edits: Edits, id: string): boolean {
  const faults = edits.table<FaultRow>('faults');
  const isKnown = faults.get(id) !== undefined;
  faults.drop(id);
  return isKnown;
}

export function listFaults(state: State): readonly FaultStatus[] {
  const rows = state.table<FaultRow>('faults').range('byOrder');
  return rows.map(({ rule, seen, hits }) => ({ rule, seen, hits }));
}

/** Cheap: asked for every call. */
export function hasFaults(state: State): boolean {
  return state.table('faults').count > 0;
}

/**
 * The rule that strikes this call: the first one, though every rule that the call fits counts it.
 * Chance comes from the seed, the rule and that count alone, so it repeats, and forks with them.
 */
export function decideFault(edits: Edits, exchange: FaultedExchange): FaultHit | undefined {
  const faults = edits.table<FaultRow>('faults');
  let hit: FaultHit | undefined;
  for (const row of faults.range('byOrder')) {
    if (!isAbout(row.rule, exchange)) continue;
    const seen = row.seen + 1;
    const random = randomFrom(`${exchange.seed}/fault/${row.id}/${seen}`);
    const strikes = !hit && isDue(row, seen, random);
    if (strikes) hit = { rule: row.rule, delayMs: delayOf(row.rule, random) };
    faults.put({ ...row, seen, hits: row.hits + (strikes ? 1 : 0) });
  }
  return hit;
}

function isAbout({ when, phase, until }: FaultRule, exchange: FaultedExchange): boolean {
  if (phase !== exchange.phase) return false;
  if (until !== undefined && exchange.now >= until) return false;
  if (when.vendor !== undefined && when.vendor !== exchange.vendor) return false;
  if (when.operation !== undefined && when.operation !== exchange.operation) return false;
  return when.match === undefined || isPartOf(when.match, exchange.message);
}

function isDue({ rule, hits }: FaultRow, seen: number, random: Random): boolean {
  const { nth, every, probability } = rule.when;
  if (rule.times !== undefined && hits >= rule.times) return false;
  if (nth !== undefined && seen !== nth) return false;
  if (every !== undefined && seen % every !== 0) return false;
  return probability === undefined || random.next() < probability;
}

function isPartOf(part: unknown, whole: unknown): boolean {
  if (typeof part !== 'object' || part === null) return part === whole;
  if (typeof whole !== 'object' || whole === null) return false;
  if (Array.isArray(part)) {
    if (!Array.isArray(whole) || part.length !== whole.length) return false;
    return part.every((item, at) => isPartOf(item, whole[at]));
  }
  const values = new Map<string, unknown>(Object.entries(whole));
  return Object.entries(part).every(
    ([key, value]) => values.has(key) && isPartOf(value, values.get(key)),
  );
}

function delayOf({ then }: FaultRule, random: Random): number {
  return then.kind === 'latency' ? Math.round(latencyMs(then, random.fork('latency'))) : 0;
}

function latencyMs(latency: LatencyAction, random: Random): number {
  if ('ms' in latency) return latency.ms;
  if ('uniform' in latency) {
    const [min, max] = latency.uniform;
    return min + random.next() * (max - min);
  }
  const { median, sigma } = latency.lognormal;
  return median * Math.exp(sigma * normal(random));
}

/** Box and Muller's way to a standard normal number; the logarithm must not meet 0. */
function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
  return radius * Math.cos(2 * Math.PI * random.next());
}
