import { twoDigits, type Instant } from '#kernel/instant.ts';
import { zoned } from '#kernel/zone.ts';
import { minuteText, ZONE } from '#mocks/monext/domain/calendar.ts';
import type { TransactionStatus, TransactionType } from '#mocks/monext/domain/transaction.ts';

/** `05/12/23 20:27:42`: what is done with cards and payments. */
export function shortDate(instant: Instant): string {
  const { second } = zoned(instant, ZONE);
  const minute = minuteText(instant);
  return `${minute.slice(0, 6)}${minute.slice(8)}:${twoDigits(second)}`;
}

/** `07/12/2023 16:20:17`: details, searches, an order that is told again. */
export const longDate = (instant: Instant): string =>
  `${minuteText(instant)}:${twoDigits(zoned(instant, ZONE).second)}`;

/** `06/12/2023 18:21`: debits and credits. */
export const minuteDate = minuteText;

/** As transaction.type and the list of a payment's transactions name them. */
export const typeNames: Readonly<Record<TransactionType, string>> = {
  authorisation: 'AUTHOR',
  sale: 'AUTHOR+CAP',
  verification: 'AUTHOR',
  capture: 'CAPTURE',
  reset: 'RESET',
  refund: 'REFUND',
  credit: 'CREDIT',
  debit: 'DEBIT',
  reauthorisation: 'REAUTHO',
  resale: 'REAUTH+CAP',
};

/** Of the entries of a payment: on hold is no refusal yet. */
export const outcomeNames: Readonly<Record<TransactionStatus, string>> = {
  accepted: 'OK',
  declined: 'KO',
  'on-hold': 'OK',
};

export const historyNames: Readonly<Record<TransactionStatus, string>> = {
  accepted: 'ACCEPTED',
  declined: 'REFUSED',
  'on-hold': 'ON_HOLD_PARTNER',
};

export const yesOrNo = (isSo: boolean): string => (isSo ? 'Y' : 'N');
export const oneOrNought = (isSo: boolean): string => (isSo ? '1' : '0');

/** Absent or unreadable: the vendor takes version 4. */
export function versionOf(text: string | undefined): number {
  const version = Number(text);
  return Number.isInteger(version) && version > 0 ? version : DEFAULT_VERSION;
}

const DEFAULT_VERSION = 4;
