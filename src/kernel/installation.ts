import type { State } from './state.ts';
import type { Row } from './table-spec.ts';
import { Transaction, type DraftTable, type Edits } from './transaction.ts';

/**
 * Writes an initial state straight into the tables: a data set of a million orders must not pass
 * through a transaction. Reads see what was written.
 */
export class Installation implements Edits {
  readonly #state: State;

  constructor(state: State) {
    this.#state = state;
  }

  table<R extends Row>(name: string): DraftTable<R> {
    const table = this.#state.table(name);
    const reading = (): DraftTable<R> => new Transaction(this.#state, false).table<R>(name);
    return {
      get: (id) => table.get(id),
      put: (row) => table.apply(row.id, row),
      drop: (id) => table.apply(id, undefined),
      find: (index, key) => reading().find(index, key),
      where: (index, key, page) => reading().where(index, key, page),
      range: (index, page) => reading().range(index, page),
      count: () => table.count,
    };
  }
}
