import { assert } from './defect.ts';
import { Layer } from './layer.ts';
import { indexesOf, type TableIndex } from './table-index.ts';
import type { Row, TableSpec } from './table-spec.ts';
import { isNewest, list, type Page } from './view.ts';

/** One row's change: `before` undefined when it is new, `after` undefined when it is dropped. */
export interface RowChange<R extends Row = Row> {
  readonly table: string;
  readonly id: string;
  readonly before: R | undefined;
  readonly after: R | undefined;
}

const MOST_SEALED_LAYERS = 4;

/**
 * Rows as a stack of sealed layers, shared with forks and never changed again, under one open layer
 * of its own. A fork seals the open layer and gives both sides a new one.
 */
export class Table<R extends Row = Row> {
  readonly name: string;
  readonly indexes: readonly TableIndex<R>[];
  /** Oldest first; the last one is open. */
  #layers: readonly Layer<R>[];
  #open: Layer<R>;
  #count = 0;

  constructor(name: string, indexes: readonly TableIndex<R>[]) {
    this.name = name;
    this.indexes = indexes;
    this.#open = new Layer(indexes);
    this.#layers = [this.#open];
  }

  /** Live rows. */
  get count(): number {
    return this.#count;
  }

  get layers(): readonly Layer<R>[] {
    return this.#layers;
  }

  get(id: string): R | undefined {
    return rowIn(this.#layers, this.#layers.length - 1, id);
  }

  index(name: string): TableIndex<R> {
    for (const index of this.indexes) if (index.name === name) return index;
    assert(false, `table ${this.name} has no index ${name}`);
  }

  /** All rows of an `ordered` index, or a page of them. */
  range(index: string, page: Page<R> = {}): readonly R[] {
    return list({ layers: this.#layers, index: this.index(index), key: '' }, page);
  }

  apply(id: string, after: R | undefined): void {
    this.change(this.get(id), id, after);
  }

  /** The same for who knows the row as it stands. */
  change(before: R | undefined, id: string, after: R | undefined): void {
    if (after && before) this.#open.put(after);
    else if (after) this.#open.add(after);
    else this.#open.drop(id, rowIn(this.#layers, this.#layers.length - 2, id) !== undefined);
    this.#count += (after ? 1 : 0) - (before ? 1 : 0);
  }

  /** Every live row, oldest layer first: for inspection, never for a call. */
  *rows(): Generator<R> {
    const layers = this.#layers;
    for (const [depth, layer] of layers.entries()) {
      for (const [id, known] of layer.entries()) {
        if (known !== 'dropped' && isNewest(layers, depth, id)) yield known.row;
      }
    }
  }

  fork(): Table<R> {
    this.#seal();
    const copy = new Table<R>(this.name, this.indexes);
    copy.#layers = [...this.#layers.slice(0, -1), copy.#open];
    copy.#count = this.#count;
    return copy;
  }

  #seal(): void {
    if (this.#open.size === 0) return;
    const sealed = mergedWhenMany(this.#layers, this.indexes);
    this.#open = new Layer(this.indexes);
    this.#layers = [...sealed, this.#open];
  }
}

export function tableOf<R extends Row>(name: string, spec: TableSpec<R>): Table<R> {
  return new Table(name, indexesOf(spec));
}

/** The row as it stands from the newest of these layers down. */
function rowIn<R extends Row>(
  layers: readonly Layer<R>[],
  newest: number,
  id: string,
): R | undefined {
  for (let at = newest; at >= 0; at -= 1) {
    const known = layers[at]?.get(id);
    if (known !== undefined) return known === 'dropped' ? undefined : known.row;
  }
  return undefined;
}

/**
 * Copies, since the layers may be shared. The pair whose older layer is the least bigger than the
 * newer one: so layers grow like a ladder, and a big base is not copied again for a few rows.
 */
function mergedWhenMany<R extends Row>(
  layers: readonly Layer<R>[],
  indexes: readonly TableIndex<R>[],
): readonly Layer<R>[] {
  if (layers.length <= MOST_SEALED_LAYERS) return layers;
  const ratios = layers.slice(1).map((layer, below) => (layers[below]?.size ?? 0) / layer.size);
  const at = ratios.lastIndexOf(Math.min(...ratios));
  const merged = new Layer<R>(indexes);
  for (const layer of layers.slice(at, at + 2)) {
    for (const [id, known] of layer.entries()) {
      if (known === 'dropped') merged.drop(id, rowIn(layers, at - 1, id) !== undefined);
      else merged.put(known.row);
    }
  }
  return layers.toSpliced(at, 2, merged);
}
