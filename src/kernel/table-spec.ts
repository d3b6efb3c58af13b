/** A row is immutable: a change is a new row under the same id. */
export interface Row {
  readonly id: string;
}

/** At most one row per key. */
export interface UniqueIndex<R> {
  readonly kind: 'unique';
  readonly keys: (row: R) => string | undefined;
}

/** Any number of rows per key, listed by `by`, then by id. */
export interface ManyIndex<R> {
  readonly kind: 'many';
  readonly keys: (row: R) => string | readonly string[] | undefined;
  readonly by: (row: R) => number;
  readonly tie: (row: R) => number;
}

/** All rows by a number (then `tie`, then id); a row whose number is undefined is left out. */
export interface OrderedIndex<R> {
  readonly kind: 'ordered';
  readonly keys: (row: R) => string | undefined;
  readonly by: (row: R) => number;
  readonly tie: (row: R) => number;
}

export type IndexSpec<R> = UniqueIndex<R> | ManyIndex<R> | OrderedIndex<R>;
export type IndexSpecs<R> = Readonly<Record<string, IndexSpec<R>>>;

const nought = (): number => 0;

export function unique<R>(key: (row: R) => string | undefined): UniqueIndex<R> {
  return { kind: 'unique', keys: key };
}

export function many<R>(
  keys: (row: R) => string | readonly string[] | undefined,
  by: (row: R) => number = nought,
): ManyIndex<R> {
  return { kind: 'many', keys, by, tie: nought };
}

export function ordered<R>(
  by: (row: R) => number | undefined,
  tie: (row: R) => number = nought,
): OrderedIndex<R> {
  return {
    kind: 'ordered',
    keys: (row) => (by(row) === undefined ? undefined : ''),
    by: (row) => by(row) ?? 0,
    tie,
  };
}

/** A table's shape: its row type (known to the compiler only) and its indexes. */
export interface TableSpec<R extends Row = Row, I extends IndexSpecs<R> = IndexSpecs<R>> {
  readonly indexes: I;
  readonly row?: R;
}

/** `table<Order>()({ byContact: many((order) => order.contactId) })`; the row type comes first. */
export const table =
  <R extends Row>() =>
  <const I extends IndexSpecs<R>>(indexes: I): TableSpec<R, I> => ({ indexes });
