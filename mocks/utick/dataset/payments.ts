import { assert } from '#kernel/defect.ts';
import { takePayment } from '#mocks/utick/domain/payment-booking.ts';
import type { UtickDraft } from '#mocks/utick/state.ts';
import { dateOf, eachNamed, referred, type IdsByName } from './names.ts';
import type { DatasetPayment } from './order-schema.ts';
import type { Placing } from './orders.ts';

/** Named within their order: `lecomte_transfer`. */
const paymentName = (order: string, payment: string): string => `${order}_${payment}`;

/** Puts the payments of an order on record, whatever its status; answers their ids. */
export function installPayments(draft: UtickDraft, orderId: string, placing: Placing): IdsByName {
  const ids: Record<string, string> = {};
  eachNamed(placing.order.payments, (payment, name) => {
    const order = draft.orders.get(orderId);
    assert(order, `order ${orderId} was made just now`);
    const fields = fieldsOf(payment, `${placing.pointer}/payments/${name}`, placing);
    const booked = { order, amountMinor: payment.amount, fields };
    ids[paymentName(placing.name, name)] = takePayment(draft, booked, placing.env).id;
  });
  return ids;
}

function fieldsOf(payment: DatasetPayment, pointer: string, { ids, moment, env }: Placing) {
  const { method, counter, status = 'paid', date, externalId = '', notes = '' } = payment;
  const paidAt = date === undefined ? env.now : dateOf(date, moment.now, `${pointer}/date`);
  return {
    methodId:
      method === undefined ? undefined : referred(ids.paymentMethods, method, `${pointer}/method`),
    counterId:
      counter === undefined ? undefined : referred(ids.counters, counter, `${pointer}/counter`),
    externalId,
    notes,
    status,
    paidAt: status === 'paid' ? paidAt : undefined,
  };
}
