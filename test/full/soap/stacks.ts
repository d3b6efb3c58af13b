import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a SOAP stack said while it read a WSDL; `complaints` are its errors and warnings. */
export interface Reading {
  readonly status: number;
  readonly output: string;
  readonly complaints: readonly string[];
}

export interface Stack {
  readonly name: string;
  /** A line of shell; `$WSDL` is the address, the folder is empty. */
  readonly reads: string;
}

const zeep = `/usr/bin/python3 -c '
import logging, os, sys
logging.basicConfig(level=logging.WARNING, stream=sys.stdout, format="%(levelname)s %(message)s")
import zeep
client = zeep.Client(os.environ["WSDL"])
client.wsdl.dump()
'`;
const php = `php -d display_errors=1 -d error_reporting=-1 -r '
$client = new SoapClient(getenv("WSDL"), ["cache_wsdl" => WSDL_CACHE_NONE]);
print_r($client->__getFunctions());
print_r($client->__getTypes());
'`;

/** Strict ones among them: what they take without a word, most others take too. */
export const stacks: readonly Stack[] = [
  { name: 'PHP SoapClient', reads: php },
  { name: 'zeep', reads: zeep },
  { name: 'wsimport of JAX-WS', reads: 'wsimport -d . -keep -Xnocompile "$WSDL"' },
  { name: 'gSOAP', reads: 'wsdl2h -o stubs.h "$WSDL" && soapcpp2 -C -x stubs.h' },
];

const COMPLAINT = /\b(warning|error|fatal|deprecated|notice)\b/i;
/** How gSOAP ends when all is well. */
const COUNTED = /no warnings|0 warnings|0 errors|Compilation successful/i;
/** A name may hold the word. */
const NAMED = /^\s*(\/\/|\[\d+\] =>|struct |[\w:.]*(error|warning)\w*[:(])/i;

export async function readBy({ reads }: Stack, wsdl: string): Promise<Reading> {
  const { status, output } = await inEmptyFolder(reads, { WSDL: wsdl });
  const complaints = output
    .split('\n')
    .filter((line) => COMPLAINT.test(line) && !COUNTED.test(line) && !NAMED.test(line));
  return { status, output, complaints };
}

/** How a line of shell ended, and what it printed, both streams together. */
export interface Ran {
  readonly status: number;
  readonly output: string;
}

/** Runs it in a folder of its own that is gone afterwards. */
export async function inEmptyFolder(
  line: string,
  variables: Readonly<Record<string, string>>,
): Promise<Ran> {
  const folder = await mkdtemp(join(tmpdir(), 'sosie-soap-'));
  try {
    return await run(line, folder, variables);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function run(line: string, cwd: string, variables: Readonly<Record<string, string>>): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...variables, no_proxy: '127.0.0.1' };
    const child = spawn('bash', ['-c', line], { cwd, env });
    let output = '';
    const add = (piece: Buffer): void => {
      output += piece.toString();
    };
    child.stdout.on('data', add);
    child.stderr.on('data', add);
    child.on('error', reject);
    child.on('close', (status) => resolve({ status: status ?? 1, output }));
  });
}
