// Writes what is made from the contracts: JSON Schemas, OpenAPI, WSDLs, COVERAGE.md, error pages.
//   npm run contracts              write them
//   npm run contracts -- --check   exit 1, naming the files that are not up to date
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { contracts } from '#contracts/index.ts';
import { emitCoverage, type OperationTests } from '#kit/emit/coverage.ts';
import { emitErrors, type RefusalSample, type SampleRequest } from '#kit/emit/errors.ts';
import { emitJsonSchemas } from '#kit/emit/json-schema.ts';
import { emitOpenApi } from '#kit/emit/openapi.ts';
import { emitWsdls } from '#kit/emit/wsdl.ts';
import { monextPages } from './monext-pages.ts';

const root = process.cwd();
const GOLDEN = 'fixtures/golden';
const TEST_NAME = /\b(?:test|it|describe)(?:\.\w+)*\(\s*(['"`])(.*?)\1/gs;

const entriesOf = (folder: string): readonly string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true }).map(String)
    : [];

const testNames = entriesOf('test')
  .filter((file) => file.endsWith('.test.ts'))
  .flatMap((file) => [...readFileSync(join(root, 'test', file), 'utf8').matchAll(TEST_NAME)])
  .map(([, , name = '']) => name);

function testsOf(vendor: string, operation: string): OperationTests {
  const mentioned = new RegExp(`\\b${operation}\\b`);
  return {
    golden: entriesOf(join(GOLDEN, vendor)).filter((entry) => isFolderOf(entry, operation)).length,
    named: testNames.filter((name) => mentioned.test(name)).length,
  };
}

const isFolderOf = (entry: string, operation: string): boolean =>
  entry.startsWith(`${operation}__`) && !/[/\\]/.test(entry);

interface Provenance {
  readonly failure?: string;
  readonly telling?: readonly string[];
}
interface Given {
  readonly given?: Readonly<Record<string, unknown>>;
}
type Requested = Given & (SampleRequest | { readonly steps: readonly SampleRequest[] });

const refusalsOf = (vendor: string): readonly RefusalSample[] =>
  entriesOf(join(GOLDEN, vendor))
    .filter((entry) => existsSync(join(root, GOLDEN, vendor, entry, 'provenance.json')))
    .flatMap((name) => refusalIn(join(GOLDEN, vendor, name), name));

/** The sample of a folder, where its provenance names a failure. */
function refusalIn(folder: string, name: string): readonly RefusalSample[] {
  // Both are written by hand, and held to their shape by the test that plays them.
  const { failure, telling } = parsed(`${folder}/provenance.json`) as Provenance;
  if (failure === undefined) return [];
  const requested = parsed(`${folder}/request.json`) as Requested;
  const steps = 'steps' in requested ? requested.steps : [requested];
  const [request] = steps.slice(-1);
  if (!request) stop(`${folder}/request.json has no request`);
  // What is sent over SOAP stands in a file of its own: too long for a line of a table.
  if (request.xml !== undefined) return [];
  const { given = {} } = requested;
  return [{ name, failure, request, before: steps.length - 1, given, telling }];
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8'));
  } catch (error) {
    return stop(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function stop(line: string): never {
  console.error(line);
  process.exit(1);
}

const emitted = [
  ...contracts.flatMap((contract) => [
    ...emitJsonSchemas(contract),
    ...emitWsdls(contract),
    emitOpenApi(contract),
    emitErrors(contract, refusalsOf(contract.vendor)),
  ]),
  emitCoverage(contracts, testsOf),
  ...monextPages(),
];

const paths = new Set(emitted.map((file) => file.path));
const orphans = contracts
  .flatMap(({ vendor }) => [`contracts/${vendor}/schemas`, `contracts/${vendor}/wsdl`])
  .flatMap((folder) => entriesOf(folder).map((file) => `${folder}/${file}`))
  .filter((path) => !paths.has(path));

const current = (path: string): string | undefined =>
  existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined;
const changed = emitted.filter(({ path, text }) => current(path) !== text);

if (process.argv.includes('--check')) {
  const drifted = [...changed.map((file) => file.path), ...orphans];
  for (const path of drifted) console.error(`${path} is not up to date: run npm run contracts`);
  process.exitCode = drifted.length > 0 ? 1 : 0;
} else {
  for (const { path, text } of changed) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    console.log(`wrote ${path}`);
  }
  for (const path of orphans) {
    rmSync(join(root, path));
    console.log(`removed ${path}`);
  }
}
