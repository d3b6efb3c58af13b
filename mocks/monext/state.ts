import type { Draft } from '#kernel/draft.ts';
import { many, ordered, table } from '#kernel/table-spec.ts';
import type { KeptCard, TestCard } from './domain/card.ts';
import type { BankAnswer } from './domain/bank.ts';
import type { Merchant, PaymentContract, PointOfSale } from './domain/merchant.ts';
import type { Payment } from './domain/payment.ts';
import type { IdMark } from './domain/transaction-id.ts';
import {
  duplicateKey,
  opensPayment,
  orderKey,
  reachedBank,
  type Transaction,
} from './domain/transaction.ts';

export const tables = {
  merchants: table<Merchant>()({}),
  pointsOfSale: table<PointOfSale>()({
    byMerchant: many(
      (point) => point.merchantId,
      (point) => point.rank,
    ),
  }),
  contracts: table<PaymentContract>()({
    byPointOfSale: many(
      (contract) => contract.pointOfSaleId,
      (contract) => contract.rank,
    ),
  }),
  /** By `cardKey`. */
  testCards: table<TestCard>()({}),
  /** By token. */
  cards: table<KeptCard>()({}),
  /** What the bank was told to say next, by merchant. */
  bankAnswers: table<BankAnswer>()({}),
  payments: table<Payment>()({}),
  transactions: table<Transaction>()({
    byMerchant: many(
      (transaction) => transaction.merchantId,
      (transaction) => transaction.at,
    ),
    byPayment: many(
      (transaction) => transaction.paymentId,
      (transaction) => transaction.rank,
    ),
    /** What opened a payment, or tried to at the bank; keys from `orderKey`. */
    byOrder: many(
      (transaction) =>
        transaction.orderRef !== undefined &&
        opensPayment(transaction.type) &&
        reachedBank(transaction)
          ? orderKey(transaction.merchantId, transaction.orderRef)
          : undefined,
      (transaction) => transaction.at,
    ),
    /** What a later request may be a duplicate of. */
    byDuplicateKey: many(
      (transaction) => (transaction.status === 'declined' ? undefined : duplicateKey(transaction)),
      (transaction) => transaction.at,
    ),
    unsettled: ordered((transaction) =>
      transaction.settlement === 'pending' ? transaction.at : undefined,
    ),
  }),
  idMarks: table<IdMark>()({}),
};

export type MonextTables = typeof tables;
export type MonextDraft = Draft<MonextTables>;

export { minuteText, startOfDay } from './domain/calendar.ts';
export { traceOf } from './domain/card.ts';
export { contractId } from './domain/merchant.ts';
export { nextLinkedId, nextRank, nextTransactionId } from './domain/transaction-id.ts';
export { orderKey };
export type { KeptCard, Merchant, Payment, PaymentContract, PointOfSale, TestCard, Transaction };
