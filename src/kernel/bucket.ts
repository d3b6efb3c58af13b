/**
 * The ids that stand under one key of an index, in order. One id is kept as a bare string, a few in
 * an array, many in chunks: a million orders of two products must not pay for big containers.
 */
export type Bucket = string | string[] | ChunkedIds;

/** Orders two ids by the rows they stand for; never 0 for different ids. */
export type Compare = (a: string, b: string) => number;

export interface ChunkedIds {
  readonly chunks: string[][];
}

const CHUNK = 512;

export function insertInto(bucket: Bucket | undefined, id: string, compare: Compare): Bucket {
  if (bucket === undefined) return id;
  if (typeof bucket === 'string') return compare(bucket, id) < 0 ? [bucket, id] : [id, bucket];
  if (!Array.isArray(bucket)) {
    insertIntoChunks(bucket.chunks, id, compare);
    return bucket;
  }
  bucket.splice(lowerBound(bucket, id, compare), 0, id);
  return bucket.length > CHUNK ? { chunks: [bucket.splice(0, CHUNK), bucket] } : bucket;
}

/** Undefined when nothing is left. */
export function removeFrom(bucket: Bucket, id: string, compare: Compare): Bucket | undefined {
  if (typeof bucket === 'string') return bucket === id ? undefined : bucket;
  if (Array.isArray(bucket)) {
    removeSorted(bucket, id, compare);
    return bucket.length === 0 ? undefined : bucket;
  }
  const { chunks } = bucket;
  const at = chunkOf(chunks, id, compare);
  const chunk = chunks[at];
  if (chunk) {
    removeSorted(chunk, id, compare);
    if (chunk.length === 0) chunks.splice(at, 1);
  }
  return chunks.length === 0 ? undefined : bucket;
}

export function chunksOf(bucket: Bucket): readonly (readonly string[])[] {
  if (typeof bucket === 'string') return [[bucket]];
  return Array.isArray(bucket) ? [bucket] : bucket.chunks;
}

function insertIntoChunks(chunks: string[][], id: string, compare: Compare): void {
  const at = Math.min(chunkOf(chunks, id, compare), chunks.length - 1);
  const chunk = chunks[at];
  if (!chunk) {
    chunks.push([id]);
    return;
  }
  const position = lowerBound(chunk, id, compare);
  if (position === chunk.length && chunk.length >= CHUNK && at === chunks.length - 1) {
    chunks.push([id]); // appending in order, the common case, keeps chunks full
    return;
  }
  chunk.splice(position, 0, id);
  if (chunk.length >= 2 * CHUNK) chunks.splice(at + 1, 0, chunk.splice(CHUNK));
}

/** The first chunk whose last id is not before `id`. */
function chunkOf(chunks: readonly string[][], id: string, compare: Compare): number {
  let low = 0;
  let high = chunks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const last = chunks[middle]?.at(-1);
    if (last !== undefined && compare(last, id) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function lowerBound(ids: readonly string[], id: string, compare: Compare): number {
  let low = 0;
  let high = ids.length;
  const last = ids[high - 1];
  if (last !== undefined && compare(last, id) < 0) return high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = ids[middle];
    if (other !== undefined && compare(other, id) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function removeSorted(ids: string[], id: string, compare: Compare): void {
  const at = lowerBound(ids, id, compare);
  if (ids[at] === id) ids.splice(at, 1);
}
