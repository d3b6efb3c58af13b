import { expect, test } from 'vitest';
import { isSameText } from '#kit/same-text.ts';

test.each([
  // given        expected       same
  ['s3cret', 's3cret', true],
  ['', '', true],
  ['s3creT', 's3cret', false],
  ['s3cre', 's3cret', false],
  ['s3cret!', 's3cret', false],
  ['s3cret\0', 's3cret', false],
  ['', 's3cret', false],
  ['s3cret', '', false],
  ['été', 'ete', false],
])('%j for %j: %s', (given, expected, same) => {
  expect(isSameText(given, expected)).toBe(same);
});
