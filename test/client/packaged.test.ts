import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildOnce } from '../cli/started.ts';
import { root } from '../tidy/sources.ts';

const run = promisify(execFile);

/** The bundle where nothing is installed but what the client needs: no vitest, no pact, no express. */
const folder = mkdtempSync(join(tmpdir(), 'sosie-client-'));
const needed = ['@sinclair/typebox', 'ajv', 'ajv-formats', 'soap', 'undici'];

beforeAll(() => {
  buildOnce();
  cpSync(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  for (const name of needed) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), link);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const program = (url: string): string => `
  import { createUtickClient, NotSentError } from 'sosie/client';
  const keys = { publicKey: 'PUB', privateKey: 'PRIV' };
  const utick = createUtickClient({ ...keys, baseUrl: '${url}', retries: 0 });
  const error = await utick.ping().catch((thrown) => thrown);
  console.log(error instanceof NotSentError, error.name, error.kind);`;

test('sosie/client runs without vitest and pact, and its errors keep their names', async () => {
  const args = ['--input-type=module', '--eval', program('http://127.0.0.1:1')];
  const { stdout } = await run('node', args, { cwd: folder });
  expect(stdout.trim()).toBe('true NotSentError not-sent');
});

test('a receipt of WsOne is made and its total checked without more', async () => {
  const source = `
    import { ReceiptError, wsoneReceipt } from 'sosie/client';
    const parts = {
      receiptNumber: '1', transactionDate: '04/03/2026 10:00:00',
      EntityRequest: {}, IdentifierRequest: {}, allTaxesIncludedAmount: '0.31',
      lines: [{ allTaxesIncludedUnitPrice: '0.10', quantity: '3' }],
    };
    try { wsoneReceipt(parts); } catch (error) {
      console.log(error instanceof ReceiptError, error.name, error.field);
    }`;
  const { stdout } = await run('node', ['--input-type=module', '--eval', source], { cwd: folder });
  expect(stdout.trim()).toBe('true ReceiptError allTaxesIncludedAmount');
});

const overProtocol = (protocol: string): string => `
  import { readFileSync } from 'node:fs';
  import { createS360Client } from 'sosie/client';
  const soap = '<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>' +
    '<n:isCatalogServiceAliveResponse xmlns:n="http://v1_33.CatalogService.service.secutix.com">' +
    '<WebMethodResult><statusCode>success</statusCode></WebMethodResult>' +
    '</n:isCatalogServiceAliveResponse></S:Body></S:Envelope>';
  const answers = {
    wsdl: readFileSync('CatalogService.wsdl', 'utf8'),
    auth: '{"token":"t"}',
    webservice: soap,
    isCatalogServiceAlive: '{"statusCode":"success"}',
  };
  const s360 = createS360Client({
    operator: 'MOSA_B2C', secret: 'P@ssw0rd', baseUrl: 'http://sosie.test', protocol: '${protocol}',
    transport: async ({ url }) => ({ status: 200, headers: {}, body: answers[url.match(/\\w+$/)[0]] }),
  });
  console.log((await s360.isCatalogServiceAlive()).ok);`;

const evaluated = async (source: string): Promise<string> => {
  const { stdout } = await run('node', ['--input-type=module', '--eval', source], { cwd: folder });
  return stdout.trim();
};

test('S-360 over REST needs no soap library; over SOAP it is loaded with the first call', async () => {
  const wsdl = 'CatalogService.wsdl';
  rmSync(join(folder, 'node_modules/soap'));
  cpSync(join(root, 'contracts/s360/wsdl', wsdl), join(folder, wsdl));
  expect(await evaluated(overProtocol('rest'))).toBe('true');
  await expect(evaluated(overProtocol('soap'))).rejects.toThrow(/Cannot find package 'soap'/);
  symlinkSync(join(root, 'node_modules/soap'), join(folder, 'node_modules/soap'));
  expect(await evaluated(overProtocol('soap'))).toBe('true');
});

test('a client with a transport of its own loads no undici', async () => {
  rmSync(join(folder, 'node_modules/undici'));
  const source = `
    import { createUtickClient } from 'sosie/client';
    const body = JSON.stringify({ success: true, response: { message: 'pong' } });
    const utick = createUtickClient({
      publicKey: 'PUB', privateKey: 'PRIV', baseUrl: 'http://sosie.test', validate: false,
      transport: async () => ({ status: 200, headers: {}, body }),
    });
    console.log((await utick.ping()).value.message);`;
  const { stdout } = await run('node', ['--input-type=module', '--eval', source], { cwd: folder });
  expect(stdout.trim()).toBe('pong');
});

test('a client of a SOAP service brings its WSDL along', async () => {
  const source = `
    import { createMonextClient } from 'sosie/client';
    const monext = createMonextClient({
      merchantId: '12345678901234', accessKey: 'KEY', baseUrl: 'http://sosie.test/monext',
      transport: async ({ headers }) => ({ status: 401, headers: {}, body: headers.soapaction }),
    });
    const { failure, response } = await monext.doReset({ transactionID: '1' });
    console.log(failure.outcome, response.attempts);`;
  const { stdout } = await run('node', ['--input-type=module', '--eval', source], { cwd: folder });
  expect(stdout.trim()).toBe('unauthorised 1');
});
