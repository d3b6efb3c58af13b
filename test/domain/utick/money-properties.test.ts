import fc from 'fast-check';
import { test } from 'vitest';
import { live, story } from './money-stories.ts';

test('whatever is done, an order follows its money, and a refusal changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(story, (one) => live(one)),
    { numRuns: 1_000, seed: 1 },
  );
}, 60_000);
