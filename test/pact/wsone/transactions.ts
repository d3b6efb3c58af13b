import { expect } from 'vitest';
import { valueOf } from '../agreement.ts';
import { id } from '../matching.ts';
import { answered, asking, CLIENT, double, examples, given, type Agreement } from './partner.ts';
import { CUSTOMER, customer, sale, SALE, SOLD_TO, STORE, store } from './sale.ts';
import { keptReceipt, knownOffer, noOffers, receipt } from './shapes.ts';

const { transactionId, receiptNumber, offerNumber } = examples;
const settled = { ReceiptResponse: keptReceipt(), DetailsResponse: noOffers };

/** An operation that takes a receipt and answers what it comes to. */
interface Taking {
  readonly that: string;
  readonly name: 'sendTransaction' | 'sendAndValidTransaction' | 'sendAndValidFullTransaction';
}

const taking = ({ that, name }: Taking): Agreement => ({
  ...{ that, given: [CLIENT, SOLD_TO] },
  ...asking(name),
  with: sale,
  answers: answered(settled),
  by: async (wsone) => {
    const { ReceiptResponse: sold } = valueOf(await wsone[name](SALE));
    expect(sold).toMatchObject({ transactionId, receiptNumber, allTaxesIncludedAmount: '20.5' });
  },
});

const sends: readonly Agreement[] = [
  taking({ that: 'a receipt is sent and stays pending', name: 'sendTransaction' }),
  taking({ that: 'a receipt is sent and validated at once', name: 'sendAndValidTransaction' }),
  taking({ that: 'a full receipt is validated at once', name: 'sendAndValidFullTransaction' }),
  {
    that: 'a receipt without lines is validated at once',
    given: [CLIENT, SOLD_TO],
    ...asking('sendSimpleTransaction'),
    with: sale,
    answers: answered(settled),
    by: async (wsone) => {
      const { ReceiptResponse: sold } = valueOf(await wsone.sendSimpleTransaction(SALE));
      expect(sold.transactionId).toBe(transactionId);
    },
  },
  {
    that: 'a receipt is only judged: it gets no id',
    given: [CLIENT, SOLD_TO],
    ...asking('verifyTransaction'),
    with: sale,
    answers: answered({ ReceiptResponse: receipt(), DetailsResponse: noOffers }),
    by: async (wsone) => {
      const { ReceiptResponse: judged } = valueOf(await wsone.verifyTransaction(SALE));
      expect(judged.transactionId).toBeUndefined();
    },
  },
];

const line = { ean: '111111', allTaxesIncludedUnitPrice: '20.50', quantity: '1' } as const;
const details = (number: unknown) => ({
  ...{ nbItems: '1', nbOfferNumbers: '1', TransactionItemRequest: [line] },
  OfferNumberRequest: [{ offerNumber: number }],
});

/** An offer goes with a receipt; the amount tells whether it was used. */
interface Presenting {
  readonly that: string;
  readonly state: string;
  readonly used: boolean;
  readonly total: number;
}

const presenting = ({ that, state, used, total }: Presenting): Agreement => ({
  ...{ that, given: [CLIENT, ['a store'], [state]] },
  ...asking('sendAndValidTransaction'),
  with: {
    DetailsRequest: details(given('offerNumber')),
    ReceiptRequest: { ...sale.ReceiptRequest, transactionDate: given('purchaseDate') },
  },
  answers: answered({
    ReceiptResponse: {
      ...(keptReceipt() as object),
      // The worth of an offer is the vendor's business, whether it counts the client's.
      allTaxesIncludedAmount: used ? double(total) : total,
    },
    DetailsResponse: { OfferResponse: [knownOffer(used)] },
  }),
  by: async (wsone) => {
    const DetailsRequest = { ...details(offerNumber), OfferNumberRequest: [{ offerNumber }] };
    const value = valueOf(await wsone.sendAndValidTransaction({ DetailsRequest, ...SALE }));
    expect(value.DetailsResponse.OfferResponse[0]).toMatchObject({ used, value: '15.5' });
    expect(value.ReceiptResponse.allTaxesIncludedAmount).toBe(String(total));
  },
});

