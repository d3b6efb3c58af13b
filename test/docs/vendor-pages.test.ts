import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { format } from 'prettier';
import { parse } from 'yaml';
import type { Setting } from '#kernel/settings.ts';
import { vendors } from '#server/vendors.ts';
import type { AnyVendorModule } from '#wire/vendor.ts';
import { filesUnder, textOf } from '../tidy/sources.ts';

const pageOf = ({ name }: AnyVendorModule): string => `docs/vendors/${name}.md`;

function allowedText({ allowed }: Setting<string | number | boolean>): string {
  if (allowed === 'text') return 'any text';
  return 'min' in allowed ? `${allowed.min} to ${allowed.max}` : allowed.map(String).join(', ');
}

function tableOf({ settings }: AnyVendorModule): string {
  const rows = Object.entries(settings).map(
    ([name, setting]) =>
      `| \`${name}\` | ${setting.default} | ${allowedText(setting)} | ${setting.evidence} | ${setting.note} |`,
  );
  return [
    '| setting | default | allowed | evidence | what it decides |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

const byName = vendors.map((vendor) => [vendor.name, vendor] as const);

test.each(byName)('the page of %s lists every setting as it is', async (_, vendor) => {
  const page = textOf(pageOf(vendor));
  const [, written = ''] = /<!-- settings -->\n([^]*?)<!-- \/settings -->/.exec(page) ?? [];
  const wanted = await format(tableOf(vendor), { parser: 'markdown' });
  expect(written.trim(), pageOf(vendor)).toBe(wanted.trim());
});

test.each(byName)(
  'the page of %s names every operation that is built, and every action',
  (_, vendor) => {
    const page = textOf(pageOf(vendor));
    const built = Object.entries(vendor.contract.operations)
      .filter(([, { notBuilt }]) => !notBuilt)
      .map(([name]) => name);
    const actions = Object.keys(vendor.actions).map((name) => `${vendor.name}/${name}`);
    const missing = [...built, ...actions].filter((name) => !page.includes(`\`${name}\``));
    expect(missing).toEqual([]);
  },
);

const storyFiles = filesUnder('fixtures/scenarios');

test.each(byName)(
  'the page of %s lists every story of it that comes with sosie',
  async (name, vendor) => {
    const rows = storyFiles
      .filter((file) => file.startsWith(`fixtures/scenarios/${name}-`))
      .map((file) => {
        const { scenario } = parse(textOf(file)) as { readonly scenario: string };
        return `| [\`${basename(file, '.yaml')}\`](../../${file}) | ${scenario} |`;
      });
    const [, written = ''] =
      /<!-- stories -->\n([^]*?)<!-- \/stories -->/.exec(textOf(pageOf(vendor))) ?? [];
    const head = rows.length > 0 ? ['| scenario | tells |', '| --- | --- |'] : [];
    const wanted = await format([...head, ...rows].join('\n'), { parser: 'markdown' });
    expect(written.trim(), pageOf(vendor)).toBe(wanted.trim());
  },
);
