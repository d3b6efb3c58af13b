import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createSosie, type Sosie } from '#server/index.ts';
import { broker, listening, serving, type Listening } from '../harness/http.ts';
import { textOf } from '../tidy/sources.ts';
import { buildOnce } from './started.ts';
import { typed } from './typed.ts';

// Each verification starts a process of its own.
vi.setConfig({ testTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), 'sosie-verify-'));
const open: Pick<Listening, 'close'>[] = [];
beforeAll(buildOnce, 60_000);
afterAll(() => {
  open.forEach(({ close }) => close());
  rmSync(folder, { recursive: true });
});

interface Pact {
  readonly interactions: readonly { readonly description: string }[];
}
const pactWith = (vendor: string): Pact =>
  JSON.parse(textOf(`contracts/pacts/sosie-client-${vendor}.json`)) as Pact;
const bundled = pactWith('utick');

/** A broker that has some interactions of the bundled pact, word for word or changed. */
async function brokerWith(
  descriptions: readonly string[],
  change: (text: string) => string = (text) => text,
): Promise<string> {
  const interactions = bundled.interactions.filter(({ description }) =>
    descriptions.includes(description),
  );
  const text = change(JSON.stringify({ ...bundled, interactions }));
  const server = await serving(broker(JSON.parse(text)));
  open.push(server);
  return server.url;
}

async function listeningSosie(adminToken?: string): Promise<{ sosie: Sosie; url: string }> {
  const sosie = await createSosie(adminToken === undefined ? {} : { config: { adminToken } });
  const { url } = await sosie.listen({ port: 0 });
  open.push({ close: () => void sosie.close() });
  return { sosie, url };
}

test('the double keeps every pact, and only what was verified is printed', async () => {
  const report = join(folder, 'reports/pacts.xml');
  const { code, out, err } = await typed(`verify --junit ${report}`);
  const vendors = ['utick', 'wsone', 's360', 'monext'];
  const count = vendors.reduce((sum, vendor) => sum + pactWith(vendor).interactions.length, 0);
  expect([code, err]).toEqual([0, '']);
  for (const vendor of vendors) {
    expect(out).toMatch(new RegExp(`^${vendor} at http://127\\.0\\.0\\.1:\\d+$`, 'm'));
  }
  expect(out.match(/^passed {2}.+ \(\d+ ms\)$/gm)).toHaveLength(count);
  expect(out).toMatch(new RegExp(`\n${count} passed, 0 failed, 0 skipped\n$`));
  expect(out.split('\n')).toHaveLength(vendors.length + count + 2);
  expect(readFileSync(report, 'utf8')).toContain(`tests="${count}" failures="0" skipped="0"`);
}, 120_000);

test('what the double does not keep is told, and the exit code is 1', async () => {
  const url = await brokerWith(['one stock is read', 'one venue is read'], (text) =>
    text.replaceAll('capacity_free', 'capacity_open'),
  );
  const report = join(folder, 'failed.xml');
  const { code, out, err } = await typed(`verify --broker ${url} --tag main --junit ${report}`);
  expect([code, err]).toEqual([1, 'sosie: 1 of 2 interactions failed\n']);
  expect(out).toContain('failed  one stock is read\n');
  expect(out).toMatch(/^ {10}\$\.response: .*missing.*capacity_open$/m);
  expect(out).toContain('1 passed, 1 failed, 0 skipped\n');
  expect(readFileSync(report, 'utf8')).toContain('<failure message="$.response');
});

test('variables of pact and of a proxy do not come between', async () => {
  vi.stubEnv('HTTP_PROXY', 'http://127.0.0.1:1').stubEnv('http_proxy', 'http://127.0.0.1:1');
  vi.stubEnv('PACT_DESCRIPTION', 'no such interaction');
  const url = await brokerWith(['one venue is read']);
  const { code, out } = await typed(`verify --broker ${url}`);
  vi.unstubAllEnvs();
  expect([code, out]).toEqual([0, expect.stringContaining('1 passed, 0 failed')]);
});

test('a state that nothing can build on the double fails', async () => {
  const url = await brokerWith(['one venue is read'], (text) => text.replace('a venue', 'a hall'));
  const { code, out } = await typed(`verify --broker ${url}`);
  expect(code).toBe(1);
  expect(out).toContain('no state: nothing tells how to build “a hall”');
});

