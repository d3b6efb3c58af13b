import { expect, test } from 'vitest';
import { blocksOf, guides } from '../docs/pages.ts';
import { played } from './played.ts';

const pages = guides
  .map((page) => ({ page, blocks: blocksOf(page).filter(({ note }) => note === 'docker') }))
  .filter(({ blocks }) => blocks.length > 0);

test('some pages speak of containers', () => {
  expect(pages.map(({ page }) => page)).toContain('README.md');
});

test.each(pages.map(({ page, blocks }) => [page, blocks] as const))(
  'every Docker command of %s does what the page says',
  (_, blocks) => played(blocks),
);
