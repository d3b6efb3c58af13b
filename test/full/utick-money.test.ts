import fc from 'fast-check';
import { test } from 'vitest';
import { live, story } from '../domain/utick/money-stories.ts';

const runs = Math.ceil(10_000 * Number(process.env['SOSIE_FULL'] ?? 1));

test(`in ${runs} stories an order follows its money, and a refusal changes nothing`, async () => {
  await fc.assert(fc.asyncProperty(story, live), { numRuns: runs, seed: 2 });
});
