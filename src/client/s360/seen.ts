import { isObject } from '../json.ts';

/** Which operations the client saw in its latest orders, to tell later which are new. */
export interface SeenOrders {
  of(orderId: unknown): ReadonlySet<number> | undefined;
  /** Any answer, also one that is about no order. */
  note(value: unknown): void;
}

/** The oldest are forgotten: of an update to such a one less can be told. */
const MOST = 1_000;

export function seenOrders(): SeenOrders {
  const orders = new Map<string, ReadonlySet<number>>();
  return {
    of: (orderId) => orders.get(String(orderId).trim()),
    note: (value) => {
      const { orderId, operations, isWhole } = orderIn(value) ?? {};
      if (orderId === undefined || !operations) return;
      const before = isWhole ? [] : [...(orders.get(orderId) ?? [])];
      orders.delete(orderId);
      orders.set(orderId, new Set([...before, ...operations]));
      const [oldest] = orders.keys();
      if (orders.size > MOST && oldest !== undefined) orders.delete(oldest);
    },
  };
}

interface SeenOrder {
  readonly orderId: string;
  readonly operations: readonly number[];
  /** All that is in it, or what a call made and changed. */
  readonly isWhole: boolean;
}

function orderIn(value: unknown): SeenOrder | undefined {
  if (!isObject(value)) return undefined;
  const { orderUpdateData: update, orderDetailsData: details } = value;
  const order = isObject(details) ? details : update;
  if (!isObject(order)) return undefined;
  const operations = order[isObject(details) ? 'operationDatas' : 'operationDataUpdates'];
  const isWhole = isObject(details);
  return { orderId: String(order['orderId']), operations: idsIn(operations), isWhole };
}

const idsIn = (operations: unknown): readonly number[] =>
  Array.isArray(operations)
    ? operations
        .filter(isObject)
        .flatMap(({ operationId }) => (typeof operationId === 'number' ? [operationId] : []))
    : [];
