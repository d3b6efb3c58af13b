import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Pact logs what it throws as well, and mutated clients break agreements on purpose.
    onConsoleLog: (text) => !/ pact(-core)?@\d/.test(text),
    projects: [
      {
        test: {
          name: 'sosie',
          include: ['test/**/*.test.ts'],
          exclude: ['test/{full,image,browser,pact}/**', 'node_modules/**'],
          testTimeout: 20_000,
        },
      },
      './vitest.pacts.config.ts',
    ],
  },
});
