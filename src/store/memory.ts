import type { ChangeSet } from '#kernel/state.ts';
import type { Store } from '#kernel/store.ts';

/** The default: one owner, nothing outlives the process, so no log is kept, only its number. */
export function memoryStore(): Store {
  const sequences = new Map<string, number>();
  return {
    open: (sandbox, sequence) => {
      const last = sequences.get(sandbox) ?? sequence;
      sequences.set(sandbox, last);
      return last;
    },
    append: (sandbox, expectedSequence, changeSet) => {
      if (sequences.get(sandbox) !== expectedSequence) return 'conflict';
      sequences.set(sandbox, changeSet.sequence);
      return 'ok';
    },
    read: (): readonly ChangeSet[] => [],
    snapshot: () => undefined,
    drop: (sandbox) => {
      sequences.delete(sandbox);
    },
  };
}
