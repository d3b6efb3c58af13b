import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What dist/ offers, and the source of each. `cli` is the command, the others are imported. */
const sources = {
  cli: 'src/cli/main.ts',
  index: 'src/server/index.ts',
  client: 'src/client/index.ts',
  vitest: 'src/server/vitest.ts',
};

const isThere = (path) => existsSync(fileURLToPath(new URL(`../${path}`, import.meta.url)));

// An entry that is not written yet keeps nobody from building the others.
export const entries = Object.fromEntries(
  Object.entries(sources).filter(([, path]) => isThere(path)),
);
