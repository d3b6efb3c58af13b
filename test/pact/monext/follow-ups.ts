import { expect } from 'vitest';
import { valueOf, type State } from '../agreement.ts';
import { oneOf } from '../matching.ts';
import { examples, given } from './examples.ts';
import { approved, codeOf, MERCHANT, refusedWith, type Deal } from './partner.ts';
import { card, EUROS, extendedCard, order, payment, transaction } from './shapes.ts';

const { transactionId: transactionID } = examples;

const AUTHORISED: State = ['an authorised payment'];
const CAPTURED: State = ['a captured payment'];
const RESET: State = ['a payment that was reset'];
const UNKNOWN: State = ['a transaction that does not exist'];

const named = { transactionID: given('transactionId') };
const capture = { ...EUROS, action: '201' };
const refund = { ...EUROS, action: '421' };
const done = { result: approved, transaction: transaction() };

const captures: readonly Deal[] = [
  {
    that: 'an authorised payment is captured',
    given: [MERCHANT, AUTHORISED],
    of: 'doCapture',
    with: { ...named, payment: capture },
    answers: { ...done, reAuthorization: oneOf('0', '1') },
    by: async (monext) => {
      const value = valueOf(await monext.doCapture({ transactionID, payment: capture }));
      expect(value.transaction.id).toBe(transactionID);
    },
  },
  {
    that: 'a part of it is captured under a number of its own',
    given: [MERCHANT, AUTHORISED],
    of: 'doCapture',
    with: { ...named, payment: { ...capture, amount: '2500' }, sequenceNumber: '1' },
    answers: done,
    by: async (monext) => {
      const part = { ...capture, amount: 2500 };
      valueOf(await monext.doCapture({ transactionID, payment: part, sequenceNumber: '1' }));
    },
  },
  {
    that: 'no more is captured than was authorised',
    given: [MERCHANT, AUTHORISED],
    of: 'doCapture',
    with: { ...named, payment: { ...capture, amount: '6001' } },
    answers: { result: refusedWith('02613', '02110') },
    by: async (monext) => {
      const more = { ...capture, amount: 6001 };
      const answer = await monext.doCapture({ transactionID, payment: more });
      expect(answer).toMatchObject({ ok: false, failure: { outcome: 'amount-exceeded' } });
    },
  },
  {
    that: 'nothing is captured of a transaction that does not exist',
    given: [MERCHANT, UNKNOWN],
    of: 'doCapture',
    with: { ...named, payment: capture },
    answers: { result: refusedWith('02301') },
    by: async (monext) => {
      expect(codeOf(await monext.doCapture({ transactionID, payment: capture }))).toBe('02301');
    },
  },
];

const undoings: readonly Deal[] = [
  {
    that: 'a part of a captured payment is refunded',
    given: [MERCHANT, CAPTURED],
    of: 'doRefund',
    with: { ...named, payment: { ...refund, amount: '1000' }, sequenceNumber: '1' },
    answers: done,
    by: async (monext) => {
      const part = { ...refund, amount: 1000 };
      const sent = { transactionID, payment: part, sequenceNumber: '1' };
      expect(valueOf(await monext.doRefund(sent)).transaction.id).toBe(transactionID);
    },
  },
  {
    that: 'nothing is refunded that was not captured',
    given: [MERCHANT, AUTHORISED],
    of: 'doRefund',
    with: { ...named, payment: refund },
    answers: { result: refusedWith('02618', '02314') },
    by: async (monext) => {
      const answer = await monext.doRefund({ transactionID, payment: refund });
      expect(answer.ok).toBe(false);
    },
  },
  {
    that: 'an authorised payment is reset',
    given: [MERCHANT, AUTHORISED],
    of: 'doReset',
    with: named,
    answers: done,
    by: async (monext) => {
      expect(valueOf(await monext.doReset({ transactionID })).transaction.id).toBe(transactionID);
    },
  },
  {
    that: 'a payment is reset once',
    given: [MERCHANT, RESET],
    of: 'doReset',
    with: named,
    answers: { result: refusedWith('02601') },
    by: async (monext) => {
      const answer = await monext.doReset({ transactionID });
      expect(answer).toMatchObject({ ok: false, failure: { outcome: 'reset-already' } });
    },
  },
  {
    that: 'a payment is authorised anew without its card',
    given: [MERCHANT, ['a contract for cards'], AUTHORISED, ['an order that nobody paid']],
    of: 'doReAuthorization',
    with: { ...named, payment: payment.parts('202'), order: order.parts() },
    answers: { ...done, card, extendedCard },
    by: async (monext) => {
      const sent = { transactionID, payment: payment.sent('202'), order: order.sent() };
      expect(valueOf(await monext.doReAuthorization(sent)).transaction.id).toBe(transactionID);
    },
  },
];

export const followUps: readonly Deal[] = [...captures, ...undoings];
