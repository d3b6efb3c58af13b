import fc from 'fast-check';
import { test } from 'vitest';
import { live, story } from './order-stories.ts';

test('whatever is done, nothing is sold twice, files follow their orders, and a refusal changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(story, (one) => live(one)),
    { numRuns: 300, seed: 1 },
  );
}, 60_000);
