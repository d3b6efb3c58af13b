import { insertInto, removeFrom, type Bucket, type Compare } from './bucket.ts';
import type { IndexSpec, Row } from './table-spec.ts';

type LayerIndex = Map<string, Bucket>;

/**
 * One layer of a table: the rows put here, and `undefined` for each row dropped here that an older
 * layer still holds. Its indexes list only its own rows: whoever reads a stack of layers takes an
 * entry as live when no newer layer knows its id.
 */
export class Layer<R extends Row> {
  readonly rows = new Map<string, R | undefined>();
  readonly #specs: readonly IndexSpec<R>[];
  /** Built on the first read of an index: most drafts never read one of what they wrote. */
  #indexes: readonly LayerIndex[] | undefined;
  #compares: readonly Compare[] = [];

  constructor(specs: readonly IndexSpec<R>[]) {
    this.#specs = specs;
  }

  get size(): number {
    return this.rows.size;
  }

  put(row: R): void {
    if (!this.#indexes) {
      this.rows.set(row.id, row);
      return;
    }
    const before = this.rows.get(row.id);
    const moved = this.#specs.map((spec) => !before || !samePlace(spec, before, row));
    if (before) this.#each(before, moved, removeEntry);
    this.rows.set(row.id, row);
    this.#each(row, moved, insertEntry);
  }

  /** `hides`: an older layer may hold the row, so its absence must be remembered. */
  drop(id: string, hides: boolean): void {
    const before = this.rows.get(id);
    if (before && this.#indexes) this.#each(before, undefined, removeEntry);
    if (hides) this.rows.set(id, undefined);
    else this.rows.delete(id);
  }

  /** The ids under a key of an index, by number of the index in its table. */
  bucket(index: number, key: string): Bucket | undefined {
    if (this.rows.size === 0) return undefined;
    return this.#built()[index]?.get(key);
  }

  #built(): readonly LayerIndex[] {
    if (this.#indexes) return this.#indexes;
    const rank = (id: string): R | undefined => this.rows.get(id);
    this.#compares = this.#specs.map((spec) => comparison(spec, rank));
    this.#indexes = this.#specs.map(() => new Map<string, Bucket>());
    for (const row of this.rows.values()) if (row) this.#each(row, undefined, insertEntry);
    return this.#indexes;
  }

  #each(row: R, only: readonly boolean[] | undefined, edit: EditEntry): void {
    const indexes = this.#indexes ?? [];
    for (let at = 0; at < indexes.length; at += 1) {
      const [index, spec, compare] = [indexes[at], this.#specs[at], this.#compares[at]];
      if (!index || !spec || !compare || only?.[at] === false) continue;
      const keys = spec.keys(row);
      if (keys === undefined) continue;
      if (typeof keys === 'string') edit(index, keys, row.id, compare);
      else for (const key of keys) edit(index, key, row.id, compare);
    }
  }
}

type EditEntry = (index: LayerIndex, key: string, id: string, compare: Compare) => void;

const insertEntry: EditEntry = (index, key, id, compare) => {
  index.set(key, insertInto(index.get(key), id, compare));
};

const removeEntry: EditEntry = (index, key, id, compare) => {
  const bucket = index.get(key);
  if (bucket === undefined) return;
  const left = removeFrom(bucket, id, compare);
  if (left === undefined) index.delete(key);
  else if (left !== bucket) index.set(key, left);
};

/** By the index's own order, then by id. */
export function compareRows<R extends Row>(spec: IndexSpec<R>, a: R, b: R): number {
  if (spec.kind !== 'unique') {
    const difference = spec.by(a) - spec.by(b) || spec.tie(a) - spec.tie(b);
    if (difference !== 0) return difference;
  }
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function comparison<R extends Row>(
  spec: IndexSpec<R>,
  rowOf: (id: string) => R | undefined,
): Compare {
  return (a, b) => {
    const [left, right] = [rowOf(a), rowOf(b)];
    return left && right ? compareRows(spec, left, right) : 0;
  };
}

function samePlace<R extends Row>(spec: IndexSpec<R>, before: R, after: R): boolean {
  if (spec.kind !== 'unique') {
    if (spec.by(before) !== spec.by(after) || spec.tie(before) !== spec.tie(after)) return false;
  }
  const [a, b] = [spec.keys(before), spec.keys(after)];
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  return a.length === b.length && a.every((key, at) => key === b[at]);
}
