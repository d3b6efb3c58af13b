import { afterEach, expect, test } from 'vitest';
import { pactsFromBroker } from '#harness/verify/broker.ts';
import { broker, serving, type Listening } from './http.ts';

const open: Listening[] = [];
afterEach(() => open.splice(0).forEach(({ close }) => close()));

async function opened(server: Promise<Listening>): Promise<Listening> {
  open.push(await server);
  return server;
}

const pact = { consumer: { name: 'shop' }, provider: { name: 'utick' }, interactions: [] };

const fetched = (url: string, but = {}) =>
  pactsFromBroker({ url, provider: 'utick', env: {}, ...but });

test('the latest pacts with a provider are found by the links of the broker', async () => {
  const { url } = await opened(serving(broker(pact)));
  expect(await fetched(url)).toEqual([{ from: `${url}/pacts/shop`, text: JSON.stringify(pact) }]);
});

test('a tag chooses among them', async () => {
  const { url } = await opened(serving(broker(pact)));
  expect(await fetched(url, { tag: 'main' })).toMatchObject([{ from: `${url}/pacts/main` }]);
});

test.each([
  [{ PACT_BROKER_TOKEN: 'fake-token' }, 'Bearer fake-token'],
  [{ PACT_BROKER_USERNAME: 'fake', PACT_BROKER_PASSWORD: 'pass' }, 'Basic ZmFrZTpwYXNz'],
])('the broker is told who asks', async (env, authorization) => {
  const { url, asked } = await opened(serving(broker(pact)));
  await fetched(url, { env });
  const told = new Set(asked.map(({ headers }) => headers.authorization));
  expect(told).toEqual(new Set([authorization]));
});

test('who asks is told to nobody else, wherever a link leads', async () => {
  const other = await opened(serving(() => pact));
  const list = { _links: { 'pb:pacts': [{ href: `${other.url}/elsewhere` }] } };
  const { url } = await opened(
    serving((path, self) => (path.endsWith('/latest') ? list : broker(pact)(path, self))),
  );
  await fetched(url, { env: { PACT_BROKER_TOKEN: 'fake-token' } });
  expect(other.asked.map(({ headers }) => headers.authorization)).toEqual([undefined]);
});

test('what is no broker is named in one line', async () => {
  const { url, close } = await opened(serving(() => ({ pong: true })));
  await expect(fetched(url)).rejects.toThrow(`${url}: this is no pact broker`);
  close();
  await expect(fetched(url)).rejects.toThrow(`${url}: no answer (`);
});

test('a tag that no pact has is named', async () => {
  const { url } = await opened(serving(broker(pact)));
  const nothing = `${url}/pacts/provider/utick/latest/none: the broker has no such pacts`;
  await expect(fetched(url, { tag: 'none' })).rejects.toThrow(nothing);
});
