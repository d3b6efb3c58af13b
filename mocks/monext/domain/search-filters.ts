import { traceOf } from './card.ts';
import { netMinor, type Transaction, type TransactionType } from './transaction.ts';

/** What a search may ask for besides dates, as a client fills it in. */
export interface SearchFilters {
  readonly transactionId?: string;
  readonly orderRef?: string;
  readonly contractNumber?: string;
  readonly authorizationNumber?: string;
  readonly returnCode?: string;
  readonly paymentMean?: string;
  readonly transactionType?: string;
  readonly name?: string;
  readonly firstName?: string;
  readonly email?: string;
  readonly cardNumber?: string;
  readonly currency?: string;
  readonly minAmount?: string;
  readonly maxAmount?: string;
  readonly walletId?: string;
  readonly sequenceNumber?: string;
  readonly token?: string;
  readonly pointOfSellId?: string;
  readonly cardNetwork?: string;
  readonly threeDSecured?: string;
  readonly customerMediaId?: string;
}

/** The vendor's numbers of types; others that it lists are of operations that are not built. */
export const transactionTypes: Readonly<Record<TransactionType, number>> = {
  authorisation: 1,
  capture: 2,
  reset: 3,
  refund: 4,
  credit: 5,
  sale: 6,
  resale: 8,
  debit: 9,
  reauthorisation: 13,
  verification: 18,
};

type Test = (transaction: Transaction) => boolean;

/** Which transactions a search is for; undefined when one of its criteria cannot be read. */
export function matchesOf(
  filters: SearchFilters,
  pointOfSaleOf: (contractNumber: string) => string | undefined,
): Test | undefined {
  const numbers = [filters.minAmount, filters.maxAmount, filters.transactionType];
  if (numbers.some((number) => number !== undefined && !/^\d{1,12}$/.test(number))) {
    return undefined;
  }
  const tests = Object.entries(filters).flatMap(([name, asked]) =>
    typeof asked === 'string' ? [testOf(name as keyof SearchFilters, asked, pointOfSaleOf)] : [],
  );
  return (transaction) => tests.every((test) => test(transaction));
}

function testOf(
  name: keyof SearchFilters,
  asked: string,
  pointOfSaleOf: (contractNumber: string) => string | undefined,
): Test {
  switch (name) {
    case 'transactionId':
      return ({ id }) => id === asked;
    case 'orderRef':
    case 'contractNumber':
    case 'currency':
    case 'sequenceNumber':
      return (transaction) => transaction[name] === asked;
    case 'authorizationNumber':
      return ({ authorisationNumber }) => authorisationNumber === asked;
    case 'returnCode':
      return ({ code }) => code === asked;
    case 'transactionType':
      return ({ type }) => transactionTypes[type] === Number(asked);
    case 'minAmount':
      return (transaction) => netMinor(transaction) >= Number(asked);
    case 'maxAmount':
      return (transaction) => netMinor(transaction) <= Number(asked);
    case 'pointOfSellId':
      return ({ contractNumber }) => pointOfSaleOf(contractNumber) === asked;
    case 'threeDSecured':
      return ({ with3dSecure }) => with3dSecure === isYes(asked);
    case 'customerMediaId':
      return ({ purchase }) => purchase?.media === asked;
    default:
      return cardOrBuyerTest(name, asked);
  }
}

const isYes = (text: string): boolean => ['Y', '1', 'true'].includes(text);

type CardOrBuyer =
  | 'paymentMean'
  | 'cardNetwork'
  | 'cardNumber'
  | 'token'
  | 'name'
  | 'firstName'
  | 'email'
  | 'walletId';

function cardOrBuyerTest(name: CardOrBuyer, asked: string): Test {
  switch (name) {
    case 'paymentMean':
    case 'cardNetwork':
      return ({ card }) => card?.type === asked;
    case 'cardNumber': {
      const { token } = traceOf(asked);
      return ({ card }) => card?.token === token;
    }
    case 'token':
      return ({ card }) => card?.token === asked;
    case 'name':
      return ({ purchase }) => purchase?.buyer?.['lastName'] === asked;
    case 'firstName':
    case 'email':
    case 'walletId':
      return ({ purchase }) => purchase?.buyer?.[name] === asked;
  }
}
