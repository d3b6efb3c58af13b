// Bundles the sources into dist/ (ESM, one file per public entry, shared chunks).
//   node scripts/build.js             build
//   node scripts/build.js --if-stale  build only when a source is newer than the last build
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'dist/.built');
const sources = ['src', 'contracts', 'mocks', 'fixtures'];
const entries = {
  cli: 'src/cli/main.ts',
  index: 'src/server/index.ts',
  client: 'src/client/index.ts',
  vitest: 'src/server/vitest.ts',
};

function newestChange(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((newest, entry) => {
    const path = join(folder, entry.name);
    const changed = entry.isDirectory() ? newestChange(path) : statSync(path).mtimeMs;
    return Math.max(newest, changed);
  }, statSync(folder).mtimeMs);
}

function isStale() {
  if (!existsSync(stamp)) return true;
  const builtAt = statSync(stamp).mtimeMs;
  const files = ['package.json', 'scripts/build.js'].map((file) => statSync(join(root, file)));
  const newest = Math.max(
    ...sources.map((folder) => newestChange(join(root, folder))),
    ...files.map((file) => file.mtimeMs),
  );
  return newest > builtAt;
}

if (process.argv.includes('--if-stale') && !isStale()) process.exit(0);
const { build } = await import('esbuild');
rmSync(join(root, 'dist'), { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: entries,
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
});
writeFileSync(stamp, '');
