import type { WsoneOperations } from '#contracts/wsone/index.ts';
import { done, type Outcome } from '#kernel/outcome.ts';
import type { WsoneTables } from '#mocks/wsone/state.ts';
import type { Wiring } from '#wire/vendor.ts';
import type { WsoneVoice } from './voice.ts';

export type WsoneWiring = Wiring<WsoneTables, WsoneOperations, WsoneVoice>;

/** The same outcome, its value put into a message. */
export const as = <T, F, M>(outcome: Outcome<T, F>, message: (value: T) => M): Outcome<M, F> =>
  outcome.ok ? done(message(outcome.value)) : outcome;
