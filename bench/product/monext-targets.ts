import { overHttp } from '../over-http.ts';
import type { Contestant, RatioBar } from '../contestant.ts';
import { freshForks, within } from './control.ts';
import { detailsOfOrder, doAuthorization } from './monext.ts';

const server = 'bench/product/server.ts';
/** One for every call of the longest round, the uncounted ones included. */
const paymentsPerRound = 32_000;
const readOrders = 1_000;

interface Named {
  readonly name: string;
  readonly bar?: RatioBar;
}

/** Every call pays an order of its own, in a fresh fork in each round: none is a duplicate. */
export function authorisationTarget(named: Named): Contestant {
  const nextFork = freshForks();
  return overHttp({
    ...named,
    server,
    dataset: 'monext-large:1000',
    async workload(port) {
      const prefix = await nextFork(port);
      const calls = Array.from({ length: paymentsPerRound }, (_, at) =>
        within(prefix, doAuthorization(`BENCH-${at}`)),
      );
      return { calls, expects: '<obj:code>00000</obj:code>' };
    },
  });
}

/** Looks up the payments of orders from all over the data set. */
export const detailsOfOrderTarget = ({
  orders,
  ...named
}: Named & { readonly orders: number }): Contestant =>
  overHttp({
    ...named,
    server,
    dataset: `monext-large:${orders}`,
    workload: () => {
      const numbers = Array.from({ length: readOrders }, (_, at) =>
        Math.floor((at * orders) / readOrders),
      );
      const calls = numbers.map((number) => detailsOfOrder(`LARGE-${number + 1}`));
      // Of a declined payment too.
      return Promise.resolve({ calls, expects: '<obj:ref>LARGE-' });
    },
  });
