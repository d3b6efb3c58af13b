import { describe, expect, test } from 'vitest';
import { refusalOf, type Caller } from '#server/control/guard.ts';
import type { Config } from '#server/index.ts';
import { open } from './control-asking.ts';

const local: Caller = {
  host: '127.0.0.1:4360',
  origin: undefined,
  authorization: undefined,
  addresses: ['127.0.0.1', '127.0.0.1'],
};
const bare = { adminToken: undefined, publicUrl: undefined, allowHost: [] };
const guarded = { ...bare, adminToken: 'secret' };
const withToken = { authorization: 'Bearer secret' };
const far = { addresses: ['10.1.2.3', '10.1.2.4'] };

const verdict = (
  config: Pick<Config, 'adminToken' | 'publicUrl' | 'allowHost'>,
  caller: Partial<Caller>,
): string => {
  const refusal = refusalOf(config, { ...local, ...caller });
  return refusal ? `${refusal.status} ${refusal.kind}` : 'welcome';
};

describe('under which names it may be called', () => {
  test.each([
    ['localhost', 'welcome'],
    ['LOCALHOST:80', 'welcome'],
    ['127.9.9.9:1', 'welcome'],
    ['[::1]:4360', 'welcome'],
    ['sosie.example.org:4360', 'welcome'],
    ['double.lan', 'welcome'],
    ['evil.example', '403 host-refused'],
    ['localhost.evil.example', '403 host-refused'],
    ['127.0.0.1.evil.example:80', '403 host-refused'],
    ['0.0.0.0:4360', '403 host-refused'],
    [undefined, '403 host-refused'],
  ])('Host %s: %s', (host, expected) => {
    const config = { ...bare, publicUrl: 'https://sosie.example.org', allowHost: ['Double.lan'] };
    expect(verdict(config, { host })).toBe(expected);
  });

  test('a valid token opens it under any name', () => {
    expect(verdict(guarded, { host: 'evil.example', ...withToken })).toBe('welcome');
    expect(verdict(guarded, { host: 'evil.example', authorization: 'Bearer guess' })).toBe(
      '403 host-refused',
    );
  });
});

describe('which pages may call it', () => {
  test.each([
    ['http://127.0.0.1:4360', 'welcome'],
    ['https://127.0.0.1:4360', 'welcome'],
    ['https://sosie.example.org', 'welcome'],
    ['http://127.0.0.1:8080', '403 origin-refused'],
    ['http://evil.example', '403 origin-refused'],
    ['null', '403 origin-refused'],
  ])('Origin %s: %s', (origin, expected) => {
    const config = { ...bare, publicUrl: 'https://sosie.example.org/double' };
    expect(verdict(config, { origin })).toBe(expected);
  });

  test('a page from elsewhere is refused even with a valid token', () => {
    expect(verdict(guarded, { origin: 'http://evil.example', ...withToken })).toBe(
      '403 origin-refused',
    );
  });
});

describe('the admin token', () => {
  test.each([
    // config   caller                                        verdict
    [guarded, {}, '401 token-needed'],
    [guarded, { authorization: 'Bearer wrong' }, '401 token-needed'],
    [guarded, { authorization: 'Basic secret' }, '401 token-needed'],
    [guarded, withToken, 'welcome'],
    [guarded, { authorization: 'bearer  secret ' }, 'welcome'],
    [guarded, { ...withToken, ...far }, 'welcome'],
    [bare, far, '403 token-needed'],
    [bare, { addresses: ['::ffff:127.0.0.1', '::1'] }, 'welcome'],
    [bare, { addresses: ['127.0.0.1', '10.1.2.4'] }, '403 token-needed'],
    [bare, { addresses: [undefined, '127.0.0.1'] }, '403 token-needed'],
  ])('%j with %j: %s', (config, caller, expected) => {
    expect(verdict(config, caller)).toBe(expected);
  });
});

describe('over HTTP', () => {
  test('with a token set every call needs it, but nobody needs it to ask for the health', async () => {
    const { agent, sosie } = await open({ config: { adminToken: 'secret' } });
    const refused = await agent.get('/_sosie/v1/sandboxes');
    expect(refused.status).toBe(401);
    expect(refused.headers['www-authenticate']).toBe('Bearer');
    expect(refused.body).toMatchObject({ title: 'A token is needed' });
    for (const path of ['/_sosie/openapi.json', '/_sosie/contracts', '/_sosie/nothing']) {
      expect((await agent.get(path)).status, path).toBe(401);
    }
    const right = await agent.get('/_sosie/v1/sandboxes').set('authorization', 'Bearer secret');
    expect(right.status).toBe(200);
    expect((await agent.get('/_sosie/health').set('host', 'anything.example')).status).toBe(200);
    await sosie.close();
  });

  test('a page from elsewhere cannot make a sandbox, nor can one under another name', async () => {
    const { agent, sosie } = await open();
    const make = () => agent.post('/_sosie/v1/sandboxes').send({ name: 'a' });
    expect((await make().set('origin', 'http://evil.example')).status).toBe(403);
    expect((await make().set('host', 'evil.example')).status).toBe(403);
    expect((await make()).status).toBe(201);
    await sosie.close();
  });

  test('answers are kept by no cache and taken for nothing but what they say', async () => {
    const { agent, sosie } = await open();
    const { headers } = await agent.get('/_sosie/v1/sandboxes');
    expect(headers).toMatchObject({
      ...{ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
    });
    expect(headers).not.toHaveProperty('x-powered-by');
    await sosie.close();
  });
});
