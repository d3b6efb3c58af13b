import { MAX_BYTES_PER_UNIT } from './utf8.ts';

/** A body as the journal keeps it: whole, or its head with the length and the hash of all of it. */
export interface KeptBody {
  readonly body: string | Uint8Array;
  readonly bytes?: number;
  readonly hash?: string;
}

const HEAD_BYTES = 4 * 1_024;
const encoder = new TextEncoder();
const chunk = new Uint8Array(16 * 1_024);

/** Whole when it is not over the limit. */
export function keepBody(body: string | Uint8Array, maxBytes: number): KeptBody {
  if (fits(body, maxBytes)) return { body };
  return { ...describeBody(body), body: headOf(body, Math.min(HEAD_BYTES, maxBytes)) };
}

/** Nothing of the body itself: for one that could not be masked, as nobody could read it. */
export function hideBody(body: string | Uint8Array): KeptBody {
  return { ...describeBody(body), body: '' };
}

/** Length in UTF-8 and the 64-bit FNV-1a hash, which finds equal bodies and protects nothing. */
function describeBody(body: string | Uint8Array): { bytes: number; hash: string } {
  const hash = { high: 0xcbf29ce4, low: 0x84222325 };
  let bytes = 0;
  eachChunk(body, (piece) => {
    bytes += piece.length;
    addTo(hash, piece);
  });
  return { bytes, hash: `fnv1a64:${hex(hash.high)}${hex(hash.low)}` };
}

function fits(body: string | Uint8Array, maxBytes: number): boolean {
  if (body.length > maxBytes) return false;
  if (typeof body !== 'string' || body.length * MAX_BYTES_PER_UNIT <= maxBytes) return true;
  let bytes = 0;
  eachChunk(body, (piece) => {
    bytes += piece.length;
  });
  return bytes <= maxBytes;
}

/** Cut between two characters, never inside one. */
function headOf(body: string | Uint8Array, maxBytes: number): string | Uint8Array {
  if (typeof body === 'string') {
    return body.slice(0, encoder.encodeInto(body, chunk.subarray(0, maxBytes)).read);
  }
  let end = maxBytes;
  while (end > 0 && end > maxBytes - 4 && isContinuation(body[end])) end -= 1;
  return body.subarray(0, end);
}

/** UTF-8 marks every byte of a character but the first with the bits 10. */
function isContinuation(byte: number | undefined): boolean {
  return ((byte ?? 0) & 0xc0) === 0x80;
}

/** The bytes of a text piece by piece, so that a huge one is never copied whole. */
function eachChunk(body: string | Uint8Array, visit: (piece: Uint8Array) => void): void {
  if (typeof body !== 'string') {
    visit(body);
    return;
  }
  for (let done = 0; done < body.length;) {
    const { read, written } = encoder.encodeInto(body.slice(done), chunk);
    visit(chunk.subarray(0, written));
    done += read;
  }
}

/** Multiplies by the prime 2^40 + 0x1b3 in two halves: numbers hold no 64-bit integers. */
function addTo(hash: { high: number; low: number }, bytes: Uint8Array): void {
  let { high, low } = hash;
  for (const byte of bytes) {
    const mixed = (low ^ byte) >>> 0;
    const product = mixed * 0x1b3;
    low = product >>> 0;
    high = (high * 0x1b3 + Math.floor(product / 0x1_0000_0000) + mixed * 0x100) >>> 0;
  }
  hash.high = high;
  hash.low = low;
}

function hex(word: number): string {
  return word.toString(16).padStart(8, '0');
}
