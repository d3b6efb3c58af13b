import fc from 'fast-check';
import { test } from 'vitest';
import { liveOffers, offerStory } from './offer-stories.ts';

test('whatever is sold, repriced, packed and removed, no use, no place and no pack is lost', async () => {
  const told = fc.asyncProperty(offerStory, (one) => liveOffers(one));
  await fc.assert(told, { numRuns: 300, seed: 1 });
}, 60_000);
