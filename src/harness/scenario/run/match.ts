import { foreignValidatorOf } from '#kit/ajv.ts';
import { isSchema } from '#kit/subschemas.ts';
import type { Hint } from '../place.ts';
import { schemaProblem } from '../read/pattern.ts';

/** A way into a value: keys and positions. */
export type Path = readonly (string | number)[];

/** Where a value is not what was expected. */
export interface Mismatch {
  /** The same in the pattern and in the value, as far as both go. */
  readonly path: Path;
  /** In words, or as JSON. */
  readonly expected: string;
  readonly seen: string;
}

/**
 * Compares a value with what is expected of it: objects by the keys that the pattern names, lists by
 * position and length, `$contains` for lists that hold at least this, `$schema` for a JSON Schema.
 */
export function mismatchesOf(pattern: unknown, value: unknown, hint: Hint): readonly Mismatch[] {
  return compare(pattern, value, { path: [], hint });
}

export const matches = (pattern: unknown, value: unknown): boolean =>
  compare(pattern, value, { path: [], hint: () => '' }).length === 0;

interface At {
  readonly path: Path;
  readonly hint: Hint;
}

function compare(pattern: unknown, value: unknown, at: At): readonly Mismatch[] {
  if (Array.isArray(pattern)) return compareLists(pattern, value, at);
  if (!isObject(pattern)) return compareScalars(pattern, value, at);
  if (Object.hasOwn(pattern, '$schema')) return compareSchema(pattern['$schema'], value, at);
  if (Object.hasOwn(pattern, '$contains')) return compareSubset(pattern['$contains'], value, at);
  if (!isObject(value)) return [differs(at, 'an object', value)];
  return Object.entries(pattern).flatMap(([key, inner]) => {
    const within = { ...at, path: [...at.path, key] };
    if (Object.hasOwn(value, key)) return compare(inner, value[key], within);
    const seen = `nothing is there${at.hint(key, Object.keys(value))}`;
    return [{ path: within.path, expected: wordsFor(inner), seen }];
  });
}

const compareScalars = (pattern: unknown, value: unknown, at: At): readonly Mismatch[] =>
  Object.is(pattern, value) ? [] : [differs(at, wordsFor(pattern), value)];

function compareLists(pattern: readonly unknown[], value: unknown, at: At): readonly Mismatch[] {
  if (!Array.isArray(value)) return [differs(at, 'a list', value)];
  if (value.length !== pattern.length) {
    return [{ path: at.path, expected: itemCount(pattern.length), seen: itemCount(value.length) }];
  }
  return pattern.flatMap((inner, index) =>
    compare(inner, value[index], { ...at, path: [...at.path, index] }),
  );
}

const itemCount = (count: number): string => (count === 0 ? 'an empty list' : `a list of ${count}`);

function compareSchema(schema: unknown, value: unknown, { path }: At): readonly Mismatch[] {
  const why = schemaProblem(schema);
  if (why !== undefined)
    return [{ path, expected: `a JSON Schema: ${why}`, seen: wordsFor(schema) }];
  if (!isSchema(schema)) return [];
  return foreignValidatorOf(schema)(value).map(({ pointer, message }) => ({
    path: [...path, ...pointer.split('/').slice(1)],
    expected: 'what the schema allows',
    seen: `${wordsFor(value)}: ${message}`,
  }));
}

/** Each pattern takes an item of its own: two equal ones want two items. */
function compareSubset(wanted: unknown, value: unknown, { path }: At): readonly Mismatch[] {
  if (!Array.isArray(value)) return [differs({ path }, 'a list', value)];
  const patterns: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted];
  const takenBy = new Map<number, number>();
  return patterns.flatMap((pattern, index): readonly Mismatch[] => {
    if (finds(index, { patterns, items: value, takenBy, tried: new Set() })) return [];
    const expected = `an item like ${wordsFor(pattern)}`;
    return [{ path, expected, seen: `none of ${itemCount(value.length)} is` }];
  });
}

interface Search {
  readonly patterns: readonly unknown[];
  readonly items: readonly unknown[];
  /** Item → the pattern that has it. */
  readonly takenBy: Map<number, number>;
  readonly tried: Set<number>;
}

/** Takes a free item, or one whose holder finds another. */
function finds(pattern: number, search: Search): boolean {
  const { patterns, items, takenBy, tried } = search;
  for (const [index, item] of items.entries()) {
    if (tried.has(index) || !matches(patterns[pattern], item)) continue;
    tried.add(index);
    const holder = takenBy.get(index);
    if (holder !== undefined && !finds(holder, search)) continue;
    takenBy.set(index, pattern);
    return true;
  }
  return false;
}

const differs = ({ path }: Pick<At, 'path'>, expected: string, value: unknown): Mismatch => ({
  path,
  expected,
  seen: wordsFor(value),
});

const LONGEST = 200;

/** JSON on one line, cut where nobody reads on. */
export function wordsFor(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `products[0].typeid` */
export const pathText = (path: Path): string =>
  path
    .map((step, at) =>
      typeof step === 'number' || /^\d+$/.test(step) ? `[${step}]` : at === 0 ? step : `.${step}`,
    )
    .join('');
