import { assert } from './defect.ts';
import { tableOf, type RowChange, type Table } from './table.ts';
import type { TableSpec } from './table-spec.ts';

/** What one commit changed; plain data, numbered in the sandbox's one sequence. */
export interface ChangeSet {
  readonly sequence: number;
  readonly changes: readonly RowChange[];
}

// A collection of tables of different rows; each is taken out with its own spec's row type.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type AnyTable = Table<any>;
export type TableSpecs = Readonly<Record<string, TableSpec>>;

/** All tables of one sandbox, by full name (`utick.orders`). Everything that forks is in here. */
export class State {
  readonly specs: TableSpecs;
  #tables = new Map<string, AnyTable>();
  #sequence = 0;

  constructor(specs: TableSpecs) {
    this.specs = specs;
  }

  /** Number of the last commit. */
  get sequence(): number {
    return this.#sequence;
  }

  table(name: string): AnyTable {
    const known = this.#tables.get(name);
    if (known) return known;
    const spec = this.specs[name];
    assert(spec, `no table ${name}`);
    const created: AnyTable = tableOf(name, spec);
    this.#tables.set(name, created);
    return created;
  }

  apply(changeSet: ChangeSet): void {
    for (const { table, id, before, after } of changeSet.changes) {
      this.table(table).change(before, id, after);
    }
    this.#sequence = changeSet.sequence;
  }

  fork(): State {
    const copy = new State(this.specs);
    for (const [name, table] of this.#tables) copy.#tables.set(name, table.fork());
    copy.#sequence = this.#sequence;
    return copy;
  }
}
