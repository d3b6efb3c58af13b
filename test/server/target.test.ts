import { expect, test } from 'vitest';
import { resolveTarget } from '#server/config/index.ts';
import type { TargetFlags } from '#server/config/index.ts';

interface Given {
  readonly flags?: TargetFlags;
  readonly env?: Readonly<Record<string, string>>;
  readonly file?: string;
}

const target = ({ flags = {}, env = {}, file }: Given = {}) =>
  resolveTarget(flags, {
    env,
    cwd: '/project',
    readFile: (path) => (path === '/project/sosie.config.yaml' ? file : undefined),
  });

test('a command that is told nothing steers the sosie that would be started here', async () => {
  expect(await target()).toEqual({ url: 'http://127.0.0.1:4360', token: undefined });
  const file = 'port: 4400\nadminToken: of-the-file\n';
  expect(await target({ file })).toEqual({ url: 'http://127.0.0.1:4400', token: 'of-the-file' });
  const { url } = await target({ file, env: { SOSIE_PORT: '4401' } });
  expect(url).toBe('http://127.0.0.1:4401');
});

test('an address is taken from the flag, else from the variable', async () => {
  const env = { SOSIE_URL: 'http://two:2/' };
  expect((await target({ env })).url).toBe('http://two:2');
  expect((await target({ env, flags: { url: 'https://one/base/' } })).url).toBe('https://one/base');
});

test('a token is taken from the flag, else from the variable', async () => {
  const env = { SOSIE_ADMIN_TOKEN: 'of-the-variable' };
  const url = 'http://one:1';
  expect((await target({ env, flags: { url } })).token).toBe('of-the-variable');
  expect((await target({ env, flags: { url, token: 'given' } })).token).toBe('given');
});

test('the token of a file is not sent to an address that the file does not name', async () => {
  const file = 'adminToken: of-the-file\n';
  expect((await target({ file, flags: { url: 'http://one:1' } })).token).toBeUndefined();
  expect((await target({ file, env: { SOSIE_URL: 'http://one:1' } })).token).toBeUndefined();
});

test.each([
  ['0.0.0.0', 'http://127.0.0.1:4360'],
  ['::', 'http://127.0.0.1:4360'],
  ['::1', 'http://[::1]:4360'],
  ['10.0.0.7', 'http://10.0.0.7:4360'],
])('a sosie that listens on %s is called at %s', async (host, url) => {
  expect((await target({ env: { SOSIE_HOST: host } })).url).toBe(url);
});

test.each([
  [{ flags: { url: 'localhost:4360' } }, '--url must be an http or https URL'],
  [{ env: { SOSIE_URL: 'ftp://one' } }, 'SOSIE_URL must be an http or https URL'],
  [{ env: { SOSIE_PORT: '0' } }, 'which port? 0 means any free one'],
])('what names no address is said in one line: %j', async (given, line) => {
  await expect(target(given)).rejects.toThrow(line);
});
