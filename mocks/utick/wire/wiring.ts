import type { UtickOperations } from '#contracts/utick/index.ts';
import { done, type Outcome } from '#kernel/outcome.ts';
import type { UtickTables } from '#mocks/utick/state.ts';
import type { Wiring } from '#wire/vendor.ts';
import type { UtickVoice } from './voice.ts';

export type UtickWiring = Wiring<UtickTables, UtickOperations, UtickVoice>;

/** The same outcome, its value put into a message. */
export const as = <T, F, M>(outcome: Outcome<T, F>, message: (value: T) => M): Outcome<M, F> =>
  outcome.ok ? done(message(outcome.value)) : outcome;
