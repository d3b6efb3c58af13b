import { expect, test } from 'vitest';
import { filesUnder, textOf, typescriptUnder } from './sources.ts';

const folders = ['src', 'contracts', 'mocks', 'fixtures', 'test', 'bench', 'scripts', 'docs'];

test('a file is named for what is in it, never utils, helpers, manager or Impl', () => {
  const vague = /(^|[/._-])(utils?|helpers?|managers?)(?=[/._-])|impl(?=\.)/i;
  expect(folders.flatMap(filesUnder).filter((path) => vague.test(path))).toEqual([]);
});

test('the lock file names no registry, so that it installs from any mirror', () => {
  const lines = textOf('package-lock.json').split('\n');
  const naming = lines.filter((line) => /"resolved"|\/\/registry\b|registry\.[a-z]/.test(line));
  expect(naming.slice(0, 3)).toEqual([]);
});

test('every dependency is pinned to one exact version', () => {
  // package.json is read as data; a version that is no text fails below.
  const { dependencies, devDependencies } = JSON.parse(textOf('package.json')) as Record<
    string,
    Record<string, string>
  >;
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
  );
  expect(loose).toEqual([]);
});

test('no test is left out or run alone, and no work is left as a note in the code', () => {
  const code = typescriptUnder(...folders);
  const notes = /\b(?:TO[D]O|FIX[M]E)\b/;
  const partial = /\b(?:test|it|describe)\.(?:only|skip|todo)\b/;
  const found = code.filter((path) => notes.test(textOf(path)) || partial.test(textOf(path)));
  expect(found).toEqual([]);
});
