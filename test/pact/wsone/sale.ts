import type { State } from '../agreement.ts';
import { examples, given } from './partner.ts';

/** A customer and the store where he buys. */
export const SOLD_TO: State = ['a customer with a card in a store'];

export const customer = { identifierType: '1', identifierValue: given('card') };
export const store = { entityIdentifier: given('store') };
export const CUSTOMER = { identifierType: '1', identifierValue: examples.card };
export const STORE = { entityIdentifier: examples.store };

const HEAD = {
  receiptNumber: examples.receiptNumber,
  transactionDate: '04/03/2026 10:00:00',
  allTaxesIncludedAmount: '20.50',
  cashdeskNumber: '1',
} as const;

/** A receipt as the pact has it, and as the client is given it. */
export const sale = {
  ReceiptRequest: { ...HEAD, EntityRequest: store, IdentifierRequest: customer },
};
export const SALE = {
  ReceiptRequest: { ...HEAD, EntityRequest: STORE, IdentifierRequest: CUSTOMER },
};
