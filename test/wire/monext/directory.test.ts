import { expect, test } from 'vitest';
import { createSosie, type Sosie } from '#server/index.ts';
import { answerOf, authorisation, basicOf, MERCHANT, requestXml } from '../../support/monext.ts';

const DIRECTORY = `/services/servicesendpoints/SOAP/${MERCHANT}`;

interface Directory {
  readonly urls: readonly string[];
  readonly ttl: number;
}

async function directoryOf(sosie: Sosie, url: string): Promise<Directory> {
  const headers = { host: 'double.example:4360' };
  const response = await sosie.handle({ method: 'GET', url, headers, body: '' });
  if (response.kind !== 'answer') throw new Error(response.kind);
  return JSON.parse(String(response.body)) as Directory;
}

test('the directory names two addresses of one double', async () => {
  const sosie = await createSosie({ hardened: true });
  await sosie.sandboxes.create({ name: 'mine' });
  const host = 'http://double.example:4360';
  expect(await directoryOf(sosie, `/monext${DIRECTORY}`)).toEqual({
    urls: [`${host}/monext/V4`, `${host}/~default/monext/V4`],
    ttl: 60,
  });
  expect((await directoryOf(sosie, `/~mine/monext${DIRECTORY}`)).urls).toEqual([
    `${host}/~mine/monext/V4`,
    `${host}/~%6dine/monext/V4`,
  ]);
  await sosie.close();
});

test('each address of the directory leads into the sandbox that was asked', async () => {
  const sosie = await createSosie({ hardened: true });
  await sosie.sandboxes.create({ name: 'mine' });
  for (const [prefix, sandbox] of [
    ['', 'default'],
    ['/~mine', 'mine'],
  ]) {
    for (const url of (await directoryOf(sosie, `${prefix}/monext${DIRECTORY}`)).urls) {
      const answer = await pay(sosie, url);
      expect([url, answer.headers['x-sosie-exchange']?.split('.')[0]]).toEqual([url, sandbox]);
    }
  }
  await sosie.close();
});

/** As a client of the vendor's sends it: `/services/<API>` behind an address of the directory. */
async function pay(sosie: Sosie, address: string) {
  const response = await sosie.handle({
    method: 'POST',
    url: `${new URL(address).pathname}/services/DirectPaymentAPI`,
    headers: { 'content-type': 'text/xml', authorization: basicOf() },
    body: requestXml('doAuthorization', authorisation()),
  });
  if (response.kind !== 'answer') throw new Error(`no answer but ${response.kind}`);
  return answerOf(response.status, response.headers, String(response.body));
}

/** The same over a socket, as a program that knows nothing of sosie. */
async function payOverHttp(address: string, headers: Record<string, string>) {
  const response = await fetch(`${address}/services/DirectPaymentAPI`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml', authorization: basicOf(), ...headers },
    body: requestXml('doAuthorization', authorisation()),
  });
  return answerOf(response.status, Object.fromEntries(response.headers), await response.text());
}

test('a payment whose answer was lost, sent again to the second address, is taken once', async () => {
  const sosie = await createSosie({ clock: '2026-03-04T10:00:00+01:00', hardened: true });
  const { url } = await sosie.listen({ port: 0 });
  const answer = await fetch(`${url}/monext${DIRECTORY}`);
  const [first = '', second = ''] = ((await answer.json()) as Directory).urls;
  await sosie.sandbox.faults.add({
    when: { vendor: 'monext', operation: 'doAuthorization' },
    phase: 'after',
    then: { kind: 'status', status: 504 },
    times: 1,
  });
  const paymentsBefore = sosie.sandbox.state('monext', 'payments').total;
  expect((await payOverHttp(first, {})).status).toBe(504);
  const again = await payOverHttp(second, {
    'x-failover-cause': 'HTTP 504',
    'x-failover-duration': '1.2',
    'x-failover-origin': first,
    'x-failover-index': '1',
  });
  expect([again.status, again.code, again.text('transaction/isDuplicated')]).toEqual([
    200,
    '02001',
    '1',
  ]);
  expect(sosie.sandbox.state('monext', 'payments').total).toBe(paymentsBefore + 1);
  await sosie.close();
});
