import { beforeEach, describe, expect, test } from 'vitest';
import { openMuseum, pass, type Museum } from './museum.ts';

let museum: Museum;
beforeEach(async () => {
  museum = await openMuseum();
  return () => museum.sandbox.drop();
});

const slow = (service: string, calls: number) =>
  museum.sandbox.act('s360', 'slow-down', { service, calls });
const orderCount = () => museum.sandbox.state('s360', 'orders', { limit: 500 }).rows.length;

describe('an order facade that is slow', () => {
  test('does nothing until it is asked again, and then once', async () => {
    const before = orderCount();
    await slow('ExternalOrderFacade', 2);
    const asked = { simpleProductOperations: [pass(1)] };
    const { body } = await museum.update(asked);
    expect(body).toEqual({ requestId: 1, statusCode: 'in_progress' });
    expect(orderCount()).toBe(before);
    expect((await museum.update({ ...asked, requestId: 1 })).body.statusCode).toBe('in_progress');
    expect((await museum.update({ ...asked, requestId: '1' })).body.statusCode).toBe('success');
    expect(orderCount()).toBe(before + 1);
  });

  test('slows no other service', async () => {
    await slow('ExternalOrderFacade', 1);
    const alive = await museum.call('catalogService/v1_33/isCatalogServiceAlive', {});
    expect(alive.body.statusCode).toBe('success');
  });
});

describe('a call made twice with one request id', () => {
  const asked = { requestId: 42, simpleProductOperations: [pass(1)] };
  const twice = async (second: object) => {
    const one = await museum.updated(asked);
    const other = await museum.updated({ ...asked, ...second });
    return [one.orderId, other.orderId];
  };

  test('is done twice', async () => {
    const [one, other] = await twice({});
    expect(one).not.toBe(other);
  });

  test('is answered as the first time where that is set', async () => {
    await museum.sandbox.settings.set('s360', { repeats: 'replayed' });
    const [one, other] = await twice({});
    expect(one).toBe(other);
  });

  test('is another call when its parameters differ', async () => {
    await museum.sandbox.settings.set('s360', { repeats: 'replayed' });
    const [one, other] = await twice({ simpleProductOperations: [pass(2)] });
    expect(one).not.toBe(other);
  });
});

test('no answer holds a null, which a strict reader refuses', async () => {
  const { orderId } = await museum.buy(pass(1));
  const answers = [
    await museum.call('catalogService/v1_33/getCatalogDetailed', {}),
    await museum.call('catalogService/v1_33/getPOSConfig', {}),
    await museum.on('getOrderDetails', { orderId }),
    await museum.close(orderId),
    await museum.call(
      'contactInformationPublicService/v2_21/getContactData',
      { contactNumber: 5442 },
      'tnco',
    ),
  ];
  for (const { body } of answers) expect(JSON.stringify(body)).not.toContain('null');
});
