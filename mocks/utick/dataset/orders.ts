import { DatasetProblem } from '#kit/dataset-problem.ts';
import type { Outcome } from '#kernel/outcome.ts';
import { archiveOrder, setShippingMethod } from '#mocks/utick/domain/back-office.ts';
import type { UtickEnv } from '#mocks/utick/domain/behaviour.ts';
import { expireOrder, getOrder, updateOrder } from '#mocks/utick/domain/order-behaviours.ts';
import type { SettableStatus } from '#mocks/utick/domain/order.ts';
import { requestProducts, type ProductRequest } from '#mocks/utick/domain/request-products.ts';
import { defaultSettings } from '#mocks/utick/settings.ts';
import type { UtickDraft } from '#mocks/utick/state.ts';
import {
  categoryName,
  dateOf,
  priceName,
  referred,
  type DatasetMoment,
  type IdsByName,
  type Ids,
} from './names.ts';
import type { DatasetOrder } from './order-schema.ts';
import { installPayments } from './payments.ts';

/** One order of a data set while it becomes rows. */
export interface Placing {
  readonly name: string;
  readonly order: DatasetOrder;
  readonly env: UtickEnv;
  readonly ids: Ids;
  readonly moment: DatasetMoment;
  readonly pointer: string;
}

export interface OrderNames {
  readonly orders: IdsByName;
  readonly payments: IdsByName;
}

/** Orders are made the way a client makes them, so that places, tickets and states agree. */
export function installOrders(
  draft: UtickDraft,
  orders: Readonly<Record<string, DatasetOrder>>,
  { ids, moment }: { readonly ids: Ids; readonly moment: DatasetMoment },
): OrderNames {
  const names: Record<string, string> = {};
  const payments: Record<string, string> = {};
  for (const [name, order] of Object.entries(orders)) {
    const pointer = `/orders/${name}`;
    const now = dateOf(order.created ?? 'now', moment.now, `${pointer}/created`);
    const random = moment.random.fork(`orders/${name}`);
    const env: UtickEnv = { now, receivedAt: now, random, settings: defaultSettings };
    const placing = { name, order, env, ids, moment, pointer };
    const orderId = place(draft, placing);
    names[name] = orderId;
    Object.assign(payments, settle(draft, orderId, placing));
  }
  return { orders: names, payments };
}

/** Takes its places, and gives it its contact and its shipping method. */
function place(draft: UtickDraft, placing: Placing): string {
  const { order, env, ids, pointer } = placing;
  const requests = order.products.map((_, at) => requestOf(order, at, placing));
  const placed = requestProducts(draft, { requests }, env);
  const orderId = placed.ok ? placed.value[0]?.orderId : undefined;
  if (orderId === undefined) {
    throw new DatasetProblem(`${pointer}/products`, 'the stocks cannot satisfy this order');
  }
  const { contact, notes, shipping } = order;
  const contactId =
    contact === undefined ? undefined : referred(ids.contacts, contact, `${pointer}/contact`);
  const details = notes === undefined ? {} : { notes };
  updateOrder(draft, { orderId, contactId, status: undefined, details }, env);
  if (shipping !== undefined) setShippingMethod(draft, { orderId, shipping }, env);
  return orderId;
}

/** Brings it to its status, with its payments on the way; answers their ids. */
function settle(draft: UtickDraft, orderId: string, placing: Placing): IdsByName {
  const { order, env, pointer } = placing;
  const pointerToStatus = `${pointer}/status`;
  const set = (status: SettableStatus): void => {
    const command = { orderId, contactId: undefined, status, details: {} };
    assertDone(updateOrder(draft, command, env), pointerToStatus);
  };
  const { status, payments } = order;
  if (status === 'cancelled') set('cancelled');
  if (status === 'abandoned') expireOrder(draft, { kind: 'expire-order', orderId }, env);
  const isSold = !['creating', 'cancelled', 'abandoned'].includes(status);
  const isDeclared = ['paid', 'to-deliver', 'to-print'].includes(status) && !payments;
  if (isSold) set(isDeclared ? 'paid' : 'confirmed');
  const ids = installPayments(draft, orderId, placing);
  if (status === 'completed' || status === 'archived') set('completed');
  if (status === 'archived') assertDone(archiveOrder(draft, { orderId }, env), pointerToStatus);
  const reached = getOrder(draft, { id: orderId }, env);
  if (!reached.ok || reached.value.status !== status) {
    const found = reached.ok ? reached.value.status : 'gone';
    throw new DatasetProblem(pointerToStatus, `its payments make this order ${found}`);
  }
  return ids;
}

function assertDone(outcome: Outcome<unknown, { readonly kind: string }>, pointer: string): void {
  if (!outcome.ok) throw new DatasetProblem(pointer, outcome.failure.kind);
}

function requestOf(order: DatasetOrder, at: number, { ids, pointer }: Placing): ProductRequest {
  const product = order.products[at];
  const where = `${pointer}/products/${at}`;
  if (!product) throw new DatasetProblem(where, 'there is no such product');
  const { stock, category, price, quantity } = product;
  return {
    stockId: referred(ids.stocks, stock, `${where}/stock`),
    categoryId: referred(ids.categories, categoryName(stock, category), `${where}/category`),
    priceId: referred(ids.prices, priceName(stock, category, price), `${where}/price`),
    quantity,
    orderId: undefined,
    forcedAmountMinor: undefined,
    promoCodeIds: [],
  };
}
