import { chunksOf, firstFalse, type Bucket } from './bucket.ts';
import type { Layer } from './layer.ts';
import { numberOf, type TableIndex } from './table-index.ts';
import type { Row } from './table-spec.ts';

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
  readonly index: TableIndex<R>;
  readonly key: string;
}

/** Lists the live rows under a key of an index, merging the layers, in the index's order. */
export function list<R extends Row>(read: IndexRead<R>, page: Page<R> = {}): R[] {
  const cursors = openCursors(read, page);
  const step = page.reverse ? -1 : 1;
  const limit = page.limit ?? Infinity;
  let skip = page.offset ?? 0;
  const rows: R[] = [];
  while (rows.length < limit) {
    const next = nearestCursor(cursors, read.index, step);
    if (!next?.row || isBeyond(next.row, read.index, page)) break;
    if (skip > 0) skip -= 1;
    else rows.push(next.row);
    next.advance(step);
  }
  return rows;
}

/** The one live row under a key of a unique index. */
export function find<R extends Row>({ layers, index, key }: IndexRead<R>): R | undefined {
  for (let depth = layers.length - 1; depth >= 0; depth -= 1) {
    const row = layers[depth]?.find(index, key);
    if (row && isNewest(layers, depth, row.id)) return row;
  }
  return undefined;
}

/** True when no layer above this one knows the id. */
export function isNewest<R extends Row>(
  layers: readonly Layer<R>[],
  depth: number,
  id: string,
): boolean {
  for (let above = depth + 1; above < layers.length; above += 1) {
    if (layers[above]?.has(id)) return false;
  }
  return true;
}

function openCursors<R extends Row>(read: IndexRead<R>, page: Page<R>): Cursor<R>[] {
  const { layers, index, key } = read;
  const step = page.reverse ? -1 : 1;
  const cursors: Cursor<R>[] = [];
  for (let depth = 0; depth < layers.length; depth += 1) {
    const bucket = layers[depth]?.bucket(index, key);
    if (bucket === undefined) continue;
    const cursor = new Cursor(layers, depth, bucket);
    if (hasStart(page)) cursor.seek((row) => isBeforeStart(row, index, page), step);
    else cursor.start(step);
    cursors.push(cursor);
  }
  return cursors;
}

function nearestCursor<R extends Row>(
  cursors: readonly Cursor<R>[],
  { compare }: TableIndex<R>,
  step: 1 | -1,
): Cursor<R> | undefined {
  let nearest: Cursor<R> | undefined;
  for (const cursor of cursors) {
    if (!cursor.row) continue;
    if (!nearest?.row || compare(cursor.row, nearest.row) * step < 0) nearest = cursor;
  }
  return nearest;
}

const hasStart = <R extends Row>({ from, to, after, reverse }: Page<R>): boolean =>
  after !== undefined || (reverse ? to : from) !== undefined;

/** True for rows that the walk has to jump over to reach its first row. */
function isBeforeStart<R extends Row>(row: R, index: TableIndex<R>, page: Page<R>): boolean {
  if (page.reverse) {
    if (page.to !== undefined && numberOf(index, row) >= page.to) return true;
    return page.after !== undefined && index.compare(row, page.after) >= 0;
  }
  if (page.from !== undefined && numberOf(index, row) < page.from) return true;
  return page.after !== undefined && index.compare(row, page.after) <= 0;
}

function isBeyond<R extends Row>(row: R, index: TableIndex<R>, page: Page<R>): boolean {
  if (page.reverse) return page.from !== undefined && numberOf(index, row) < page.from;
  return page.to !== undefined && numberOf(index, row) >= page.to;
}

/** A walk over one layer's rows under a key that stops at live ones only. */
class Cursor<R extends Row> {
  row: R | undefined;
  readonly #layers: readonly Layer<R>[];
  readonly #depth: number;
  readonly #chunks: ReturnType<typeof chunksOf<R>>;
  #chunk = 0;
  #at = 0;

  constructor(layers: readonly Layer<R>[], depth: number, bucket: Bucket<R>) {
    this.#layers = layers;
    this.#depth = depth;
    this.#chunks = chunksOf(bucket);
  }

  start(step: 1 | -1): void {
    this.#chunk = step === 1 ? 0 : this.#chunks.length - 1;
    this.#at = step === 1 ? 0 : this.#lengthOf(this.#chunk) - 1;
    this.#settle(step);
  }

  advance(step: 1 | -1): void {
    this.#at += step;
    this.#settle(step);
  }

  /** Goes to the first row, in walking order, that is not before the start. */
  seek(isBefore: (row: R) => boolean, step: 1 | -1): void {
    const isJumped = (chunk: number, at: number): boolean => {
      const row = this.#chunks[chunk]?.[at]?.row;
      return row !== undefined && isBefore(row);
    };
    const count = this.#chunks.length;
    if (step === 1) {
      this.#chunk = firstFalse(count, (chunk) => isJumped(chunk, this.#lengthOf(chunk) - 1));
      this.#at = firstFalse(this.#lengthOf(this.#chunk), (at) => isJumped(this.#chunk, at));
    } else {
      this.#chunk = firstFalse(count, (chunk) => !isJumped(chunk, 0)) - 1;
      this.#at = firstFalse(this.#lengthOf(this.#chunk), (at) => !isJumped(this.#chunk, at)) - 1;
    }
    this.#settle(step);
  }

  #lengthOf(chunk: number): number {
    return this.#chunks[chunk]?.length ?? 0;
  }

  /** Stays at a live row; else goes on to the next one, or to the end. */
  #settle(step: 1 | -1): void {
    let cells = this.#chunks[this.#chunk];
    while (cells) {
      const row = cells[this.#at]?.row;
      if (row && isNewest(this.#layers, this.#depth, row.id)) {
        this.row = row;
        return;
      }
      if (row) {
        this.#at += step;
        continue;
      }
      this.#chunk += step;
      cells = this.#chunks[this.#chunk];
      this.#at = step === 1 ? 0 : this.#lengthOf(this.#chunk) - 1;
    }
    this.row = undefined;
  }
}
