import { expect, test } from 'vitest';
import { nearest } from '#kernel/nearest.ts';

const options = ['port', 'host', 'dataset', 'publicUrl', 'allowHost'];

test.each([
  // typed          meant
  ['prot', 'port'],
  ['por', 'port'],
  ['PORT', 'port'],
  ['datasett', 'dataset'],
  ['public-url', 'publicUrl'],
  ['allowhots', 'allowHost'],
])('takes %s for %s', (typed, meant) => {
  expect(nearest(typed, options)).toBe(meant);
});

test.each(['colour', 'xyz', ''])(
  'suggests nothing for "%s", which is like no known word',
  (typed) => {
    expect(nearest(typed, options)).toBeUndefined();
  },
);

test('prefers the closest of several similar words', () => {
  expect(nearest('orders', ['order', 'orders', 'border'])).toBe('orders');
});

test('suggests nothing when there is nothing to suggest from', () => {
  expect(nearest('port', [])).toBeUndefined();
});

test('a text too long to be a slip of any word is not compared at all', () => {
  expect(nearest('x'.repeat(200), ['x'.repeat(199)])).toBe('x'.repeat(199));
  expect(nearest('x'.repeat(201), ['x'.repeat(200)])).toBeUndefined();
});
