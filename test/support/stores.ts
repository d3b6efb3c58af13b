import { randomFrom } from '#kernel/random.ts';
import type { ChangeSet } from '#kernel/state.ts';
import type { Store } from '#kernel/store.ts';
import { memoryStore } from '#store/memory.ts';

export interface SlowStoreOptions {
  readonly seed: number;
  /** The most turns of the event loop that one answer takes. */
  readonly mostTurns?: number;
}

interface Log {
  /** Sequence before the first change set kept. */
  readonly from: number;
  readonly changeSets: ChangeSet[];
}

/**
 * A log that any number of owners share, and that is slow: each answer takes some turns of the
 * event loop, so that others come in between. What it keeps and gives are copies, as from a disk.
 */
export function slowStore({ seed, mostTurns = 3 }: SlowStoreOptions): Store {
  const logs = new Map<string, Log>();
  const random = randomFrom(seed);
  const turns = async (): Promise<void> => {
    for (let left = random.int(0, mostTurns); left > 0; left -= 1) {
      if (random.int(0, 3) === 0) await new Promise((resolve) => setImmediate(resolve));
      else await Promise.resolve();
    }
  };
  const slowly = async <T>(answer: () => T): Promise<T> => {
    await turns();
    const answered = answer();
    await turns();
    return answered;
  };
  return {
    open: (sandbox, sequence) =>
      slowly(() => {
        const log = logs.get(sandbox) ?? { from: sequence, changeSets: [] };
        logs.set(sandbox, log);
        return log.from + log.changeSets.length;
      }),
    append: (sandbox, expectedSequence, changeSet) =>
      slowly(() => {
        const log = logs.get(sandbox);
        if (!log || log.from + log.changeSets.length !== expectedSequence) return 'conflict';
        log.changeSets.push(structuredClone(changeSet));
        return 'ok';
      }),
    read: (sandbox, fromSequence) =>
      slowly(() => {
        const log = logs.get(sandbox);
        return structuredClone(log ? log.changeSets.slice(fromSequence - log.from) : []);
      }),
    snapshot: () => slowly(() => undefined),
    drop: (sandbox) => slowly(() => void logs.delete(sandbox)),
  };
}

export interface KernelStore {
  readonly store: string;
  readonly open: () => Store;
  /** How many owners of one sandbox it can serve. */
  readonly owners: number;
}

/** Every test of the kernel runs on each of these. */
export const stores: readonly KernelStore[] = [
  { store: 'the memory store', open: memoryStore, owners: 1 },
  { store: 'a slow store that is shared', open: () => slowStore({ seed: 1 }), owners: 2 },
];
