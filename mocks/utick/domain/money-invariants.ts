import type { Inspection, Invariant } from '#kernel/vendor.ts';
import type { UtickTables } from '#mocks/utick/state.ts';
import { paidInAll } from './order-money.ts';
import type { Order, OrderStatus } from './order.ts';
import { ledgerOf, type Ledger, type Payment } from './payment.ts';

type UtickState = Inspection<UtickTables>;

/** What must always hold of orders and their money. */
export const moneyInvariants: Readonly<Record<string, Invariant<UtickTables>>> = {
  'the status of an order follows what is due and what is paid': (state) => {
    const ledgers = ledgersByOrder(state);
    const due = dueByOrder(state);
    const wrong: string[] = [];
    for (const order of state.orders.rows()) {
      const ledger = ledgers.get(order.id) ?? EMPTY;
      const dueMinor = due.get(order.id) ?? 0;
      const paidMinor = paidInAll(order, ledger);
      if (fits(order, { paidMinor, dueMinor, isAwaited: ledger.isAwaited })) continue;
      wrong.push(`${order.id}: ${order.status} with ${paidMinor} of ${dueMinor} paid`);
    }
    return wrong;
  },
  'every payment is of an order, by a known method, at a known counter': (state) => {
    const wrong: string[] = [];
    for (const { id, orderId, methodId, counterId } of state.payments.rows()) {
      if (!state.orders.get(orderId)) wrong.push(`payment ${id}: no order ${orderId}`);
      if (methodId !== undefined && !state.paymentMethods.get(methodId)) {
        wrong.push(`payment ${id}: no method ${methodId}`);
      }
      if (counterId !== undefined && !state.counters.get(counterId)) {
        wrong.push(`payment ${id}: no counter ${counterId}`);
      }
    }
    return wrong;
  },
};

const EMPTY: Ledger = { paidMinor: 0, isAwaited: false };

interface Money extends Ledger {
  readonly dueMinor: number;
}

/** Judged by the table of states, not by the functions that change them. */
function fits({ status }: Order, { paidMinor, dueMinor, isAwaited }: Money): boolean {
  switch (status) {
    case 'creating':
    case 'to-pay':
      return paidMinor === 0;
    case 'confirmed':
      return paidMinor === 0 && !isAwaited;
    case 'partially-paid':
      return paidMinor > 0 && paidMinor < dueMinor;
    case 'paid':
    case 'to-deliver':
    case 'to-print':
      return paidMinor === dueMinor;
    case 'overpaid':
      return paidMinor > dueMinor;
    case 'completed':
    case 'archived':
    case 'abandoned':
    case 'cancelled':
      return true;
  }
}

function ledgersByOrder(state: UtickState): ReadonlyMap<string, Ledger> {
  const payments = new Map<string, Payment[]>();
  for (const payment of state.payments.rows()) {
    const others = payments.get(payment.orderId);
    if (others) others.push(payment);
    else payments.set(payment.orderId, [payment]);
  }
  return new Map([...payments].map(([id, rows]) => [id, ledgerOf(rows)]));
}

const judgedByDue: readonly OrderStatus[] = [
  'partially-paid',
  'paid',
  'overpaid',
  'to-deliver',
  'to-print',
];

/** Only of orders that are judged by it. */
function dueByOrder(state: UtickState): ReadonlyMap<string, number> {
  const due = new Map<string, number>();
  for (const { orderId, amountMinor } of state.products.rows()) {
    const status = state.orders.get(orderId)?.status;
    if (!status || !judgedByDue.includes(status)) continue;
    due.set(orderId, (due.get(orderId) ?? 0) + amountMinor);
  }
  return due;
}
