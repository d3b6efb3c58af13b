import { expect } from 'vitest';
import { valueOf, type State } from '../agreement.ts';
import { id, text } from '../matching.ts';
import { examples } from './examples.ts';
import { approved, codeOf, MERCHANT, refusedWith, type Deal } from './partner.ts';
import { card, CARD, extendedCard, order, payment, transaction } from './shapes.ts';

const { contractNumber, transactionId } = examples;

const CONTRACT: State = ['a contract for cards'];
const NEW_ORDER: State = ['an order that nobody paid'];
const AUTHORISED: State = ['an authorised payment'];

const authorisation = {
  parts: { payment: payment.parts('100'), card: CARD, order: order.parts() },
  sent: { payment: payment.sent('100'), card: CARD, order: order.sent() },
};

const answered = {
  result: approved,
  transaction: transaction(),
  authorization: { number: id('A55A'), date: id('04/03/26 10:00:00') },
  ...{ card, extendedCard },
  contractNumber: id(contractNumber),
};

/** An amount with which the vendor’s test system says what a bank would. */
const DECLINED = { amount: '33351', code: '01116' } as const;

const authorisations: readonly Deal[] = [
  {
    that: 'a payment by card is authorised',
    given: [MERCHANT, CONTRACT, NEW_ORDER],
    of: 'doAuthorization',
    with: authorisation.parts,
    answers: answered,
    by: async (monext) => {
      const value = valueOf(await monext.doAuthorization(authorisation.sent));
      expect(value.transaction.id).toBe(transactionId);
      expect(value.authorization.number).toBe('A55A');
    },
  },
  {
    that: 'a payment by card is authorised and captured at once',
    given: [MERCHANT, CONTRACT, NEW_ORDER],
    of: 'doAuthorization',
    with: { ...authorisation.parts, payment: payment.parts('101') },
    answers: answered,
    by: async (monext) => {
      const sent = { ...authorisation.sent, payment: payment.sent('101') };
      expect(valueOf(await monext.doAuthorization(sent)).transaction.id).toBe(transactionId);
    },
  },
  {
    that: 'a payment that the bank declines has a transaction all the same',
    given: [MERCHANT, CONTRACT, NEW_ORDER],
    of: 'doAuthorization',
    with: {
      ...authorisation.parts,
      payment: { ...payment.parts('100'), amount: DECLINED.amount },
    },
    answers: { result: refusedWith(DECLINED.code), transaction: transaction() },
    by: async (monext) => {
      const { amount, code } = DECLINED;
      const sent = { ...authorisation.sent, payment: { ...payment.sent('100'), amount } };
      const answer = await monext.doAuthorization(sent);
      expect(answer).toMatchObject({
        ok: false,
        failure: { code, outcome: 'declined', transactionId },
      });
    },
  },
  {
    that: 'the same order twice is a duplicate',
    given: [MERCHANT, CONTRACT, AUTHORISED],
    of: 'doAuthorization',
    with: { ...authorisation.parts, order: order.parts('orderRef') },
    answers: {
      result: refusedWith('02001', '01913', '02002'),
      transaction: transaction({ isDuplicated: '1' }),
    },
    by: async (monext) => {
      const sent = { ...authorisation.sent, order: order.sent('orderRef') };
      const answer = await monext.doAuthorization(sent);
      expect(answer).toMatchObject({ ok: false, failure: { outcome: 'duplicate' } });
    },
  },
];

const REFERENCE = 'Invalid field format : Order Reference : Max length 50 characters';
const LONG = 'x'.repeat(51);

const others: readonly Deal[] = [
  {
    that: 'an order with too long a reference is refused',
    given: [MERCHANT, CONTRACT],
    of: 'doAuthorization',
    with: { ...authorisation.parts, order: { ...order.parts(), ref: LONG } },
    answers: { result: { code: '02305', longMessage: REFERENCE } },
    by: async (monext) => {
      const sent = { ...authorisation.sent, order: { ...order.sent(), ref: LONG } };
      const answer = await monext.doAuthorization(sent);
      expect(answer).toMatchObject({ failure: { code: '02305', message: REFERENCE } });
    },
  },
  {
    that: 'what was authorised elsewhere is taken',
    given: [MERCHANT, CONTRACT, NEW_ORDER],
    of: 'doDebit',
    with: {
      ...{ payment: payment.parts('204'), card: CARD, order: order.parts() },
      authorization: { number: '662662', date: '04/03/2026 09:00' },
    },
    answers: { result: approved, transaction: transaction(), card, extendedCard },
    by: async (monext) => {
      const { sent } = authorisation;
      const answer = await monext.doDebit({
        ...{ card: sent.card, order: sent.order, payment: payment.sent('204') },
        authorization: { number: '662662', date: '04/03/2026 09:00' },
      });
      expect(valueOf(answer).transaction.id).toBe(transactionId);
    },
  },
  {
    that: 'nothing is taken without the number of its authorisation',
    given: [MERCHANT, CONTRACT, NEW_ORDER],
    of: 'doDebit',
    with: { payment: payment.parts('204'), card: CARD, order: order.parts() },
    answers: {
      result: {
        code: '02305',
        longMessage: text('Invalid field format : authorizationNumber is missing or empty : null'),
      },
    },
    by: async (monext) => {
      const { card: sent, order: bought } = authorisation.sent;
      const message = { card: sent, order: bought, payment: payment.sent('204') };
      // Without types it can be forgotten.
      expect(codeOf(await monext.doDebit(message as never))).toBe('02305');
    },
  },
  {
    that: 'money is sent to a card',
    given: [MERCHANT, CONTRACT, NEW_ORDER],
    of: 'doCredit',
    with: { payment: payment.parts('422'), card: CARD, order: order.parts() },
    answers: { result: approved, transaction: transaction(), card, extendedCard },
    by: async (monext) => {
      const { card: sent, order: bought } = authorisation.sent;
      const answer = await monext.doCredit({
        ...{ card: sent, order: bought, payment: payment.sent('422') },
      });
      expect(valueOf(answer).card.number).toBe('497010XXXXXXXX34');
    },
  },
];

export const payments: readonly Deal[] = [...authorisations, ...others];
