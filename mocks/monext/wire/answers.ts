import type { MonextOperations } from '#contracts/monext/index.ts';
import type { Result } from '#kit/operation.ts';
import { AUTHENTICATION_FAILED } from '#mocks/monext/domain/bank.ts';
import { TRANSACTION_UNKNOWN } from '#mocks/monext/domain/payment-behaviours.ts';
import type { Transaction } from '#mocks/monext/domain/transaction.ts';
import { cardMessage, extendedCardMessage } from './card-message.ts';
import { minuteDate, shortDate } from './mapping.ts';
import { privateDataMessage } from './payment-message.ts';
import { resultOf, type ResultContext } from './result.ts';
import {
  authorizationMessage,
  paidTransaction,
  plainTransaction,
  unlookedTransaction,
  wideTransaction,
} from './transaction-message.ts';

type AnswerOf<N extends keyof MonextOperations> = Result<MonextOperations[N]>;
type Answering<N extends keyof MonextOperations> = (
  entry: Transaction,
  context: ResultContext,
) => AnswerOf<N>;

export const authorisationAnswer: Answering<'doAuthorization'> = (entry, context) => ({
  transient: null,
  result: resultOf(entry.code, context),
  transaction: paidTransaction(entry, shortDate),
  authorization: authorizationMessage(entry, shortDate),
  card: cardMessage(entry.card, context.settings),
  extendedCard: extendedCardMessage(entry.card),
  privateDataList: privateDataMessage(entry.purchase?.privateData ?? []),
  contractNumber: entry.code === AUTHENTICATION_FAILED ? '' : entry.contractNumber,
  linkedTransactionId: entry.linkedTransactionId ?? null,
  travelFileNumber: entry.purchase?.travelFileNumber ?? null,
  resultContainer: null,
});

export const captureAnswer: Answering<'doCapture'> = (entry, context) => ({
  result: resultOf(entry.code, context),
  transaction: plainTransaction(entry, shortDate),
  reAuthorization: '0',
});

export const refundAnswer: Answering<'doRefund'> = (entry, context) => ({
  result: resultOf(entry.code, context),
  transaction:
    entry.code === TRANSACTION_UNKNOWN
      ? unlookedTransaction(entry, shortDate)
      : plainTransaction(entry, shortDate),
});

export const resetAnswer: Answering<'doReset'> = (entry, context) => ({
  result: resultOf(entry.code, context),
  transaction: wideTransaction(entry, shortDate),
});

export const reauthorisationAnswer: Answering<'doReAuthorization'> = (entry, context) => ({
  result: resultOf(entry.code, context),
  transaction: plainTransaction(entry, shortDate),
  card: cardMessage(entry.card, context.settings),
  extendedCard: extendedCardMessage(entry.card),
});

/** Debits and credits: their dates hold no seconds. */
export const cardAnswer: Answering<'doDebit' | 'doCredit'> = (entry, context) => ({
  result: resultOf(entry.code, context),
  transaction: wideTransaction(entry, minuteDate),
  card: cardMessage(entry.card, context.settings),
  extendedCard: extendedCardMessage(entry.card),
});
