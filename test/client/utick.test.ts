import { describe, expect, test } from 'vitest';
import { createUtickClient, type UtickOptions } from '#client/index.ts';
import { callNamed, clientBehind, demoSosie, hedda, LECOMTE, utickOf, valueOf } from './shop.ts';
import { pong, stub } from './stub.ts';

/** What a call puts on the wire. */
async function sent(name: string, message: object, options: Partial<UtickOptions> = {}) {
  const { transport, requests } = stub(pong);
  const utick = clientBehind(transport, { ...options, validate: false });
  await callNamed(utick, name, message);
  const [request] = requests;
  const body = JSON.parse(request?.body ?? '') as Readonly<Record<string, unknown>>;
  return {
    path: request?.url.replace('http://sosie.test/utick', ''),
    headers: request?.headers,
    body,
  };
}

const signedFields = ['publickey', 'timestamp', 'signature'];

describe('the signature', () => {
  test.each([
    // public key        private key         time                    signature: the vendor's client gives the same
    [
      'TEST-PUBLIC-KEY',
      'TEST-PRIVATE-KEY',
      '2026-11-21T19:35:58Z',
      'e08e7376b5e138422d5801763854abd592d6be23c50cf8a1aea2cf5ba9d0da62',
    ],
    [
      'TEST-PUBLIC-KEY',
      'not-the-key',
      '2026-11-21T19:35:58Z',
      '0ae92acddbf9219ef0fea03af9575889abd0a26f88395069f4d6198caf6500bb',
    ],
  ])(
    'of %s with %s at %s is what the vendor’s own client makes',
    async (publicKey, privateKey, at, signature) => {
      const clock = (): number => Date.parse(at);
      const { body } = await sent('authenticate', {}, { publicKey, privateKey, clock });
      expect(body).toEqual({
        publickey: publicKey,
        timestamp: at.replace('Z', '+00:00'),
        signature,
      });
    },
  );

  test('that does not fit is refused by the vendor, not thrown', async () => {
    const sosie = await demoSosie();
    const answer = await utickOf(sosie, { privateKey: 'not-the-key' }).authenticate();
    expect(answer).toMatchObject({ ok: false, failure: { code: 401 } });
    await sosie.close();
  });

  test('is not made for ping, which anybody may call', async () => {
    const { body } = await sent('ping', {});
    expect(body).toEqual({});
  });
});

describe('the body', () => {
  test('holds what is no part of the path', async () => {
    const { path, body } = await sent('attachProduct', { id: '7', mainproductid: '8' });
    expect(path).toBe('/v1/shop/products/7/attach/');
    expect(Object.keys(body)).toEqual([...signedFields, 'mainproductid']);
  });

  test('says in which language to answer and for whom, when the client was told', async () => {
    const { body } = await sent('listStocks', {}, { language: 'nl', username: 'desk-1' });
    expect(body).toMatchObject({ language: 'nl', username: 'desk-1' });
  });

  test('follows the message where both say something', async () => {
    const options = { language: 'nl', username: 'desk-1' };
    const { body } = await sent('createOrder', { language: 'fr' }, options);
    expect(body).toMatchObject({ language: 'fr', username: 'desk-1' });
  });

  test('names the device where one has to ask, and only there', async () => {
    const options = { deviceId: 'TEST-DEVICE' };
    expect((await sent('getDevice', {}, options)).body).toMatchObject({ deviceid: 'TEST-DEVICE' });
    expect((await sent('listEvents', {}, options)).body).not.toHaveProperty('deviceid');
  });

  test('keeps null, and leaves out what is undefined', async () => {
    const message = { lastname: 'Dupont', birthdate: null, city: undefined };
    const { body } = await sent('createContact', message);
    expect(Object.keys(body)).toEqual([...signedFields, 'lastname', 'birthdate']);
  });
});

