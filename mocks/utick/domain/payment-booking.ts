import type { UtickSettings } from '#mocks/utick/settings.ts';
import type { UtickDraft } from '#mocks/utick/state.ts';
import type { UtickEnv } from './behaviour.ts';
import { basketOf } from './holding.ts';
import { afterPayment } from './order-money.ts';
import type { Order } from './order.ts';
import type { Payment, PaymentFields } from './payment.ts';

/** Puts payments on record; the status of their order follows. Nothing is judged here. */
export function takePayment(
  draft: UtickDraft,
  booked: {
    readonly order: Order;
    readonly amountMinor: number;
    readonly fields: PaymentFields;
  },
  env: UtickEnv,
): Payment {
  const { order, amountMinor, fields } = booked;
  const payment: Payment = {
    id: env.random.uuid(),
    number: draft.next('payments'),
    orderId: order.id,
    methodId: undefined,
    counterId: undefined,
    externalId: '',
    couponCode: '',
    notes: '',
    amountMinor,
    expectedMinor: amountMinor,
    paidAt: env.now,
    status: env.settings.paymentWithoutStatus,
    ...fields,
  };
  draft.payments.put(payment);
  follow(draft, order, env.settings);
  return payment;
}

export function changePayment(
  draft: UtickDraft,
  booked: { readonly order: Order; readonly payment: Payment; readonly fields: PaymentFields },
  settings: UtickSettings,
): Payment {
  const payment: Payment = { ...booked.payment, ...booked.fields };
  draft.payments.put(payment);
  follow(draft, booked.order, settings);
  return payment;
}

export function removePayment(
  draft: UtickDraft,
  { order, payment }: { readonly order: Order; readonly payment: Payment },
  settings: UtickSettings,
): void {
  draft.payments.drop(payment.id);
  follow(draft, order, settings);
}

function follow(draft: UtickDraft, order: Order, settings: UtickSettings): void {
  const followed = afterPayment(order, basketOf(draft, order.id), settings);
  if (followed !== order) draft.orders.put(followed);
}
