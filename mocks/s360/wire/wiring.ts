import type { S360Operations } from '#contracts/s360/index.ts';
import { done, type Outcome } from '#kernel/outcome.ts';
import type { S360Tables } from '#mocks/s360/state.ts';
import type { Wiring } from '#wire/vendor.ts';
import type { S360Voice } from './voice.ts';

export type S360Wiring = Wiring<S360Tables, S360Operations, S360Voice>;

/** The same outcome, its value put into a message. */
export const as = <T, F, M>(outcome: Outcome<T, F>, message: (value: T) => M): Outcome<M, F> =>
  outcome.ok ? done(message(outcome.value)) : outcome;
