import { Layer } from './layer.ts';
import type { IndexSpec, Row, TableSpec } from './table-spec.ts';

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
  readonly spec: TableSpec<R>;
  readonly indexNames: readonly string[];
  readonly indexSpecs: readonly IndexSpec<R>[];
  /** Oldest first; the last one is open. */
  #layers: readonly Layer<R>[];
  #open: Layer<R>;
  #count = 0;

  constructor(name: string, spec: TableSpec<R>) {
    this.name = name;
    this.spec = spec;
    this.indexNames = Object.keys(spec.indexes);
    this.indexSpecs = Object.values(spec.indexes);
    this.#open = new Layer(this.indexSpecs);
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
    for (let at = this.#layers.length - 1; at >= 0; at -= 1) {
      const rows = this.#layers[at]?.rows;
      const row = rows?.get(id);
      if (row !== undefined || rows?.has(id)) return row;
    }
    return undefined;
  }

  apply(id: string, after: R | undefined): void {
    const existed = this.get(id) !== undefined;
    if (after) this.#open.put(after);
    else this.#open.drop(id, this.#layers.length > 1);
    this.#count += (after ? 1 : 0) - (existed ? 1 : 0);
  }

  /** Every live row, oldest layer first: for inspection, never for a call. */
  *rows(): Generator<R> {
    const layers = this.#layers;
    for (const [depth, layer] of layers.entries()) {
      for (const [id, row] of layer.rows) {
        if (row && !layers.slice(depth + 1).some((newer) => newer.rows.has(id))) yield row;
      }
    }
  }

  fork(): Table<R> {
    this.#seal();
    const copy = new Table<R>(this.name, this.spec);
    copy.#layers = [...this.#layers.slice(0, -1), copy.#open];
    copy.#count = this.#count;
    return copy;
  }

  #seal(): void {
    if (this.#open.size === 0) return;
    const sealed = mergedWhenMany(this.#layers, this.indexSpecs);
    this.#open = new Layer(this.indexSpecs);
    this.#layers = [...sealed, this.#open];
  }
}

/** Copies, since the layers may be shared; the smallest pair, so a big base is not copied again. */
function mergedWhenMany<R extends Row>(
  layers: readonly Layer<R>[],
  specs: readonly IndexSpec<R>[],
): readonly Layer<R>[] {
  if (layers.length <= MOST_SEALED_LAYERS) return layers;
  const sizes = layers.slice(1).map((layer, below) => layer.size + (layers[below]?.size ?? 0));
  const at = sizes.indexOf(Math.min(...sizes));
  const merged = new Layer<R>(specs);
  for (const layer of layers.slice(at, at + 2)) {
    for (const [id, row] of layer.rows) {
      if (row) merged.put(row);
      else merged.drop(id, at > 0);
    }
  }
  return layers.toSpliced(at, 2, merged);
}
