import { expect, test } from 'vitest';
import { monext } from '#harness/vendors/monext.ts';
import { createSosie } from '#server/index.ts';
import { basicOf } from '../support/monext.ts';

const keys = { merchantId: '12345678901234', accessKey: 'abCdeFgHiJKLmNoPqrst' };
const { merchantId, accessKey } = keys;

test.each([
  ['with-its-own-key', { merchantId, authorization: basicOf(merchantId, accessKey) }],
  ['with-another-private-key', { authorization: basicOf(merchantId, `not-${accessKey}`) }],
  ['with-an-unknown-public-key', { authorization: basicOf('00000000000000', accessKey) }],
] as const)('a call signed %s carries what Basic needs', (how, carried) => {
  expect(monext.sign(keys, how, 0)).toEqual(carried);
});

test('a double is a test system, whoever shows no WSDL is none, nor is another host', async () => {
  const sosie = await createSosie();
  const server = await sosie.listen({ port: 0 });
  expect(await monext.probe(`${server.url}/monext/`)).toBeUndefined();
  expect(await monext.probe(`${server.url}/monext/V4/services`)).toBeUndefined();
  expect(await monext.probe(server.url)).toMatch(/^it shows no WSDL of its ExtendedAPI \(HTTP 404/);
  await sosie.close();
  expect(await monext.probe('https://services.payline.com')).toBe(
    'services.payline.com is no homologation host of the vendor’s',
  );
  expect(await monext.probe('https://homologation.payline.com.example.com')).toContain('is no');
  expect(await monext.probe(`${server.url}/monext`)).toContain('ECONNREFUSED');
});

test('a state is built by the vendor’s own calls, and what is refused is told', async () => {
  const sosie = await createSosie();
  const server = await sosie.listen({ port: 0 });
  const caller = monext.callerAt(`${server.url}/monext`, keys);
  const details = await caller.call('getTransactionDetails', { orderRef: 'COAT-1' });
  expect(details).toMatchObject({ transaction: { type: 'AUTHOR' }, payment: { amount: '12900' } });
  await expect(caller.call('doReset', { transactionID: '1' })).rejects.toThrow(
    'monext.doReset is refused: 02301 Transaction ID  is invalid.',
  );
  await expect(caller.call('doNothing', {})).rejects.toThrow('monext has no operation doNothing');
  await caller.close();
  await sosie.close();
});
