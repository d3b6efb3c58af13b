import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSosie } from '#server/index.ts';
import { root } from '../tidy/sources.ts';

const folder = join(root, 'fixtures/datasets');

// By its path a data set is anybody's, and is held to its schema as it is loaded.
test.each(readdirSync(folder))('the bundled data set %s fits its schema', async (file) => {
  const sosie = await createSosie({ dataset: join(folder, file) });
  expect(sosie.sandbox.invariants()).toMatchObject({ hold: true });
  await sosie.close();
});
