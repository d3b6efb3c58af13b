import { overHttp } from '../over-http.ts';
import type { Contestant, RatioBar } from '../contestant.ts';
import { freshForks, within } from './control.ts';
import { createOverRest, createOverSoap, detailsOverSoap, museumToken, newOrders } from './s360.ts';

interface Measured {
  readonly name: string;
  readonly bar?: RatioBar;
}

const named = ({ name, bar }: Measured) => ({
  name,
  server: 'bench/product/server.ts',
  dataset: 'demo',
  ...(bar ? { bar } : {}),
});

/**
 * Opens an order with every call, as the documented sample does. Each round in a fresh fork, which
 * holds so many orders already.
 */
export function createOverRestTarget({
  orders = 0,
  ...measured
}: Measured & { readonly orders?: number }): Contestant {
  const nextFork = freshForks();
  let filled: Promise<unknown> | undefined;
  return overHttp({
    ...named(measured),
    async workload(port) {
      await (filled ??= newOrders(port, orders));
      const call = createOverRest(await museumToken(port));
      return { calls: [within(await nextFork(port), call)], expects: '"orderSecretId"' };
    },
  });
}

export function createOverSoapTarget(measured: Measured): Contestant {
  const nextFork = freshForks();
  return overHttp({
    ...named(measured),
    async workload(port) {
      const call = within(await nextFork(port), createOverSoap);
      return { calls: [call], expects: '</orderSecretId>' };
    },
  });
}

const readOrders = 200;

/** Reads orders from among all that were opened before. */
export function detailsOverSoapTarget({
  orders = readOrders,
  ...measured
}: Measured & { readonly orders?: number }): Contestant {
  let ids: readonly number[] | undefined;
  return overHttp({
    ...named(measured),
    async workload(port) {
      ids ??= spread(await newOrders(port, orders));
      return { calls: ids.map(detailsOverSoap), expects: '</orderSecretId>' };
    },
  });
}

const spread = (ids: readonly number[]): readonly number[] =>
  Array.from(
    { length: readOrders },
    (_, at) => ids[Math.floor((at * ids.length) / readOrders)] ?? 0,
  );
