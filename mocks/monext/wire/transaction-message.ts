import type { ToldObject } from '#contracts/monext/index.ts';
import type { Instant } from '#kernel/instant.ts';
import { reachedBank, type Transaction } from '#mocks/monext/domain/transaction.ts';
import { oneOrNought, yesOrNo } from './mapping.ts';

type TransactionMessage = ToldObject<'transaction'>;
type DateText = (instant: Instant) => string;

/** What every reply tells: samples of captures and refunds hold no more. */
export const plainTransaction = (entry: Transaction, date: DateText): TransactionMessage => ({
  id: entry.id,
  date: date(entry.at),
  isDuplicated: oneOrNought(entry.isDuplicated),
  isPossibleFraud: '0',
});

/** A refund of an id that nobody issued has an id and a date, and nothing was looked at. */
export const unlookedTransaction = (entry: Transaction, date: DateText): TransactionMessage => ({
  ...plainTransaction(entry, date),
  isDuplicated: null,
  isPossibleFraud: null,
});

/** Resets, debits and credits. */
export const wideTransaction = (entry: Transaction, date: DateText): TransactionMessage => ({
  ...plainTransaction(entry, date),
  fraudResult: null,
  explanation: null,
  score: null,
});

/** Authorisations. */
export function paidTransaction(entry: Transaction, date: DateText): TransactionMessage {
  // One literal: properties that are added to a spread object are dear.
  const told = {
    id: entry.id,
    date: date(entry.at),
    isDuplicated: oneOrNought(entry.isDuplicated),
    isPossibleFraud: '0',
    fraudResult: '',
    explanation: '',
    threeDSecure: yesOrNo(entry.with3dSecure),
    score: null,
  };
  // Homologation always answers so for an address.
  return reachedBank(entry) ? { avs: { result: '4', resultFromAcquirer: '' }, ...told } : told;
}

/** Where a payment was authorised; empty where it was not. */
export const authorizationMessage = (
  entry: Transaction,
  date: DateText,
): ToldObject<'authorization'> => {
  const isGiven = entry.authorisationNumber !== '';
  return {
    number: entry.authorisationNumber,
    date: date(entry.at),
    authorizedAmount: isGiven ? String(entry.amountMinor) : null,
    authorizedCurrency: isGiven ? entry.currency : null,
  };
};
