import { chunksOf } from './bucket.ts';
import { compareRows, type Layer } from './layer.ts';
import type { IndexSpec, Row } from './table-spec.ts';

/** What part of an index to list. Bounds are on the index's number. */
export interface Page<R extends Row = Row> {
  /** First number included. */
  readonly from?: number;
  /** First number excluded. */
  readonly to?: number;
  /** Goes on behind this row (before it when `reverse`). */
  readonly after?: R;
  readonly offset?: number;
  readonly limit?: number;
  readonly reverse?: boolean;
}

export interface IndexRead<R extends Row> {
  /** Oldest first. */
  readonly layers: readonly Layer<R>[];
  readonly index: number;
  readonly spec: IndexSpec<R>;
  readonly key: string;
}

/** Lists the live rows under a key of an index, merging the layers, in the index's order. */
export function list<R extends Row>(read: IndexRead<R>, page: Page<R> = {}): R[] {
  const cursors = openCursors(read, page);
  const step = page.reverse ? -1 : 1;
  const rows: R[] = [];
  let skip = page.offset ?? 0;
  const limit = page.limit ?? Infinity;
  while (rows.length < limit) {
    const next = nearestCursor(cursors, read.spec, step);
    if (!next?.row || isBeyond(next.row, read.spec, page)) break;
    if (skip > 0) skip -= 1;
    else rows.push(next.row);
    next.advance(step);
  }
  return rows;
}

/** The one live row under a key of a unique index. */
export function find<R extends Row>(read: IndexRead<R>): R | undefined {
  for (let depth = read.layers.length - 1; depth >= 0; depth -= 1) {
    const bucket = read.layers[depth]?.bucket(read.index, read.key);
    if (bucket === undefined) continue;
    for (const id of chunksOf(bucket)[0] ?? []) {
      if (isNewest(read.layers, depth, id)) return read.layers[depth]?.rows.get(id);
    }
  }
  return undefined;
}

function isNewest<R extends Row>(
  layers: readonly Layer<R>[],
  depth: number,
  id: string,
): boolean {
  for (let above = depth + 1; above < layers.length; above += 1) {
    if (layers[above]?.rows.has(id)) return false;
  }
  return true;
}

function openCursors<R extends Row>(read: IndexRead<R>, page: Page<R>): Cursor<R>[] {
  const step = page.reverse ? -1 : 1;
  const cursors: Cursor<R>[] = [];
  for (let depth = 0; depth < read.layers.length; depth += 1) {
    const bucket = read.layers[depth]?.bucket(read.index, read.key);
    if (bucket === undefined) continue;
    const cursor = new Cursor(read.layers, depth, chunksOf(bucket));
    cursor.seek((row) => isBeforeStart(row, read.spec, page), step);
    cursors.push(cursor);
  }
  return cursors;
}

function nearestCursor<R extends Row>(
  cursors: readonly Cursor<R>[],
  spec: IndexSpec<R>,
  step: 1 | -1,
): Cursor<R> | undefined {
  let nearest: Cursor<R> | undefined;
  for (const cursor of cursors) {
    if (!cursor.row) continue;
    if (!nearest?.row || compareRows(spec, cursor.row, nearest.row) * step < 0) nearest = cursor;
  }
  return nearest;
}

const numberOf = <R>(spec: IndexSpec<R>, row: R): number =>
  spec.kind === 'unique' ? 0 : spec.by(row);

/** True for rows that the walk has to jump over to reach its first row. */
function isBeforeStart<R extends Row>(row: R, spec: IndexSpec<R>, page: Page<R>): boolean {
  if (page.reverse) {
    if (page.to !== undefined && numberOf(spec, row) >= page.to) return true;
    return page.after !== undefined && compareRows(spec, row, page.after) >= 0;
  }
  if (page.from !== undefined && numberOf(spec, row) < page.from) return true;
  return page.after !== undefined && compareRows(spec, row, page.after) <= 0;
}

function isBeyond<R extends Row>(row: R, spec: IndexSpec<R>, page: Page<R>): boolean {
  if (page.reverse) return page.from !== undefined && numberOf(spec, row) < page.from;
  return page.to !== undefined && numberOf(spec, row) >= page.to;
}

/** A walk over one layer's entries that stops at live rows only. */
class Cursor<R extends Row> {
  row: R | undefined;
  readonly #layers: readonly Layer<R>[];
  readonly #depth: number;
  readonly #chunks: readonly (readonly string[])[];
  #chunk = 0;
  #at = 0;

  constructor(
    layers: readonly Layer<R>[],
    depth: number,
    chunks: readonly (readonly string[])[],
  ) {
    this.#layers = layers;
    this.#depth = depth;
    this.#chunks = chunks;
  }

  advance(step: 1 | -1): void {
    this.#at += step;
    this.#settle(step);
  }

  /** Goes to the first row, in walking order, that is not before the start. */
  seek(isBefore: (row: R) => boolean, step: 1 | -1): void {
    const jumped = (chunk: number, at: number): boolean => {
      const row = this.#rowAt(chunk, at);
      return row !== undefined && isBefore(row);
    };
    const count = this.#chunks.length;
    const lengthOf = (chunk: number): number => this.#chunks[chunk]?.length ?? 0;
    if (step === 1) {
      this.#chunk = firstFalse(count, (chunk) => jumped(chunk, lengthOf(chunk) - 1));
      this.#at = firstFalse(lengthOf(this.#chunk), (at) => jumped(this.#chunk, at));
    } else {
      this.#chunk = firstFalse(count, (chunk) => !jumped(chunk, 0)) - 1;
      this.#at = firstFalse(lengthOf(this.#chunk), (at) => !jumped(this.#chunk, at)) - 1;
    }
    this.#settle(step);
  }

  #rowAt(chunk: number, at: number): R | undefined {
    const id = this.#chunks[chunk]?.[at];
    return id === undefined ? undefined : this.#layers[this.#depth]?.rows.get(id);
  }

  #settle(step: 1 | -1): void {
    for (;;) {
      const ids = this.#chunks[this.#chunk];
      const id = ids?.[this.#at];
      if (id !== undefined) {
        if (isNewest(this.#layers, this.#depth, id)) break;
        this.#at += step;
        continue;
      }
      this.#chunk += step;
      const next = this.#chunks[this.#chunk];
      if (!next) {
        this.row = undefined;
        return;
      }
      this.#at = step === 1 ? 0 : next.length - 1;
    }
    this.row = this.#rowAt(this.#chunk, this.#at);
  }
}

/** The first whole number below `count` for which the test fails; the test holds up to there. */
function firstFalse(count: number, test: (at: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (test(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
