import { wsone as contract, type WsoneOperations } from '#contracts/wsone/index.ts';
import type { Operation } from '#kit/operation.ts';
import { never, READ, type RepeatRule } from '../repeat-rule.ts';

type Name = keyof WsoneOperations;
type Write = {
  [Op in Name]: WsoneOperations[Op] extends { readonly readOnly: true } ? never : Op;
}[Name];

const movesAgain = never(
  'each call may move points and use offers anew, and WsOne documents no key that tells a repetition',
);
const makesAnew = never(
  'each call may make another one, and WsOne documents no key that tells a repetition',
);
const refusedTwice = never(
  'done once already it may be refused, which would hide that it was done',
);
const overwrites = never('it could overwrite what somebody else changed since');

/** Nothing of this is documented: what is not known to be harmless is not sent again. */
const writes: Readonly<Record<Write, RepeatRule>> = {
  sendTransaction: movesAgain,
  sendAndValidTransaction: movesAgain,
  sendAndValidFullTransaction: movesAgain,
  sendSimpleTransaction: movesAgain,
  refundTransaction: movesAgain,
  validTransaction: refusedTwice,
  cancelTransactionsNotValidated: never('it could cancel what was sent since'),

  createPersonAndIdentifier: makesAnew,
  createPerson: makesAnew,
  createIdentifier: refusedTwice,
  associateNewIdentifier: refusedTwice,
  associateIdentifier: refusedTwice,
  replaceIdentifier: refusedTwice,

  updatePerson: overwrites,
  updateForm: overwrites,
  editOffer: never('each call may issue another offer for points'),
};

const reads = Object.entries<Operation>(contract.operations)
  .filter(([, { readOnly }]) => readOnly === true)
  .map(([name]) => [name, READ]);

/** Whether each operation is sent again after a lost answer, and why. */
export const wsoneRepeats = {
  ...Object.fromEntries(reads),
  ...writes,
} as Readonly<Record<Name, RepeatRule>>; // a client is not made when one is in neither

const BY_KEY: RepeatRule = {
  afterLostAnswer: true,
  why: 'the vendor is taken to know a receipt again by store, till, date and number',
};

/** The same where the vendor is taken to know a receipt again (guess). */
export const wsoneRepeatsByKey: Readonly<Record<Name, RepeatRule>> = {
  ...wsoneRepeats,
  sendTransaction: BY_KEY,
  sendAndValidTransaction: BY_KEY,
  sendAndValidFullTransaction: BY_KEY,
  sendSimpleTransaction: BY_KEY,
  refundTransaction: BY_KEY,
};
