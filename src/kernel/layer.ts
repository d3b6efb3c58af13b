import type { Bucket, Cell } from './bucket.ts';
import {
  insertEntry,
  isSamePlace,
  removeEntry,
  type IndexEntries,
  type TableIndex,
} from './table-index.ts';
import type { Row } from './table-spec.ts';

/** What a layer knows of an id: its row here, or that an older layer's row is gone. */
export type Known<R extends Row> = Cell<R> | 'dropped';

/** Smaller layers, such as a draft's, are looked through before an index is built for them. */
const SCANNED_ROWS = 8;

/**
 * One layer of a table: the rows put here, and a mark for each row dropped here that an older layer
 * still holds. Its indexes list only its own rows: whoever reads a stack of layers takes a row as
 * live when no newer layer knows its id.
 */
export class Layer<R extends Row> {
  readonly #indexes: readonly TableIndex<R>[];
  readonly #known = new Map<string, Known<R>>();
  /** Each is built on its first read: most drafts never read an index of what they wrote. */
  readonly #built: (IndexEntries<R> | undefined)[] = [];

  constructor(indexes: readonly TableIndex<R>[]) {
    this.#indexes = indexes;
  }

  /** Rows and marks. */
  get size(): number {
    return this.#known.size;
  }

  /** Undefined when an older layer has to be asked. */
  get(id: string): Known<R> | undefined {
    return this.#known.get(id);
  }

  has(id: string): boolean {
    return this.#known.has(id);
  }

  entries(): Iterable<[string, Known<R>]> {
    return this.#known;
  }

  put(row: R): void {
    const cell = this.#known.get(row.id);
    if (cell === undefined || cell === 'dropped') this.add(row);
    else this.#change(cell, row);
  }

  /** The same for who knows that no row stands here under its id. */
  add(row: R): void {
    const cell: Cell<R> = { row };
    this.#known.set(row.id, cell);
    for (const index of this.#indexes) this.#insert(index, cell);
  }

  /** `hides`: an older layer may hold the row, so its absence must be remembered. */
  drop(id: string, hides: boolean): void {
    const cell = this.#known.get(id);
    if (cell !== undefined && cell !== 'dropped') {
      for (const index of this.#indexes) this.#remove(index, cell);
    }
    if (hides) this.#known.set(id, 'dropped');
    else this.#known.delete(id);
  }

  /** This layer's row under a key of a unique index. */
  find(index: TableIndex<R>, key: string): R | undefined {
    if (this.size === 0) return undefined;
    if (!this.#built[index.at] && this.size <= SCANNED_ROWS) return this.#scan(index, key);
    const cell = this.#entriesOf(index).get(key);
    return cell && 'row' in cell ? cell.row : undefined;
  }

  /** This layer's rows under a key of an index. */
  bucket(index: TableIndex<R>, key: string): Bucket<R> | undefined {
    return this.size === 0 ? undefined : this.#entriesOf(index).get(key);
  }

  #scan({ spec }: TableIndex<R>, key: string): R | undefined {
    for (const cell of this.#known.values()) {
      if (cell !== 'dropped' && spec.keys(cell.row) === key) return cell.row;
    }
    return undefined;
  }

  #entriesOf(index: TableIndex<R>): IndexEntries<R> {
    const known = this.#built[index.at];
    if (known) return known;
    const entries: IndexEntries<R> = new Map();
    for (const cell of this.#known.values()) {
      if (cell !== 'dropped') insertEntry(entries, index, cell);
    }
    this.#built[index.at] = entries;
    return entries;
  }

  #change(cell: Cell<R>, row: R): void {
    let moved: TableIndex<R>[] | undefined;
    for (const index of this.#indexes) {
      if (!this.#built[index.at] || isSamePlace(index.spec, cell.row, row)) continue;
      // An index finds a cell by the row it holds, so the cell leaves before that is replaced.
      this.#remove(index, cell);
      (moved ??= []).push(index);
    }
    cell.row = row;
    if (moved) for (const index of moved) this.#insert(index, cell);
  }

  #insert(index: TableIndex<R>, cell: Cell<R>): void {
    const entries = this.#built[index.at];
    if (entries) insertEntry(entries, index, cell);
  }

  #remove(index: TableIndex<R>, cell: Cell<R>): void {
    const entries = this.#built[index.at];
    if (entries) removeEntry(entries, index, cell);
  }
}
