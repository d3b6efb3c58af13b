import { done, refused } from '#kernel/outcome.ts';
import type { UtickBehaviour } from './behaviour.ts';
import type { FailureOf } from './failure.ts';
import { basketOf } from './holding.ts';
import { saveOrder } from './order-behaviours.ts';
import { afterShipping, paidInAll } from './order-money.ts';
import { isClosed, isGivenUp, isWaiting, type Order, type Shipping } from './order.ts';
import { takePayment } from './payment-booking.ts';
import type { Payment, PaymentMethodType } from './payment.ts';

/** What a person does to an order at the back office: nothing on the wire does it. */
export interface RecordBankTransfer {
  readonly orderId: string;
  readonly amountMinor: number;
  readonly notes: string;
}

export interface Refund {
  readonly orderId: string;
  /** None: what was paid too much; all that was paid for an order that is given up. */
  readonly amountMinor: number | undefined;
  readonly methodType: PaymentMethodType;
  readonly notes: string;
}

export interface SetShippingMethod {
  readonly orderId: string;
  readonly shipping: Shipping;
}

type MoneyFailure = FailureOf<'order-unknown' | 'order-closed' | 'order-unconfirmed'>;

/** No code of the vendor's stands for these: they are the double's own words. */
export type RefundFailure =
  | MoneyFailure
  | { readonly kind: 'nothing-to-refund' }
  | { readonly kind: 'refund-exceeds-paid'; readonly paidMinor: number };

/** Money may come late: it waits on an abandoned or cancelled order for its refund. */
export const recordBankTransfer: UtickBehaviour<RecordBankTransfer, Payment, MoneyFailure> = (
  draft,
  { orderId, amountMinor, notes },
  env,
) => {
  const order = draft.orders.get(orderId);
  if (!order) return refused({ kind: 'order-unknown', id: orderId });
  const refusal = isOffTheBooks(order);
  if (refusal) return refused(refusal);
  const [method] = draft.paymentMethods.where('byType', 'bank-transfer', { limit: 1 });
  const fields = { methodId: method?.id, notes, status: 'paid' } as const;
  return done(takePayment(draft, { order, amountMinor, fields }, env));
};

/** The vendor gives nothing back by itself: a refund is a negative payment. */
export const refund: UtickBehaviour<Refund, Payment, RefundFailure> = (draft, command, env) => {
  const order = draft.orders.get(command.orderId);
  if (!order) return refused({ kind: 'order-unknown', id: command.orderId });
  const refusal = isOffTheBooks(order);
  if (refusal) return refused(refusal);
  const basket = basketOf(draft, order.id);
  const paidMinor = paidInAll(order, basket);
  const excessMinor = isGivenUp(order) ? paidMinor : Math.max(0, paidMinor - basket.dueMinor);
  const refundMinor = command.amountMinor ?? excessMinor;
  if (refundMinor === 0) return refused({ kind: 'nothing-to-refund' });
  if (refundMinor > paidMinor) return refused({ kind: 'refund-exceeds-paid', paidMinor });
  const [method] = draft.paymentMethods.where('byType', command.methodType, { limit: 1 });
  const fields = { methodId: method?.id, notes: command.notes, status: 'paid' } as const;
  return done(takePayment(draft, { order, amountMinor: -refundMinor, fields }, env));
};

/** Money is neither taken for an order in creation nor for an archived one. */
function isOffTheBooks(order: Order): FailureOf<'order-closed' | 'order-unconfirmed'> | undefined {
  if (order.status === 'archived') return { kind: 'order-closed', status: 'archived' };
  return isWaiting(order) ? { kind: 'order-unconfirmed', id: order.id } : undefined;
}

/** An archived order keeps its places: they were used. */
export const archiveOrder: UtickBehaviour<
  { orderId: string },
  Order,
  FailureOf<'order-unknown' | 'order-closed' | 'transition-forbidden'>
> = (draft, { orderId }) => {
  const order = draft.orders.get(orderId);
  if (!order) return refused({ kind: 'order-unknown', id: orderId });
  const { status } = order;
  if (isClosed(order)) return refused({ kind: 'order-closed', status });
  if (status !== 'completed') {
    return refused({ kind: 'transition-forbidden', from: status, to: 'archived' });
  }
  return done(saveOrder(draft, order, { ...order, status: 'archived' }));
};

export const setShippingMethod: UtickBehaviour<
  SetShippingMethod,
  Order,
  FailureOf<'order-unknown' | 'order-closed'>
> = (draft, { orderId, shipping }, { settings }) => {
  const order = draft.orders.get(orderId);
  if (!order) return refused({ kind: 'order-unknown', id: orderId });
  if (isClosed(order)) return refused({ kind: 'order-closed', status: order.status });
  const shipped = { ...order, details: { ...order.details, shipping } };
  return done(saveOrder(draft, order, afterShipping(shipped, settings)));
};
