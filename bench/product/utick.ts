// Utick's calls as its own SDK sends them: credentials in the body, lists with two slashes.
import { createHmac } from 'node:crypto';
import type { Call } from '../load/http.ts';
import { ask } from './ask.ts';
import { namedData } from './control.ts';

const publicKey = 'TEST-PUBLIC-KEY';
const privateKey = 'TEST-PRIVATE-KEY';

/** The fields that authenticate a call. Nothing of the call itself is signed. */
function credentials() {
  const timestamp = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
  const signature = createHmac('sha256', privateKey)
    .update(publicKey + timestamp)
    .digest('hex');
  return { publickey: publicKey, timestamp, signature, username: 'desk-1', language: 'en' };
}

const call = (method: string, path: string, fields: object): Call => ({
  method,
  path: `/utick/v1/shop/${path}`,
  body: JSON.stringify({ ...credentials(), ...fields }),
});

/** A place that can be sold: a price of a category of a stock. */
export interface Offer {
  readonly stockid: string;
  readonly categoryid: string;
  readonly priceid: string;
  readonly free: number;
}

export function requestProducts(offer: Offer, quantity: number): Call {
  const { stockid, categoryid, priceid } = offer;
  const request = { quantity, stockid, categoryid, priceid };
  const asSent = { ...request, forcedpricevalue: '', requestedprice: null, promocodeids: [] };
  return call('POST', 'products//', { requests: [asSent] });
}

export const getOrder = (id: string): Call => call('GET', `orders/${id}/`, {});

export const listProducts = (orderid: string): Call => call('GET', 'products//', { orderid });

const listOrders = (offset: number, limit: number): Call =>
  call('GET', 'orders//', { limit, offset });

/** Few enough that the smallest data set fills the page: answers are then equally long. */
const page = 10;

export const ordersOfContact = (contactid: string): Call =>
  call('GET', 'orders//', { contactid, limit: page });

export const ordersOfEmail = (email: string): Call =>
  call('GET', 'orders//', { email, limit: page });

const getStock = (id: string): Call => call('GET', `products/stocks/${id}/`, {});

// The few fields read here; the answers themselves are checked by the product's own contract.
interface Stock {
  readonly id: string;
  readonly categories: readonly {
    readonly id: string;
    readonly capacity_free: number;
    readonly prices: readonly { readonly id: string }[];
  }[];
}

interface NamedData {
  readonly utick: {
    readonly stocks: Readonly<Record<string, string>>;
    readonly contacts: Readonly<Record<string, string>>;
  };
}

/** A boundary: the caller names the few fields it reads. */
async function response<T>(port: number, asked: Call): Promise<T> {
  const { response: payload } = (await ask(port, asked)) as { readonly response: T };
  return payload;
}

/** The offer with the most places free, and never fewer than the calls of a run will take. */
export async function roomiestOffer(port: number, places: number): Promise<Offer> {
  const data = (await ask(port, namedData)) as NamedData;
  let best: Offer | undefined;
  for (const id of Object.values(data.utick.stocks)) {
    for (const offer of offersOf(await response<Stock>(port, getStock(id)))) {
      if (!best || offer.free > best.free) best = offer;
    }
  }
  if (best && best.free >= places) return best;
  throw new Error(`no stock of the data set has ${places} places free, only ${best?.free ?? 0}`);
}

const offersOf = (stock: Stock): readonly Offer[] =>
  stock.categories.flatMap(({ id, capacity_free, prices }) => {
    const price = prices[0];
    if (!price) return [];
    return [{ stockid: stock.id, categoryid: id, priceid: price.id, free: capacity_free }];
  });

/** Ids of people who bought in the large data set; the demo's own have few orders. */
export async function buyerIds(port: number, count: number): Promise<readonly string[]> {
  const data = (await ask(port, namedData)) as NamedData;
  const buyers = Object.entries(data.utick.contacts).filter(([name]) => name.startsWith('buyer'));
  if (buyers.length >= count) return buyers.slice(0, count).map(([, id]) => id);
  throw new Error(`the data set names ${buyers.length} of the ${count} buyers asked for`);
}

/** Ids of `count` orders, in pages spread evenly over all that the data set holds. */
export async function orderIds(port: number, orders: number, count: number): Promise<string[]> {
  const pages = 10;
  const limit = count / pages;
  const ids: string[] = [];
  for (let page = 0; page < pages; page += 1) {
    const offset = Math.floor((page * (orders - limit)) / (pages - 1));
    const found = await response<readonly { readonly id: string }[]>(
      port,
      listOrders(offset, limit),
    );
    ids.push(...found.map(({ id }) => id));
  }
  if (ids.length === count) return ids;
  throw new Error(`the data set lists ${ids.length} of the ${count} orders asked for`);
}
