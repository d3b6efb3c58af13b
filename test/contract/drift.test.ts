import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const run = join(root, 'scripts/run.js');

it('every page and schema made from the contracts is up to date', () => {
  const check = spawnSync('node', [run, 'scripts/contracts.ts', '--check'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(check.stderr).toBe('');
  expect(check.status).toBe(0);
});

it('the check names a schema that was edited by hand and one that nothing makes any more', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sosie-contracts-'));
  try {
    execFileSync('node', [run, 'scripts/contracts.ts'], { cwd: folder });
    writeFileSync(join(folder, 'contracts/utick/schemas/getOrder.response.json'), '{}');
    const stray = join(folder, 'contracts/utick/schemas/forgotten.json');
    mkdirSync(dirname(stray), { recursive: true });
    copyFileSync(join(root, 'package.json'), stray);
    const check = spawnSync('node', [run, 'scripts/contracts.ts', '--check'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(check.stderr.trim().split('\n')).toEqual([
      'contracts/utick/schemas/getOrder.response.json is not up to date: run npm run contracts',
      'contracts/utick/schemas/forgotten.json is not up to date: run npm run contracts',
    ]);
    expect(check.status).toBe(1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
