import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSosie, type Listening, type SandboxHandle, type Sosie } from '#server/index.ts';
import { NOON } from '../../support/utick.ts';
import { restBuyer, soapBuyer, type Buyer, type Message } from './buyers.ts';

let sosie: Sosie;
let listening: Listening;
beforeAll(async () => {
  sosie = await createSosie({ clock: NOON, hardened: true });
  listening = await sosie.listen({ port: 0 });
});
afterAll(async () => {
  await listening.close();
  await sosie.close();
});

interface Shop {
  readonly buyer: Buyer;
  /** The same sandbox over the other protocol. */
  readonly other: Buyer;
  readonly sandbox: SandboxHandle;
}

const pointOfSalesId = 10228166972627;
const entries = (quantity: number): Message => ({
  audienceSubCategoryId: 306159078,
  quantity,
  itemId: 466638397,
});
const opening = (quantity: number): Message => ({
  pointOfSalesId,
  orderType: 'SALE',
  purchasersInfo: [{ contactReference: '5442' }],
  simpleProductOperations: [entries(quantity)],
});
const payment = (amount: number): Message => ({ payments: [{ amount, paymentMethodId: 16362 }] });

let shops = 0;
async function open(protocol: string): Promise<Shop> {
  shops += 1;
  const name = `shop-${shops}`;
  const sandbox = await sosie.sandboxes.create({ name, clock: NOON });
  const base = `${listening.url}/~${name}`;
  const [buyer, other] = [restBuyer(base), soapBuyer(base)];
  return protocol === 'REST' ? { buyer, other, sandbox } : { buyer: other, other: buyer, sandbox };
}

const stateOf = async ({ call }: Buyer, orderId: number): Promise<unknown> =>
  ((await call('getOrderDetails', { orderId }))['orderDetailsData'] as Message)['orderState'];

