import type { BlockHolder, JournalRing } from './journal-ring.ts';

/** A record as texts; joining them first would only copy them once more. */
export interface EncodedRecord {
  /** What a query looks at, ending in a line feed. */
  readonly line: string;
  readonly rest: string;
  readonly request: string | Uint8Array;
  readonly response: string | Uint8Array;
}

/** A record as bytes: a head, a request and a response, one after the other. */
export interface RecordBytes {
  /** May be the ring's own memory: decode it before anything else is written. */
  readonly bytes: Uint8Array;
  readonly headBytes: number;
  readonly requestBytes: number;
}

/** Three lengths precede a record: all of it, its head, its request. They share one block. */
const PREFIX_BYTES = 12;
const FIRST_CAPACITY = 4;
const encoder = new TextEncoder();
/** Where text waits that does not fit in the rest of its block. */
const overflow = new Uint8Array(64 * 1_024);

/**
 * One sandbox's records as a stream of bytes over a chain of blocks; a record may span blocks.
 * Blocks are only ever lost from the front, so what is kept is always the newest records.
 */
export class JournalStream implements BlockHolder {
  readonly #ring: JournalRing;
  /** A circular list of the blocks held, oldest first. */
  #chain = new Int32Array(FIRST_CAPACITY);
  #front = 0;
  #blocks = 0;
  /** The block being written and the next free byte in it; a full one when there is none. */
  #block = 0;
  #offset: number;
  #count = 0;
  #closed = false;

  constructor(ring: JournalRing) {
    this.#ring = ring;
    this.#offset = ring.blockBytes;
  }

  /** Records ever appended; the newest has this number. */
  get count(): number {
    return this.#count;
  }

  /** The number of the oldest record kept; one beyond the newest when none is. */
  get oldest(): number {
    if (this.#blocks === 0) return this.#count + 1;
    return this.#ring.firstNumber[this.#chainAt(0)] ?? 0;
  }

  get blocks(): number {
    return this.#blocks;
  }

  append({ line, rest, request, response }: EncodedRecord): number {
    if (this.#closed || this.#ring.totalBlocks === 0) return (this.#count += 1);
    this.#makeRoomForPrefix();
    const { words, firstOffset, blockBytes } = this.#ring;
    const startWord = (this.#block * blockBytes + this.#offset) / 4;
    if ((firstOffset[this.#block] ?? 0) < 0) firstOffset[this.#block] = this.#offset;
    this.#offset += PREFIX_BYTES;
    this.#count += 1;
    const headBytes = this.#writeText(line) + this.#writeText(rest);
    const requestBytes = this.#write(request);
    const responseBytes = this.#write(response);
    // A record larger than all that this journal may hold has pushed out its own beginning; these
    // words then lie in a block that it has taken again, among bytes that nobody will read.
    words[startWord] = PREFIX_BYTES + headBytes + requestBytes + responseBytes;
    words[startWord + 1] = headBytes;
    words[startWord + 2] = requestBytes;
    return this.#count;
  }

  read(number: number): RecordBytes | undefined {
    if (number < this.oldest || number > this.#count || !Number.isInteger(number)) return undefined;
    const { words, blockBytes } = this.#ring;
    const at = this.#findBlock(number);
    const block = this.#chainAt(at);
    const offset = this.#findOffset(block, number);
    const word = (block * blockBytes + offset) / 4;
    return {
      bytes: this.#bytesFrom(at, offset + PREFIX_BYTES, (words[word] ?? 0) - PREFIX_BYTES),
      headBytes: words[word + 1] ?? 0,
      requestBytes: words[word + 2] ?? 0,
    };
  }

  loseOldest(): number {
    const block = this.#chainAt(0);
    this.#front = (this.#front + 1) % this.#chain.length;
    this.#blocks -= 1;
    if (this.#blocks === 0) this.#offset = this.#ring.blockBytes;
    return block;
  }

  clear(): void {
    this.#ring.giveBack(this);
    this.#chain = new Int32Array(FIRST_CAPACITY);
    this.#front = 0;
  }

  /** Keeps nothing from now on, but still counts: an answer may be on its way. */
  close(): void {
    this.clear();
    this.#closed = true;
  }

  #makeRoomForPrefix(): void {
    this.#offset = aligned(this.#offset);
    if (this.#offset + PREFIX_BYTES > this.#ring.blockBytes) this.#nextBlock();
  }

  #nextBlock(): void {
    const block = this.#ring.take(this);
    if (this.#blocks === this.#chain.length) this.#growChain();
    this.#chain[(this.#front + this.#blocks) % this.#chain.length] = block;
    this.#blocks += 1;
    this.#block = block;
    this.#offset = 0;
    this.#ring.firstNumber[block] = this.#count + 1;
    this.#ring.firstOffset[block] = -1;
  }

  #growChain(): void {
    const grown = new Int32Array(this.#chain.length * 2);
    for (let at = 0; at < this.#blocks; at += 1) grown[at] = this.#chainAt(at);
    this.#chain = grown;
    this.#front = 0;
  }

  #chainAt(at: number): number {
    return this.#chain[(this.#front + at) % this.#chain.length] ?? 0;
  }

  #write(part: string | Uint8Array): number {
    return typeof part === 'string' ? this.#writeText(part) : this.#writeBytes(part);
  }

  #writeText(text: string): number {
    if (text === '') return 0;
    const { bytes, blockBytes } = this.#ring;
    const base = this.#block * blockBytes;
    const room = bytes.subarray(base + this.#offset, base + blockBytes);
    let { read, written } = encoder.encodeInto(text, room);
    this.#offset += written;
    while (read < text.length) {
      const more = encoder.encodeInto(text.slice(read), overflow);
      read += more.read;
      written += this.#writeBytes(overflow.subarray(0, more.written));
    }
    return written;
  }

  #writeBytes(source: Uint8Array): number {
    const { bytes, blockBytes } = this.#ring;
    for (let done = 0; done < source.length;) {
      if (this.#offset === blockBytes) this.#nextBlock();
      const length = Math.min(source.length - done, blockBytes - this.#offset);
      const piece = length === source.length ? source : source.subarray(done, done + length);
      bytes.set(piece, this.#block * blockBytes + this.#offset);
      this.#offset += length;
      done += length;
    }
    return source.length;
  }

  /** Where in the chain this record starts: the last block whose first record is not beyond it. */
  #findBlock(number: number): number {
    let low = 0;
    let high = this.#blocks - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#ring.firstNumber[this.#chainAt(middle)] ?? 0) <= number) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #findOffset(block: number, number: number): number {
    const { words, firstNumber, firstOffset, blockBytes } = this.#ring;
    let offset = firstOffset[block] ?? 0;
    for (let current = firstNumber[block] ?? 0; current < number; current += 1) {
      offset = aligned(offset + (words[(block * blockBytes + offset) / 4] ?? 0));
    }
    return offset;
  }

  #bytesFrom(at: number, offset: number, length: number): Uint8Array {
    const { bytes, blockBytes } = this.#ring;
    const base = this.#chainAt(at) * blockBytes;
    if (offset + length <= blockBytes) {
      return bytes.subarray(base + offset, base + offset + length);
    }
    const gathered = new Uint8Array(length);
    let done = 0;
    for (let index = at; done < length; index += 1) {
      const start = this.#chainAt(index) * blockBytes;
      const from = index === at ? offset : 0;
      const piece = Math.min(length - done, blockBytes - from);
      gathered.set(bytes.subarray(start + from, start + from + piece), done);
      done += piece;
    }
    return gathered;
  }
}

function aligned(offset: number): number {
  return (offset + 3) & ~3;
}
