import { expect, test } from 'vitest';
import { describeConfig, resolveConfig } from '#server/config/index.ts';
import type { ConfigInputs } from '#server/config/index.ts';

type Given = Partial<Omit<ConfigInputs, 'readFile'>> & {
  readonly files?: Readonly<Record<string, string>>;
};

const resolve = ({ files = {}, ...given }: Given = {}) =>
  resolveConfig({
    flags: {},
    env: {},
    cwd: '/project',
    readFile: (path) => files[path.replace('/project/', '')],
    ...given,
  });

const yaml = (text: string): Given => ({ files: { 'sosie.config.yaml': text } });

test('starts on loopback, port 4360, with the demo data and seed 1 when nothing is said', async () => {
  const { config, sources } = await resolve();
  expect(config).toMatchObject({
    port: 4360,
    host: '127.0.0.1',
    dataset: 'demo',
    seed: 1,
    clock: { mode: 'running', at: undefined },
    selfCheck: 'warn',
    maxBodyBytes: 1_048_576,
  });
  expect(new Set(Object.values(sources))).toEqual(new Set(['default']));
});

test('a flag wins over a variable, a variable over the file, the file over the default', async () => {
  const { config, sources } = await resolve({
    flags: { port: '1' },
    env: { SOSIE_PORT: '2', SOSIE_SEED: '22' },
    files: { 'sosie.config.yaml': '# ours\nport: 3\nseed: 33\nhost: 0.0.0.0\n' },
  });
  expect([config.port, config.seed, config.host]).toEqual([1, 22, '0.0.0.0']);
  expect([sources.port, sources.seed, sources.host, sources.log]).toEqual([
    'flag --port',
    'environment SOSIE_SEED',
    'sosie.config.yaml:4',
    'default',
  ]);
});

test('settings from every source are joined, the strongest last', async () => {
  const { config, sources } = await resolve({
    flags: { set: ['utick.orderTtlMinutes=5', 'monext.note=a,b'] },
    files: { 'sosie.config.yaml': 'set:\n  utick: { orderTtlMinutes: 9, strict: true }\n' },
  });
  expect(config.set).toEqual([
    { vendor: 'utick', setting: 'orderTtlMinutes', value: '9' },
    { vendor: 'utick', setting: 'strict', value: 'true' },
    { vendor: 'utick', setting: 'orderTtlMinutes', value: '5' },
    { vendor: 'monext', setting: 'note', value: 'a,b' },
  ]);
  expect(sources.set).toBe('sosie.config.yaml:1, flag --set');
});

test('a JSON file may be indented with tabs and names the line of each key', async () => {
  const { config, sources } = await resolve({
    files: { 'sosie.config.json': '{\n\t"port": 4400,\n\t"ports": { "utick": 4401 }\n}\n' },
  });
  expect([config.port, config.ports]).toEqual([4400, { utick: 4401 }]);
  expect(sources.ports).toBe('sosie.config.json:3');
});

test('--config names another file, and so does SOSIE_CONFIG', async () => {
  const files = { 'ci.yaml': 'seed: 7', 'local.yaml': 'seed: 8' };
  const env = { SOSIE_CONFIG: 'local.yaml' };
  expect((await resolve({ files, env, file: 'ci.yaml' })).config.seed).toBe(7);
  expect((await resolve({ files, env })).config.seed).toBe(8);
});

test.each([
  // option        written                        means
  ['port', '0', 0],
  ['clock', 'running', { mode: 'running', at: undefined }],
  ['clock', 'running@2026-03-04T10:00:00+01:00', { mode: 'running', at: 1_772_614_800_000 }],
  ['clock', 'frozen@2026-03-04T09:00:00Z', { mode: 'frozen', at: 1_772_614_800_000 }],
  ['clock', '2026-03-04T09:00:00Z', { mode: 'frozen', at: 1_772_614_800_000 }],
  ['ports', 'utick=4361, s360=4362', { utick: 4361, s360: 4362 }],
  ['publicUrl', 'https://sosie.example.org/shop/', 'https://sosie.example.org/shop'],
  ['cors', true, ['*']],
  ['cors', 'http://localhost:3000,http://localhost:3001', 2],
  ['journalBytes', '64k', 65_536],
  ['journalBytes', '2MiB', 2_097_152],
  ['plain', true, true],
  ['allowHost', ['sosie,vendors.test', 'box'], ['sosie', 'vendors.test', 'box']],
] as const)('reads --%s %s', async (name, written, meaning) => {
  const { config } = await resolve({ flags: { [name]: written } });
  const value = config[name];
  expect(typeof meaning === 'number' && Array.isArray(value) ? value.length : value).toEqual(
    meaning,
  );
});

