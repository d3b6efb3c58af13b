import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../tidy/sources.ts';

const run = promisify(execFile);

/** A project that has installed sosie, with the declarations that the package brings. */
const folder = mkdtempSync(join(tmpdir(), 'sosie-declarations-'));

beforeAll(async () => {
  await run('node', ['scripts/types.js'], { cwd: root });
  const sosie = join(folder, 'node_modules/sosie');
  cpSync(join(root, 'dist/types'), join(sosie, 'dist/types'), { recursive: true });
  cpSync(join(root, 'package.json'), join(sosie, 'package.json'));
  mkdirSync(join(folder, 'node_modules/@types'), { recursive: true });
  for (const name of ['@sinclair', 'ajv', 'undici', '@types/node']) {
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true }));

test('the declarations of sosie/client are those of its sources', async () => {
  const source = `
    import { createClients } from 'sosie/client';
    const { utick } = createClients({ utick: { publicKey: 'PUB', privateKey: 'PRIV' } });
    const order = await utick.getOrder({ id: '7' });
    export const label: string | undefined = order.ok ? order.value.label : undefined;
    // @ts-expect-error an order has an id
    await utick.getOrder({});
    const stocks = await utick.listStocks({ eventid: '7' });
    // @ts-expect-error it is a number
    if (stocks.ok) stocks.value.map((stock): string => stock.capacity_free);`;
  writeFileSync(join(folder, 'reader.ts'), source);
  const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023'];
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { stdout } = await run('node', [tsc, ...flags, '--types', 'node', 'reader.ts'], {
    cwd: folder,
  }).catch((error: { readonly stdout: string }) => error);
  expect(stdout).toBe('');
}, 300_000);
