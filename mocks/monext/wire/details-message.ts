import type { MonextOperations, ToldObject } from '#contracts/monext/index.ts';
import type { Result } from '#kit/operation.ts';
import type { PaymentContract, PointOfSale } from '#mocks/monext/domain/merchant.ts';
import type { PointOfSaleSheet } from '#mocks/monext/domain/merchant-behaviours.ts';
import type { TransactionSheet } from '#mocks/monext/domain/search-behaviours.ts';
import { APPROVED } from '#mocks/monext/domain/simulator.ts';
import { netMinor, type Transaction } from '#mocks/monext/domain/transaction.ts';
import { cardMessage, extendedCardMessage } from './card-message.ts';
import { blank, filled } from './filling.ts';
import { historyNames, longDate, outcomeNames, shortDate, typeNames } from './mapping.ts';
import { orderMessage, paymentMessage, privateDataMessage } from './payment-message.ts';
import { resultOf, type ResultContext } from './result.ts';
import { authorizationMessage, paidTransaction, plainTransaction } from './transaction-message.ts';

type Details = Result<MonextOperations['getTransactionDetails']>;

/** All that is known of a transaction; `withHistory` adds what was done with its payment. */
export function detailsAnswer(
  sheet: TransactionSheet,
  context: ResultContext & { readonly withHistory: boolean },
): Details {
  const { transaction, opening } = sheet;
  const { purchase } = opening;
  const { version, settings, withHistory } = context;
  return {
    result: resultOf(transaction.code, context),
    transaction: { ...paidTransaction(transaction, longDate), type: typeNames[transaction.type] },
    payment: paymentOf(sheet, version),
    authorization: authorizationMessage(opening, shortDate),
    order: purchase?.order ? orderMessage(purchase.order, version) : null,
    buyer: purchase?.buyer ? filled('buyer', purchase.buyer) : null,
    privateDataList: privateDataMessage(purchase?.privateData ?? []),
    card: cardMessage(transaction.card, settings),
    extendedCard: extendedCardMessage(transaction.card),
    associatedTransactionsList: withHistory
      ? { associatedTransactions: sheet.associated.map(associated) }
      : null,
    statusHistoryList: withHistory ? { statusHistory: sheet.associated.map(history) } : null,
    media: purchase?.media ?? null,
    customerMedia: blank('media'),
    contractNumber: transaction.contractNumber,
    bankAccountData: null,
    subMerchant: purchase?.subMerchant ? filled('subMerchant', purchase.subMerchant) : null,
    pointOfSell: pointOfSaleMessage(sheet.pointOfSale, sheet.contract ? [sheet.contract] : []),
    routingRule: {},
    linkedTransactionId: opening.linkedTransactionId ?? null,
    travelFileNumber: purchase?.travelFileNumber ?? null,
  };
}

/** As it was asked for; what was done with a payment later has an action of its own. */
function paymentOf({ transaction, opening }: TransactionSheet, version: number) {
  const { contractNumber, currency } = transaction;
  const amount = String(transaction.amountMinor);
  const fields = { ...opening.payment, ...transaction.payment, amount, currency };
  return paymentMessage(fields, { contractNumber, version });
}

const associated = (entry: Transaction): ToldObject<'associatedTransactions'> => ({
  transactionId: entry.id,
  type: typeNames[entry.type],
  date: longDate(entry.at),
  amount: String(entry.amountMinor),
  status: outcomeNames[entry.status],
  originTransactionId: entry.originId ?? '',
  currency: entry.currency,
});

const history = (entry: Transaction): ToldObject<'statusHistory'> => ({
  transactionId: entry.id,
  date: longDate(entry.at),
  amount: String(netMinor(entry)),
  fees: '0',
  status: historyNames[entry.status],
  originTransactionId: entry.originId ?? '',
});

/** Transactions of a search hold more from this version of the protocol on. */
const WIDE_SEARCH_SINCE = 23;

export function searchAnswer(
  found: readonly Transaction[],
  context: ResultContext,
): Result<MonextOperations['transactionsSearch']> {
  const { version, settings } = context;
  const message = (entry: Transaction): ToldObject<'transaction'> => ({
    ...plainTransaction(entry, longDate),
    ...(version >= WIDE_SEARCH_SINCE
      ? {
          type: typeNames[entry.type],
          orderReference: entry.orderRef ?? null,
          payment: paymentMessage(
            {
              ...entry.payment,
              amount: String(entry.amountMinor),
              currency: entry.currency,
            },
            { contractNumber: entry.contractNumber, version },
          ),
          card: cardMessage(entry.card, settings),
          extendedCard: extendedCardMessage(entry.card),
        }
      : {}),
  });
  return {
    result: resultOf(APPROVED, context),
    transactionList: { transaction: found.map(message) },
  };
}

export const merchantAnswer = (
  sheets: readonly PointOfSaleSheet[],
  context: ResultContext,
): Result<MonextOperations['getMerchantSettings']> => ({
  result: resultOf(APPROVED, context),
  listPointOfSell: {
    pointOfSell: sheets.map(({ pointOfSale, contracts }) =>
      pointOfSaleMessage(pointOfSale, contracts),
    ),
  },
});

const orNull = (text: string): string | null => (text === '' ? null : text);

function pointOfSaleMessage(
  point: PointOfSale | undefined,
  contracts: readonly PaymentContract[],
): ToldObject<'pointOfSell'> {
  if (!point) return blank('pointOfSell');
  return {
    ...blank('pointOfSell'),
    id: point.number,
    siret: orNull(point.siret),
    codeMcc: orNull(point.categoryCode),
    label: point.label,
    webmasterEmail: orNull(point.email),
    webstoreURL: orNull(point.url),
    notificationURL: orNull(point.notificationUrl),
    endOfPaymentRedirection: false,
    ticketSend: { toBuyer: false, toMerchant: false },
    contracts: { contract: contracts.map(contractMessage) },
  };
}

const contractMessage = (contract: PaymentContract): ToldObject<'contract'> => ({
  ...blank('contract'),
  cardType: contract.cardType,
  label: contract.label,
  contractNumber: contract.number,
  currency: contract.currency,
  settlementType: 'Manual',
  maxAmountPerTransaction: contract.maxAmountMinor ?? null,
  logoEnable: false,
  contribution: { ...blank('contribution'), enable: false },
});
