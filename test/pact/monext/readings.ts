import { expect } from 'vitest';
import { valueOf, type State } from '../agreement.ts';
import { id, oneOf, some, text, yesOrNo, type Part } from '../matching.ts';
import { examples, given } from './examples.ts';
import { approved, MERCHANT, refusedWith, type Deal } from './partner.ts';
import { card, extendedCard, transaction } from './shapes.ts';

const { contractNumber, day, orderRef, transactionId } = examples;

const AUTHORISED: State = ['an authorised payment'];
const CAPTURED: State = ['a captured payment'];

const TYPES = ['AUTHOR', 'AUTHOR+CAP', 'CAPTURE', 'REFUND', 'RESET', 'CREDIT', 'DEBIT'] as const;
const type = oneOf(...TYPES.map((name) => name.replace('+', '\\+')));

const NO_MEDIA = {
  ...{ id: text(''), label: text(''), operatingSystem: text('') },
  ...{ browser: text(''), userAgent: text('') },
};
const contracts: Part = {
  contract: some({
    contractNumber: id(contractNumber),
    cardType: id('CB'),
    settlementType: id('Manual'),
    logoEnable: yesOrNo(),
  }),
};

const details = {
  result: approved,
  transaction: transaction({ type }),
  payment: { amount: '6000', currency: '978', action: '100', mode: 'CPT' },
  authorization: { number: id('A55A'), date: id('04/03/26 10:00:00') },
  order: {
    ref: given('orderRef'),
    amount: '6000',
    currency: '978',
    date: id('04/03/2026 10:00:00'),
  },
  ...{ card, extendedCard },
  customerMedia: NO_MEDIA,
  contractNumber: id(contractNumber),
  pointOfSell: { contracts, customPaymentPageCodeList: {} },
  routingRule: {},
};

const associated = (kind: string): Part => ({
  transactionId: id(transactionId),
  type: kind,
  date: id('04/03/2026 10:00:00'),
  amount: '6000',
  status: 'OK',
  originTransactionId: text(''),
});

const lookUps: readonly Deal[] = [
  {
    that: 'an order tells its payment',
    given: [MERCHANT, AUTHORISED],
    of: 'getTransactionDetails',
    with: { orderRef: given('orderRef') },
    answers: { ...details, order: { ...details.order, ref: id(orderRef) } },
    by: async (monext) => {
      const value = valueOf(await monext.getTransactionDetails({ orderRef }));
      expect(value.transaction).toMatchObject({ id: transactionId, type: 'AUTHOR' });
      expect(value.payment?.amount).toBe('6000');
    },
  },
  {
    that: 'a transaction tells what was done with its payment',
    given: [MERCHANT, CAPTURED],
    of: 'getTransactionDetails',
    with: { transactionId: given('transactionId'), transactionHistory: 'Y' },
    answers: {
      ...{ ...details, order: { ...details.order, ref: id(orderRef) } },
      associatedTransactionsList: {
        associatedTransactions: [associated('AUTHOR'), associated('CAPTURE')],
      },
    },
    by: async (monext) => {
      const asked = { transactionId, transactionHistory: 'Y' };
      const value = valueOf(await monext.getTransactionDetails(asked));
      const entries = value.associatedTransactionsList?.associatedTransactions ?? [];
      expect(entries.map((entry) => entry.type)).toEqual(['AUTHOR', 'CAPTURE']);
    },
  },
  {
    that: 'an order that nobody paid tells nothing',
    given: [MERCHANT, ['an order that nobody paid']],
    of: 'getTransactionDetails',
    with: { orderRef: given('newOrderRef') },
    answers: { result: refusedWith('02310', '02301', '02604') },
    by: async (monext) => {
      const answer = await monext.getTransactionDetails({ orderRef: examples.newOrderRef });
      expect(answer).toMatchObject({ ok: false, failure: { outcome: 'not-found' } });
    },
  },
  {
    that: 'the transactions of a day are found by their order',
    given: [MERCHANT, CAPTURED],
    of: 'transactionsSearch',
    with: { orderRef: given('orderRef'), startDate: given('day'), endDate: given('day') },
    answers: {
      result: approved,
      transactionList: { transaction: some(transaction({ date: id('04/03/2026 10:00:00') })) },
    },
    by: async (monext) => {
      const asked = { orderRef, startDate: day, endDate: day };
      const { transactionList } = valueOf(await monext.transactionsSearch(asked));
      expect(transactionList?.transaction[0]?.id).toBe(transactionId);
    },
  },
  {
    that: 'a merchant sees its points of sale',
    given: [MERCHANT],
    of: 'getMerchantSettings',
    with: {},
    answers: {
      result: approved,
      listPointOfSell: {
        pointOfSell: some({
          ...{ id: id('1'), label: id('Example') },
          ...{ contracts, customPaymentPageCodeList: {} },
        }),
      },
    },
    by: async (monext) => {
      const { listPointOfSell } = valueOf(await monext.getMerchantSettings());
      const [point] = listPointOfSell.pointOfSell;
      expect(point?.contracts.contract[0]?.contractNumber).toBe(contractNumber);
    },
  },
];

export const readings: readonly Deal[] = lookUps;
