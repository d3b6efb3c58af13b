import { assert } from './defect.ts';
import { Layer } from './layer.ts';
import type { State } from './state.ts';
import type { RowChange, Table } from './table.ts';
import type { TableIndex } from './table-index.ts';
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

/** One row's edit: as it was before the draft touched it, and as it stands now. */
interface Edit<R extends Row> {
  readonly before: R | undefined;
  after: R | undefined;
}

/** So few edits are looked through for a key before a layer with its indexes is made of them. */
const SCANNED_EDITS = 8;

class TableEdits<R extends Row> implements DraftTable<R> {
  readonly #table: Table<R>;
  readonly #hardened: boolean;
  /** Undefined until the first write: most tables of a draft are only read. */
  #edits: Map<string, Edit<R>> | undefined;
  /** The same edits as a layer, made when an index is first read after a write. */
  #layer: Layer<R> | undefined;
  #added = 0;
  /** The last committed row that was looked for: what is read is often what is written next. */
  #lastId: string | undefined;
  #lastRow: R | undefined;

  constructor(table: Table<R>, hardened: boolean) {
    this.#table = table;
    this.#hardened = hardened;
  }

  get(id: string): R | undefined {
    const edit = this.#edits?.get(id);
    return edit ? edit.after : this.#committed(id);
  }

  put(row: R): void {
    const edit = this.#edits?.get(row.id);
    const before = edit ? edit.after : this.#committed(row.id);
    this.#assertUnique(before, row);
    if (!before) this.#added += 1;
    this.#keep(row.id, edit, { before, after: this.#hardened ? deepFrozen(row) : row });
    this.#layer?.put(row);
  }

  drop(id: string): void {
    const edit = this.#edits?.get(id);
    const before = edit ? edit.after : this.#committed(id);
    if (!before) return;
    this.#added -= 1;
    this.#keep(id, edit, { before, after: undefined });
    this.#layer?.drop(id, true);
  }

  find(index: string, key: string): R | undefined {
    return find({ layers: this.#layers(), index: this.#table.index(index), key });
  }

  where(index: string, key: string, page?: Page<R>): readonly R[] {
    return list({ layers: this.#layers(), index: this.#table.index(index), key }, page);
  }

  range(index: string, page?: Page<R>): readonly R[] {
    return list({ layers: this.#layers(), index: this.#table.index(index), key: '' }, page);
  }

  count(): number {
    return this.#table.count + this.#added;
  }

  collect(changes: RowChange[]): void {
    if (!this.#edits) return;
    const table = this.#table.name;
    for (const [id, { before, after }] of this.#edits) {
      if (before !== after) changes.push({ table, id, before, after });
    }
  }

  #committed(id: string): R | undefined {
    if (id === this.#lastId) return this.#lastRow;
    this.#lastId = id;
    this.#lastRow = this.#table.get(id);
    return this.#lastRow;
  }

  #keep(id: string, known: Edit<R> | undefined, edit: Edit<R>): void {
    if (known) known.after = edit.after;
    else (this.#edits ??= new Map()).set(id, edit);
  }

  /** The committed layers, and this draft's own on top once it has written. */
  #layers(): readonly Layer<R>[] {
    if (!this.#edits) return this.#table.layers;
    this.#layer ??= this.#layerOf(this.#edits);
    return [...this.#table.layers, this.#layer];
  }

  #layerOf(edits: ReadonlyMap<string, Edit<R>>): Layer<R> {
    const layer = new Layer(this.#table.indexes);
    for (const [id, { after }] of edits) {
      if (after) layer.put(after);
      else layer.drop(id, true);
    }
    return layer;
  }

  #assertUnique(before: R | undefined, row: R): void {
    for (const index of this.#table.indexes) {
      if (index.spec.kind !== 'unique') continue;
      const key = index.spec.keys(row);
      if (key === undefined || (before && index.spec.keys(before) === key)) continue;
      const holder = this.#holderOf(index, key);
      assert(
        !holder || holder.id === row.id,
        () => `${this.#table.name}.${index.name} holds ${key} already`,
      );
    }
  }

  #holderOf(index: TableIndex<R>, key: string): R | undefined {
    const edits = this.#edits;
    if (this.#layer || (edits && edits.size > SCANNED_EDITS)) {
      return find({ layers: this.#layers(), index, key });
    }
    if (edits) {
      for (const { after } of edits.values()) {
        if (after && index.spec.keys(after) === key) return after;
      }
    }
    const holder = find({ layers: this.#table.layers, index, key });
    return holder && edits?.has(holder.id) ? undefined : holder;
  }
}

export function deepFrozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) deepFrozen(part);
  return Object.freeze(value);
}
