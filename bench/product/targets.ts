import { freshForks, within } from './control.ts';
import {
  buyerIds,
  getOrder,
  listProducts,
  orderIds,
  ordersOfContact,
  ordersOfEmail,
  requestProducts,
  roomiestOffer,
} from './utick.ts';
import type { Offer } from './utick.ts';
import { cardsOf, sendAndValid } from './wsone.ts';
import { overHttp } from '../over-http.ts';
import type { Contestant, RatioBar } from '../contestant.ts';

const server = 'bench/product/server.ts';
const readIds = 1000;
/** As many as the smallest data set has. */
const buyers = 100;
/** Two for every call of the longest round, the uncounted ones included. */
const placesPerRound = 80_000;

interface Measured {
  readonly name: string;
  readonly bar?: RatioBar;
  /** How many orders the sandbox holds when a round starts. */
  readonly orders: number;
}

/**
 * Reserves two places in a new order with every call. Each round runs in a fresh fork, so that it
 * starts with the orders of the data set and not with those of the round before.
 */
export function requestProductsTarget(measured: Measured): Contestant {
  let offer: Offer | undefined;
  const nextFork = freshForks();
  return overHttp({
    ...named(measured),
    async workload(port) {
      offer ??= await roomiestOffer(port, placesPerRound);
      const call = within(await nextFork(port), requestProducts(offer, 2));
      return { calls: [call], expects: '"orderid"' };
    },
  });
}

/** Reads orders from all over the data set. */
export function getOrderTarget(measured: Measured): Contestant {
  let ids: readonly string[] | undefined;
  return overHttp({
    ...named(measured),
    async workload(port) {
      ids ??= await orderIds(port, measured.orders, readIds);
      return { calls: ids.map(getOrder), expects: '"info_url"' };
    },
  });
}

/** Lists the orders of a contact, page by page of equal length. */
export function ordersOfContactTarget(measured: Measured): Contestant {
  return overHttp({
    ...named(measured),
    async workload(port) {
      const ids = await buyerIds(port, buyers);
      return { calls: ids.map(ordersOfContact), expects: '"info_url"' };
    },
  });
}

export function ordersOfEmailTarget(measured: Measured): Contestant {
  const emails = Array.from({ length: buyers }, (_, at) => `buyer${at + 1}@example.com`);
  return overHttp({
    ...named(measured),
    workload: () => Promise.resolve({ calls: emails.map(ordersOfEmail), expects: '"info_url"' }),
  });
}

/** Lists the two products of orders from all over the data set. */
export function productsOfOrderTarget(measured: Measured): Contestant {
  let ids: readonly string[] | undefined;
  return overHttp({
    ...named(measured),
    async workload(port) {
      ids ??= await orderIds(port, measured.orders, readIds);
      return { calls: ids.map(listProducts), expects: '"ticket"' };
    },
  });
}

const named = ({ name, bar, orders }: Measured) => ({
  name,
  server,
  dataset: `utick-large:${orders}`,
  ...(bar ? { bar } : {}),
});

/** A receipt for every call of the longest round, the uncounted ones included. */
const receiptsPerRound = 32_000;

/**
 * Sends and validates a receipt with every call, each of its own: one that came before would only
 * be answered again. Each round runs in a fresh fork.
 */
export function sendAndValidTarget({ name, bar }: Pick<Measured, 'name' | 'bar'>): Contestant {
  let cards: readonly string[] | undefined;
  const nextFork = freshForks();
  return overHttp({
    name,
    server,
    dataset: 'wsone-large:1000',
    ...(bar ? { bar } : {}),
    async workload(port) {
      const known = (cards ??= await cardsOf(port));
      const prefix = await nextFork(port);
      const calls = Array.from({ length: receiptsPerRound }, (_, at) => {
        const card = known[at % known.length] ?? '';
        return within(prefix, sendAndValid(card, `BENCH-${at}`));
      });
      return { calls, expects: '"transactionId":"A' };
    },
  });
}
