import fc from 'fast-check';
import { test } from 'vitest';
import { live, story } from '../domain/s360/order-stories.ts';
import { stores } from '../support/stores.ts';

const runs = Math.ceil(10_000 * Number(process.env['SOSIE_FULL'] ?? 1));

test.each(stores)(
  `in ${runs} stories on $store nothing is sold twice, and a refusal changes nothing`,
  async ({ open }) => {
    const told = fc.asyncProperty(story, (one) => live(one, open()));
    await fc.assert(told, { numRuns: runs, seed: 2 });
  },
);
