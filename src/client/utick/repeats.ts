import { utick as contract, type UtickOperations } from '#contracts/utick/index.ts';
import { never, READ, type RepeatRule } from '../repeat-rule.ts';

type Name = keyof UtickOperations;
/** What is declared only has any method by its type; if one is missing, no client can be made. */
type Write = {
  [Op in Name]: 'GET' extends UtickOperations[Op]['method'] ? never : Op;
}[Name];

const takesAnew = never(
  'each call takes places anew, and Utick documents no key that tells a repetition',
);
const makesAnew = never(
  'each call makes another one, and Utick documents no key that tells a repetition',
);
const overwrites = never('it could overwrite what somebody else changed since');
const undoesMore = never('it could remove what was added since');
const refusedTwice = never('done once already it is refused, which would hide that it was done');

/**
 * Why none of the writes is sent again after a lost answer. Utick documents no idempotency at all;
 * that a status may be set twice, or one Mollie id told twice, is inferred or a guess.
 */
const writes: Readonly<Record<Write, RepeatRule> & Partial<Record<Name, RepeatRule>>> = {
  requestProducts: takesAnew,
  takeSeat: takesAnew,
  confirmCinevilleProduct: takesAnew,

  createOrder: makesAnew,
  createPayment: makesAnew,
  createContact: makesAnew,
  openCounterSession: makesAnew,
  duplicateEvent: makesAnew,

  updateOrder: never('that a status may be set twice is not documented'),
  updateMolliePayment: never('that a payment may be told twice is not documented'),
  updatePayment: overwrites,
  updateProduct: overwrites,
  updateContact: overwrites,
  updateEvent: overwrites,
  updateCounterSession: overwrites,
  adaptStock: overwrites,

  clearOrder: undoesMore,
  deleteProducts: undoesMore,

  deleteProduct: refusedTwice,
  deletePayment: refusedTwice,
  attachProduct: never('that a product may be attached twice is not documented'),
  attachCinevilleProduct: never('that a product may be attached twice is not documented'),
  detachCinevilleProduct: refusedTwice,
  cancelCinevilleProduct: refusedTwice,
  attachPromoCode: never('a code has so many uses, and each call may count as one'),

  subscribeToNewsletter: never('that one may subscribe twice is not documented'),
  unsubscribeFromNewsletter: never('that one may unsubscribe twice is not documented'),

  scanEntry: never('the second scan of a ticket is refused'),
  scanExit: never('the second scan of a ticket is refused'),
};

const reads = Object.entries(contract.operations)
  .filter(([, { method }]) => method === 'GET')
  .map(([name]) => [name, READ]);

/** Whether each operation is sent again after a lost answer, and why. */
export const utickRepeats = {
  ...Object.fromEntries(reads),
  ...writes,
} as Readonly<Record<Name, RepeatRule>>; // a client is not made when one is in neither
