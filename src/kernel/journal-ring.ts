import { assert } from './defect.ts';

/** Whoever holds blocks of the ring: one journal. */
export interface BlockHolder {
  readonly blocks: number;
  /** Gives up the oldest block, with the records that start in it, and names it. */
  loseOldest(): number;
}

export interface JournalRingOptions {
  /** For all journals of the process together; 0 keeps nothing. Touched only as it fills. */
  readonly bytes: number;
  /** @default 16 KiB */
  readonly blockBytes?: number;
  /** A longer body is kept as its head, its length and a hash. @default 64 KiB */
  readonly maxBodyBytes?: number;
}

const BLOCK_BYTES = 16 * 1_024;
const MAX_BODY_BYTES = 64 * 1_024;
const MIN_BLOCK_BYTES = 64;

export function createJournalRing(options: JournalRingOptions): JournalRing {
  const { bytes, blockBytes = BLOCK_BYTES, maxBodyBytes = MAX_BODY_BYTES } = options;
  assert(Number.isSafeInteger(bytes) && bytes >= 0, `a journal cannot have ${bytes} bytes`);
  assert(
    Number.isInteger(blockBytes) && blockBytes >= MIN_BLOCK_BYTES && blockBytes % 4 === 0,
    `a journal block has a multiple of 4 bytes, at least ${MIN_BLOCK_BYTES}, not ${blockBytes}`,
  );
  return new JournalRing(Math.floor(bytes / blockBytes), blockBytes, maxBodyBytes);
}

/**
 * The memory of all journals of the process: one array of bytes, handed out in blocks. When none
 * is free, the journal that holds the most gives up its oldest: a loud sandbox forgets its own
 * past, never a quiet one's. No object per record: at a million rows, records on the heap make
 * garbage collection 4 to 10 times dearer.
 */
export class JournalRing {
  readonly blockBytes: number;
  readonly maxBodyBytes: number;
  readonly totalBlocks: number;
  readonly bytes: Uint8Array;
  /** The same memory; lengths are whole words, so records begin at multiples of four bytes. */
  readonly words: Int32Array;
  /** By block: the number of the first record that starts in it, or after it when none does. */
  readonly firstNumber: Float64Array;
  /** By block: where that record starts in it, or -1. */
  readonly firstOffset: Int32Array;
  readonly #free: number[] = [];
  /** Blocks from here on have never been used, so the system has not had to provide them. */
  #untouched = 0;
  /** By number of blocks held: who holds that many. */
  readonly #holders: Set<BlockHolder>[] = [];
  #most = 0;

  constructor(totalBlocks: number, blockBytes: number, maxBodyBytes: number) {
    this.totalBlocks = totalBlocks;
    this.blockBytes = blockBytes;
    this.maxBodyBytes = maxBodyBytes;
    this.bytes = new Uint8Array(totalBlocks * blockBytes);
    this.words = new Int32Array(this.bytes.buffer);
    this.firstNumber = new Float64Array(totalBlocks);
    this.firstOffset = new Int32Array(totalBlocks);
  }

  get freeBlocks(): number {
    return this.#free.length + this.totalBlocks - this.#untouched;
  }

  /** One more block for this holder, which must count it from then on. */
  take(holder: BlockHolder): number {
    const free = this.#freeBlock();
    if (free !== undefined) {
      this.#rank(holder, holder.blocks, holder.blocks + 1);
      return free;
    }
    const loser = this.#loserFor(holder);
    const block = loser.loseOldest();
    // Who loses one to take one keeps its rank.
    if (loser === holder) return block;
    this.#rank(loser, loser.blocks + 1, loser.blocks);
    this.#rank(holder, holder.blocks, holder.blocks + 1);
    return block;
  }

  /** The holder gives back all its blocks. */
  giveBack(holder: BlockHolder): void {
    this.#rank(holder, holder.blocks, 0);
    while (holder.blocks > 0) this.#free.push(holder.loseOldest());
  }

  #freeBlock(): number | undefined {
    if (this.#free.length > 0) return this.#free.pop();
    if (this.#untouched === this.totalBlocks) return undefined;
    this.#untouched += 1;
    return this.#untouched - 1;
  }

  /**
   * Whoever asks pays when it holds as much as any other; but not with its only block, in which
   * the record begins that needs the next one, as long as another has as much.
   */
  #loserFor(holder: BlockHolder): BlockHolder {
    if (holder.blocks > 1 && holder.blocks >= this.#most) return holder;
    for (const other of this.#holders[this.#most] ?? []) {
      if (other !== holder) return other;
    }
    return holder;
  }

  #rank(holder: BlockHolder, from: number, to: number): void {
    this.#holders[from]?.delete(holder);
    while (this.#holders.length <= to) this.#holders.push(new Set());
    if (to > 0) this.#holders[to]?.add(holder);
    if (to > this.#most) this.#most = to;
    while (this.#most > 0 && this.#holders[this.#most]?.size === 0) this.#most -= 1;
  }
}
