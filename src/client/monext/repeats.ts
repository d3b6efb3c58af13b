import { never, READ, type RepeatRule } from '../repeat-rule.ts';
import type { MonextOperation } from './types.ts';

const looked = (what: string): RepeatRule =>
  never(`${what}; getTransactionDetails is asked what became of it`);

/** Whether each operation is sent again after a lost answer, and why. */
export const monextRepeats: Readonly<Record<MonextOperation, RepeatRule>> = {
  doAuthorization: looked('it may take the money twice where duplicates are not checked'),
  doReAuthorization: looked('done once already it is refused, which would hide that it was done'),
  doDebit: looked('it takes the money twice'),
  doCredit: looked('it sends the money twice'),
  doCapture: looked('it may take more than one part'),
  doRefund: looked('it may give the money back twice'),
  doReset: looked('done once already it is refused, which would hide that it was done'),
  getTransactionDetails: READ,
  transactionsSearch: READ,
  getMerchantSettings: READ,
  getServiceEndpoints: READ,
};
