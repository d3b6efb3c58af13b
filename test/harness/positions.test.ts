import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineAt, offsetAt, partsOf } from '../../src/harness/check/positions.ts';

/** Every path of a value, with what stands there. */
function* placesOf(
  value: unknown,
  path: readonly string[] = [],
): Generator<[readonly string[], unknown]> {
  yield [path, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* placesOf(inner, [...path, key]);
}

test('the place of every value of every document is found', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      for (const [path, inner] of placesOf(JSON.parse(text))) {
        const shown = JSON.stringify(inner);
        const rest = text.slice(offsetAt(text, path)).replaceAll(/\s/g, '');
        expect(rest.startsWith(shown.replaceAll(/\s/g, ''))).toBe(true);
      }
    }),
  );
});

test('what is missing is at the place of what it is missing from', () => {
  const text = '{"a": [1, {"b": 2}]}';
  expect(offsetAt(text, ['a', '1', 'c'])).toBe(text.indexOf('{"b"'));
  expect(offsetAt(text, ['a', '9'])).toBe(text.indexOf('[1'));
  expect(offsetAt(text, ['a', '0', 'deeper'])).toBe(text.indexOf('1'));
});

test('a pointer is taken apart, and an offset has a line', () => {
  expect(partsOf('/a~1b/c~0d/0')).toEqual(['a/b', 'c~d', '0']);
  expect(['a\nb\nc'].map((text) => [0, 2, 4].map((at) => lineAt(text, at)))).toEqual([[1, 2, 3]]);
});
