import { createHmac } from 'node:crypto';
import { formatInstant, type Instant } from '#kernel/instant.ts';
import type { Sosie } from '#server/index.ts';

export const NOON = '2026-03-04T12:00:00+01:00';
export const NOON_INSTANT = Date.parse(NOON);

const demoKeys = { publicKey: 'TEST-PUBLIC-KEY', privateKey: 'TEST-PRIVATE-KEY' };

export interface Keys {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** The five fields every call carries in its body. */
export function signed(at: Instant = NOON_INSTANT, keys: Keys = demoKeys): Record<string, string> {
  const timestamp = formatInstant(at);
  const signature = createHmac('sha256', keys.privateKey)
    .update(keys.publicKey + timestamp)
    .digest('hex');
  return { publickey: keys.publicKey, timestamp, signature };
}

export interface UtickAnswer<T = unknown> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: {
    readonly success: boolean;
    readonly response: T;
    readonly error?: { readonly code: number; readonly message: string } | null;
  };
}

export interface UtickCall {
  readonly method: string;
  /** Below `/utick/v1/`. */
  readonly path: string;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly sandbox?: string;
  readonly keys?: Keys;
  readonly at?: Instant;
}

/** A signed call in process. */
export async function utick<T>(sosie: Sosie, call: UtickCall): Promise<UtickAnswer<T>> {
  const { method, path, fields, sandbox, keys, at = NOON_INSTANT } = call;
  const response = await sosie.handle({
    method,
    url: `${sandbox === undefined ? '' : `/~${sandbox}`}/utick/v1/${path}`,
    body: { ...signed(at, keys), ...fields },
    receivedAt: at,
  });
  if (response.kind !== 'answer') throw new Error(`no answer but ${response.kind}`);
  const { status, headers, body } = response;
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
  return { status, headers, body: JSON.parse(text) as UtickAnswer<T>['body'] };
}

export interface WireProduct {
  readonly id: string;
  readonly orderid: string;
  readonly stockid: string;
  readonly price: { readonly value: { readonly amount: number } };
}

export interface WireOrder {
  readonly id: string;
  readonly label: string;
  readonly contactid: string;
  readonly created: string;
  readonly expires: string;
  readonly status: { readonly id: number; readonly label: string };
}

export interface WireStock {
  readonly id: string;
  readonly label: string;
  readonly capacity_total: number;
  readonly capacity_free: number;
  readonly categories: readonly {
    readonly id: string;
    readonly capacity_total: number;
    readonly capacity_free: number;
    readonly prices: readonly { readonly id: string; readonly quantity_max: number }[];
  }[];
}

export const stockNamed = (sosie: Sosie, name: string, sandbox = 'default'): string => {
  const id = namesOf(sosie, sandbox)['stocks']?.[name];
  if (id === undefined) throw new Error(`no stock ${name} in the data set`);
  return id;
};

export const namesOf = (
  sosie: Sosie,
  sandbox = 'default',
): Readonly<Record<string, Readonly<Record<string, string>>>> => {
  const row = sosie.core.sandboxes.get(sandbox)?.state.table('names').get('utick') as
    { names: Record<string, Record<string, string>> } | undefined;
  return row?.names ?? {};
};

/** A request for the first price of the first category of a stock. */
export async function wish(
  sosie: Sosie,
  stockid: string,
  quantity: number,
  sandbox?: string,
): Promise<{ quantity: number; stockid: string; categoryid: string; priceid: string }> {
  const { body } = await utick<WireStock>(sosie, {
    method: 'GET',
    path: `shop/products/stocks/${stockid}`,
    ...(sandbox === undefined ? {} : { sandbox }),
  });
  const [category] = body.response.categories;
  const [price] = category?.prices ?? [];
  return { quantity, stockid, categoryid: category?.id ?? '', priceid: price?.id ?? '' };
}
