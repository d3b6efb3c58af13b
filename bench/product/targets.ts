import { ask } from './ask.ts';
import { getOrder, orderIds, requestProducts, reset, roomiestOffer } from './utick.ts';
import type { Offer } from './utick.ts';
import { overHttp } from '../over-http.ts';
import type { Contestant, RatioBar } from '../contestant.ts';

const server = 'bench/product/server.ts';
const readIds = 1000;
/** Two for every call of the longest round. */
const placesPerRound = 50_000;

interface Measured {
  readonly name: string;
  readonly bar?: RatioBar;
  /** How many orders the sandbox holds when a round starts. */
  readonly orders: number;
}

/** Reserves two places in a new order with every call. */
export function requestProductsTarget(measured: Measured): Contestant {
  let offer: Offer | undefined;
  return overHttp({
    ...named(measured),
    // The orders of the last round must not be there in the next one.
    beforeRound: async (port) => void (await ask(port, reset)),
    async workload(port) {
      offer ??= await roomiestOffer(port, placesPerRound);
      return { calls: [requestProducts(offer, 2)], expects: '"orderid"' };
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

const named = ({ name, bar, orders }: Measured) => ({
  name,
  server,
  dataset: `utick-large:${orders}`,
  ...(bar ? { bar } : {}),
});
