import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { format } from 'prettier';
import type { Setting } from '#kernel/settings.ts';
import { utick } from '#mocks/utick/index.ts';

const page = readFileSync('docs/vendors/utick.md', 'utf8');

function allowedText({ allowed }: Setting<string | number | boolean>): string {
  if (allowed === 'text') return 'any text';
  return 'min' in allowed ? `${allowed.min} to ${allowed.max}` : allowed.map(String).join(', ');
}

const rows = Object.entries(utick.settings).map(
  ([name, setting]) =>
    `| \`${name}\` | ${setting.default} | ${allowedText(setting)} | ${setting.evidence} | ${setting.note} |`,
);
const table = [
  '| setting | default | allowed | evidence | what it decides |',
  '| --- | --- | --- | --- | --- |',
  ...rows,
].join('\n');

test('the page of the vendor lists every setting as it is', async () => {
  const [, written = ''] = /<!-- settings -->\n([^]*?)<!-- \/settings -->/.exec(page) ?? [];
  const wanted = await format(table, { parser: 'markdown' });
  expect(written.trim(), 'docs/vendors/utick.md').toBe(wanted.trim());
});

test('the page of the vendor names every operation that is built, and every action', () => {
  const built = Object.entries(utick.contract.operations)
    .filter(([, operation]) => !('notBuilt' in operation))
    .map(([name]) => name);
  const actions = Object.keys(utick.actions).map((name) => `utick/${name}`);
  const missing = [...built, ...actions].filter((name) => !page.includes(`\`${name}\``));
  expect(missing).toEqual([]);
});
