import { sum } from '#kernel/money.ts';
import type { S360Draft } from '#mocks/s360/state.ts';
import type { S360Env } from './behaviour.ts';
import { nextId } from './numbers.ts';
import type { File, FileState, Order } from './order.ts';
import { operationsOf } from './removing.ts';

export const totalMilli = (draft: S360Draft, orderId: string): number =>
  sum(operationsOf(draft, orderId).map(({ quantity, unitMilli }) => quantity * unitMilli));

export function openFile(draft: S360Draft, institutionId: string, { now }: S360Env): File {
  const id = nextId(draft, 'files');
  const file: File = { id, institutionId, state: 'running', modifiedAt: now };
  draft.files.put(file);
  return file;
}

/** Keeps an order, and tells its files what has become of them. */
export function keepOrder(draft: S360Draft, order: Order, { now }: S360Env): Order {
  draft.orders.put(order);
  for (const fileId of order.fileIds) {
    const file = draft.files.get(fileId);
    const state = isRunning(order) ? 'running' : stateOf(draft, fileId);
    if (file) draft.files.put({ ...file, state, modifiedAt: now });
  }
  return order;
}

const isRunning = ({ status }: Order): boolean => status === 'open' || status === 'validated';

/** A file is running as long as one of its orders is; orders that came to nothing do not count. */
function stateOf(draft: S360Draft, fileId: string): FileState {
  const orders = draft.orders.where('byFile', fileId);
  if (orders.some(isRunning)) return 'running';
  const closed = orders.filter(({ status }) => status === 'closed');
  if (closed.length === 0) return 'abandoned';
  const dueMilli = sum(closed.map(({ id }) => totalMilli(draft, id)));
  const paidMilli = sum(closed.map((order) => order.paidMilli));
  if (paidMilli >= dueMilli) return 'settled';
  return paidMilli > 0 ? 'partly-settled' : 'unsettled';
}
