import { done, refused } from '#kernel/outcome.ts';
import type { ListPage, UtickBehaviour } from './behaviour.ts';
import type { Counter } from './counter.ts';
import type { FailureOf } from './failure.ts';

export const getCounter: UtickBehaviour<{ id: string }, Counter, FailureOf<'counter-unknown'>> = (
  draft,
  { id },
) => {
  const counter = draft.counters.get(id);
  return counter ? done(counter) : refused({ kind: 'counter-unknown', id });
};

export const listCounters: UtickBehaviour<ListPage, readonly Counter[], never> = (
  draft,
  { offset, limit },
) => done(draft.counters.range('byRank', { offset, limit }));
