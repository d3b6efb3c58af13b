/** What a process has used so far. CPU counts every thread of it, garbage collection included. */
export interface Usage {
  readonly cpuUs: number;
  readonly rssBytes: number;
  readonly heapBytes: number;
  readonly heapLimitBytes: number;
}

export interface Load {
  readonly port: number;
  /** Whole requests as they go over the wire, sent in turn. */
  readonly requests: readonly Uint8Array[];
  /** The first of them to send: a vendor may tell a request that came before. */
  readonly from: number;
  /** Text that every right answer holds. */
  readonly expects: string;
  readonly connections: number;
  readonly count: number;
  readonly maxMs: number;
}

export interface LoadFigures {
  readonly completed: number;
  readonly elapsedMs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** What the load generator itself used, in CPU microseconds. */
  readonly cpuUs: number;
  readonly wrong: number;
  readonly firstWrong: string | undefined;
}

/** Calls made inside the process that answers them. */
export interface CallFigures {
  readonly completed: number;
  readonly elapsedMs: number;
  readonly cpuUs: number;
}

/** What may be asked of a child process, and what it answers. */
export interface Dialogue {
  /** Listens on a free port of 127.0.0.1. */
  readonly listen: { readonly given: { readonly dataset: string }; readonly answer: number };
  readonly usage: { readonly given: { readonly collect: boolean }; readonly answer: Usage };
  readonly load: { readonly given: Load; readonly answer: LoadFigures };
  readonly calls: { readonly given: { readonly count: number }; readonly answer: CallFigures };
  readonly probe: { readonly given: { readonly quick: boolean }; readonly answer: Samples };
}

/** One number per measurement. */
export type Samples = readonly number[];

export type Topic = keyof Dialogue;
export type Given<K extends Topic> = Dialogue[K]['given'];
export type Answer<K extends Topic> = Dialogue[K]['answer'];

export interface Question {
  readonly topic: Topic;
  readonly given: Given<Topic>;
}

export type Reply = { readonly answer: Answer<Topic> } | { readonly problem: string };
