import { assert } from './defect.ts';
import { Layer } from './layer.ts';
import type { ChangeSet, State } from './state.ts';
import type { RowChange, Table } from './table.ts';
import type { IndexSpecs, ManyIndex, OrderedIndex, Row, UniqueIndex } from './table-spec.ts';
import { find, list, type IndexRead, type Page } from './view.ts';

type NamesOf<I, Kind> = { [N in keyof I]: I[N] extends Kind ? N : never }[keyof I] & string;

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

  changeSet(changes: readonly RowChange[]): ChangeSet {
    return { sequence: this.#state.sequence + 1, changes };
  }
}

class TableEdits<R extends Row> implements DraftTable<R> {
  readonly #table: Table<R>;
  readonly #hardened: boolean;
  #edits: Layer<R> | undefined;
  #added = 0;

  constructor(table: Table<R>, hardened: boolean) {
    this.#table = table;
    this.#hardened = hardened;
  }

  get(id: string): R | undefined {
    if (this.#edits?.rows.has(id)) return this.#edits.rows.get(id);
    return this.#table.get(id);
  }

  put(row: R): void {
    this.#assertUnique(row);
    if (!this.get(row.id)) this.#added += 1;
    this.#edits ??= new Layer(this.#table.indexSpecs);
    this.#edits.put(this.#hardened ? deepFrozen(row) : row);
  }

  drop(id: string): void {
    if (!this.get(id)) return;
    this.#added -= 1;
    this.#edits ??= new Layer(this.#table.indexSpecs);
    this.#edits.drop(id, true);
  }

  find(index: string, key: string): R | undefined {
    return find({ ...this.#read(index), key });
  }

  where(index: string, key: string, page?: Page<R>): readonly R[] {
    return list({ ...this.#read(index), key }, page);
  }

  range(index: string, page?: Page<R>): readonly R[] {
    return list({ ...this.#read(index), key: '' }, page);
  }

  count(): number {
    return this.#table.count + this.#added;
  }

  collect(changes: RowChange[]): void {
    if (!this.#edits) return;
    for (const [id, after] of this.#edits.rows) {
      const before = this.#table.get(id);
      if (before === after) continue;
      changes.push({ table: this.#table.name, id, before, after });
    }
  }

  #read(name: string): Omit<IndexRead<R>, 'key'> {
    const index = this.#table.indexNames.indexOf(name);
    const spec = this.#table.indexSpecs[index];
    assert(spec, `table ${this.#table.name} has no index ${name}`);
    const { layers } = this.#table;
    return { layers: this.#edits ? [...layers, this.#edits] : layers, index, spec };
  }

  #assertUnique(row: R): void {
    for (const [at, spec] of this.#table.indexSpecs.entries()) {
      if (spec.kind !== 'unique') continue;
      const key = spec.keys(row);
      const name = this.#table.indexNames[at];
      if (key === undefined || name === undefined) continue;
      const holder = this.find(name, key);
      assert(!holder || holder.id === row.id, `${this.#table.name}.${name} holds ${key} already`);
    }
  }
}

function deepFrozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) deepFrozen(part);
  return Object.freeze(value);
}
