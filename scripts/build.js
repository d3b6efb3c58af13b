// Bundles the sources into dist/ (ESM, one file per public entry, shared chunks).
//   node scripts/build.js             build
//   node scripts/build.js --if-stale  build only when a source is newer than the last build
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { entries } from './entries.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const stamp = join(dist, '.built');
const sources = ['src', 'contracts', 'mocks', 'fixtures']
  .map((folder) => join(root, folder))
  .filter(existsSync);

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
  const files = ['package.json', 'scripts/build.js', 'scripts/entries.js'];
  const newest = Math.max(
    ...sources.map(newestChange),
    ...files.map((file) => statSync(join(root, file)).mtimeMs),
  );
  return newest > builtAt;
}

async function bundle() {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: dist,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
    write: false,
  }).catch(() => {
    // esbuild has said what and where; its stack adds nothing.
    process.exit(1);
  });
  return [...outputFiles, ...(await datasets())];
}

/** The bundled data sets, read: to parse their YAML takes a third of a start. */
async function datasets() {
  const { parse } = await import('yaml');
  const folder = join(root, 'fixtures/datasets');
  const written = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  return written.map((file) => ({
    path: join(dist, 'datasets', `${basename(file, '.yaml')}.json`),
    contents: JSON.stringify(parse(readFileSync(join(folder, file), 'utf8')) ?? {}),
  }));
}

/** New files go in before old ones go out: a start at this moment finds a whole program. */
function replaceDist(outputFiles) {
  mkdirSync(join(dist, 'datasets'), { recursive: true });
  for (const { path, contents } of outputFiles) writeFileSync(path, contents);
  const kept = new Set([...outputFiles.map(({ path }) => basename(path)), 'datasets', 'types']);
  for (const name of readdirSync(dist)) {
    if (!kept.has(name)) rmSync(join(dist, name), { recursive: true });
  }
  writeFileSync(stamp, '');
}

if (!process.argv.includes('--if-stale') || isStale()) replaceDist(await bundle());
