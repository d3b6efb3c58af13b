import { assert } from '#kernel/defect.ts';
import { done, refused } from '#kernel/outcome.ts';
import type { Counter, UtickDraft } from '#mocks/utick/state.ts';
import type { ListPage, UtickBehaviour } from './behaviour.ts';
import type { FailureOf } from './failure.ts';
import { changePayment, removePayment, takePayment } from './payment-booking.ts';
import { isClosed, isWaiting, type Order } from './order.ts';
import type { Payment, PaymentFields, PaymentMethod } from './payment.ts';

export interface ListPayments extends ListPage {
  readonly orderId: string | undefined;
}

export interface CreatePayment {
  readonly orderId: string;
  readonly amountMinor: number;
  readonly fields: PaymentFields;
}

export interface UpdatePayment {
  readonly id: string;
  readonly orderId: string | undefined;
  readonly fields: PaymentFields;
}

type ReferenceFailure = FailureOf<'payment-method-unknown' | 'counter-unknown'>;
type OrderStateFailure = FailureOf<'order-closed' | 'order-unconfirmed'>;

/** A payment with what its message names. */
export interface PaymentSheet {
  readonly payment: Payment;
  readonly method: PaymentMethod | undefined;
  readonly counter: Counter | undefined;
}

export function sheetOf(draft: UtickDraft, payment: Payment): PaymentSheet {
  const { methodId, counterId } = payment;
  return {
    payment,
    method: methodId === undefined ? undefined : draft.paymentMethods.get(methodId),
    counter: counterId === undefined ? undefined : draft.counters.get(counterId),
  };
}

export const listPaymentMethods: UtickBehaviour<ListPage, readonly PaymentMethod[], never> = (
  draft,
  { offset, limit },
) => done(draft.paymentMethods.range('byRank', { offset, limit }));

export const getPaymentMethod: UtickBehaviour<
  { id: string },
  PaymentMethod,
  FailureOf<'payment-method-unknown'>
> = (draft, { id }) => {
  const method = draft.paymentMethods.get(id);
  return method ? done(method) : refused({ kind: 'payment-method-unknown', id });
};

export const listPayments: UtickBehaviour<ListPayments, readonly Payment[], never> = (
  draft,
  { orderId, offset, limit },
) => {
  const page = { offset, limit };
  return done(
    orderId === undefined
      ? draft.payments.range('byNumber', page)
      : draft.payments.where('byOrder', orderId, page),
  );
};

export const getPayment: UtickBehaviour<{ id: string }, Payment, FailureOf<'payment-unknown'>> = (
  draft,
  { id },
) => {
  const payment = draft.payments.get(id);
  return payment ? done(payment) : refused({ kind: 'payment-unknown', id });
};

/** The order of checks, here and below: unknown ids, then the state of the order. */
export const createPayment: UtickBehaviour<
  CreatePayment,
  Payment,
  FailureOf<'order-unknown'> | ReferenceFailure | OrderStateFailure
> = (draft, { orderId, amountMinor, fields }, env) => {
  const order = draft.orders.get(orderId);
  if (!order) return refused({ kind: 'order-unknown', id: orderId });
  const unknown = unknownReference(draft, fields);
  if (unknown) return refused(unknown);
  const refusal = refusesMoney(order);
  if (refusal) return refused(refusal);
  return done(takePayment(draft, { order, amountMinor, fields }, env));
};

export const updatePayment: UtickBehaviour<
  UpdatePayment,
  Payment,
  | FailureOf<'payment-unknown' | 'order-unknown' | 'payment-order-fixed'>
  | ReferenceFailure
  | OrderStateFailure
> = (draft, { id, orderId, fields }, env) => {
  const payment = draft.payments.get(id);
  if (!payment) return refused({ kind: 'payment-unknown', id });
  if (orderId !== undefined && !draft.orders.get(orderId)) {
    return refused({ kind: 'order-unknown', id: orderId });
  }
  const unknown = unknownReference(draft, fields);
  if (unknown) return refused(unknown);
  const order = orderOf(draft, payment);
  const refusal = refusesMoney(order);
  if (refusal) return refused(refusal);
  if (orderId !== undefined && orderId !== payment.orderId) {
    return refused({ kind: 'payment-order-fixed', orderId: payment.orderId });
  }
  return done(changePayment(draft, { order, payment, fields }, env.settings));
};

export const deletePayment: UtickBehaviour<
  { id: string },
  null,
  FailureOf<'payment-unknown'> | OrderStateFailure
> = (draft, { id }, { settings }) => {
  const payment = draft.payments.get(id);
  if (!payment) return refused({ kind: 'payment-unknown', id });
  const order = orderOf(draft, payment);
  const refusal = refusesMoney(order);
  if (refusal) return refused(refusal);
  removePayment(draft, { order, payment }, settings);
  return done(null);
};

/** The API takes money for confirmed orders only; behind the counter it may still come later. */
export function refusesMoney(order: Order): OrderStateFailure | undefined {
  if (isClosed(order)) return { kind: 'order-closed', status: order.status };
  return isWaiting(order) ? { kind: 'order-unconfirmed', id: order.id } : undefined;
}

function unknownReference(
  draft: UtickDraft,
  { methodId, counterId }: PaymentFields,
): ReferenceFailure | undefined {
  if (methodId !== undefined && !draft.paymentMethods.get(methodId)) {
    return { kind: 'payment-method-unknown', id: methodId };
  }
  if (counterId !== undefined && !draft.counters.get(counterId)) {
    return { kind: 'counter-unknown', id: counterId };
  }
  return undefined;
}

function orderOf(draft: UtickDraft, { id, orderId }: Payment): Order {
  const order = draft.orders.get(orderId);
  assert(order, `payment ${id} is of no order`);
  return order;
}
