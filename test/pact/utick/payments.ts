import { expect } from 'vitest';
import { valueOf, type State } from '../agreement.ts';
import { date, id, some, text } from '../matching.ts';
import { answered, doneWithoutMore } from './answers.ts';
import { payment, paymentMethod } from './shapes.ts';
import { KEYS, signedWith, type Agreement, examples, given } from './partner.ts';

const { orderId, paymentId, paymentMethodId } = examples;
const METHOD: State = ['a payment method'];
const PAID_IN_PART: State = ['an order that is paid in part'];

const methods: readonly Agreement[] = [
  {
    that: 'the payment methods are listed',
    given: [KEYS, METHOD],
    asks: 'GET /v1/shop/paymentmethods',
    with: signedWith(),
    answers: answered(some(paymentMethod())),
    by: async (utick) => {
      expect(valueOf(await utick.listPaymentMethods())[0]?.id).toBe(paymentMethodId);
    },
  },
  {
    that: 'one payment method is read',
    given: [KEYS, METHOD],
    asks: 'GET /v1/shop/paymentmethods/${paymentMethodId}',
    with: signedWith(),
    answers: answered(paymentMethod()),
    by: async (utick) => {
      expect(valueOf(await utick.getPaymentMethod({ id: paymentMethodId })).typeid).toBe(1);
    },
  },
];

const reading: readonly Agreement[] = [
  {
    that: 'the payments of an order are listed',
    given: [KEYS, PAID_IN_PART],
    asks: 'GET /v1/shop/orders/payments',
    with: signedWith({ orderid: given('orderId') }),
    answers: answered(some(payment())),
    by: async (utick) => {
      const [first] = valueOf(await utick.listPayments({ orderid: orderId }));
      expect(first?.value.amount).toBe(100);
    },
  },
  {
    that: 'one payment is read',
    given: [KEYS, PAID_IN_PART],
    asks: 'GET /v1/shop/orders/payments/${paymentId}',
    with: signedWith(),
    answers: answered(payment()),
    by: async (utick) => {
      expect(valueOf(await utick.getPayment({ id: paymentId })).orderid).toBe(orderId);
    },
  },
];

const value = { amount: 100, expectedamount: 100, currency: 'EUR' } as const;

const changing: readonly Agreement[] = [
  {
    that: 'a payment is recorded for an order',
    given: [KEYS, ['a confirmed order'], METHOD],
    asks: 'POST /v1/shop/orders/payments',
    with: signedWith({
      orderid: given('orderId'),
      paymentmethodid: given('paymentMethodId'),
      paymentdate: date('2026-03-04T10:00:00+01:00'),
      value,
    }),
    answers: answered(
      payment({ value, paymentmethodid: id(paymentMethodId), paymentdate: date() }),
    ),
    by: async (utick) => {
      const made = await utick.createPayment({
        orderid: orderId,
        paymentmethodid: paymentMethodId,
        paymentdate: '2026-03-04T10:00:00+01:00',
        value,
      });
      expect(valueOf(made).value).toEqual(value);
    },
  },
  {
    that: 'money is given back as a negative payment',
    given: [KEYS, ['an order that is paid in part']],
    asks: 'POST /v1/shop/orders/payments',
    with: signedWith({
      orderid: given('orderId'),
      paymentmethodid: given('paymentMethodId'),
      value: { ...value, amount: -100, expectedamount: -100 },
    }),
    answers: answered(payment({ value: { ...value, amount: -100, expectedamount: -100 } })),
    by: async (utick) => {
      const back = { ...value, amount: -100, expectedamount: -100 };
      const made = await utick.createPayment({
        orderid: orderId,
        paymentmethodid: paymentMethodId,
        value: back,
      });
      expect(valueOf(made).value.amount).toBe(-100);
    },
  },
  {
    that: 'the amount of a payment is changed',
    given: [KEYS, PAID_IN_PART],
    asks: 'PATCH /v1/shop/orders/payments/${paymentId}',
    with: signedWith({ value: { ...value, amount: 150, expectedamount: 150 } }),
    answers: answered(payment({ value: { ...value, amount: 150, expectedamount: 150 } })),
    by: async (utick) => {
      const changed = await utick.updatePayment({
        id: paymentId,
        value: { ...value, amount: 150, expectedamount: 150 },
      });
      expect(valueOf(changed).value.amount).toBe(150);
    },
  },
  {
    that: 'a payment is removed',
    given: [KEYS, PAID_IN_PART],
    asks: 'DELETE /v1/shop/orders/payments/${paymentId}',
    with: signedWith(),
    answers: doneWithoutMore,
    by: async (utick) => {
      expect((await utick.deletePayment({ id: paymentId })).ok).toBe(true);
    },
  },
  {
    that: 'a payment is told by the id that Mollie gave it',
    given: [KEYS, ['a confirmed order']],
    asks: 'PATCH /v1/shop/orders/payments',
    with: signedWith({ orderid: given('orderId'), molliepaymentid: 'tr_EXAMPLE' }),
    answers: answered(payment({ externalid: text('tr_EXAMPLE') })),
    by: async (utick) => {
      const told = await utick.updateMolliePayment({
        orderid: orderId,
        molliepaymentid: 'tr_EXAMPLE',
      });
      expect(valueOf(told).externalid).toBe('tr_EXAMPLE');
    },
  },
];

export const payments: readonly Agreement[] = [...methods, ...reading, ...changing];
