import type { Child } from './process/child.ts';

/** What one round of calls took. Latencies are known only when the calls went over a socket. */
export interface Round {
  readonly callsPerSecond: number;
  readonly cpuUs: number;
  readonly p50Ms?: number;
  readonly p99Ms?: number;
  /** The share of the load generator in one call: high means that it limits the figures. */
  readonly generatorCpuUs?: number;
  readonly heapBytes: number;
  readonly rssBytes: number;
  readonly heapLimitBytes: number;
}

/** Something measured in rounds against others, which take their rounds in between. */
export interface Contestant {
  readonly name: string;
  readonly bar?: RatioBar;
  start(course: Course): Promise<Runner>;
}

/** At most this many times the CPU time per call of another contestant of the same group. */
export interface RatioBar {
  readonly yardstick: string;
  readonly atMost: number;
}

/** What all contestants of a group run over. */
export interface Course {
  readonly generator: Child;
  readonly calls: number;
}

export interface Runner {
  round(): Promise<Round>;
  stop(): Promise<void>;
}

export interface Group {
  readonly name: string;
  readonly rounds: number;
  readonly calls: number;
  readonly contestants: readonly Contestant[];
}
