import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { contracts } from '#contracts/index.ts';
import type { ErrorCode } from '#kit/operation.ts';
import { root, textOf } from './sources.ts';

/** Those that answer: one that is still being written has no page yet. */
const vendors = contracts.map(({ vendor }) => vendor);

async function errorsOf(vendor: string): Promise<Readonly<Record<string, ErrorCode>>> {
  const url = pathToFileURL(join(root, `contracts/${vendor}/errors.ts`)).href;
  // Found by its path, so that a new vendor needs no line here.
  const module = (await import(/* @vite-ignore */ url)) as {
    readonly errors: Readonly<Record<string, ErrorCode>>;
  };
  return module.errors;
}

const pageOf = (vendor: string): string => `docs/vendors/${vendor}-errors.md`;

/** The first cells of each row that is about a failure, in the table whose header begins so. */
function rowsOf(vendor: string, header: readonly string[]): readonly (readonly string[])[] {
  const page = pageOf(vendor);
  expect(existsSync(join(root, page)), `${page} exists`).toBe(true);
  const lines = textOf(page).split('\n');
  const first = lines.findIndex((line) => cellsOf(line).join() === header.join());
  expect(first, `${page} has a table of ${header.join(', ')}`).toBeGreaterThan(0);
  const end = lines.indexOf('', first);
  return lines.slice(first + 2, end < 0 ? undefined : end).map(cellsOf);
}

const cellsOf = (line: string): readonly string[] =>
  line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());

const codeTable = ['failure', 'HTTP status', 'code', 'message', 'when', 'evidence'];
const requestTable = ['failure', 'request', 'sample'];

test.each(vendors)(
  'every error of %s is documented, and none that it does not have',
  async (vendor) => {
    const errors = Object.entries(await errorsOf(vendor));
    const promised = errors.map(([failure, { status, code }]) => [failure, `${status}`, `${code}`]);
    const documented = rowsOf(vendor, codeTable).map(([failure = '', status, code]) => [
      failure.replaceAll('`', ''),
      status,
      code,
    ]);
    expect(documented).toEqual(promised);
  },
);

test.each(vendors)(
  'every error of %s stands with a request and the sample that holds it, or is not built yet',
  async (vendor) => {
    const rows = rowsOf(vendor, requestTable);
    const failures = rows.map(([failure = '']) => failure.replaceAll('`', ''));
    expect(failures).toEqual(Object.keys(await errorsOf(vendor)));
    const shown = rows.filter(
      ([, request = '']) => !/^(not built yet|none: all is built)/.test(request),
    );
    for (const [failure, request = '', sample = ''] of shown) {
      expect([failure, request]).toEqual([failure, expect.stringMatching(/`[A-Z]+ \/\S+`/)]);
      const [, target = ''] = /\]\((.*)\)$/.exec(sample) ?? [];
      const file = join(root, pageOf(vendor), '..', target);
      expect([failure, target !== '' && existsSync(file)]).toEqual([failure, true]);
    }
  },
);
