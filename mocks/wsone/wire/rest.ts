import type { WsoneOperations } from '#contracts/wsone/index.ts';
import type { WsoneTables } from '#mocks/wsone/state.ts';
import type { RestSide } from '#wire/vendor.ts';
import { authenticate } from './auth.ts';
import { answer } from './envelope.ts';
import { defect, refuse } from './failures.ts';
import { credentialOf, messageOf } from './message.ts';
import { persons } from './person-rest.ts';
import { transactions } from './transaction-rest.ts';
import type { WsoneVoice } from './voice.ts';

/** Message to command, behaviour, value to message: nothing is decided here. */
export const rest: RestSide<WsoneTables, WsoneOperations, WsoneVoice> = {
  wiring: { ...persons, ...transactions },
  message: messageOf,
  credential: credentialOf,
  authenticate,
  answer,
  refuse,
  defect,
};