test.each<[string, Given, string]>([
  [
    'a port that is no number',
    { flags: { port: 'abc' } },
    '--port must be a whole number from 0 to 65535, not "abc"',
  ],
  [
    'a port that does not exist',
    { env: { SOSIE_PORT: '70000' } },
    'SOSIE_PORT must be a whole number from 0 to 65535, not "70000"',
  ],
  [
    'a clock without a zone',
    yaml('seed: 1\nclock: frozen@2026-03-04T10:00:00'),
    'sosie.config.yaml:2: clock must be running, running@ISO or frozen@ISO, such as frozen@2026-03-04T10:00:00+01:00, not "frozen@2026-03-04T10:00:00"',
  ],
  [
    'one port for two vendors',
    { flags: { ports: 'utick=1,s360=1' } },
    '--ports must be VENDOR=PORT pairs separated by commas, each vendor and port once, not "utick=1,s360=1"',
  ],
  [
    'a setting without a vendor',
    { flags: { set: ['ttl=5'] } },
    '--set must be VENDOR.SETTING=VALUE, such as utick.orderTtlMinutes=5, not ["ttl=5"]',
  ],
  [
    'an origin with a path',
    { flags: { cors: 'http://a.test/shop' } },
    '--cors must be true, false, *, or origins separated by commas, such as http://localhost:3000, not "http://a.test/shop"',
  ],
  [
    'a store that is not built',
    { flags: { store: 'redis' } },
    '--store must be memory: other stores are not built yet, not "redis"',
  ],
  ['an option that is not built', { flags: { tls: 'auto' } }, '--tls is not built yet'],
  [
    'an option that is not built, in a file',
    yaml('tls: auto'),
    'sosie.config.yaml:1: tls is not built yet',
  ],
  [
    'an unknown key',
    yaml('host: a\npublic-url: b'),
    'sosie.config.yaml:2: unknown option public-url; did you mean publicUrl?',
  ],
  [
    'a misspelt variable',
    { env: { SOSIE_PROT: '1' } },
    'unknown variable SOSIE_PROT; did you mean SOSIE_PORT?',
  ],
  [
    'a file that is not a mapping',
    yaml('- port'),
    'sosie.config.yaml:1: must be a mapping of options, such as "port: 4360"',
  ],
  ['a key given twice', yaml('seed: 1\nseed: 2'), 'sosie.config.yaml:2: Map keys must be unique'],
  ['a missing --config file', { file: 'no.yaml' }, 'no.yaml: no such file (--config)'],
  [
    'two files',
    { files: { 'sosie.config.yaml': '', 'sosie.config.json': '{}' } },
    'sosie.config.json and sosie.config.yaml both exist: keep one',
  ],
])('refuses %s with one line', async (_, given, line) => {
  await expect(resolve(given)).rejects.toMatchObject({ name: 'UsageError', message: line });
});

test('an unknown key that resembles nothing is answered with the known ones', async () => {
  await expect(resolve(yaml('colour: red'))).rejects.toThrow(
    /^sosie\.config\.yaml:1: unknown option colour; known: port, host, dataset/,
  );
});

test('variables of other programs and empty ones are left alone', async () => {
  const env = { SOSIE_SERVICE_HOST: '10.0.0.1', SOSIE_SEED: '', PORT: '80' };
  const { config } = await resolve({ env });
  expect([config.port, config.seed]).toEqual([4360, 1]);
});

test('the admin token is never shown, neither in the overview nor in an error', async () => {
  const resolved = await resolve({ env: { SOSIE_ADMIN_TOKEN: 's3cret' } });
  expect(resolved.config.adminToken).toBe('s3cret');
  expect(describeConfig(resolved)).not.toContain('s3cret');
  expect(describeConfig(resolved)).toMatch(/^adminToken +\*\*\* +environment SOSIE_ADMIN_TOKEN$/m);
  await expect(resolve(yaml('adminToken: [s3cret]'))).rejects.not.toThrow('s3cret');
});

test('the overview shows every option with its value and where that came from', async () => {
  const { config, sources } = await resolve({
    flags: { clock: 'frozen@2026-03-04T10:00:00+01:00' },
  });
  const lines = describeConfig({ config, sources }).split('\n');
  expect(lines).toHaveLength(Object.keys(config).length);
  expect(lines[0]).toMatch(/^port +4360 +default$/);
  expect(lines[4]).toMatch(/^clock +frozen@2026-03-04T09:00:00Z +flag --clock$/);
});