test('a request that is not signed anew is refused: states give each its own signature', async () => {
  const url = await brokerWith(['an application is told who it is'], (text) =>
    text.replaceAll('"${signature}"', '"${other}"'),
  );
  const { code, out } = await typed(`verify --broker ${url}`);
  expect([code, out]).toEqual([1, expect.stringContaining('status: expected 200 but was 401')]);
});

test('a running sosie is verified in sandboxes of its own, which go again', async () => {
  const { sosie, url } = await listeningSosie('fake-token');
  const pacts = await brokerWith(['an order is cancelled']);
  const line = `verify --broker ${pacts} --target ${url} --token fake-token`;
  expect(await typed(line)).toMatchObject({ code: 0, err: '' });
  expect(sosie.sandboxes.list().map(({ name }) => name)).toEqual(['default']);
  expect(sosie.sandbox.journal.query()).toEqual([]);
  expect(await typed(line.replace('fake-token', 'no-token'))).toMatchObject({
    code: 2,
    err: `sosie: ${url} has another admin token: check --token or SOSIE_ADMIN_TOKEN\n`,
  });
});

interface Profile {
  readonly baseUrl: string;
  readonly more?: readonly string[];
}

/** A profile with the keys of the demo, which stand for those of a real test system. */
function profile({ baseUrl, more = [] }: Profile): string {
  vi.stubEnv('FAKE_PUBLIC_KEY', 'TEST-PUBLIC-KEY').stubEnv('FAKE_PRIVATE_KEY', 'TEST-PRIVATE-KEY');
  const file = join(folder, 'profile.yaml');
  const lines = [
    'vendor: utick',
    `baseUrl: ${baseUrl}`,
    'allowedHosts: [127.0.0.1]',
    'credentials: { publicKey: $FAKE_PUBLIC_KEY, privateKey: $FAKE_PRIVATE_KEY }',
    ...more,
  ];
  writeFileSync(file, lines.join('\n'));
  return file;
}

const data = `data:
  utick:
    stocks: { hedda: 570C0000-1F2D-4C3B-8A59-000000000001 }
    venues: { grandeSalle: 5A11E000-1F2D-4C3B-8A59-000000000001 }`;
const ON_REAL = ['one venue is read', 'one stock is read', 'an order is cancelled'];

test('a real test system is brought into each state by its own calls', async () => {
  const { sosie, url } = await listeningSosie();
  const file = profile({ baseUrl: `${url}/utick`, more: ['safeToMutate: true', data] });
  const pacts = await brokerWith([...ON_REAL, 'one counter is read']);
  const { code, out } = await typed(`verify --broker ${pacts} --target ${file}`);
  expect(code).toBe(0);
  expect(out).toContain('3 passed, 0 failed, 1 skipped\n');
  // The profile knows no counter.
  expect(out).toMatch(/^skipped one counter is read: .*"data\.utick\.counters\.main" leads/m);
  const asked = sosie.sandbox.journal.query().map(({ operation }) => operation);
  expect(asked).toEqual([
    ...['ping', 'getStock', 'requestProducts', 'updateOrder'],
    ...['getStock', 'getStock', 'getVenue'],
  ]);
});

test('a profile has states of its own', async () => {
  const { url } = await listeningSosie();
  const venue = '5A11E000-1F2D-4C3B-8A59-000000000002';
  const states = `states: { a venue: [{ values: { venueId: ${venue} } }] }`;
  const file = profile({ baseUrl: `${url}/utick`, more: [states] });
  const pacts = await brokerWith(['one venue is read']);
  expect(await typed(`verify --broker ${pacts} --target ${file}`)).toMatchObject({ code: 0 });
});

test('nothing is changed where a profile does not say that it is safe', async () => {
  const { sosie, url } = await listeningSosie();
  const file = profile({ baseUrl: `${url}/utick`, more: [data] });
  const pacts = await brokerWith([...ON_REAL, 'an order in creation is read']);
  const { out } = await typed(`verify --broker ${pacts} --target ${file}`);
  expect(out).toContain('2 passed, 0 failed, 2 skipped\n');
  expect(out.match(/does not say safeToMutate: true$/gm)).toHaveLength(2);
  const reads = sosie.sandbox.journal.query().map(({ operation }) => operation);
  expect(reads.filter((one) => !['ping', 'getStock', 'getVenue'].includes(String(one)))).toEqual(
    [],
  );
});

test('a run in which all was skipped has verified nothing', async () => {
  const { url } = await listeningSosie();
  const file = profile({ baseUrl: `${url}/utick` });
  const pacts = await brokerWith(['an order is cancelled']);
  expect(await typed(`verify --broker ${pacts} --target ${file}`)).toMatchObject({
    code: 1,
    err: 'sosie: no interaction was verified: all were skipped\n',
  });
});

