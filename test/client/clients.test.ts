import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClients, createUtickClient, type ClientsOptions } from '#client/index.ts';
import type { Listening, Sosie } from '#server/index.ts';
import { demoSosie, keys } from './shop.ts';
import { pong, stub } from './stub.ts';

async function urlOf(options: ClientsOptions): Promise<string | undefined> {
  const { transport, requests } = stub(pong);
  const { utick } = createClients({ ...options, transport });
  await utick.ping();
  return requests[0]?.url;
}

describe('where a call goes', () => {
  test.each<readonly [string, Omit<ClientsOptions, 'utick'>, object, string]>([
    ['a double', { baseUrl: 'http://h:1' }, {}, 'http://h:1/utick/v1/ping/'],
    ['with slashes behind', { baseUrl: 'http://h:1//' }, {}, 'http://h:1/utick/v1/ping/'],
    ['mounted below a path', { baseUrl: 'http://h:1/d/' }, {}, 'http://h:1/d/utick/v1/ping/'],
    ['a sandbox', { baseUrl: 'http://h:1', sandbox: 'a' }, {}, 'http://h:1/~a/utick/v1/ping/'],
    [
      'a sandbox in the base URL, as sosie/vitest gives it',
      { baseUrl: 'http://h:1/~test-1' },
      {},
      'http://h:1/~test-1/utick/v1/ping/',
    ],
    [
      'a host of the vendor’s own, which knows no sandbox',
      { baseUrl: 'http://h:1', sandbox: 'a' },
      { baseUrl: 'https://sapiti.ovh' },
      'https://sapiti.ovh/v1/ping/',
    ],
    ['that host alone', {}, { baseUrl: 'https://sapiti.ovh/v1/' }, 'https://sapiti.ovh/v1/ping/'],
  ])('%s', async (_, options, own, url) => {
    expect(await urlOf({ ...options, utick: { ...keys, ...own } })).toBe(url);
  });

  test.each<readonly [string, object, string]>([
    ['nowhere', {}, 'option baseUrl: needed, or one for utick alone'],
    ['no URL', { baseUrl: 'sosie.test' }, 'option baseUrl: “sosie.test” is no http or https URL'],
    [
      'another protocol',
      { baseUrl: 'ftp://h' },
      'option baseUrl: “ftp://h” is no http or https URL',
    ],
    ['a query', { baseUrl: 'http://h?a=1' }, 'option baseUrl: “http://h?a=1” has more than a path'],
    [
      'a sandbox without a name',
      { baseUrl: 'http://h', sandbox: '' },
      'option sandbox: it is needed, and not empty',
    ],
  ])('%s is refused at once', (_, options, message) => {
    expect(() => createClients({ ...options, utick: keys })).toThrow(message);
  });
});

test('a vendor whose credentials were not given is told when it is asked for', () => {
  const clients = createClients({ baseUrl: 'http://h', transport: stub(pong).transport });
  expect(() => clients.utick).toThrow('option utick: no credentials were given');
});

test('what is set for all vendors can be set for one', async () => {
  const [all, own] = [stub(pong), stub(pong)];
  const options = { baseUrl: 'http://h', transport: all.transport, headers: { 'X-Trace': 'all' } };
  await createClients({ ...options, utick: keys }).utick.ping();
  const utick = { ...keys, transport: own.transport, headers: { 'X-Trace': 'own' } };
  await createClients({ ...options, utick }).utick.ping();
  expect(all.requests.map(({ headers }) => headers['x-trace'])).toEqual(['all']);
  expect(own.requests.map(({ headers }) => headers['x-trace'])).toEqual(['own']);
});

describe('a sandbox of a sosie that listens', () => {
  let sosie: Sosie;
  let server: Listening;
  beforeAll(async () => {
    sosie = await demoSosie();
    server = await sosie.listen({ port: 0 });
    const credentials = { utick: { publicKey: 'MY-PUBLIC', privateKey: 'MY-PRIVATE' } };
    await sosie.sandboxes.create({ name: 'mine', credentials });
  });
  afterAll(() => sosie.close());

  const exchanges = (): readonly number[] =>
    ['default', 'mine'].map((name) => sosie.sandboxes.get(name).journal.query({}).length);

  test('is chosen by the option, by a header or by the credential', async () => {
    const baseUrl = server.url;
    const byPath = createClients({ baseUrl, sandbox: 'mine', utick: keys });
    const byHeader = createClients({ baseUrl, headers: { 'X-Sandbox': 'mine' }, utick: keys });
    const byKey = createUtickClient({
      baseUrl: `${baseUrl}/utick`,
      publicKey: 'MY-PUBLIC',
      privateKey: 'MY-PRIVATE',
    });
    expect(await byPath.utick.listOrders()).toMatchObject({ ok: true });
    expect(await byHeader.utick.listOrders()).toMatchObject({ ok: true });
    expect(await byKey.authenticate()).toMatchObject({ ok: true });
    expect(exchanges()).toEqual([0, 3]);
    await Promise.all([byPath.close(), byHeader.close(), byKey.close()]);
  });

  test('that is not there refuses in the vendor’s words', async () => {
    const { utick, close } = createClients({ baseUrl: server.url, sandbox: 'mien', utick: keys });
    expect(await utick.ping()).toMatchObject({
      ok: false,
      failure: { code: 404, message: expect.stringContaining('Unknown sandbox: mien') as string },
    });
    await close();
  });
});
