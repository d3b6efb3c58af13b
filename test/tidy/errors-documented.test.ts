import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { ErrorCode } from '#kit/operation.ts';
import { filesUnder, root, textOf } from './sources.ts';

const vendors = filesUnder('contracts')
  .map((path) => /^contracts\/([^/]+)\/errors\.ts$/.exec(path)?.[1])
  .filter((vendor) => vendor !== undefined);

async function errorsOf(vendor: string): Promise<Readonly<Record<string, ErrorCode>>> {
  const url = pathToFileURL(join(root, `contracts/${vendor}/errors.ts`)).href;
  // Found by its path, so that a new vendor needs no line here.
  const module = (await import(/* @vite-ignore */ url)) as {
    readonly errors: Readonly<Record<string, ErrorCode>>;
  };
  return module.errors;
}

/** The rows of the page's table, as `failure status code`. */
function documented(vendor: string): readonly string[] {
  const page = `docs/vendors/${vendor}-errors.md`;
  expect(existsSync(join(root, page)), `${page} exists`).toBe(true);
  return textOf(page)
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, 4)
        .map((cell) => cell.replaceAll('`', '').trim()),
    )
    .map((cells) => cells.join(' '));
}

test.each(vendors)(
  'every error of %s is documented, and none that it does not have',
  async (vendor) => {
    const errors = Object.entries(await errorsOf(vendor));
    const promised = errors.map(([failure, { status, code }]) => `${failure} ${status} ${code}`);
    expect([...documented(vendor)].sort()).toEqual(promised.sort());
  },
);
