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
