import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  Scalar,
  type Document,
  type Node,
  type YAMLMap,
} from 'yaml';
import { known, type Finding, type Hint, type Place } from '../place.ts';

/** A key of a mapping with what stands behind it. */
export interface Entry {
  readonly key: string;
  readonly at: Node;
  readonly value: Node;
}

/** One file while it is read: collects everything that is wrong, each with its place. */
export interface Reading {
  readonly text: string;
  readonly hint: Hint;
  readonly findings: readonly Finding[];
  /** Of a node, or of a place within it. */
  place(node: Node, offset?: number): Place;
  complain(node: Node, message: string): void;
  complainAt(place: Place, message: string): void;
  /** What an alias stands for, else the node itself. */
  resolved(node: Node): Node;
}

export interface Opened {
  readonly reading: Reading;
  readonly root: Node;
}

/** Reads YAML, and JSON as the YAML it is; what is no YAML is found here already. */
export function open(file: string, text: string, hint: Hint): Opened {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const findings: Finding[] = [];
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  for (const { pos, message } of [...document.errors, ...document.warnings]) {
    findings.push({ place: placeAt(pos[0]), message: message.split('\n')[0] ?? 'is no YAML' });
  }
  const startOf = (node: Node): number => node.range?.[0] ?? 0;
  const reading: Reading = {
    ...{ text, hint, findings },
    place: (node, offset) => placeAt(offset ?? startOf(node)),
    complain: (node, message) => void findings.push({ place: placeAt(startOf(node)), message }),
    complainAt: (place, message) => void findings.push({ place, message }),
    resolved: (node) => resolved(document, node),
  };
  return { reading, root: document.contents ?? nothingAt(undefined) };
}

const resolved = (document: Document, node: Node): Node =>
  isAlias(node) ? (node.resolve(document) ?? nothingAt(node)) : node;

/** Nothing has no place of its own: it is where its key is. */
function nothingAt(node: Node | undefined): Node {
  const nothing = new Scalar(null);
  if (node?.range) nothing.range = node.range;
  return nothing;
}

/** The entries of a mapping; anything else is complained about. */
export function entriesOf(
  reading: Reading,
  node: Node,
  what: string,
): readonly Entry[] | undefined {
  const map = reading.resolved(node);
  if (isMap(map)) return entriesIn(reading, map);
  reading.complain(node, `${what} is a mapping, not ${kindOf(map)}`);
  return undefined;
}

function entriesIn(reading: Reading, map: YAMLMap): readonly Entry[] {
  return map.items.flatMap(({ key, value }): readonly Entry[] => {
    // Both come from a parsed document, so they are nodes.
    const [at, node] = [key as Node, value as Node | null];
    if (isScalar(at)) return [{ key: String(at.value), at, value: node ?? nothingAt(at) }];
    reading.complain(at, 'a key is a text');
    return [];
  });
}

/** The entries of a mapping by key; an unknown key is complained about, with the right word. */
export function fieldsOf(
  reading: Reading,
  node: Node,
  { what, keys }: { readonly what: string; readonly keys: readonly string[] },
): ReadonlyMap<string, Entry> | undefined {
  const entries = entriesOf(reading, node, what);
  for (const { key, at } of entries ?? []) {
    if (keys.includes(key)) continue;
    reading.complain(at, `unknown key "${key}" in ${what}${known(reading.hint, key, keys)}`);
  }
  return entries && new Map(entries.map((entry) => [entry.key, entry]));
}

/** The items of a list; anything else is complained about. */
export function itemsOf(reading: Reading, node: Node, what: string): readonly Node[] | undefined {
  const list = reading.resolved(node);
  // The items of a parsed document are nodes.
  if (isSeq(list)) return list.items as Node[];
  reading.complain(node, `${what} is a list, not ${kindOf(list)}`);
  return undefined;
}

export function textOf(reading: Reading, node: Node, what: string): string | undefined {
  const scalar = reading.resolved(node);
  if (isScalar(scalar) && typeof scalar.value === 'string' && scalar.value !== '') {
    return scalar.value;
  }
  reading.complain(node, `${what} is a text, not ${kindOf(scalar)}`);
  return undefined;
}

interface Range {
  readonly what: string;
  readonly least: number;
  readonly most: number;
}

export function integerOf(
  reading: Reading,
  node: Node,
  { what, least, most }: Range,
): number | undefined {
  const scalar = reading.resolved(node);
  const value: unknown = isScalar(scalar) ? scalar.value : undefined;
  const isWhole = typeof value === 'number' && Number.isSafeInteger(value);
  if (isWhole && value >= least && value <= most) return value;
  const found = typeof value === 'number' ? String(value) : kindOf(scalar);
  reading.complain(node, `${what} is a whole number from ${least} to ${most}, not ${found}`);
  return undefined;
}

/** What stands there, in words. */
export function kindOf(node: Node): string {
  if (isMap(node)) return 'a mapping';
  if (isSeq(node)) return 'a list';
  const value: unknown = isScalar(node) ? node.value : null;
  if (value === null || value === undefined) return 'nothing';
  if (value === '') return 'an empty text';
  return typeof value === 'string' ? `the text "${value}"` : `the ${typeof value} ${String(value)}`;
}
