import fc from 'fast-check';
import { test } from 'vitest';
import { liveOffers, offerStory } from '../domain/utick/offer-stories.ts';
import { stores } from '../support/stores.ts';

const runs = Math.ceil(10_000 * Number(process.env['SOSIE_FULL'] ?? 1));

test.each(stores)(
  `in ${runs} stories on $store no use of a code, no place and no pack is lost`,
  async ({ open }) => {
    const told = fc.asyncProperty(offerStory, (one) => liveOffers(one, open()));
    await fc.assert(told, { numRuns: runs, seed: 2 });
  },
);
