import type { AskedObject, MonextOperations } from '#contracts/monext/index.ts';
import type { Request } from '#kit/operation.ts';
import type { Authorise, Credit, Debit } from '#mocks/monext/domain/card-behaviours.ts';
import type { Merchant } from '#mocks/monext/domain/merchant.ts';
import type { FollowUp } from '#mocks/monext/domain/payment-behaviours.ts';
import type { Reauthorise } from '#mocks/monext/domain/reauthorise-behaviour.ts';
import type { Called, CardRequest } from '#mocks/monext/domain/request.ts';
import type { ResetTransaction } from '#mocks/monext/domain/reset-behaviours.ts';
import type {
  FindTransaction,
  SearchTransactions,
} from '#mocks/monext/domain/search-behaviours.ts';
import type { Pair } from '#mocks/monext/domain/transaction.ts';
import { versionOf } from './mapping.ts';

export type MessageOf<N extends keyof MonextOperations> = Request<MonextOperations[N]>;

export const calledBy = (merchant: Merchant, version: string | undefined): Called => ({
  merchant,
  version: versionOf(version),
});

const pairsOf = (list: AskedObject<'privateDataList'> | undefined): readonly Pair[] =>
  (list?.privateData ?? []).map(({ key = '', value = '' }) => ({ key, value }));

/** Anything in it that only 3-D Secure gives. */
const isProof = (proof: AskedObject<'authentication3DSecure'> | undefined): boolean =>
  [proof?.md, proof?.pares, proof?.cavv, proof?.resultContainer].some((text) => text !== undefined);

type CardMessage = Pick<
  MessageOf<'doAuthorization'>,
  'version' | 'payment' | 'card' | 'order' | 'buyer' | 'subMerchant' | 'privateDataList' | 'media'
> &
  Pick<MessageOf<'doAuthorization'>, 'authentication3DSecure' | 'travelFileNumber'>;

// One literal: properties that are added to a spread object are dear.
const cardRequest = (merchant: Merchant, message: CardMessage): CardRequest => ({
  merchant,
  version: versionOf(message.version),
  payment: message.payment ?? {},
  card: message.card ?? {},
  order: message.order,
  with3dSecure: isProof(message.authentication3DSecure),
  privateData: pairsOf(message.privateDataList),
  told: {
    buyer: message.buyer,
    subMerchant: message.subMerchant,
    media: message.media,
    travelFileNumber: message.travelFileNumber,
  },
});

export const authoriseCommand = (
  merchant: Merchant,
  message: MessageOf<'doAuthorization'>,
): Authorise => ({
  linkedTransactionId: message.linkedTransactionId,
  ...cardRequest(merchant, message),
});

export const debitCommand = (merchant: Merchant, message: MessageOf<'doDebit'>): Debit => ({
  ...cardRequest(merchant, message),
  authorisationNumber: message.authorization?.number,
});

export const creditCommand = (merchant: Merchant, message: MessageOf<'doCredit'>): Credit => ({
  ...cardRequest(merchant, message),
  comment: message.comment,
});

type FollowUpMessage = Pick<
  MessageOf<'doRefund'>,
  'version' | 'transactionID' | 'payment' | 'sequenceNumber' | 'comment' | 'privateDataList'
>;

export const followUpCommand = (merchant: Merchant, message: FollowUpMessage): FollowUp => ({
  ...calledBy(merchant, message.version),
  transactionId: message.transactionID,
  payment: message.payment ?? {},
  sequenceNumber: message.sequenceNumber,
  comment: message.comment,
  privateData: pairsOf(message.privateDataList),
});

/** Private data of a reset came with this version of the protocol. */
const RESET_DATA_SINCE = 24;

export function resetCommand(merchant: Merchant, message: MessageOf<'doReset'>): ResetTransaction {
  const called = calledBy(merchant, message.version);
  const { transactionID: transactionId, amount, currency, comment, sequenceNumber } = message;
  const privateData = called.version < RESET_DATA_SINCE ? [] : pairsOf(message.privateDataList);
  return { ...called, transactionId, amount, currency, comment, sequenceNumber, privateData };
}

export const reauthoriseCommand = (
  merchant: Merchant,
  message: MessageOf<'doReAuthorization'>,
): Reauthorise => ({
  ...calledBy(merchant, message.version),
  transactionId: message.transactionID,
  payment: message.payment ?? {},
  order: message.order,
  privateData: pairsOf(message.privateDataList),
  media: message.media,
});

export const findCommand = (
  merchant: Merchant,
  message: MessageOf<'getTransactionDetails'>,
): FindTransaction => ({
  ...calledBy(merchant, message.version),
  transactionId: message.transactionId,
  orderRef: message.orderRef,
  startDate: message.startDate,
  endDate: message.endDate,
});

export function searchCommand(
  merchant: Merchant,
  message: MessageOf<'transactionsSearch'>,
): SearchTransactions {
  const { version, startDate, endDate, ...filters } = message;
  return { ...calledBy(merchant, version), startDate, endDate, filters };
}
