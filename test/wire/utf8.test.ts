import { expect, test } from 'vitest';
import { utf8 } from '#wire/utf8.ts';

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

test.each([
  // what                        text
  ['nothing', ''],
  ['one byte a character', 'ORD00001008'],
  ['two and three bytes', '23,00 € à Liège'],
  ['four bytes', 'bravo 👏'],
  ['more than is kept side by side', '€'.repeat(40_000)],
])('%s is written as UTF-8', (_, text) => {
  expect(textOf(utf8(text))).toBe(text);
});

test('half a character is replaced, as everywhere', () => {
  expect(textOf(utf8('a\ud83d'))).toBe('a\ufffd');
});

test('a text stays as it was written, however many follow', () => {
  const texts = Array.from({ length: 2_000 }, (_, at) => `${'€'.repeat(at % 90)}-${at}`);
  const written = texts.map(utf8);
  expect(written.map(textOf)).toEqual(texts);
});
