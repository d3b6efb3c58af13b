import { expect } from 'vitest';
import { sosieTest } from '#server/vitest.ts';

sosieTest.override({ sosieOptions: { clock: 'frozen@2031-01-01T00:00:00Z', seed: 3 } });

sosieTest('a file has the sosie of its tests made as it says', ({ sandbox, sosie }) => {
  expect(sosie.core.config.seed).toBe(3);
  expect(sandbox.clock.get()).toEqual({ mode: 'frozen', now: '2031-01-01T00:00:00Z' });
});
