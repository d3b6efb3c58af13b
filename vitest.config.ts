import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** These start no process and keep nothing in a module: they share what is imported in a worker. */
const pure = 'test/{contract,domain,kernel,wire}/**/*.test.ts';

export default defineConfig({
  test: {
    // Of two cores one is not left idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Pact logs what it throws as well, and mutated clients break agreements on purpose.
    onConsoleLog: (text) => !/ pact(-core)?@\d/.test(text),
    projects: [
      {
        test: {
          name: 'sosie',
          include: ['test/**/*.test.ts'],
          exclude: ['test/{full,image,browser,pact}/**', pure, 'node_modules/**'],
          testTimeout: 20_000,
        },
      },
      { test: { name: 'pure', include: [pure], isolate: false, testTimeout: 20_000 } },
      './vitest.pacts.config.ts',
    ],
  },
});
