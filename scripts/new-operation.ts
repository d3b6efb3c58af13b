// Begins an operation: writes its golden folder and prints what is left to do.
//   npm run new:operation -- utick getPlan GET /v1/catalogue/plans/{id} ["answers one plan"]
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { contracts } from '#contracts/index.ts';
import type { Contract, Operation } from '#kit/operation.ts';
import { skeletonOf } from '#kit/skeleton.ts';

const USAGE = 'usage: npm run new:operation -- VENDOR OPERATION METHOD /path/{id} ["sentence"]';
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

interface NewOperation {
  readonly vendor: string;
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly sentence: string;
}

const [vendor, id, method, path, sentence = 'answers as the vendor does'] = process.argv.slice(2);
if (!vendor || !id || !method || !path) stop(USAGE);
begin({ vendor, id, method, path, sentence });

function begin(wanted: NewOperation): void {
  const contract = contracts.find((one) => one.vendor === wanted.vendor);
  if (!contract) {
    const known = contracts.map((one) => one.vendor).join(', ');
    stop(`“${wanted.vendor}” is no vendor; there is ${known}`);
  }
  const reason = refusalOf(wanted, contract);
  if (reason !== undefined) stop(reason);
  const folder = `fixtures/golden/${wanted.vendor}/${folderName(wanted)}`;
  if (existsSync(folder)) stop(`${folder} is already there`);
  writeGolden(folder, wanted, contract.operations[wanted.id]);
  console.log(workList(folder, wanted, contract));
}

/** Why this operation cannot be begun, in one line. */
function refusalOf(wanted: NewOperation, contract: Contract): string | undefined {
  const { vendor, id, method, path } = wanted;
  if (!METHODS.includes(method)) return `“${method}” is none of ${METHODS.join(', ')}`;
  if (!/^[a-z][A-Za-z0-9]*$/.test(id)) return `“${id}” is no operation name like getPlan`;
  if (!/^\/.*[^/]$/.test(path)) return `“${path}” must begin with a slash and not end in one`;
  const declared = contract.operations[id];
  if (declared && !declared.notBuilt) return `${vendor} ${id} is already built`;
  const [taken] =
    Object.entries(contract.operations).find(
      ([, operation]) => operation.method === method && operation.path === path,
    ) ?? [];
  if (taken !== undefined && taken !== id) return `${method} ${path} is already ${taken}`;
  if (declared && taken === undefined) {
    return `${vendor} ${id} is declared as ${declared.method} ${declared.path}`;
  }
  return undefined;
}

function folderName({ id, sentence }: NewOperation): string {
  return `${id}__${sentence.trim().replaceAll(/[^\p{L}\p{N}]+/gu, '_')}`;
}

function writeGolden(folder: string, wanted: NewOperation, operation?: Operation): void {
  const { vendor, method, path } = wanted;
  mkdirSync(folder, { recursive: true });
  const write = (name: string, value: unknown): void =>
    writeFileSync(`${folder}/${name}.json`, `${JSON.stringify(value, null, 2)}\n`);
  write('request', {
    method,
    url: `/${vendor}${path}`,
    body: { $sign: true, ...(operation ? bodyOf(operation) : {}) },
  });
  write('response', { status: 200, body: operation ? skeletonOf(operation.response) : {} });
  write('provenance', { evidence: operation?.evidence ?? 'guess', sources: [], asserts: {} });
}

/** The request without what stands in the path. */
function bodyOf({ path, request }: Operation): Readonly<Record<string, unknown>> {
  const message = skeletonOf(request);
  const members = Object.entries(typeof message === 'object' && message !== null ? message : {});
  const isOwn = (name: string): boolean =>
    !path.includes(`{${name}}`) && !['publickey', 'timestamp', 'signature'].includes(name);
  return Object.fromEntries(members.filter(([name]) => isOwn(name)));
}

function workList(folder: string, { vendor, id }: NewOperation, contract: Contract): string {
  const entry = contract.operations[id]
    ? `move ${id} from contracts/${vendor}/declared.ts to operations.ts, with its messages`
    : `declare ${id} in contracts/${vendor}/operations.ts, with its messages`;
  return [
    `wrote ${folder}/{request,response,provenance}.json`,
    '',
    `1. fill in the golden sample and its provenance: the test is red`,
    `2. ${entry}: the wiring stops compiling`,
    `3. decide it in mocks/${vendor}/domain/, with rows in its table tests`,
    `4. wire it in mocks/${vendor}/wire/; a new failure gets its code in contracts/${vendor}/errors.ts`,
    `5. say in src/client/${vendor}/repeats.ts whether a write may be repeated; add its pact interaction`,
    `6. npm run contracts`,
  ].join('\n');
}

function stop(line: string): never {
  console.error(line);
  process.exit(2);
}