describe('the path', () => {
  test.each([
    ['a stock of a time slot', '57-TS-71', '57-TS-71'],
    ['a slash and a blank', 'a/b c', 'a%2Fb%20c'],
    ['a query', 'a?b#c', 'a%3Fb%23c'],
    ['letters beyond ASCII', 'é', '%C3%A9'],
  ])('takes %s as one id', async (_, id, segment) => {
    expect((await sent('getStock', { id })).path).toBe(`/v1/shop/products/stocks/${segment}/`);
  });

  test('takes a number as its digits', async () => {
    expect((await sent('getStock', { id: 7 })).path).toBe('/v1/shop/products/stocks/7/');
  });

  test.each<readonly [string, object, string]>([
    ['missing', {}, '“id” is missing: it is part of the path'],
    ['empty', { id: '' }, '“id” is empty: it is part of the path'],
    ['a step up', { id: '..' }, '“id” is .., which is no id'],
    ['a step nowhere', { id: '.' }, '“id” is ., which is no id'],
    ['no text', { id: null }, '“id” is no text: it is part of the path'],
    ['a list', { id: ['7'] }, '“id” is no text: it is part of the path'],
  ])(
    'is not made of an id that is %s: the order would lose all products',
    async (_, message, why) => {
      const { transport, requests } = stub(pong);
      const call = callNamed(clientBehind(transport), 'deleteProduct', message);
      await expect(call).rejects.toMatchObject({
        name: 'MessageError',
        kind: 'message',
        field: 'id',
        mayBeDone: false,
        message: `utick.deleteProduct: ${why}`,
      });
      expect(requests).toEqual([]);
    },
  );
});

describe('the words of selling', () => {
  test('confirmOrder and cancelOrder are updates of the status', async () => {
    const confirmation = { id: '7', contactid: '8', notes: 'Row A' };
    const confirmed = await sent('confirmOrder', confirmation);
    expect(confirmed.path).toBe('/v1/shop/orders/7/');
    expect(confirmed.body).toMatchObject({ contactid: '8', notes: 'Row A', statusid: 1 });
    expect((await sent('cancelOrder', { id: '7' })).body).toMatchObject({ statusid: -10 });
  });

  test('an order is requested, confirmed, paid and cannot be confirmed for nobody', async () => {
    const sosie = await demoSosie();
    const utick = utickOf(sosie);
    const products = await valueOf(
      utick.requestProducts({ requests: [{ ...hedda, quantity: 2 }] }),
    );
    const id = products[0]?.orderid ?? '';
    expect(await utick.updateOrder({ id, statusid: 1 })).toMatchObject({
      ok: false,
      failure: { code: 409, message: 'A contact is required: contactid' },
    });
    const order = await valueOf(utick.confirmOrder({ id, contactid: LECOMTE }));
    expect(order.status).toEqual({ id: 1, label: 'Confirmed' });
    const orderid = order.id;
    await valueOf(utick.createPayment({ orderid, value: { amount: 4600 } }));
    expect(await valueOf(utick.getOrder({ id }))).toMatchObject({ status: { label: 'Paid' } });
    expect(await valueOf(utick.cancelOrder({ id }))).toMatchObject({ status: { id: -10 } });
    await sosie.close();
  });

  test('a refusal is the same when the sandbox answers HTTP 200 to everything', async () => {
    const sosie = await demoSosie();
    await sosie.sandbox.settings.set('utick', { httpStatus: 'always200' });
    expect(await utickOf(sosie).getOrder({ id: '7' })).toMatchObject({
      ok: false,
      failure: { code: 404, status: 404, message: 'Unknown order: 7' },
      response: { status: 200 },
    });
    await sosie.close();
  });

  test('a signature that is too old for the vendor is refused', async () => {
    const sosie = await demoSosie();
    await sosie.sandbox.settings.set('utick', { timestampWindowSeconds: 60 });
    const answer = await utickOf(sosie, { clock: () => 0 }).authenticate();
    expect(answer).toMatchObject({ ok: false, failure: { code: 401 } });
    await sosie.close();
  });
});

test('an answer names its journal record on a double', async () => {
  const sosie = await demoSosie();
  const { response } = await utickOf(sosie).ping();
  const record = sosie.sandbox.journal.read(response.headers['x-sosie-exchange'] ?? '');
  expect(record.operation).toBe('ping');
  await sosie.close();
});

test.each(['publicKey', 'privateKey'])('no client is made without a %s', (option) => {
  const credentials = { publicKey: 'PUB', privateKey: 'PRIV', [option]: '' };
  expect(() => createUtickClient({ ...credentials, baseUrl: 'http://sosie.test' })).toThrow(
    expect.objectContaining({ name: 'OptionsError', option }),
  );
});
