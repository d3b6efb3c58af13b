import { defineConfig } from 'vitest/config';

// scripts/image-check runs these, beside a container of the image.
export default defineConfig({
  test: {
    include: ['test/image/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 600_000,
  },
});
