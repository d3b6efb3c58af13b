import { s360 as contract, type S360Operations } from '#contracts/s360/index.ts';
import type { Operation } from '#kit/operation.ts';
import { never, READ, type RepeatRule } from '../repeat-rule.ts';

type Name = keyof S360Operations;

const LOG_IN: RepeatRule = { afterLostAnswer: true, why: 'a token more does no harm' };
const looked = (why: string): RepeatRule =>
  never(`${why}: getOrderDetails tells what became of it`);

/**
 * S-360 says that all its methods are idempotent, and nowhere what makes a call the same as an
 * earlier one: so nothing that changes something is sent again.
 */
const writes = {
  createOrUpdateOrder: never(
    'it may sell the same places twice, and what makes a repetition the same call is not public',
  ),
  closeOrder: looked('closed once already it may be refused, which would hide that it was done'),
  validateOrder: looked('it may be done'),
  abandonOrder: looked('it may be done'),
  cancelOrder: looked('it may be done'),
  cancelOperations: looked('done once already it is refused, which would hide that it was done'),
  abandonMovements: looked('done once already it is refused, which would hide that it was done'),
  createCulturalContact: never('each call may make other contacts'),
} as const satisfies Partial<Record<Name, RepeatRule>>;

const notDescribed = never('nothing is described of it but its name');

const rules = Object.entries<Operation>(contract.operations).map(([name, operation]) => [
  name,
  ruleOf(operation),
]);

function ruleOf({ access, readOnly }: Operation): RepeatRule {
  if (access === 'none') return LOG_IN;
  return readOnly === true ? READ : notDescribed;
}

/** Whether each operation is sent again after a lost answer, and why. */
export const s360Repeats = {
  ...Object.fromEntries(rules),
  ...writes,
} as Readonly<Record<Name, RepeatRule>>; // one for each operation of the contract
