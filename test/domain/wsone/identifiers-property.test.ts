import fc from 'fast-check';
import { test } from 'vitest';
import { slowStore } from '../../support/stores.ts';
import { live, story } from './identifier-stories.ts';

test('whatever is done with cards, none changes its holder or comes back to life', async () => {
  await fc.assert(
    fc.asyncProperty(story, (steps) => live(steps)),
    { numRuns: 1_000, seed: 1 },
  );
}, 60_000);

test('on a store that is slow and conflicting too', async () => {
  await fc.assert(
    fc.asyncProperty(story, fc.nat(), (steps, seed) => live(steps, slowStore({ seed }))),
    { numRuns: 100, seed: 2 },
  );
}, 60_000);
