import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSosie, type Sosie } from '#server/index.ts';
import { NOON } from '../support/utick.ts';

let sosie: Sosie;
beforeAll(async () => {
  sosie = await createSosie({ clock: NOON, hardened: true });
});
afterAll(() => sosie.close());

const soapService =
  '/s360/tnseb/external-remoting/com.secutix.service.realtime.externalorder.v1_33.ExternalOrderService.webservice';

test.each([
  ['S-360 over REST', 'GET', '/s360/tnseb/backend-apis/catalogService/v1_33/getPOSConfig', 'POST'],
  ['S-360 over SOAP', 'PUT', soapService, 'POST'],
  ['Utick', 'PATCH', '/utick/v1/shop/products//', 'POST, GET, DELETE'],
])('%s answers 405 to %s and tells in Allow what it takes', async (_, method, url, allowed) => {
  const answer = await sosie.handle({ method, url, headers: {} });
  expect(answer).toMatchObject({ kind: 'answer', status: 405, headers: { allow: allowed } });
});