describe.each(['REST', 'SOAP'])('over %s', (protocol) => {
  test('an order is created, validated and closed, and its details tell what was sold', async () => {
    const { buyer, sandbox } = await open(protocol);
    const { orderUpdateData: order } = await buyer.call('createOrUpdateOrder', opening(2));
    const { orderId } = order;
    expect(order.movementDataUpdates).toHaveLength(2);
    expect(await stateOf(buyer, orderId)).toBe('IN_PROGRESS');
    expect((await buyer.call('validateOrder', { orderId })).statusCode).toBe('success');
    expect(await stateOf(buyer, orderId)).toBe('VALIDATED');
    const closing = { orderId, generateBarCodes: true, maxWaitingTime: 2000, ...payment(34000) };
    const { orderData } = await buyer.call('closeOrder', closing);
    expect(orderData).toMatchObject({ orderId, orderState: 'CLOSED' });
    const barCodes = orderData.movementDataUpdates.map(({ barcode }) => barcode);
    expect(new Set(barCodes).size).toBe(2);
    const { orderDetailsData } = await buyer.call('getOrderDetails', { orderId });
    expect(orderDetailsData).toMatchObject({ saleAmount: 34000, preSaleAmount: 0 });
    expect(sandbox.invariants().invariants.filter(({ holds }) => !holds)).toEqual([]);
  });

  test('lines are added, changed and cancelled, then the order is abandoned', async () => {
    const { buyer, sandbox } = await open(protocol);
    const created = (await buyer.call('createOrUpdateOrder', opening(1))).orderUpdateData;
    const { orderId, mainOperationId: operationId } = created;
    const change = { pointOfSalesId, orderId };
    const added = { ...change, simpleProductOperations: [entries(3)] };
    const { orderUpdateData } = await buyer.call('createOrUpdateOrder', added);
    const { mainOperationId } = orderUpdateData;
    const grown = { ...change, simpleProductOperations: [{ operationId, quantity: 2 }] };
    const { orderUpdateData: updated } = await buyer.call('createOrUpdateOrder', grown);
    expect(updated.operationDataUpdates).toMatchObject([{ operationId, quantity: 2 }]);
    const cancelled = { orderId, operationIds: [mainOperationId] };
    expect(await buyer.call('cancelOperations', cancelled)).toMatchObject({
      orderUpdateData: { removeOperationIds: [mainOperationId] },
    });
    const movementIds = [created.movementDataUpdates[0]?.movementId];
    expect(await buyer.call('abandonMovements', { orderId, movementIds })).toMatchObject({
      orderUpdateData: { removeMovementIds: movementIds },
    });
    expect((await buyer.call('abandonOrder', { orderId })).statusCode).toBe('success');
    expect(await stateOf(buyer, orderId)).toBe('ABANDONED');
    expect(sandbox.invariants().invariants.filter(({ holds }) => !holds)).toEqual([]);
  });

  test('what was opened so is closed over the other protocol', async () => {
    const { buyer, other } = await open(protocol);
    const { orderUpdateData } = await buyer.call('createOrUpdateOrder', opening(1));
    const { orderId } = orderUpdateData;
    const { orderData } = await other.call('closeOrder', { orderId, ...payment(17000) });
    expect(orderData.orderState).toBe('CLOSED');
    expect(await stateOf(buyer, orderId)).toBe('CLOSED');
  });

  test('an order that nobody touches is cancelled after the delay that getPOSConfig tells', async () => {
    const { buyer, sandbox } = await open(protocol);
    const { posConfigData } = await buyer.call('getPOSConfig', {});
    const { orderAbandonDelay } = posConfigData as Message;
    const { orderUpdateData } = await buyer.call('createOrUpdateOrder', opening(1));
    await sandbox.clock.advance(`PT${Number(orderAbandonDelay) * 60 - 1}S`);
    expect(await stateOf(buyer, orderUpdateData.orderId)).toBe('IN_PROGRESS');
    await sandbox.clock.advance('PT1S');
    expect(await stateOf(buyer, orderUpdateData.orderId)).toBe('CANCELLED');
  });

  test('a contact is created, found and read', async () => {
    const { buyer } = await open(protocol);
    const person = {
      identifier: 1,
      firstName: 'Nadia',
      lastName: 'Petit',
      email: 'n.p@example.com',
    };
    const made = await buyer.call('createCulturalContact', { contactDataList: [person] });
    const [{ contactNumber } = { contactNumber: '' }] = made['culturalContactData'] as Message[];
    const found = await buyer.call('searchContact', { email: 'N.P@example.com' });
    expect(found['contactDatas']).toMatchObject([{ contactNumber }]);
    expect(await buyer.call('getContactData', { contactNumber })).toMatchObject({
      individualContact: { individualLastname: 'Petit' },
    });
  });

  test.each([
    ['createOrUpdateOrder', 'no unknown order', { ...opening(1), orderId: 1 }, 'order.notFound'],
    [
      'createOrUpdateOrder',
      'no order that is closed',
      { ...opening(1), orderId: 10000355604 },
      'order.notModifiable',
    ],
    [
      'createOrUpdateOrder',
      'no order that has expired',
      { ...opening(1), orderId: 10000350179 },
      'order.expired',
    ],
    ['closeOrder', 'no order that is closed', { orderId: 10000355604 }, 'order.alreadyClosed'],
    ['closeOrder', 'no order that has expired', { orderId: 10000350179 }, 'order.expired'],
    ['closeOrder', 'no unknown order', { orderId: 1 }, 'order.notFound'],
    ['validateOrder', 'no unknown order', { orderId: 1 }, 'order.notFound'],
    ['abandonOrder', 'no order that is closed', { orderId: 10000355604 }, 'order.notModifiable'],
    [
      'cancelOperations',
      'no unknown operation',
      { orderId: 10000437289, operationIds: [1] },
      'operation.notFound',
    ],
    ['getOrderDetails', 'no unknown order', { orderId: 1 }, 'order.notFound'],
    ['getContactData', 'no unknown contact', { contactNumber: '1' }, 'contact.notFound'],
  ])(
    '%s takes %s: it says so with HTTP 200 and keeps nothing',
    async (operation, _, message, code) => {
      const { buyer, sandbox } = await open(protocol);
      const before = JSON.stringify(sandbox.state('s360', 'orders', { limit: 1000 }));
      const answer = await buyer.call(operation, message);
      expect(answer.statusCode).toBe(`error.${code}`);
      expect(answer.statusDetail).toMatch(/\d/);
      expect(JSON.stringify(sandbox.state('s360', 'orders', { limit: 1000 }))).toBe(before);
      expect(sandbox.journal.query({ limit: 1 })).toMatchObject([
        { outcome: 'refused', operation },
      ]);
    },
  );
});
