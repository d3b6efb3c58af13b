/** Where a command writes. Tests read it back. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** 0 fine, 1 a check failed, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;
