import { assert } from './defect.ts';

/** Deterministic chance: the same seed and the same draws give the same values. */
export interface Random {
  /** A fraction in [0, 1). */
  next(): number;
  /** A whole number from min to max, both included. */
  int(min: number, max: number): number;
  /** Upper-case 8-4-4-4-12 hexadecimal, version 4. */
  uuid(): string;
  /** `digits` lower-case hexadecimal digits. */
  hex(digits: number): string;
  pick<T>(items: readonly T[]): T;
  /** An independent stream; draws on either side do not move the other. */
  fork(label: string | number): Random;
}

/** The number 7 and the text `7` are one seed: it may come from a file or from a command line. */
export function randomFrom(seed: string | number): Random {
  return new SeededRandom(0, 0, seed);
}

const HYPHEN = 45;
const ZERO = 48;
/** What to add to 10 so that it becomes the letter A, or a. */
const UPPER = 55;
const LOWER = 87;
const MAX_HEX_DIGITS = 1_024;
/** Reused: one flat string from character codes is the cheapest way to write an identifier. */
const uuidCodes: number[] = Array.from({ length: 36 }, () => HYPHEN);
/** By length; there are few. */
const hexCodes: number[][] = [];

/**
 * Chris Doty-Humphrey's sfc32, seeded by a 64-bit hash of the parent's seed and the label. Every
 * request gets one and few draw from it, so hashing and seeding wait for the first draw or fork.
 */
class SeededRandom implements Random {
  // The parent's seed until the first use, this stream's own from then on.
  #high: number;
  #low: number;
  readonly #label: string | number;
  #hashed = false;
  #state: Int32Array | undefined = undefined;

  constructor(parentHigh: number, parentLow: number, label: string | number) {
    this.#high = parentHigh;
    this.#low = parentLow;
    this.#label = label;
  }

  next(): number {
    const state = this.#seeded();
    // 53 bits, all that a fraction can hold, so that wide ranges are uniform too.
    return ((draw(state) >>> 5) * 67_108_864 + (draw(state) >>> 6)) / 9_007_199_254_740_992;
  }

  int(min: number, max: number): number {
    const size = max - min + 1;
    assert(
      Number.isSafeInteger(min) && Number.isSafeInteger(size) && size > 0,
      () => `no whole number can be drawn from ${min} to ${max}`,
    );
    return min + Math.floor(this.next() * size);
  }

  uuid(): string {
    const state = this.#seeded();
    const first = draw(state);
    const second = (draw(state) & 0xffff0fff) | 0x4000;
    const third = (draw(state) & 0x3fffffff) | 0x80000000;
    writeUuid(0, 8, first);
    writeUuid(9, 13, second >>> 16);
    writeUuid(14, 18, second);
    writeUuid(19, 23, third >>> 16);
    writeUuid(24, 28, third);
    writeUuid(28, 36, draw(state));
    return String.fromCharCode(...uuidCodes);
  }

  hex(digits: number): string {
    assert(
      Number.isInteger(digits) && digits >= 0 && digits <= MAX_HEX_DIGITS,
      () => `${digits} is not a number of hexadecimal digits`,
    );
    const state = this.#seeded();
    const codes = (hexCodes[digits] ??= Array.from({ length: digits }, () => ZERO));
    for (let from = 0; from < digits; from += 8) {
      let bits = draw(state);
      for (let at = from; at < from + 8 && at < digits; at += 1) {
        codes[at] = hexCode(bits & 15, LOWER);
        bits >>>= 4;
      }
    }
    return String.fromCharCode(...codes);
  }

  pick<T>(items: readonly T[]): T {
    assert(items.length > 0, 'nothing to pick from');
    // The index lies within the list, which the type of an indexed access cannot say.
    return items[this.int(0, items.length - 1)] as T;
  }

  fork(label: string | number): Random {
    this.#hash();
    return new SeededRandom(this.#high, this.#low, label);
  }

  #seeded(): Int32Array {
    if (this.#state) return this.#state;
    this.#hash();
    const state = Int32Array.of(this.#high, this.#low, this.#high ^ 0x9e3779b9, 1);
    // Twelve draws spread the seed over all of the state; the author of sfc asks for as many.
    for (let round = 0; round < 12; round += 1) draw(state);
    this.#state = state;
    return state;
  }

  /** Two multiplicative hashes side by side, after bryc's cyrb53, finished by murmur's mixer. */
  #hash(): void {
    if (this.#hashed) return;
    const text = String(this.#label);
    let high = this.#high ^ 0xdeadbeef;
    let low = this.#low ^ 0x41c6ce57;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      high = Math.imul(high ^ code, 2_654_435_761);
      low = Math.imul(low ^ code, 1_597_334_677);
    }
    const mixedHigh = mix(high, low);
    this.#low = mix(low, high);
    this.#high = mixedHigh;
    this.#hashed = true;
  }
}

/** One step of sfc32: 32 bits. */
function draw(state: Int32Array): number {
  const [a = 0, b = 0, c = 0, counter = 0] = state;
  const bits = (a + b + counter) | 0;
  state[0] = b ^ (b >>> 9);
  state[1] = (c + (c << 3)) | 0;
  state[2] = (((c << 21) | (c >>> 11)) + bits) | 0;
  state[3] = (counter + 1) | 0;
  return bits;
}

function mix(one: number, other: number): number {
  let bits = Math.imul(one ^ (one >>> 16), 2_246_822_507);
  bits ^= Math.imul(other ^ (other >>> 13), 3_266_489_909);
  return bits ^ (bits >>> 16);
}

function writeUuid(from: number, to: number, bits: number): void {
  let rest = bits;
  for (let at = to - 1; at >= from; at -= 1) {
    uuidCodes[at] = hexCode(rest & 15, UPPER);
    rest >>>= 4;
  }
}

function hexCode(digit: number, letters: number): number {
  return digit + (digit < 10 ? ZERO : letters);
}
