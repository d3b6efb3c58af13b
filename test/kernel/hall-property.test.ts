import fc from 'fast-check';
import { test } from 'vitest';
import { keepsItsSeats, repeatsItself } from '../support/hall-orders.ts';
import { stores } from '../support/stores.ts';

const NUM_RUNS = 500;

test.each(stores)(
  'on $store, sold + held + free = capacity whatever is asked for',
  async ({ open, owners }) => {
    await fc.assert(keepsItsSeats(open, owners), { numRuns: NUM_RUNS, seed: 1 });
  },
);

test.each(stores)('on $store, the same orders come to the same rows', async ({ open }) => {
  await fc.assert(repeatsItself(open), { numRuns: NUM_RUNS, seed: 1 });
});
