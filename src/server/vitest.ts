import { test } from 'vitest';
import type { NewSandbox } from './control/sandboxes.ts';
import type { SandboxHandle } from './handle.ts';
import { createSosie, type Sosie, type SosieOptions } from './sosie.ts';

/** What is there once for each worker, and so for many tests. */
export interface WorkerFixtures {
  /** What the worker's sosie is made with; an answer that breaks its contract fails a test. */
  sosieOptions: SosieOptions;
  sosie: Sosie;
  /** Where it listens: a free port of this machine. */
  serverUrl: string;
}

/** What each test has for itself. */
export interface TestFixtures {
  /** What the test's sandbox is made with: `sosieTest.override({ sandboxOptions: { … } })`. */
  sandboxOptions: Omit<NewSandbox, 'name'>;
  /** Made for this test, dropped after it. */
  sandbox: SandboxHandle;
  /** Base URL of the vendors in that sandbox: `${baseUrl}/utick/v1/…`. */
  baseUrl: string;
}

let count = 0;

/**
 * A `test` of vitest's with a sandbox of its own.
 *
 * @example
 * sosieTest('an order expires', async ({ sandbox, baseUrl }) => {
 *   await fetch(`${baseUrl}/utick/v1/ping`);
 *   await sandbox.clock.advance('PT20M');
 * });
 */
export const sosieTest = test.extend<{ $worker: WorkerFixtures; $test: TestFixtures }>({
  // Vitest reads from the first parameter's pattern what a fixture needs.
  sosieOptions: [async ({}, use) => use({}), { scope: 'worker' }],
  sosie: [
    async ({ sosieOptions }, use) => {
      const sosie = await createSosie(sosieOptions);
      await use(sosie);
      await sosie.close();
    },
    { scope: 'worker' },
  ],
  serverUrl: [
    async ({ sosie }, use) => {
      const server = await sosie.listen({ port: 0 });
      await use(server.url);
      await server.close();
    },
    { scope: 'worker' },
  ],
  sandboxOptions: {},
  sandbox: async ({ sosie, sandboxOptions }, use) => {
    count += 1;
    const sandbox = await sosie.sandboxes.create({ ...sandboxOptions, name: `test-${count}` });
    await use(sandbox);
    // The test may have dropped it itself.
    if (sosie.core.sandboxes.isTaken(sandbox.name)) await sandbox.drop();
  },
  baseUrl: async ({ serverUrl, sandbox }, use) => use(`${serverUrl}/~${sandbox.name}`),
});
