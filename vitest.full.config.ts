import { defineConfig } from 'vitest/config';

/** The long tests. SOSIE_FULL=0.1 runs a tenth of their cases, the same tenth each time. */
export default defineConfig({
  test: {
    include: ['test/full/**/*.test.ts'],
    testTimeout: 600_000,
    hookTimeout: 120_000,
  },
});
