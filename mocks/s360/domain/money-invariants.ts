import type { Inspection, Invariant } from '#kernel/vendor.ts';
import type { S360Tables } from '#mocks/s360/state.ts';

type S360Invariant = Invariant<S360Tables>;
type S360State = Inspection<S360Tables>;

/** What must always hold of money. */
export const moneyInvariants: Readonly<Record<string, S360Invariant>> = {
  'only closed orders have payments, and each knows their sum': (state) => {
    const paid = new Map<string, number>();
    for (const { orderId, amountMilli, state: paymentState } of state.payments.rows()) {
      const counts = paymentState === 'paid' ? amountMilli : 0;
      paid.set(orderId, (paid.get(orderId) ?? 0) + counts);
    }
    const wrong: string[] = [];
    for (const { id, status, paidMilli } of state.orders.rows()) {
      const sum = paid.get(id);
      if (sum !== undefined && status !== 'closed') wrong.push(`order ${id} is ${status}`);
      if (paidMilli !== (sum ?? 0)) wrong.push(`order ${id}: ${paidMilli}, payments ${sum}`);
    }
    return wrong;
  },
  'a contact owes what was paid on its account': (state) => {
    const owed = new Map<string, number>();
    for (const { contactId, amountMilli } of state.payments.rows()) {
      if (contactId === undefined) continue;
      owed.set(contactId, (owed.get(contactId) ?? 0) + amountMilli);
    }
    const wrong: string[] = [];
    for (const { id, openingBalanceMilli, balanceMilli } of state.contacts.rows()) {
      const expected = openingBalanceMilli - (owed.get(id) ?? 0);
      if (balanceMilli !== expected) wrong.push(`contact ${id}: ${balanceMilli}, not ${expected}`);
    }
    return wrong;
  },
  'the state of a file follows its orders': (state) => {
    const orders = ordersByFile(state);
    const wrong: string[] = [];
    for (const { id, state: fileState } of state.files.rows()) {
      const statuses = orders.get(id) ?? [];
      const isRunning = statuses.some((status) => status === 'open' || status === 'validated');
      const isSold = statuses.includes('closed');
      const fits = isRunning
        ? fileState === 'running'
        : isSold === (fileState !== 'abandoned') && fileState !== 'running';
      if (!fits) wrong.push(`file ${id} is ${fileState}: ${statuses.join(', ')}`);
    }
    return wrong;
  },
};

function ordersByFile(state: S360State): ReadonlyMap<string, readonly string[]> {
  const statuses = new Map<string, string[]>();
  for (const { status, fileIds } of state.orders.rows()) {
    for (const id of fileIds) statuses.set(id, [...(statuses.get(id) ?? []), status]);
  }
  return statuses;
}
