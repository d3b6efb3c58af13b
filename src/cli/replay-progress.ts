import { labelOf, type ScenarioResult } from '#harness/scenario/index.ts';

interface Stream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface Progress {
  show(result: Pick<ScenarioResult, 'name' | 'protocol' | 'status'>, done: number): void;
  clear(): void;
}

const CLEAR = '\r\x1b[K';

/** One line that changes, on a terminal; in a pipe, nothing. */
export function progressOn(stream: Stream, total: number): Progress {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined };
  return {
    show: ({ name, protocol, status }, done) => {
      stream.write(`${CLEAR}${done}/${total} ${status} ${labelOf(name, protocol)}`);
    },
    clear: () => {
      stream.write(CLEAR);
    },
  };
}