test('a redirect of a real system is not followed', async () => {
  const elsewhere = await listening((_, response) => void response.writeHead(200).end('{}'));
  const double = await listeningSosie();
  const system = await listening((request, response) => {
    if (!request.url?.includes('ping')) {
      return void response.writeHead(307, { location: `${elsewhere.url}/leak` }).end();
    }
    void fetch(`${double.url}/utick/v1/ping`)
      .then((pong) => pong.text())
      .then((text) => response.writeHead(200).end(text));
  });
  open.push(elsewhere, system);
  const pacts = await brokerWith(['an application is told who it is']);
  const file = profile({ baseUrl: system.url });
  const { code, out } = await typed(`verify --broker ${pacts} --target ${file}`);
  expect([code, out]).toEqual([1, expect.stringContaining('status: expected 200 but was 307')]);
  expect(elsewhere.asked).toEqual([]);
});

/** A system that calls itself something in its envelope. */
const calling = (environment: string): Promise<Listening> =>
  serving(() => ({
    ...{ success: true, response: { message: 'pong' }, environment, api_version: 1 },
    ...{ datetime: '2026-03-04T10:00:00+01:00', cached: false, status_code: 200, language: 'fr' },
  }));

test.each([
  // what is different                                   the end of the one line
  [
    { hosts: '[sapiti.ovh]' },
    '127.0.0.1 is not among the profile’s allowedHosts: nothing was sent',
  ],
  [{ key: 'PK-8f2e' }, 'does not look like that of a test system'],
])('nothing is sent unless a profile leads to a test system: %j', async (but, line) => {
  const system = await calling('test');
  open.push(system);
  const file = profile({ baseUrl: system.url });
  if ('key' in but) vi.stubEnv('FAKE_PUBLIC_KEY', but.key);
  if ('hosts' in but) {
    writeFileSync(file, readFileSync(file, 'utf8').replace('[127.0.0.1]', but.hosts));
  }
  const { code, out, err } = await typed(`verify --target ${file}`);
  expect([code, out, err]).toEqual([2, '', expect.stringContaining(line)]);
  expect(err).toMatch(/^[^\n]*\n$/);
  expect(system.asked).toEqual([]);
});

test.each(['sapiti.net', 'sapiti.net.', 'api.sapiti.net', 'SAPITI.NET'])(
  'the live system is never called, whatever a profile allows: %s',
  async (host) => {
    const file = profile({ baseUrl: `https://${host}` });
    writeFileSync(file, readFileSync(file, 'utf8').replace('[127.0.0.1]', `[${host}]`));
    const { code, err } = await typed(`verify --target ${file}`);
    expect([code, err]).toEqual([2, expect.stringContaining('is the live system of utick')]);
  },
);

test('a system that does not call itself a test system is asked once, without keys', async () => {
  const system = await calling('prod');
  open.push(system);
  const file = profile({ baseUrl: system.url });
  expect(await typed(`verify --target ${file}`)).toMatchObject({
    code: 2,
    err: `sosie: ${system.url} did not answer as a test system: it calls itself “prod”, not “test”\n`,
  });
  expect(system.asked.map(({ url }) => url)).toEqual(['/v1/ping/']);
});

test.each([
  // command line                       the one line
  ['verify --tag main', '--tag chooses among the pacts of a broker: give --broker too'],
  [
    'verify --vendor payline',
    '--vendor payline: no such vendor; known: utick, wsone, s360, monext',
  ],
  [
    'verify --target utick.yaml --token t',
    '--token is the admin token of a running sosie: --target utick.yaml has none; give its URL',
  ],
  ['verify --target none.yaml', 'none.yaml: no such file (--target: double, a URL or a profile)'],
  [
    'verify --junit /dev/null/x/y.xml',
    '--junit /dev/null/x/y.xml: its folder cannot be made (ENOTDIR)',
  ],
])('sosie %s is wrong usage, told in one line', async (line, answer) => {
  expect(await typed(line)).toEqual({ code: 2, out: '', err: `sosie: ${answer}\n` });
});

test('a URL where no sosie is is wrong usage', async () => {
  const { code, err } = await typed('verify --target http://127.0.0.1:1');
  expect([code, err]).toEqual([2, expect.stringContaining('no sosie at http://127.0.0.1:1')]);
});