const offers: readonly Agreement[] = [
  presenting({
    that: 'an offer that the customer holds lowers the total',
    state: 'a customer who holds an offer',
    ...{ used: true, total: 5.5 },
  }),
  presenting({
    that: 'an offer that was used before is told as unused, and the sale goes on',
    state: 'a customer whose offer was used before',
    ...{ used: false, total: 20.5 },
  }),
];

const known = {
  receiptNumber,
  transactionDate: '04/03/2026 10:00:00',
  cashdeskNumber: '1',
} as const;
const knownReceipt = { ...known, EntityRequest: store, IdentifierRequest: customer };
const KNOWN_RECEIPT = { ...known, EntityRequest: STORE, IdentifierRequest: CUSTOMER };

const later: readonly Agreement[] = [
  {
    that: 'a pending receipt is validated by what names it',
    given: [CLIENT, ['a pending receipt']],
    ...asking('validTransaction'),
    with: { ReceiptRequest: knownReceipt },
    answers: answered(settled),
    by: async (wsone) => {
      const value = valueOf(await wsone.validTransaction({ ReceiptRequest: KNOWN_RECEIPT }));
      expect(value.ReceiptResponse.receiptNumber).toBe(receiptNumber);
    },
  },
  {
    that: 'a pending receipt is validated by its id',
    given: [CLIENT, ['a pending receipt']],
    ...asking('validTransaction'),
    with: { transactionId: given('transactionId') },
    answers: answered(settled),
    by: async (wsone) => {
      const value = valueOf(await wsone.validTransaction({ transactionId }));
      expect(value.ReceiptResponse.transactionId).toBe(transactionId);
    },
  },
  {
    that: 'what a customer has pending is cancelled',
    given: [CLIENT, ['a pending receipt']],
    ...asking('cancelTransactionsNotValidated'),
    with: { IdentifierRequest: customer, EntityRequest: store },
    answers: answered(),
    by: async (wsone) => {
      const who = { IdentifierRequest: CUSTOMER, EntityRequest: STORE };
      expect(valueOf(await wsone.cancelTransactionsNotValidated(who)).infos).toContain('example');
    },
  },
  {
    that: 'the last receipt of a customer is told',
    given: [CLIENT, ['a validated receipt']],
    ...asking('getLastTransaction'),
    with: { IdentifierRequest: customer, EntityRequest: store },
    answers: answered({
      // By these a till finds a receipt again whose answer was lost.
      ReceiptResponse: { ...(keptReceipt() as object), ...known },
      DetailsResponse: noOffers,
    }),
    by: async (wsone) => {
      expect(await wsone.findReceipt(KNOWN_RECEIPT)).toMatchObject({ kind: 'validated' });
    },
  },
];

const back = {
  receiptNumber: 'EXAMPLE-RETURN',
  originalReceiptNumber: receiptNumber,
  transactionDate: '04/03/2026 11:00:00',
} as const;

const returning = (that: string, amount: object, total: `${number}`): Agreement => ({
  ...{ that, given: [CLIENT, ['a validated receipt']] },
  ...asking('refundTransaction'),
  with: {
    ReceiptRequest: { ...back, ...amount, EntityRequest: store, IdentifierRequest: customer },
  },
  answers: answered({
    ReceiptResponse: {
      ...(keptReceipt() as object),
      receiptNumber: id('EXAMPLE-RETURN'),
      allTaxesIncludedAmount: Number(total),
    },
  }),
  by: async (wsone) => {
    const ReceiptRequest = {
      ...back,
      ...amount,
      EntityRequest: STORE,
      IdentifierRequest: CUSTOMER,
    };
    const { ReceiptResponse } = valueOf(await wsone.refundTransaction({ ReceiptRequest }));
    expect(ReceiptResponse.allTaxesIncludedAmount).toBe(total);
  },
});

const refunds: readonly Agreement[] = [
  returning('a receipt is given back whole', {}, '-20.5'),
  returning('a part of a receipt is given back', { allTaxesIncludedAmount: '10.25' }, '-10.25'),
];

export const transactions: readonly Agreement[] = [...sends, ...offers, ...later, ...refunds];
