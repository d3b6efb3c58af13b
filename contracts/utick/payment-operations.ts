import { Type } from '@sinclair/typebox';
import { described, evidence, Id, List } from '#kit/types.ts';
import { AUTH, PAGE } from './envelope.ts';
import { operation } from './operation.ts';
import { Payment, PAYMENT_FIELDS, PaymentMethod, PaymentValueRequest } from './payment-schemas.ts';

/** All of them are known from the vendor's PHP client only. */
const known = { evidence: 'public', access: 'application' } as const;

export const paymentOperations = {
  listPaymentMethods: operation({
    method: 'GET',
    path: '/v1/shop/paymentmethods',
    summary: 'Payment methods.',
    ...known,
    request: Type.Object({ ...AUTH, ...PAGE }),
    result: List(PaymentMethod),
  }),
  getPaymentMethod: operation({
    method: 'GET',
    path: '/v1/shop/paymentmethods/{id}',
    summary: 'One payment method.',
    ...known,
    request: Type.Object({ id: Id, ...AUTH }),
    result: PaymentMethod,
  }),
  listPayments: operation({
    method: 'GET',
    path: '/v1/shop/orders/payments',
    summary: 'Payments of an order, or all.',
    ...known,
    request: Type.Object({
      ...AUTH,
      ...PAGE,
      orderid: Type.Optional(evidence('inferred', Id)),
    }),
    result: List(Payment),
  }),
  getPayment: operation({
    method: 'GET',
    path: '/v1/shop/orders/payments/{id}',
    summary: 'One payment.',
    ...known,
    request: Type.Object({ id: Id, ...AUTH }),
    result: Payment,
  }),
  createPayment: operation({
    method: 'POST',
    path: '/v1/shop/orders/payments',
    summary: 'Records a payment, or with a negative amount a refund; the order’s status follows.',
    ...known,
    request: Type.Object({
      ...AUTH,
      orderid: Id,
      ...PAYMENT_FIELDS,
      value: PaymentValueRequest,
    }),
    result: Payment,
  }),
  updatePayment: operation({
    method: 'PATCH',
    path: '/v1/shop/orders/payments/{id}',
    summary: 'Changes a payment; what is left out stays.',
    ...known,
    request: Type.Object({
      id: Id,
      ...AUTH,
      orderid: Type.Optional(described('It stays with its order.', Id)),
      ...PAYMENT_FIELDS,
      value: Type.Optional(Type.Partial(PaymentValueRequest)),
    }),
    result: Payment,
  }),
  deletePayment: operation({
    method: 'DELETE',
    path: '/v1/shop/orders/payments/{id}',
    summary: 'Removes a payment; the order’s status follows.',
    ...known,
    request: Type.Object({ id: Id, ...AUTH }),
    result: evidence('inferred', Type.Null()),
  }),
  updateMolliePayment: operation({
    method: 'PATCH',
    path: '/v1/shop/orders/payments',
    summary: 'Creates or updates the payment that Mollie knows by an id.',
    ...known,
    request: Type.Object({
      ...AUTH,
      orderid: Id,
      molliepaymentid: Type.String({ minLength: 1, description: '`tr_…`; any text is taken.' }),
    }),
    result: Payment,
  }),
} as const;
