import { assert } from './defect.ts';
import { Layer } from './layer.ts';
import type { State } from './state.ts';
import type { RowChange, Table } from './table.ts';
import type { IndexSpecs, ManyIndex, OrderedIndex, Row, UniqueIndex } from './table-spec.ts';
import { find, list, type Page } from './view.ts';

/** Any name, when the indexes are not known by name. */
type NamesOf<I, Kind> = string extends keyof I
  ? string
  : { [N in keyof I]: I[N] extends Kind ? N : never }[keyof I] & string;

/** A table as a behaviour edits it: its own changes over the committed rows. */
export interface DraftTable<R extends Row, I extends IndexSpecs<R> = IndexSpecs<R>> {
  get(id: string): R | undefined;
  put(row: R): void;
  drop(id: string): void;
  /** The row under a key of a unique index. */
  find(index: NamesOf<I, UniqueIndex<R>>, key: string): R | undefined;
  /** The rows under a key of a `many` index, in the index's order. */
  where(index: NamesOf<I, ManyIndex<R>>, key: string, page?: Page<R>): readonly R[];
  /** The rows of an `ordered` index between two numbers. */
  range(index: NamesOf<I, OrderedIndex<R>>, page?: Page<R>): readonly R[];
  count(): number;
}

/** Where a draft's edits go: a transaction, or straight into the tables when a data set is loaded. */
export interface Edits {
  table<R extends Row>(name: string): DraftTable<R>;
}

/** The edits of one turn, over all tables of a sandbox. Nothing is visible until they are applied. */
export class Transaction implements Edits {
  readonly #state: State;
  readonly #hardened: boolean;
  readonly #tables = new Map<string, TableEdits<Row>>();

  constructor(state: State, hardened: boolean) {
    this.#state = state;
    this.#hardened = hardened;
  }

  // The caller names the row type of the table it asks for; the state's specs keep it honest.
  table<R extends Row>(name: string): DraftTable<R> {
    const known = this.#tables.get(name);
    if (known) return known as unknown as DraftTable<R>;
    const created = new TableEdits<Row>(this.#state.table(name), this.#hardened);
    this.#tables.set(name, created);
    return created as unknown as DraftTable<R>;
  }

  changes(): readonly RowChange[] {
    const changes: RowChange[] = [];
    for (const table of this.#tables.values()) table.collect(changes);
    return changes;
  }
}

class TableEdits<R extends Row> implements DraftTable<R> {
  readonly #table: Table<R>;
  readonly #hardened: boolean;
  /** The committed layers, and this draft's own on top once it has written. */
  #layers: readonly Layer<R>[];
  #edits: Layer<R> | undefined;
  readonly #touched: { readonly id: string; readonly before: R | undefined }[] = [];
  #added = 0;

  constructor(table: Table<R>, hardened: boolean) {
    this.#table = table;
    this.#hardened = hardened;
    this.#layers = table.layers;
  }

  get(id: string): R | undefined {
    const known = this.#edits?.get(id);
    if (known !== undefined) return known === 'dropped' ? undefined : known.row;
    return this.#table.get(id);
  }

  put(row: R): void {
    const before = this.get(row.id);
    this.#assertUnique(before, row);
    if (!before) this.#added += 1;
    this.#touch(row.id, before);
    this.#open().put(this.#hardened ? deepFrozen(row) : row);
  }

  drop(id: string): void {
    const before = this.get(id);
    if (!before) return;
    this.#added -= 1;
    this.#touch(id, before);
    this.#open().drop(id, true);
  }

  find(index: string, key: string): R | undefined {
    return find({ layers: this.#layers, index: this.#table.index(index), key });
  }

  where(index: string, key: string, page?: Page<R>): readonly R[] {
    return list({ layers: this.#layers, index: this.#table.index(index), key }, page);
  }

  range(index: string, page?: Page<R>): readonly R[] {
    return list({ layers: this.#layers, index: this.#table.index(index), key: '' }, page);
  }

  count(): number {
    return this.#table.count + this.#added;
  }

  collect(changes: RowChange[]): void {
    for (const { id, before } of this.#touched) {
      const after = this.get(id);
      if (before !== after) changes.push({ table: this.#table.name, id, before, after });
    }
  }

  /** Remembers how a row was before the draft's first edit of it. */
  #touch(id: string, before: R | undefined): void {
    if (!this.#edits?.has(id)) this.#touched.push({ id, before });
  }

  #open(): Layer<R> {
    if (this.#edits) return this.#edits;
    this.#edits = new Layer(this.#table.indexes);
    this.#layers = [...this.#layers, this.#edits];
    return this.#edits;
  }

  #assertUnique(before: R | undefined, row: R): void {
    for (const index of this.#table.indexes) {
      if (index.spec.kind !== 'unique') continue;
      const key = index.spec.keys(row);
      if (key === undefined || (before && index.spec.keys(before) === key)) continue;
      const holder = find({ layers: this.#layers, index, key });
      assert(
        !holder || holder.id === row.id,
        `${this.#table.name}.${index.name} holds ${key} already`,
      );
    }
  }
}

export function deepFrozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) deepFrozen(part);
  return Object.freeze(value);
}
