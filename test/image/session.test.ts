import { expect, test } from 'vitest';
import { blocksOf } from '../docs/pages.ts';
import { textOf } from '../tidy/sources.ts';
import { played } from './played.ts';

const url = process.env['SOSIE_IMAGE_URL'] ?? '';
const text = textOf('README.md');
const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
const start = text.indexOf('## A session with Utick');
const [first, last] = [lineOf(start), lineOf(text.indexOf('\n## ', start))];

test('the README’s signed calls to Utick are answered by the container too', async () => {
  const section = blocksOf('README.md').filter(({ line }) => line > first && line < last);
  // What goes to the control API needs the token that the container was given.
  const calls = section.filter(
    ({ language, text: say }) => language === 'sh' && !say.includes('_sosie'),
  );
  expect(calls.length).toBeGreaterThanOrEqual(3);
  await played(calls, (say) => say.replaceAll('http://127.0.0.1:4360', url));
});
