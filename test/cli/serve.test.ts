import { expect, test } from 'vitest';
import { resolveConfig } from '#server/config/index.ts';
import type { Config } from '#server/config/index.ts';
import { serve } from '../../src/cli/serve.ts';
import type { Served } from '../../src/cli/serve.ts';

const configOf = async (flags: Readonly<Record<string, unknown>> = {}): Promise<Config> =>
  (await resolveConfig({ flags, env: {}, cwd: '/', readFile: () => undefined })).config;

function double(events: string[], listen: Served['listen'] = listenFine(events)): Served {
  return {
    listen,
    banner: ({ url }) => [
      { vendor: 'Utick', url: `${url}/utick/v1`, credentials: 'public key TEST-PUBLIC-KEY' },
      { vendor: 'WsOne', url: `${url}/wsone/rest`, credentials: 'demo / demo' },
    ],
    close: async () => void events.push('sosie closed'),
  };
}

const listenFine =
  (events: string[]): Served['listen'] =>
  async ({ host, port }) => ({
    url: `http://${host}:${port}`,
    roots: {},
    close: async () => void events.push('server closed'),
  });

const failing =
  (code: string): Served['listen'] =>
  () =>
    Promise.reject(Object.assign(new Error(code), { code, port: 4360 }));

test('the banner gives one line per vendor, the control API and what the answers depend on', async () => {
  const { banner } = await serve(await configOf(), async () => double([]));
  expect(banner.split('\n')).toEqual([
    'Utick        http://127.0.0.1:4360/utick/v1    public key TEST-PUBLIC-KEY',
    'WsOne        http://127.0.0.1:4360/wsone/rest  demo / demo',
    'Control API  http://127.0.0.1:4360/_sosie/v1',
    'Data         demo, seed 1, clock running',
  ]);
});

test('closing stops listening before the sandboxes go', async () => {
  const events: string[] = [];
  const running = await serve(await configOf(), async () => double(events));
  await running.close();
  expect(events).toEqual(['server closed', 'sosie closed']);
});

test('beyond loopback a token is made up and the console URL carries it', async () => {
  const configs: Config[] = [];
  const { banner } = await serve(await configOf({ host: '0.0.0.0' }), async (config) => {
    configs.push(config);
    return double([]);
  });
  const token = configs[0]?.adminToken ?? '';
  expect(token).toMatch(/^[\w-]{32}$/);
  expect(banner).toContain(`http://0.0.0.0:4360/#token=${token}`);
});

test('a token that was given is used and not repeated in the banner', async () => {
  const flags = { host: '0.0.0.0', adminToken: 'given-token' };
  const { banner } = await serve(await configOf(flags), async (config) => {
    expect(config.adminToken).toBe('given-token');
    return double([]);
  });
  expect(banner).not.toContain('token');
});

test.each([
  ['EADDRINUSE', 'port 4360 is in use; choose another with --port, or 0 for a free one'],
  ['EACCES', 'port 4360 may not be used by this user; choose one above 1023 with --port'],
  ['EADDRNOTAVAIL', 'this machine has no address 127.0.0.1; choose another with --host'],
])('%s is explained in one line, and nothing stays open', async (code, line) => {
  const events: string[] = [];
  const started = serve(await configOf(), async () => double(events, failing(code)));
  await expect(started).rejects.toMatchObject({ name: 'UsageError', message: line });
  expect(events).toEqual(['sosie closed']);
});
