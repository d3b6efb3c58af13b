import ts from 'typescript';
import { expect, test } from 'vitest';
import { lineOf, syntaxOf, textOf, typescriptUnder, visit } from './sources.ts';

interface Size {
  readonly what: string;
  readonly lines: number;
}

const aim = { file: 300, function: 50 };
const limit = { file: 400, function: 80 };

const product = typescriptUnder('src', 'contracts', 'mocks', 'fixtures', 'bench', 'scripts');
const everything = [...product, ...typescriptUnder('test')];

const files: readonly Size[] = everything.map((path) => ({
  what: path,
  lines: textOf(path).trimEnd().split('\n').length,
}));

const functions: readonly Size[] = product.flatMap((path) => {
  const file = syntaxOf(path);
  const sizes: Size[] = [];
  visit(file, (node) => {
    if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) return;
    const [first, last] = [lineOf(file, node.getStart()), lineOf(file, node.getEnd())];
    sizes.push({ what: `${path}:${first}`, lines: last - first + 1 });
  });
  return sizes;
});

const above = (sizes: readonly Size[], most: number): readonly Size[] =>
  sizes.filter(({ lines }) => lines > most).sort((one, other) => other.lines - one.lines);

test(`no file is longer than ${limit.file} lines, no function longer than ${limit.function}`, () => {
  const long = [...above(files, aim.file), ...above(functions, aim.function)];
  if (long.length > 0) console.table(long);
  expect([...above(files, limit.file), ...above(functions, limit.function)]).toEqual([]);
});
