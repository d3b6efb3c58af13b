// What is measured in rounds, and the bars it is held to.
import type { Group } from './contestant.ts';
import type { Options } from './options.ts';
import { inProcessContestant } from './product/in-process.ts';
import { authorisationTarget, detailsOfOrderTarget } from './product/monext-targets.ts';
import {
  createOverRestTarget,
  createOverSoapTarget,
  detailsOverSoapTarget,
} from './product/s360-targets.ts';
import {
  getOrderTarget,
  ordersOfContactTarget,
  ordersOfEmailTarget,
  productsOfOrderTarget,
  requestProductsTarget,
  sendAndValidTarget,
} from './product/targets.ts';
import { express, raw } from './yardsticks/targets.ts';

const few = 1_000;

export const groups = (options: Options): readonly Group[] => [
  oneCall(options),
  ...growing(options),
];

const oneCall = ({ quick, rounds }: Options): Group => ({
  name: 'one call',
  rounds: rounds ?? (quick ? 3 : 5),
  calls: quick ? 4_000 : 20_000,
  contestants: [
    raw,
    express,
    requestProductsTarget({
      name: 'utick request products',
      orders: few,
      bar: { yardstick: 'raw', atMost: 1.8 },
    }),
    getOrderTarget({
      name: 'utick get order',
      orders: few,
      bar: { yardstick: 'raw', atMost: 1.5 },
    }),
    sendAndValidTarget({
      name: 'wsone send and validate a receipt',
      bar: { yardstick: 'raw', atMost: 1.8 },
    }),
    authorisationTarget({
      name: 'monext authorise',
      bar: { yardstick: 'raw', atMost: 4 },
    }),
    createOverRestTarget({
      name: 's360 create an order over REST',
      bar: { yardstick: 'raw', atMost: 2 },
    }),
    createOverSoapTarget({
      name: 's360 create an order over SOAP',
      bar: { yardstick: 'raw', atMost: 4 },
    }),
    detailsOverSoapTarget({
      name: 's360 order details over SOAP',
      bar: { yardstick: 'raw', atMost: 3.5 },
    }),
    inProcessContestant({ yardstick: 'raw', atMost: 1 }),
  ],
});

function growing({ quick, rounds }: Options): readonly Group[] {
  const many = quick ? 100_000 : 1_000_000;
  const scale = { rounds: rounds ?? (quick ? 3 : 9), calls: quick ? 2_000 : 5_000 };
  return [
    {
      name: 'request products as orders grow',
      ...scale,
      contestants: atScale('request products', requestProductsTarget, many),
    },
    {
      name: 'get order as orders grow',
      ...scale,
      contestants: atScale('get order', getOrderTarget, many),
    },
    {
      name: 'orders of a contact as orders grow',
      ...scale,
      contestants: atScale('orders of a contact', ordersOfContactTarget, many),
    },
    {
      name: 'orders of an e-mail as orders grow',
      ...scale,
      contestants: atScale('orders of an e-mail', ordersOfEmailTarget, many),
    },
    {
      name: 'products of an order as orders grow',
      ...scale,
      contestants: atScale('products of an order', productsOfOrderTarget, many),
    },
    {
      name: 'payment of an order as payments grow',
      ...scale,
      contestants: atScale('payment of an order', detailsOfOrderTarget, many),
    },
    {
      name: 'details of an order of S-360 as orders grow',
      ...scale,
      // One by one through its own operation: no data set makes them.
      contestants: atScale('details of an order', detailsOverSoapTarget, many / 10),
    },
    {
      // No bar: after the collection before a round the engine marks the whole heap once more within it,
      // and the larger one costs more. Without it a call beside 100,000 orders costs what it does beside 1,000.
      name: 'create an order of S-360 as orders grow',
      ...scale,
      contestants: atScale('create an order', createOverRestTarget, many / 10).map(
        ({ bar: _, ...contestant }) => contestant,
      ),
    },
  ];
}

/** Both servers get the same calls, so their journals are equally full. */
function atScale(name: string, target: typeof getOrderTarget, many: number) {
  const small = `${name}, ${few.toLocaleString('en-GB')} orders`;
  const large = `${name}, ${many.toLocaleString('en-GB')} orders`;
  return [
    target({ name: small, orders: few }),
    target({ name: large, orders: many, bar: { yardstick: small, atMost: 1.25 } }),
  ];
}

/** Keeps what has `only` in its name or its group's, and the yardsticks those are judged by. */
export function selected(all: readonly Group[], only: string | undefined): readonly Group[] {
  if (only === undefined) return all;
  return all
    .map((group) => {
      const named = group.contestants.filter(({ name }) => `${group.name}: ${name}`.includes(only));
      const yardsticks = new Set(named.map(({ bar }) => bar?.yardstick));
      const kept = (name: string): boolean =>
        yardsticks.has(name) || named.some((contestant) => contestant.name === name);
      return { ...group, contestants: group.contestants.filter(({ name }) => kept(name)) };
    })
    .filter(({ contestants }) => contestants.length > 0);
}
