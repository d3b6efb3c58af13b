import { DAY_MS, type Instant } from '#kernel/instant.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { MonextDraft } from '#mocks/monext/state.ts';
import type { MonextBehaviour } from './behaviour.ts';
import { daysLater, parseDay } from './calendar.ts';
import type { FailureOf } from './failure.ts';
import { contractId, type PaymentContract, type PointOfSale } from './merchant.ts';
import type { Called } from './request.ts';
import { matchesOf, type SearchFilters } from './search-filters.ts';
import { byAge, orderKey, type Transaction } from './transaction.ts';

export interface FindTransaction extends Called {
  readonly transactionId: string | undefined;
  readonly orderRef: string | undefined;
  /** Bounds of a search by order, as `DD/MM/YYYY`. */
  readonly startDate: string | undefined;
  readonly endDate: string | undefined;
}

/** A transaction with what surrounds it. */
export interface TransactionSheet {
  readonly transaction: Transaction;
  /** What made its payment: where the order and the card stand. */
  readonly opening: Transaction;
  /** All of the payment, its own included, oldest first. */
  readonly associated: readonly Transaction[];
  readonly contract: PaymentContract | undefined;
  readonly pointOfSale: PointOfSale | undefined;
}

export type FindFailure = FailureOf<
  'search-criteria-invalid' | 'transaction-not-found' | 'order-not-found' | 'search-too-many'
>;

/** The vendor's lists of a transaction hold so many at most. */
const MOST_ASSOCIATED = 100;
/** And a search finds so many. */
const MOST_FOUND = 5_000;
/** Searches came with this version of the protocol. */
const SEARCH_SINCE = 3;

export const findTransaction: MonextBehaviour<FindTransaction, TransactionSheet, FindFailure> = (
  draft,
  command,
) => {
  const { merchant, transactionId, orderRef } = command;
  if (transactionId !== undefined) {
    const transaction = draft.transactions.get(transactionId);
    return transaction?.merchantId === merchant.id
      ? done(sheetOf(draft, transaction))
      : refused({ kind: 'transaction-not-found' });
  }
  if (orderRef === undefined) return refused({ kind: 'search-criteria-invalid' });
  const bounds = boundsOf(command);
  if (!bounds.ok) return bounds;
  const key = orderKey(merchant.id, orderRef);
  const page = { ...bounds.value, limit: 2 };
  const [transaction, another] = draft.transactions.where('byOrder', key, page);
  if (!transaction) return refused({ kind: 'order-not-found' });
  return another ? refused({ kind: 'search-too-many' }) : done(sheetOf(draft, transaction));
};

function sheetOf(draft: MonextDraft, transaction: Transaction): TransactionSheet {
  const { paymentId, merchantId, contractNumber } = transaction;
  const contract = draft.contracts.get(contractId(merchantId, contractNumber));
  return {
    transaction,
    opening:
      (paymentId === undefined ? undefined : draft.transactions.get(paymentId)) ?? transaction,
    associated:
      paymentId === undefined
        ? [transaction]
        : draft.transactions.where('byPayment', paymentId, { limit: MOST_ASSOCIATED }),
    contract,
    pointOfSale: contract && draft.pointsOfSale.get(contract.pointOfSaleId),
  };
}

interface Bounds {
  /** Included. */
  readonly from?: Instant;
  /** Excluded. */
  readonly to?: Instant;
}

/** Whole days, both included. */
function boundsOf({
  startDate,
  endDate,
}: Pick<FindTransaction, 'startDate' | 'endDate'>): Outcome<
  Bounds,
  FailureOf<'search-criteria-invalid'>
> {
  const from = startDate === undefined ? undefined : parseDay(startDate);
  const last = endDate === undefined ? undefined : parseDay(endDate);
  const isWrong =
    (startDate !== undefined && from === undefined) ||
    (endDate !== undefined && last === undefined) ||
    (from !== undefined && last !== undefined && last < from);
  if (isWrong) return refused({ kind: 'search-criteria-invalid' });
  return done({
    ...(from === undefined ? {} : { from }),
    ...(last === undefined ? {} : { to: daysLater(last, 1) }),
  });
}

export interface SearchTransactions extends Called {
  readonly startDate: string | undefined;
  readonly endDate: string | undefined;
  readonly filters: SearchFilters;
}

export type SearchFailure = FailureOf<
  | 'not-available'
  | 'search-criteria-invalid'
  | 'search-interval-too-long'
  | 'search-too-many'
  | 'search-nothing'
>;

/** Oldest first. */
export const searchTransactions: MonextBehaviour<
  SearchTransactions,
  readonly Transaction[],
  SearchFailure
> = (draft, command, { settings }) => {
  const { merchant, version, startDate, endDate, filters } = command;
  if (version < SEARCH_SINCE) return refused({ kind: 'not-available' });
  if (startDate === undefined || endDate === undefined) {
    return refused({ kind: 'search-criteria-invalid' });
  }
  const bounds = boundsOf({ startDate, endDate });
  if (!bounds.ok) return bounds;
  const matches = matchesOf(filters, (number) => {
    const contract = draft.contracts.get(contractId(merchant.id, number));
    return contract && draft.pointsOfSale.get(contract.pointOfSaleId)?.number;
  });
  if (!matches) return refused({ kind: 'search-criteria-invalid' });
  const { from = 0, to = 0 } = bounds.value;
  // Half a day more than whole days: the clocks change twice a year.
  if (to - from > (settings.searchDays + 0.5) * DAY_MS) {
    return refused({ kind: 'search-interval-too-long' });
  }
  const found = firstMatching(draft, { merchantId: merchant.id, from, to }, matches);
  if (found.length === 0) return refused({ kind: 'search-nothing' });
  return found.length > MOST_FOUND
    ? refused({ kind: 'search-too-many' })
    : done(found.toSorted(byAge));
};

interface Day {
  readonly merchantId: string;
  readonly from: Instant;
  readonly to: Instant;
}

const READ_AT_ONCE = 2_000;

/** Stops as soon as there are too many. */
function firstMatching(
  draft: MonextDraft,
  { merchantId, ...bounds }: Day,
  matches: (transaction: Transaction) => boolean,
): readonly Transaction[] {
  const found: Transaction[] = [];
  let after: Transaction | undefined;
  while (found.length <= MOST_FOUND) {
    const page = { ...bounds, limit: READ_AT_ONCE, ...(after ? { after } : {}) };
    const read = draft.transactions.where('byMerchant', merchantId, page);
    for (const transaction of read) if (matches(transaction)) found.push(transaction);
    if (read.length < READ_AT_ONCE) break;
    after = read.at(-1);
  }
  return found;
}
