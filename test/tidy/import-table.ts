/** One row of the table of who may import whom. The first row whose `files` matches decides. */
export interface ImportRow {
  readonly files: RegExp;
  /** `{vendor}` stands for the vendor whose folder the importing file is in. */
  readonly may: readonly string[];
}

/*
 * What `may` holds: a file or a folder (ends with /) of this repository, the name of a package,
 * `node:` for everything of Node, `node:crypto` for one module. A word in front, as in
 * `type src/wire/vendor.ts`, allows types alone. Anything not listed is forbidden.
 */
const wireOfVendor = [
  'mocks/{vendor}/',
  'contracts/kit/',
  'contracts/{vendor}/',
  'src/kernel/',
  'type src/wire/vendor.ts',
  'node:crypto',
];

const wire = ['src/wire/', 'src/kernel/', 'contracts/kit/', 'saxes', 'libxml2-wasm'];

const server = [
  'src/server/',
  'src/kernel/',
  'src/wire/',
  'src/store/',
  'mocks/*/index.ts',
  'contracts/',
  'fixtures/',
  '@sinclair/typebox',
  'yaml',
  'node:',
];

export const importTable: readonly ImportRow[] = [
  {
    files: /^contracts\//,
    may: ['contracts/', '@sinclair/typebox', 'ajv', 'ajv-formats'],
  },
  {
    files: /^src\/kernel\//,
    may: ['src/kernel/'],
  },
  {
    files: /^mocks\/[^/]+\/(domain\/.*|state\.ts|settings\.ts)$/,
    may: [
      'src/kernel/',
      'mocks/{vendor}/domain/',
      'mocks/{vendor}/state.ts',
      'mocks/{vendor}/settings.ts',
    ],
  },
  {
    files: /^mocks\/[^/]+\/(dataset|actions)(\/.*)?\.ts$/,
    may: [
      'src/kernel/',
      'contracts/kit/',
      'mocks/{vendor}/dataset/',
      'mocks/{vendor}/domain/',
      'mocks/{vendor}/state.ts',
      'mocks/{vendor}/settings.ts',
      '@sinclair/typebox',
    ],
  },
  {
    files: /^mocks\/[^/]+\/pages\//,
    may: [...wireOfVendor, 'pdf-lib', 'qrcode'],
  },
  {
    files: /^mocks\/[^/]+\/(wire\/.*|index\.ts)$/,
    may: wireOfVendor,
  },
  {
    files: /^fixtures\/factories\//,
    may: ['fixtures/factories/', 'src/kernel/', '@faker-js/faker', 'mocks/*/state.ts'],
  },
  {
    files: /^fixtures\//,
    may: ['fixtures/', 'src/kernel/'],
  },
  {
    files: /^src\/wire\/node-http\.ts$/,
    may: [...wire, 'node:'],
  },
  {
    files: /^src\/wire\//,
    may: wire,
  },
  {
    files: /^src\/store\//,
    may: ['src/store/', 'src/kernel/', 'node:'],
  },
  {
    files: /^src\/server\/express\.ts$/,
    may: [...server, 'express'],
  },
  {
    files: /^src\/server\/vitest\.ts$/,
    may: [...server, 'vitest'],
  },
  {
    files: /^src\/server\//,
    may: server,
  },
  {
    files: /^src\/client\//,
    may: ['src/client/', 'contracts/', 'soap', 'undici', 'node:'],
  },
  {
    files: /^src\/harness\//,
    may: [
      'src/harness/',
      'src/client/',
      'contracts/',
      '@pact-foundation/pact',
      '@sinclair/typebox',
      'yaml',
      'jsonata',
      'node:',
    ],
  },
  {
    files: /^src\/cli\//,
    may: [
      'src/cli/',
      'src/server/',
      'src/harness/',
      'src/client/',
      'package.json',
      'commander',
      'node:',
    ],
  },
  {
    files: /^src\/console\//,
    may: ['src/console/'],
  },
];
