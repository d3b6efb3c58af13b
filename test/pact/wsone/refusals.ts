import { expect } from 'vitest';
import type { WsoneAnswer } from '#client/index.ts';
import {
  asking,
  CLIENT,
  examples,
  given,
  refused,
  refusedCaller,
  type Agreement,
} from './partner.ts';
import { CUSTOMER, customer, sale, SALE, SOLD_TO, STORE, store } from './sale.ts';

/** The client gives the vendor's no back as a value; which code it has is not relied on. */
export function expectRefusal(answer: WsoneAnswer<unknown>): void {
  expect(answer.ok ? 'done' : answer.failure.code).toBe('900');
}

const callers: readonly Agreement[] = [
  {
    that: 'a receipt with another password is refused',
    given: [['a call with another password'], SOLD_TO],
    ...asking('sendAndValidTransaction'),
    with: sale,
    answers: refusedCaller,
    by: async (wsone) => expectRefusal(await wsone.sendAndValidTransaction(SALE)),
  },
  {
    that: 'a receipt of a client that nobody knows is refused',
    given: [['a call with an unknown username'], SOLD_TO],
    ...asking('sendAndValidTransaction'),
    with: sale,
    answers: refusedCaller,
    by: async (wsone) => expectRefusal(await wsone.sendAndValidTransaction(SALE)),
  },
];

const unknown: readonly Agreement[] = [
  {
    that: 'a receipt of a card that nobody has is refused',
    given: [CLIENT, ['a store'], ['a card that nobody has']],
    ...asking('sendAndValidTransaction'),
    with: sale,
    answers: refused,
    by: async (wsone) => expectRefusal(await wsone.sendAndValidTransaction(SALE)),
  },
  {
    that: 'a receipt of a store that does not exist is refused',
    given: [CLIENT, ['a customer with a card'], ['a number that no store has']],
    ...asking('sendAndValidTransaction'),
    with: sale,
    answers: refused,
    by: async (wsone) => expectRefusal(await wsone.sendAndValidTransaction(SALE)),
  },
];

const { transactionId, receiptNumber } = examples;

const RETURN = {
  originalReceiptNumber: receiptNumber,
  transactionDate: '04/03/2026 11:00:00',
} as const;
const tooMuch = {
  ...RETURN,
  receiptNumber: 'EXAMPLE-RETURN',
  allTaxesIncludedAmount: '20.51',
} as const;
const again = { ...RETURN, receiptNumber: 'EXAMPLE-SECOND-RETURN' };

const later: readonly Agreement[] = [
  {
    that: 'a receipt is not validated twice',
    given: [CLIENT, ['a validated receipt']],
    ...asking('validTransaction'),
    with: { transactionId: given('transactionId') },
    answers: refused,
    by: async (wsone) => expectRefusal(await wsone.validTransaction({ transactionId })),
  },
  {
    that: 'a transaction that nobody knows is not validated',
    given: [CLIENT, ['a transaction that nobody knows']],
    ...asking('validTransaction'),
    with: { transactionId: given('transactionId') },
    answers: refused,
    by: async (wsone) => expectRefusal(await wsone.validTransaction({ transactionId })),
  },
  {
    that: 'the last receipt of a customer who bought nothing is refused',
    given: [CLIENT, ['a customer with a card']],
    ...asking('getLastTransaction'),
    with: { IdentifierRequest: customer },
    answers: refused,
    by: async (wsone) =>
      expectRefusal(await wsone.getLastTransaction({ IdentifierRequest: CUSTOMER })),
  },
  {
    that: 'more than was sold is not given back',
    given: [CLIENT, ['a validated receipt']],
    ...asking('refundTransaction'),
    with: { ReceiptRequest: { ...tooMuch, EntityRequest: store, IdentifierRequest: customer } },
    answers: refused,
    by: async (wsone) => {
      const ReceiptRequest = { ...tooMuch, EntityRequest: STORE, IdentifierRequest: CUSTOMER };
      expectRefusal(await wsone.refundTransaction({ ReceiptRequest }));
    },
  },
  {
    that: 'what was given back whole is not given back again',
    given: [CLIENT, ['a receipt that was given back']],
    ...asking('refundTransaction'),
    with: { ReceiptRequest: { ...again, EntityRequest: store, IdentifierRequest: customer } },
    answers: refused,
    by: async (wsone) => {
      const ReceiptRequest = { ...again, EntityRequest: STORE, IdentifierRequest: CUSTOMER };
      expectRefusal(await wsone.refundTransaction({ ReceiptRequest }));
    },
  },
  {
    that: 'a receipt of a date that is none is refused',
    given: [CLIENT, SOLD_TO],
    ...asking('sendTransaction'),
    with: { ReceiptRequest: { ...sale.ReceiptRequest, transactionDate: '31/02/2026 10:00:00' } },
    answers: refused,
    by: async (wsone) => {
      const ReceiptRequest = { ...SALE.ReceiptRequest, transactionDate: '31/02/2026 10:00:00' };
      expectRefusal(await wsone.sendTransaction({ ReceiptRequest }));
    },
  },
];

export const refusals: readonly Agreement[] = [...callers, ...unknown, ...later];
