import { assert } from './defect.ts';
import { tableOf, type RowChange, type Table } from './table.ts';
import type { Row, TableSpec } from './table-spec.ts';

/** What one commit changed; plain data, numbered in the sandbox's one sequence. */
export interface ChangeSet {
  readonly sequence: number;
  /** How many of the sandbox's commits were turns, with this one. */
  readonly turns: number;
  readonly changes: readonly RowChange[];
}

export type TableSpecs = Readonly<Record<string, TableSpec>>;

/** All tables of one sandbox, by full name (`utick.orders`). Everything that forks is in here. */
export class State {
  readonly specs: TableSpecs;
  readonly #tables = new Map<string, Table>();
  #sequence = 0;
  #turns = 0;

  constructor(specs: TableSpecs) {
    this.specs = specs;
  }

  /** Number of the last commit. */
  get sequence(): number {
    return this.#sequence;
  }

  /**
   * Turns committed so far: chance is forked from this number and not from the sequence, so that
   * moving the clock or counting a fault shifts nothing a vendor draws.
   */
  get turns(): number {
    return this.#turns;
  }

  // The caller names the row type of the table it asks for; the specs keep it honest.
  table<R extends Row = Row>(name: string): Table<R> {
    const known = this.#tables.get(name);
    if (known) return known as unknown as Table<R>;
    const spec = this.specs[name];
    assert(spec, `no table ${name}`);
    const created = tableOf(name, spec);
    this.#tables.set(name, created);
    return created as unknown as Table<R>;
  }

  apply(changeSet: ChangeSet): void {
    for (const { table, id, before, after } of changeSet.changes) {
      this.table(table).change(before, id, after);
    }
    this.#sequence = changeSet.sequence;
    this.#turns = changeSet.turns;
  }

  fork(): State {
    const copy = new State(this.specs);
    for (const [name, table] of this.#tables) copy.#tables.set(name, table.fork());
    copy.#sequence = this.#sequence;
    copy.#turns = this.#turns;
    return copy;
  }
}
