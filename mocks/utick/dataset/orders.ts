import { DatasetProblem } from '#kit/dataset-problem.ts';
import {
  categoryName,
  dateOf,
  priceName,
  referred,
  type DatasetMoment,
  type IdsByName,
  type Ids,
} from './names.ts';
import type { DatasetOrder } from './schema.ts';
import type { UtickEnv } from '#mocks/utick/domain/behaviour.ts';
import { updateOrder } from '#mocks/utick/domain/order-behaviours.ts';
import { requestProducts, type ProductRequest } from '#mocks/utick/domain/request-products.ts';
import { defaultSettings } from '#mocks/utick/settings.ts';
import type { UtickDraft } from '#mocks/utick/state.ts';

/** Orders are made the way a client makes them, so that places, tickets and states agree. */
export function installOrders(
  draft: UtickDraft,
  orders: Readonly<Record<string, DatasetOrder>>,
  { ids, moment }: { readonly ids: Ids; readonly moment: DatasetMoment },
): IdsByName {
  const names: Record<string, string> = {};
  for (const [name, order] of Object.entries(orders)) {
    const pointer = `/orders/${name}`;
    const now = dateOf(order.created ?? 'now', moment.now, `${pointer}/created`);
    const random = moment.random.fork(`orders/${name}`);
    const env: UtickEnv = { now, receivedAt: now, random, settings: defaultSettings };
    const requests = order.products.map((_, at) => requestOf(order, at, { ids, pointer }));
    names[name] = install(draft, { order, requests, env, ids, pointer });
  }
  return names;
}

interface Placing {
  readonly order: DatasetOrder;
  readonly requests: readonly ProductRequest[];
  readonly env: UtickEnv;
  readonly ids: Ids;
  readonly pointer: string;
}

function install(draft: UtickDraft, { order, requests, env, ids, pointer }: Placing): string {
  const placed = requestProducts(draft, { requests }, env);
  const orderId = placed.ok ? placed.value[0]?.orderId : undefined;
  if (orderId === undefined) {
    throw new DatasetProblem(`${pointer}/products`, 'the stocks cannot satisfy this order');
  }
  const contactId = referred(ids.contacts, order.contact, `${pointer}/contact`);
  const command = { orderId, contactId, status: order.status, details: {} };
  const updated = updateOrder(draft, command, env);
  if (!updated.ok) throw new DatasetProblem(`${pointer}/status`, updated.failure.kind);
  return orderId;
}

function requestOf(
  order: DatasetOrder,
  at: number,
  { ids, pointer }: { readonly ids: Ids; readonly pointer: string },
): ProductRequest {
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
