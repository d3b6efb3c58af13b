import { utick as contract, type UtickOperations } from '#contracts/utick/index.ts';
import { never, READ, type RepeatRule } from '../repeat-rule.ts';

type Name = keyof UtickOperations;
/** What is declared only has no method of its own in its type: a test sees that none is missing. */
type Write = {
  [Op in Name]: 'GET' extends UtickOperations[Op]['method'] ? never : Op;
}[Name];

const takesAnew = never('each call takes places anew, and Utick has no key to tell a repetition');
const makesAnew = never('each call makes another one, and Utick has no key to tell a repetition');
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

/** Whether each operation is sent again after a lost answer, and why. */
export const utickRepeats: Readonly<Record<Name, RepeatRule>> = {
  ...allReads(),
  ...writes,
};

/** The writes stand in the table above, which covers these. */
function allReads(): Record<Name, RepeatRule> {
  const names = Object.keys(contract.operations) as Name[]; // its own keys
  return Object.fromEntries(
    names.map((name) => [
      name,
      contract.operations[name].method === 'GET' ? READ : never('nobody has said that it is safe'),
    ]),
  ) as Record<Name, RepeatRule>;
}
