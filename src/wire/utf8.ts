import { MAX_BYTES_PER_UNIT } from '#kernel/utf8.ts';

const SLAB_BYTES = 64 * 1_024;

const encoder = new TextEncoder();
let slab = new Uint8Array(0);
let used = 0;

/**
 * A text as UTF-8. Short ones lie side by side in shared memory: to allot memory of its own to each
 * takes longer than to write it.
 */
export function utf8(text: string): Uint8Array {
  const most = text.length * MAX_BYTES_PER_UNIT;
  if (most > SLAB_BYTES / 2) return encoder.encode(text);
  if (used + most > slab.length) {
    slab = new Uint8Array(SLAB_BYTES);
    used = 0;
  }
  const bytes = slab.subarray(used, used + most);
  const { written } = encoder.encodeInto(text, bytes);
  used += written;
  return bytes.subarray(0, written);
}
