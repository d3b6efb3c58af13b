import { expect, test } from 'vitest';
import { notBuiltNames, flagOf } from '#server/config/index.ts';
import { vendors } from '#server/vendors.ts';
import { commands } from '../../src/cli/commands.ts';
import { textOf } from '../tidy/sources.ts';

const limits = /^## Limits\n([^]*?)^## /m.exec(textOf('README.md'))?.[1] ?? '';
const missing = commands.filter(({ load }) => load === undefined).map(({ name }) => name);

/** What stands in backticks from a word on to the end of its sentence. */
const named = (word: string): readonly string[] => {
  const sentence = limits.slice(limits.indexOf(word)).split(/\.\s/)[0] ?? '';
  return [...sentence.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
};

test('the limits name every command that is not built, and no other', () => {
  expect(named('The commands')).toEqual(missing);
});

test('the limits name every option that is not built, and no other', () => {
  expect(named('The options')).toEqual(notBuiltNames.map(flagOf));
});

test.each([
  ['S-360', 's360'],
  ['WsOne', 'wsone'],
  ['Monext', 'monext'],
])('the limits name %s as long as it is not built', (title, name) => {
  const isBuilt = vendors.some((vendor) => vendor.name === name);
  expect(limits.includes(title)).toBe(!isBuilt);
});
