import prettier from 'eslint-config-prettier';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const typescript = ['**/*.ts'];
const product = ['src/**/*.ts', 'contracts/**/*.ts', 'mocks/**/*.ts', 'fixtures/**/*.ts'];

/** Here time, chance and the outside world come in as arguments only. */
const belowTheShell = [
  'src/kernel/**/*.ts',
  'contracts/**/*.ts',
  'mocks/**/*.ts',
  'fixtures/factories/**/*.ts',
];

const hostGlobals = [
  'process',
  'console',
  'performance',
  'crypto',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
].map((name) => ({ name, message: 'The host is reached through ports, in the shell only.' }));

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Exports have names.',
};
const noHostClock = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0]",
  message: 'The time is an argument: env.now.',
};

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', 'node_modules/']),
  {
    files: typescript,
    extends: [tseslint.configs.strict],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // An interface that only names a schema's type gives readable hovers.
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowInterfaces: 'with-single-extends' },
      ],
      'max-depth': ['error', 3],
      'no-restricted-syntax': ['error', noDefaultExport],
      eqeqeq: ['error', 'always'],
      'prefer-const': 'error',
    },
  },
  {
    // Sizes are reported; test/tidy says where they fail.
    files: product,
    rules: {
      'max-params': ['warn', 3],
      'max-lines': ['warn', 300],
      'max-lines-per-function': ['warn', { max: 50, skipBlankLines: true }],
    },
  },
  {
    // The rules that need types cost seconds: they guard the product, not its tests.
    files: product,
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/no-unsafe-argument': 'error',
      '@typescript-eslint/no-unsafe-assignment': 'error',
      '@typescript-eslint/no-unsafe-call': 'error',
      '@typescript-eslint/no-unsafe-member-access': 'error',
      '@typescript-eslint/no-unsafe-return': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: belowTheShell,
    rules: {
      'no-restricted-globals': ['error', ...hostGlobals],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The time is an argument: env.now.' },
        { object: 'Math', property: 'random', message: 'Chance is an argument: env.random.' },
      ],
      'no-restricted-syntax': ['error', noDefaultExport, noHostClock],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/server/config/load.ts', 'src/kernel/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only src/server/config reads it.' },
      ],
    },
  },
  {
    files: ['*.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  prettier,
);
