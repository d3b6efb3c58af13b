import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSosie, type Sosie } from '#server/index.ts';
import { listening } from '../harness/http.ts';
import { typed } from './typed.ts';

const folder = mkdtempSync(join(tmpdir(), 'sosie-profile-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A double stands for the vendor's test system: it knows nothing of sandboxes then. */
let sosie: Sosie;
let url: string;

beforeEach(async () => {
  sosie = await createSosie();
  ({ url } = await sosie.listen({ port: 0 }));
  vi.stubEnv('FAKE_PUBLIC_KEY', 'TEST-PUBLIC-KEY').stubEnv('FAKE_PRIVATE_KEY', 'TEST-PRIVATE-KEY');
  return () => sosie.close();
});
afterEach(() => vi.unstubAllEnvs());

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const profile = (...more: readonly string[]): string =>
  file(
    'profile.yaml',
    [
      'vendor: utick',
      `baseUrl: ${url}/utick`,
      'allowedHosts: [127.0.0.1]',
      'credentials: { publicKey: $FAKE_PUBLIC_KEY, privateKey: $FAKE_PRIVATE_KEY }',
      ...more,
    ].join('\n'),
  );

const DATA = `data:
  utick:
    stocks: { hedda: 570C0000-1F2D-4C3B-8A59-000000000001 }
    categories: { hedda_single: CA7E6000-1F2D-4C3B-8A59-000000000001 }
    prices: { hedda_single_full: 9A1CE000-1F2D-4C3B-8A59-000000000001 }
    contacts: { lecomte: 0C1A5E51-6B7D-4E52-9E0B-1F2D3C4B5A60 }`;

const asked = (): readonly string[] =>
  sosie.sandbox.journal.query().map(({ operation }) => String(operation));

test('a real system is called, and what only a double can do is skipped with the reason', async () => {
  const { code, out } = await typed(
    `replay utick-order-expires --target ${profile('safeToMutate: true', DATA)} --junit ${folder}/ci.xml`,
  );
  expect(code).toBe(0);
  expect(readFileSync(join(folder, 'ci.xml'), 'utf8')).toContain(
    '<system-out>  step 5 skipped: only a double sets its clock',
  );
  expect(out.split('\n').slice(0, 4)).toEqual([
    'passed in part utick-order-expires',
    '  step 5 skipped: only a double sets its clock, and a minute is the most that is waited',
    '  steps 6 to 10 skipped: after step 5, which was skipped',
    '  step 11 skipped: only a double looks inside',
  ]);
  expect(out).toMatch(/^1 passed, 1 of them in part, 0 failed \(utick at http:.*\)$/m);
  expect(asked()).toEqual(['ping', 'getStock', 'requestProducts', 'getOrder', 'getStock']);
});

test('where it is not said to be safe, nothing that changes something is sent', async () => {
  const { code, out } = await typed(`replay utick-confirm-at-expiry --target ${profile(DATA)}`);
  expect(out).toContain(
    'skipped utick-confirm-at-expiry: it changes something, and the profile does not say safeToMutate: true\n',
  );
  expect(out).toContain('0 passed, 0 failed, 1 skipped');
  expect(out).toContain('nothing was checked');
  expect(code).toBe(1);
  expect(asked()).toEqual(['ping']);
});

test.each([
  ['utick-refund-one-of-three', '', /the profile’s data has no "utick"/],
  ['utick-last-seat-race', DATA, /the profile’s data\.utick\.stocks has no "reading"/],
  ['settings', DATA, /it wants settings, which only a double has/],
  ['faults', DATA, /it starts with faults, which only a double has/],
  ['lost', DATA, /only a double loses an answer on purpose/],
  ['notified', DATA, /only a double shows what it sends/],
  ['action', DATA, /only a double does what happens behind the counter/],
])('%s is skipped, not passed', async (name, data, reason) => {
  const stories: Readonly<Record<string, string>> = {
    settings:
      'given: { settings: { utick: { orderTtlMinutes: 5 } } }\nsteps: [{ call: utick.ping }]',
    faults:
      'given: { faults: [{ phase: before, then: { kind: reset } }] }\nsteps: [{ call: utick.ping }]',
    lost: 'steps: [{ call: utick.ping, lost: { kind: reset } }]',
    notified: 'steps: [{ expect: { notification: { type: x } } }]',
    action: 'steps: [{ action: utick/refund, with: { orderid: x } }, { call: utick.ping }]',
  };
  const story = stories[name];
  const named = story === undefined ? name : file(`${name}.yaml`, `scenario: A\n${story}`);
  const { code, out } = await typed(
    `replay ${named} --target ${profile('safeToMutate: true', data)}`,
  );
  expect(out).toMatch(reason);
  expect(out).toContain('0 passed, 0 failed, 1 skipped');
  expect(code).toBe(1);
});

test('a short clock step waits, and our own word for a refusal is left unchecked', async () => {
  const path = file(
    'short.yaml',
    `scenario: A
steps:
  - clock: { advance: PT0.3S }
  - call: utick.getOrder
    with: { id: x }
    refuse: { code: 404, failure: order-closed }
  - call: utick.listOrders
    expect: { orders: { $contains: [{ status: { id: 30 } }] } }
finally: { invariants: hold }
`,
  );
  const started = performance.now();
  const { code, out } = await typed(`replay ${path} --target ${profile()}`);
  expect(performance.now() - started).toBeGreaterThan(300);
  expect(code).toBe(0);
  expect(out).toContain(
    '  step 2 unchecked: failure order-closed: only a double knows this word\n',
  );
  expect(out).toContain('  step 4 skipped: only a double looks inside\n');
});

test('no host is called but that of the profile: a redirect is not followed', async () => {
  const elsewhere = await listening((_, response) => void response.writeHead(200).end('{}'));
  const system = await listening((request, response) => {
    if (!request.url?.includes('ping')) {
      return void response.writeHead(307, { location: `${elsewhere.url}/leak` }).end();
    }
    void fetch(`${url}/utick/v1/ping`)
      .then((pong) => pong.text())
      .then((text) => response.writeHead(200).end(text));
  });
  const path = file('told.yaml', 'scenario: A\nsteps: [{ call: utick.authenticate }]\n');
  const at = profile();
  writeFileSync(at, readFileSync(at, 'utf8').replace(`${url}/utick`, system.url));
  const { code, out } = await typed(`replay ${path} --target ${at}`);
  elsewhere.close();
  system.close();
  expect([code, out]).toEqual([1, expect.stringContaining('307')]);
  expect(elsewhere.asked).toEqual([]);
  expect(system.asked.map((request) => request.url)).toContain('/v1/system/authenticate/');
});

test('a key that is written down in a profile is refused, and not repeated', async () => {
  const at = profile();
  writeFileSync(at, readFileSync(at, 'utf8').replace('$FAKE_PRIVATE_KEY', 'TEST-WRITTEN-KEY'));
  const { code, err } = await typed(`replay --target ${at}`);
  expect(code).toBe(2);
  expect(err).toBe(
    `sosie: ${at}:4: credentials.privateKey: write $NAME of an environment variable, never the key\n`,
  );
  expect(asked()).toEqual([]);
});

test('what fails there is told as on a double, with the command to do it again', async () => {
  const path = file(
    'bad.yaml',
    'scenario: A\nsteps: [{ call: utick.getOrder, with: { id: x } }]\n',
  );
  const at = profile();
  const { code, out } = await typed(`replay ${path} --target ${at} --json ${folder}/report.json`);
  expect(code).toBe(1);
  expect(out).toContain(`again: npx sosie replay ${path} --seed 1 --target ${at}\n`);
});

test('a report shows the calls to a real system with what is sensitive masked', async () => {
  const path = file('signed.yaml', 'scenario: A\nsteps: [{ call: utick.authenticate }]\n');
  const report = join(folder, 'signed.html');
  await typed(`replay ${path} --target ${profile()} --html ${report}`);
  const page = readFileSync(report, 'utf8');
  expect(page).toContain('GET /v1/system/authenticate');
  expect(page).toContain('Test application');
  expect(page).not.toContain('TEST-PRIVATE-KEY');
});

test.each([
  [
    '',
    'replay --target none.yaml',
    'sosie: none.yaml: no such file (--target: double, a URL or a profile)\n',
  ],
  [
    'allowedHosts: [sapiti.ovh]',
    '',
    'sosie: 127.0.0.1 is not among the profile’s allowedHosts: nothing was sent\n',
  ],
])(
  'nothing is sent unless a profile leads to a test system: %s%s',
  async (change, line, answer) => {
    const path = profile();
    const text = `vendor: utick\nbaseUrl: ${url}/utick\n${change}\ncredentials: { publicKey: $FAKE_PUBLIC_KEY, privateKey: $FAKE_PRIVATE_KEY }\n`;
    writeFileSync(path, text);
    const { code, err } = await typed(line === '' ? `replay --target ${path}` : line);
    expect({ code, err }).toEqual({ code: 2, err: answer });
    expect(asked()).toEqual([]);
  },
);
