import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What users import, and the source of each. */
const imported = {
  index: 'src/server/index.ts',
  client: 'src/client/index.ts',
  vitest: 'src/server/vitest.ts',
};

/** What runs in a process of its own: the command, and what it starts. */
const programs = {
  cli: 'src/cli/main.ts',
  'verifier-process': 'src/harness/verify/verifier-process.ts',
};

const isThere = (path) => existsSync(fileURLToPath(new URL(`../${path}`, import.meta.url)));

// An entry that is not written yet keeps nobody from building the others.
const written = (sources) =>
  Object.fromEntries(Object.entries(sources).filter(([, path]) => isThere(path)));

export const libraries = written(imported);
export const entries = { ...libraries, ...written(programs) };
