import type { Row } from './table-spec.ts';

/**
 * A row's place in a layer. Indexes hold the place and not the row, so a change that leaves a row
 * where it stands touches no index.
 */
export interface Cell<R extends Row> {
  row: R;
}

/**
 * What stands under one key of an index, in order. One cell is kept bare, a few in an array, many
 * in chunks: a million orders of two products must not pay for big containers.
 */
export type Bucket<R extends Row> = Cell<R> | Cell<R>[] | Chunks<R>;

/** Orders two rows; never 0 for different ids. */
export type Compare<R extends Row> = (a: R, b: R) => number;

/** A cell, and how its bucket is ordered. */
export interface Placing<R extends Row> {
  readonly cell: Cell<R>;
  readonly compare: Compare<R>;
}

class Chunks<R extends Row> {
  readonly list: Cell<R>[][];

  constructor(list: Cell<R>[][]) {
    this.list = list;
  }
}

const CHUNK = 512;
/** Up to here an array is copied to its exact length: one that grows in place reserves 16 more. */
const EXACT = 16;

/** A cell that stands in the bucket already stays there once. */
export function insertInto<R extends Row>(
  bucket: Bucket<R> | undefined,
  placing: Placing<R>,
): Bucket<R> {
  const { cell, compare } = placing;
  if (bucket === undefined || bucket === cell) return cell;
  if (bucket instanceof Chunks) {
    insertIntoChunks(bucket.list, placing);
    return bucket;
  }
  if (!Array.isArray(bucket)) {
    return compare(bucket.row, cell.row) < 0 ? [bucket, cell] : [cell, bucket];
  }
  const at = lowerBound(bucket, placing);
  if (bucket[at] === cell) return bucket;
  if (bucket.length < EXACT) return bucket.toSpliced(at, 0, cell);
  bucket.splice(at, 0, cell);
  return bucket.length > CHUNK ? new Chunks([bucket.splice(0, CHUNK), bucket]) : bucket;
}

/** Undefined when nothing is left. */
export function removeFrom<R extends Row>(
  bucket: Bucket<R>,
  placing: Placing<R>,
): Bucket<R> | undefined {
  if (bucket instanceof Chunks) {
    const at = chunkOf(bucket.list, placing);
    const chunk = bucket.list[at];
    if (chunk) removeSorted(chunk, placing);
    if (chunk?.length === 0) bucket.list.splice(at, 1);
    return bucket.list.length === 0 ? undefined : bucket;
  }
  if (Array.isArray(bucket)) {
    removeSorted(bucket, placing);
    return bucket.length <= 1 ? bucket[0] : bucket;
  }
  return bucket === placing.cell ? undefined : bucket;
}

export function chunksOf<R extends Row>(bucket: Bucket<R>): readonly (readonly Cell<R>[])[] {
  if (bucket instanceof Chunks) return bucket.list;
  return [Array.isArray(bucket) ? bucket : [bucket]];
}

function insertIntoChunks<R extends Row>(chunks: Cell<R>[][], placing: Placing<R>): void {
  const at = Math.min(chunkOf(chunks, placing), chunks.length - 1);
  const chunk = chunks[at];
  if (!chunk) return;
  const position = lowerBound(chunk, placing);
  if (chunk[position] === placing.cell) return;
  if (position >= CHUNK && position === chunk.length) {
    chunks.push([placing.cell]); // appending in order, the common case, keeps chunks full
    return;
  }
  chunk.splice(position, 0, placing.cell);
  if (chunk.length >= 2 * CHUNK) chunks.splice(at + 1, 0, chunk.splice(CHUNK));
}

/** The first chunk whose last cell is not before this one; one past the end when all are. */
function chunkOf<R extends Row>(
  chunks: readonly Cell<R>[][],
  { cell, compare }: Placing<R>,
): number {
  const isBehind = (chunk: Cell<R>[] | undefined): boolean => {
    const last = chunk?.at(-1);
    return last !== undefined && compare(last.row, cell.row) < 0;
  };
  if (isBehind(chunks.at(-1))) return chunks.length;
  return firstFalse(chunks.length, (at) => isBehind(chunks[at]));
}

function lowerBound<R extends Row>(
  cells: readonly Cell<R>[],
  { cell, compare }: Placing<R>,
): number {
  const isBehind = (at: number): boolean => {
    const other = cells[at];
    return other !== undefined && compare(other.row, cell.row) < 0;
  };
  if (isBehind(cells.length - 1)) return cells.length;
  return firstFalse(cells.length, isBehind);
}

function removeSorted<R extends Row>(cells: Cell<R>[], placing: Placing<R>): void {
  const at = lowerBound(cells, placing);
  if (cells[at] === placing.cell) cells.splice(at, 1);
}

/** The first whole number below `count` for which the test fails; the test holds up to there. */
export function firstFalse(count: number, test: (at: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (test(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
