import fc from 'fast-check';
import { test } from 'vitest';
import { keepsItsSeats, repeatsItself } from '../support/hall-orders.ts';
import { stores } from '../support/stores.ts';

const numRuns = Math.ceil(10_000 * Number(process.env['SOSIE_FULL'] ?? 1));

test.each(stores)(
  'on $store, sold + held + free = capacity whatever is asked for',
  async ({ open, owners }) => {
    await fc.assert(keepsItsSeats(open, owners), { numRuns, seed: 1 });
  },
);

test.each(stores)('on $store, the same orders come to the same rows', async ({ open }) => {
  await fc.assert(repeatsItself(open), { numRuns, seed: 1 });
});
