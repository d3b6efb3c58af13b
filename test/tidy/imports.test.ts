import { expect, test } from 'vitest';
import { importsOf, targetOf, violationsIn } from './imports.ts';
import { typescriptUnder } from './sources.ts';

test.each(['src', 'contracts', 'mocks', 'fixtures'])(
  'every import in %s is one that the import table allows',
  (folder) => {
    const files = typescriptUnder(folder);
    expect(files.flatMap((path) => violationsIn(path))).toEqual([]);
  },
);

const imports = (specifier: string, typesOnly = false) => [{ specifier, typesOnly, line: 1 }];

test.each([
  // file                              imports                      why it may not
  ['src/kernel/lane.ts', 'node:fs', 'the kernel is pure'],
  ['src/kernel/lane.ts', '#kit/operation.ts', 'the kernel knows no contract'],
  ['contracts/utick/schemas.ts', '#kernel/instant.ts', 'a contract has no behaviour'],
  ['mocks/utick/domain/order.ts', '../wire/rest.ts', 'rules know no wire'],
  ['mocks/utick/domain/order.ts', '#contracts/utick/schemas.ts', 'rules know no message'],
  ['mocks/utick/wire/rest.ts', '#mocks/monext/state.ts', 'vendors do not know one another'],
  ['mocks/utick/wire/rest.ts', '#contracts/monext/index.ts', 'vendors do not know one another'],
  ['mocks/utick/wire/rest.ts', '#wire/vendor.ts', 'only the types of the pipeline are open'],
  ['src/wire/router.ts', 'node:http', 'one file touches the socket'],
  ['src/wire/router.ts', '#mocks/utick/index.ts', 'the pipeline knows no vendor'],
  ['src/server/server.ts', 'express', 'one file touches express'],
  ['src/server/server.ts', '#mocks/utick/state.ts', 'a vendor is entered by its index'],
  ['src/client/utick.ts', '#kernel/outcome.ts', 'the client stands alone'],
  ['src/cli/start.ts', '#kernel/outcome.ts', 'the command line goes through the server'],
  ['src/cli/start.ts', '(computed)', 'it cannot be judged'],
  ['src/somewhere/else.ts', './x.ts', 'no row covers it'],
])('%s may not import %s: %s', (path, specifier) => {
  expect(violationsIn(path, imports(specifier))).toHaveLength(1);
});

test.each([
  ['mocks/utick/wire/rest.ts', '#contracts/utick/index.ts', false],
  ['mocks/utick/wire/rest.ts', '#wire/vendor.ts', true],
  ['mocks/utick/wire/auth.ts', 'node:crypto', false],
  ['fixtures/factories/utick.ts', '@faker-js/faker/locale/fr', false],
  ['src/server/vendors.ts', '#mocks/utick/index.ts', false],
])('%s may import %s', (path, specifier, typesOnly) => {
  expect(violationsIn(path, imports(specifier, typesOnly))).toEqual([]);
});

test('dynamic imports and re-exports are seen too', () => {
  const dynamic = importsOf('src/cli/start.ts').map(({ specifier }) => specifier);
  expect(dynamic).toContain('#server/index.ts');
  const reexported = importsOf('src/server/config/index.ts').map(({ specifier }) => specifier);
  expect(reexported).toContain('./resolve.ts');
});

test('a violation names the file, the line, the import and the rule', () => {
  expect(violationsIn('src/kernel/lane.ts', imports('node:fs'))).toEqual([
    'src/kernel/lane.ts:1 imports node:fs, but ^src\\/kernel\\/ may import only src/kernel/',
  ]);
});

test('aliases lead to the folders that package.json gives them', () => {
  expect(targetOf('src/server/a.ts', '#contracts/utick/index.ts')).toBe('contracts/utick/index.ts');
  expect(targetOf('src/server/control/a.ts', '../b.ts')).toBe('src/server/b.ts');
});
