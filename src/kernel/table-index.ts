import {
  insertInto,
  removeFrom,
  type Bucket,
  type Cell,
  type Compare,
  type Placing,
} from './bucket.ts';
import type { IndexSpec, Row, TableSpec } from './table-spec.ts';

/** An index of a table: its number there, and how it orders rows. */
export interface TableIndex<R extends Row> {
  readonly name: string;
  readonly at: number;
  readonly spec: IndexSpec<R>;
  readonly compare: Compare<R>;
}

export type IndexEntries<R extends Row> = Map<string, Bucket<R>>;

export function indexesOf<R extends Row>(spec: TableSpec<R>): readonly TableIndex<R>[] {
  return Object.entries(spec.indexes).map(([name, index], at) => {
    const compare: Compare<R> = (a, b) => compareRows(index, a, b);
    return { name, at, spec: index, compare };
  });
}

/** By the index's own order, then by id. */
function compareRows<R extends Row>(spec: IndexSpec<R>, a: R, b: R): number {
  if (spec.kind !== 'unique') {
    const difference = spec.by(a) - spec.by(b) || spec.tie(a) - spec.tie(b);
    if (difference !== 0) return difference;
  }
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The number that bounds of a page are compared with. */
export function numberOf<R extends Row>({ spec }: TableIndex<R>, row: R): number {
  return spec.kind === 'unique' ? 0 : spec.by(row);
}

export function insertEntry<R extends Row>(
  entries: IndexEntries<R>,
  { spec, compare }: TableIndex<R>,
  cell: Cell<R>,
): void {
  if (spec.kind === 'unique') {
    const key = spec.keys(cell.row);
    if (key !== undefined) entries.set(key, cell);
    return;
  }
  const placing = { cell, compare };
  const keys = spec.keys(cell.row);
  if (typeof keys === 'string') insertUnder(entries, keys, placing);
  else if (keys) for (const key of keys) insertUnder(entries, key, placing);
}

function insertUnder<R extends Row>(
  entries: IndexEntries<R>,
  key: string,
  placing: Placing<R>,
): void {
  const before = entries.get(key);
  const after = insertInto(before, placing);
  if (after !== before) entries.set(key, after);
}

export function removeEntry<R extends Row>(
  entries: IndexEntries<R>,
  { spec, compare }: TableIndex<R>,
  cell: Cell<R>,
): void {
  const placing = { cell, compare };
  const keys = spec.keys(cell.row);
  if (typeof keys === 'string') removeUnder(entries, keys, placing);
  else if (keys) for (const key of keys) removeUnder(entries, key, placing);
}

function removeUnder<R extends Row>(
  entries: IndexEntries<R>,
  key: string,
  placing: Placing<R>,
): void {
  const before = entries.get(key);
  if (before === undefined) return;
  const after = removeFrom(before, placing);
  if (after === undefined) entries.delete(key);
  else if (after !== before) entries.set(key, after);
}

/** True when an index lists both rows at one place. */
export function isSamePlace<R extends Row>(spec: IndexSpec<R>, before: R, after: R): boolean {
  if (spec.kind !== 'unique') {
    if (spec.by(before) !== spec.by(after) || spec.tie(before) !== spec.tie(after)) return false;
  }
  const [a, b] = [spec.keys(before), spec.keys(after)];
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  return a.length === b.length && a.every((key, at) => key === b[at]);
}
