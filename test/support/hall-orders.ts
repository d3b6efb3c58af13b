import fc from 'fast-check';
import { advance } from '#kernel/advance.ts';
import { MINUTE_MS } from '#kernel/instant.ts';
import type { Sandbox } from '#kernel/sandbox.ts';
import type { Store } from '#kernel/store.ts';
import { ask, brokenRules, everyRow, NOON, toySandbox } from './toy-sandbox.ts';
import { confirmHold, holdSeats, releaseHold } from './toy-vendor.ts';

/** What people do at the counter of a hall. */
export type Order =
  | { readonly do: 'hold'; readonly seats: number }
  | { readonly do: 'confirm' | 'release'; readonly hold: string }
  | { readonly do: 'wait'; readonly minutes: number };

const aHold = fc.integer({ min: 1, max: 8 }).map((number) => `H${number}`);

const anOrder: fc.Arbitrary<Order> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('hold'), seats: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('confirm', 'release'), hold: aHold }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('wait'), minutes: fc.integer({ min: 1, max: 12 }) }),
  },
);

/** Rounds of orders; those of a round come at once. */
const theOrders = fc.array(fc.array(anOrder, { minLength: 1, maxLength: 4 }), { maxLength: 8 });

const ports = {
  deliver: async () => ({ ok: true, status: 200 }) as const,
  pause: async () => undefined,
  host: () => NOON,
};

async function give(sandbox: Sandbox, order: Order): Promise<unknown> {
  switch (order.do) {
    case 'hold':
      return ask(sandbox, holdSeats, { hall: 'odeon', buyer: 'anne', seats: order.seats });
    case 'confirm':
      return ask(sandbox, confirmHold, { hold: order.hold });
    case 'release':
      return ask(sandbox, releaseHold, { hold: order.hold });
    case 'wait':
      return advance(sandbox, sandbox.now(NOON) + order.minutes * MINUTE_MS, ports);
  }
}

/**
 * Whatever is asked for, all at once or one by one, no seat is lost or sold twice; owners of one
 * sandbox, each with a state of its own, share its log.
 */
export function keepsItsSeats(
  open: () => Store,
  owners: number,
): fc.IAsyncPropertyWithHooks<[Order[][]]> {
  return fc.asyncProperty(theOrders, async (rounds) => {
    const store = open();
    const shared: Sandbox[] = [];
    for (let owner = 0; owner < owners; owner += 1) shared.push(await toySandbox({ store }));
    for (const round of rounds) {
      await Promise.all(
        round.map(async (order, at) => {
          const owner = shared[at % owners];
          if (owner) await give(owner, order);
        }),
      );
      const broken = shared.flatMap(brokenRules);
      if (broken.length > 0) throw new Error(broken.join('; '));
    }
  });
}

/** The same orders one by one come to the same rows, whatever keeps the log. */
export function repeatsItself(open: () => Store): fc.IAsyncPropertyWithHooks<[Order[][]]> {
  return fc.asyncProperty(theOrders, async (rounds) => {
    const [one, other] = [await toySandbox({ store: open() }), await toySandbox()];
    for (const order of rounds.flat()) {
      await give(one, order);
      await give(other, order);
    }
    const [rows, otherRows] = [one, other].map((sandbox) => JSON.stringify(everyRow(sandbox)));
    if (rows !== otherRows) throw new Error('the memory store came to other rows');
  });
}
