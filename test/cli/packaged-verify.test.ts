import { execFile, execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root, textOf } from '../tidy/sources.ts';
import { buildOnce } from './started.ts';

/** The package as npm installs it: its own files and its dependencies, pact not among them. */
const folder = mkdtempSync(join(tmpdir(), 'sosie-package-'));
const { dependencies } = JSON.parse(textOf('package.json')) as {
  readonly dependencies: Readonly<Record<string, string>>;
};

function install(name: string): void {
  const link = join(folder, 'node_modules', name);
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(join(root, 'node_modules', name), link);
}

beforeAll(() => {
  buildOnce();
  const listed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    ...{ cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  });
  // npm's own report.
  const [pack] = JSON.parse(listed) as [{ readonly files: readonly { readonly path: string }[] }];
  for (const { path } of pack.files) cpSync(join(root, path), join(folder, path));
  Object.keys(dependencies).forEach(install);
  for (const vendor of ['utick', 's360', 'wsone', 'monext']) {
    keepOne(join(folder, `contracts/pacts/sosie-client-${vendor}.json`));
  }
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** The whole pact is verified elsewhere; here it is enough that there is one. */
function keepOne(file: string): void {
  const pact = JSON.parse(readFileSync(file, 'utf8')) as { readonly interactions: unknown[] };
  writeFileSync(file, JSON.stringify({ ...pact, interactions: pact.interactions.slice(0, 1) }));
}

interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const verify = (): Promise<Said> =>
  new Promise((resolve) => {
    const child = execFile('node', ['bin/sosie.js', 'verify'], { cwd: folder }, (_, out, err) => {
      resolve({ code: child.exitCode ?? -1, out, err });
    });
  });

test('without pact one line says what to install', async () => {
  expect(await verify()).toEqual({
    code: 2,
    out: '',
    err: 'sosie: verify needs @pact-foundation/pact: npm install --save-dev @pact-foundation/pact@16.5.0\n',
  });
});

test('with pact the package verifies the pacts that it carries', async () => {
  install('@pact-foundation/pact');
  const { code, out, err } = await verify();
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/\n4 passed, 0 failed, 0 skipped\n$/);
});
