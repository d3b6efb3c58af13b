import { updateMolliePayment } from '#mocks/utick/domain/mollie.ts';
import {
  createPayment,
  deletePayment,
  getPayment,
  getPaymentMethod,
  listPaymentMethods,
  listPayments,
  updatePayment,
} from '#mocks/utick/domain/payment-behaviours.ts';
import type { Payment } from '#mocks/utick/domain/payment.ts';
import type { UtickEnv } from '#mocks/utick/domain/behaviour.ts';
import type { UtickDraft } from '#mocks/utick/state.ts';
import { given, pageOf } from './commands.ts';
import { createPaymentCommand, updatePaymentCommand } from './payment-commands.ts';
import { paymentMessage, paymentMethodMessage } from './payment-message.ts';
import { as, type UtickWiring } from './wiring.ts';

const paymentAs =
  (draft: UtickDraft, { settings }: UtickEnv) =>
  (payment: Payment) =>
    paymentMessage(draft, payment, settings);

export const payments: Pick<
  UtickWiring,
  | 'listPaymentMethods'
  | 'getPaymentMethod'
  | 'listPayments'
  | 'getPayment'
  | 'createPayment'
  | 'updatePayment'
  | 'deletePayment'
  | 'updateMolliePayment'
> = {
  listPaymentMethods: (draft, { message }, env) => {
    const page = pageOf(message, env.settings);
    if (!page.ok) return page;
    return as(listPaymentMethods(draft, page.value, env), (methods) =>
      methods.map(paymentMethodMessage),
    );
  },

  getPaymentMethod: (draft, { message: { id } }, env) =>
    as(getPaymentMethod(draft, { id }, env), paymentMethodMessage),

  listPayments: (draft, { message }, env) => {
    const page = pageOf(message, env.settings);
    if (!page.ok) return page;
    const command = { ...page.value, orderId: given(message.orderid) };
    return as(listPayments(draft, command, env), (found) => found.map(paymentAs(draft, env)));
  },

  getPayment: (draft, { message: { id } }, env) =>
    as(getPayment(draft, { id }, env), paymentAs(draft, env)),

  createPayment: (draft, { message }, env) => {
    const command = createPaymentCommand(message, env.settings);
    if (!command.ok) return command;
    return as(createPayment(draft, command.value, env), paymentAs(draft, env));
  },

  updatePayment: (draft, { message }, env) => {
    const command = updatePaymentCommand(message, env.settings);
    if (!command.ok) return command;
    return as(updatePayment(draft, command.value, env), paymentAs(draft, env));
  },

  deletePayment: (draft, { message: { id } }, env) => deletePayment(draft, { id }, env),

  updateMolliePayment: (draft, { message }, env) => {
    const { orderid: orderId, molliepaymentid: molliePaymentId } = message;
    return as(updateMolliePayment(draft, { orderId, molliePaymentId }, env), paymentAs(draft, env));
  },
};
