import { mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

/** The repository: `npm run` and scripts/run.js both start there. */
export const root = process.cwd();

// Inside node_modules, so that a bundle finds the packages it leaves out.
const folder = join(root, 'node_modules/.cache/sosie', `bench-${process.pid}`);
const built = new Map<string, Promise<string>>();
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

/** Bundles one script as the product itself is bundled, once; answers the file to run. */
export function bundled(script: string): Promise<string> {
  const known = built.get(script) ?? bundle(script);
  built.set(script, known);
  return known;
}

async function bundle(script: string): Promise<string> {
  const outdir = join(folder, script.replaceAll('/', '-'));
  mkdirSync(outdir, { recursive: true });
  try {
    await build({
      absWorkingDir: root,
      entryPoints: [script],
      outdir,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      packages: 'external',
      logLevel: 'silent',
    });
  } catch (error) {
    // The first line only counts the errors, the second is the first of them.
    const why = error instanceof Error ? error.message.split('\n')[1] : undefined;
    throw new Error(`${script} does not build: ${why ?? String(error)}`);
  }
  return join(outdir, `${basename(script, '.ts')}.mjs`);
}
