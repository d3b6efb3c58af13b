import { expect, test } from 'vitest';
import { signedToken } from '#client/s360/jwt.ts';
import { s360 } from '#harness/vendors/s360.ts';
import { createSosie } from '#server/index.ts';
import { NOON_INSTANT } from '../support/utick.ts';

const keys = { operator: 'MOSA_B2C', secret: 'P@ssw0rd' };

test('an operator signs its own token as the vendor documents it, and the double lets it in', async () => {
  const sosie = await createSosie();
  await sosie.sandbox.settings.set('s360', { jwtRules: 'strict' });
  const statusAt = async (ageMs: number, secret = keys.secret): Promise<number> => {
    const token = signedToken({ ...keys, secret }, NOON_INSTANT - ageMs);
    const response = await sosie.handle({
      ...{ method: 'POST', url: '/s360/tnseb/backend-apis/catalogService/v1_33/getPOSConfig' },
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...{ body: '{}', receivedAt: NOON_INSTANT },
    });
    return response.kind === 'answer' ? response.status : 0;
  };
  expect(await statusAt(0)).toBe(200);
  expect(await statusAt(31_000)).toBe(401);
  expect(await statusAt(0, 'another')).toBe(401);
  await sosie.close();
});

test.each([
  ['with-its-own-key', keys],
  ['with-another-private-key', { ...keys, secret: 'not-P@ssw0rd' }],
  ['with-an-unknown-public-key', { ...keys, operator: 'TEST_UNKNOWN_OPERATOR' }],
] as const)('a call signed %s carries what both wires need', (how, carried) => {
  const authorization = `Bearer ${signedToken(carried, NOON_INSTANT)}`;
  expect(s360.sign(keys, how, NOON_INSTANT)).toEqual({ ...carried, authorization });
});

test('a double is a test system, whoever shows no WSDL is none, nor is another host', async () => {
  const sosie = await createSosie();
  const server = await sosie.listen({ port: 0 });
  expect(await s360.probe(`${server.url}/s360/`)).toBeUndefined();
  expect(await s360.probe(server.url)).toMatch(
    /^it shows no WSDL of its CatalogService \(HTTP 404\)/,
  );
  await sosie.close();
  expect(await s360.probe('https://mosa.ws.secutix.com')).toBe(
    'mosa.ws.secutix.com is no demo-ws or pp-ws host of the vendor’s',
  );
  expect(await s360.probe(`${server.url}/s360`)).toContain('ECONNREFUSED');
});
