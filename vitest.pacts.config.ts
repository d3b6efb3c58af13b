import { defineConfig } from 'vitest/config';

/** The consumer tests. They write one file, so they run one after the other in one worker. */
export default defineConfig({
  test: {
    name: 'pacts',
    include: ['test/pact/**/*.test.ts'],
    globalSetup: ['test/pact/empty-folder.ts'],
    fileParallelism: false,
    env: { PACT_DO_NOT_TRACK: 'true' },
    testTimeout: 20_000,
  },
});
