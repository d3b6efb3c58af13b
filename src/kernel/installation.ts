import { assert } from './defect.ts';
import type { State } from './state.ts';
import type { Table } from './table.ts';
import type { Row } from './table-spec.ts';
import { deepFrozen, Transaction, type DraftTable, type Edits } from './transaction.ts';

/**
 * Writes an initial state straight into the tables: a data set of a million orders must not pass
 * through a transaction. Reads see what was written.
 */
export class Installation implements Edits {
  readonly #state: State;
  readonly #hardened: boolean;
  readonly #tables = new Map<string, DraftTable<Row>>();

  constructor(state: State, hardened = false) {
    this.#state = state;
    this.#hardened = hardened;
  }

  // The caller names the row type of the table it asks for; the state's specs keep it honest.
  table<R extends Row>(name: string): DraftTable<R> {
    const known = this.#tables.get(name);
    if (known) return known as unknown as DraftTable<R>;
    const created = this.#open(name);
    this.#tables.set(name, created);
    return created as unknown as DraftTable<R>;
  }

  /** To be called at the end: unique keys are checked once, not row by row. */
  finish(): void {
    for (const name of this.#tables.keys()) assertUnique(this.#state.table(name));
  }

  #open(name: string): DraftTable<Row> {
    const table = this.#state.table(name);
    const reading = (): DraftTable<Row> => new Transaction(this.#state, false).table(name);
    return {
      get: (id) => table.get(id),
      put: (row) => table.apply(row.id, this.#hardened ? deepFrozen(row) : row),
      drop: (id) => table.apply(id, undefined),
      find: (index, key) => reading().find(index, key),
      where: (index, key, page) => reading().where(index, key, page),
      range: (index, page) => reading().range(index, page),
      count: () => table.count,
    };
  }
}

function assertUnique(table: Table): void {
  for (const { name, spec } of table.indexes) {
    if (spec.kind !== 'unique') continue;
    const keys = new Set<string>();
    for (const row of table.rows()) {
      const key = spec.keys(row);
      if (key === undefined) continue;
      assert(!keys.has(key), `${table.name}.${name} holds ${key} already`);
      keys.add(key);
    }
  }
}
