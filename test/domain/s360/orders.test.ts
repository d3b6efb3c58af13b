import { beforeEach, describe, expect, test } from 'vitest';
import {
  ADULT,
  AUDIO,
  CHILD,
  DESK,
  EXPO,
  LAST,
  openMuseum,
  pass,
  places,
  VIP,
  type Museum,
} from './museum.ts';

let museum: Museum;
beforeEach(async () => {
  museum = await openMuseum();
  return () => museum.sandbox.drop();
});

const orderCount = (): number => museum.sandbox.state('s360', 'orders', { limit: 100 }).rows.length;

describe('createOrUpdateOrder opens an order', () => {
  test('an operation has one movement for each unit of its quantity', async () => {
    const order = await museum.buy(pass(3));
    const [operation] = order.operationDataUpdates;
    expect(order.operationDataUpdates).toHaveLength(1);
    expect(operation).toMatchObject({ quantity: 3, unitPrice: 17000, totalAmount: 51000 });
    expect(order.movementDataUpdates.map(({ operationId }) => operationId)).toEqual(
      Array.from({ length: 3 }, () => operation?.operationId),
    );
    const instances = order.movementDataUpdates.map(({ instanceNumber }) => instanceNumber);
    expect(instances).toEqual([533, 534, 535]);
  });

  test('ids, quantities and booleans may be texts', async () => {
    const asked = { audienceSubCategoryId: '306159078', quantity: '1', itemId: '0466638397' };
    const order = await museum.updated({
      pointOfSalesId: '10228166972627',
      origin: { toCreateToken: 'true' },
      purchasersInfo: [{ contactReference: 5442 }],
      simpleProductOperations: [asked],
    });
    expect(order).toMatchObject({ origin: { toCreateToken: true } });
    expect((await museum.details(order.orderId)).contactReference).toBe('5442');
  });

  test('the price of a museum visit holds its VAT of 2.1 %', async () => {
    const order = await museum.updated({ singleEntryAttributionOperations: [places(EXPO)] });
    expect(order.operationDataUpdates[0]).toMatchObject({
      kind: 'SINGLE_ENTRY',
      totalAmount: 12000,
      withoutVatTotalAmount: 11753,
      performanceId: EXPO.performanceId,
    });
  });

  test('places that are not numbered are in the area that was preferred', async () => {
    const asked = places(EXPO, 2, { preferedAreas: ['466636464'] });
    const order = await museum.updated({ singleEntryAttributionOperations: [asked] });
    expect(order.movementDataUpdates).toMatchObject([
      { type: 'AREA', areaId: 466636464 },
      { type: 'AREA', areaId: 466636464 },
    ]);
  });

  test('names are told in the language that was asked for', async () => {
    const call = { audienceSubCategoryId: ADULT, quantity: 1, itemId: VIP };
    const body = { pointOfSalesId: 10228166972627, simpleProductOperations: [call] };
    const { s360 } = await import('../../support/s360.ts');
    const path = 'externalOrderFacade/v1_33/createOrUpdateOrder';
    const headers = { 'accept-language': 'en-GB,fr;q=0.5' };
    const answer = await s360<{ orderUpdateData: { operationDataUpdates: { product: string }[] } }>(
      museum.sosie,
      { path, body, headers, sandbox: museum.sandbox.name },
    );
    expect(answer.body.orderUpdateData.operationDataUpdates[0]?.product).toBe('VIP entry');
  });
});

describe('charges', () => {
  test('a charge is an operation of its own, linked to the one it was calculated for', async () => {
    const { orderId, operationDataUpdates } = await museum.buy(pass(2, { itemId: AUDIO }));
    const [guide, charge] = operationDataUpdates;
    expect(charge).toMatchObject({
      kind: 'CHARGE',
      type: 'PRE_SALE',
      quantity: 2,
      unitPrice: 1500,
    });
    expect((await museum.details(orderId)).linkOperationDatas).toEqual([
      { operationId: charge?.operationId, linkedOperationId: guide?.operationId },
    ]);
  });

  test('a charge grows and shrinks with its operation, and goes with it', async () => {
    const { orderId, operationDataUpdates } = await museum.buy(pass(2, { itemId: AUDIO }));
    const [guide, charge] = operationDataUpdates;
    const change = (quantity: number) =>
      museum.updated({
        orderId,
        simpleProductOperations: [{ operationId: guide?.operationId, quantity }],
      });
    const more = await change(4);
    expect(more.operationDataUpdates.map(({ quantity }) => quantity)).toEqual([4, 4]);
    const less = await change(1);
    expect(less.operationDataUpdates.map(({ quantity }) => quantity)).toEqual([1, 1]);
    const none = await change(0);
    expect(none.removeOperationIds).toEqual([guide?.operationId, charge?.operationId]);
    expect((await museum.details(orderId)).operationDatas).toEqual([]);
  });
});

describe('createOrUpdateOrder changes an order', () => {
  test('operations are added, and numbered on', async () => {
    const { orderId } = await museum.buy(pass(1));
    const asked = { orderId, singleEntryAttributionOperations: [places(EXPO, 2)] };
    const added = await museum.updated(asked);
    expect(added.operationDataUpdates).toMatchObject([{ operationNumber: 2, quantity: 2 }]);
    expect(added.mainOperationId).toBe(added.operationDataUpdates[0]?.operationId);
    expect((await museum.details(orderId)).operationDatas).toHaveLength(2);
  });

  test('an operation takes another quantity: the last movements leave, the first stay', async () => {
    const order = await museum.buy(pass(3));
    const { orderId, mainOperationId: operationId } = order;
    const [first, second, third] = order.movementDataUpdates.map(({ movementId }) => movementId);
    const less = await museum.updated({
      orderId,
      simpleProductOperations: [{ operationId, quantity: '2' }],
    });
    expect(less.removeMovementIds).toEqual([third]);
    expect(less.operationDataUpdates).toMatchObject([{ quantity: 2, totalAmount: 34000 }]);
    const left = (await museum.details(orderId)).movementDatas;
    expect(left.map(({ movementId }) => movementId)).toEqual([first, second]);
  });

  test('an operation takes another audience, and its price', async () => {
    const { orderId, mainOperationId: operationId } = await museum.buy(pass(2));
    const changed = await museum.updated({
      orderId,
      simpleProductOperations: [{ operationId, audienceSubCategoryId: CHILD }],
    });
    expect(changed.operationDataUpdates).toMatchObject([
      { operationId, audienceSubCategoryId: CHILD, unitPrice: 9000, quantity: 2 },
    ]);
    expect(changed.removeMovementIds).toEqual([]);
  });

  test('purchaser and reference are changed without any operation', async () => {
    const { orderId } = await museum.buy(pass(1));
    await museum.updated({ orderId, purchasersInfo: [{ contactReference: '7697' }] });
    expect((await museum.details(orderId)).contactReference).toBe('7697');
  });

  test('an order is dispatched over several files: each operation tells its own', async () => {
    const group = await museum.buy(pass(1));
    const groupFile = group.operationDataUpdates[0]?.fileId ?? 0;
    const own = await museum.buy(pass(1));
    const ownFile = own.operationDataUpdates[0]?.fileId ?? 0;
    const asked = { orderId: own.orderId, fileId: groupFile, simpleProductOperations: [pass(2)] };
    const added = await museum.updated(asked);
    expect(added.operationDataUpdates).toMatchObject([{ fileId: groupFile, quantity: 2 }]);
    const files = (await museum.details(own.orderId)).operationDatas.map(({ fileId }) => fileId);
    expect(files).toEqual([ownFile, groupFile]);
    // The group's file is settled only when both orders are.
    await museum.close(group.orderId, payment(17000));
    expect(museum.fileState(groupFile)).toBe('running');
    await museum.close(own.orderId, payment(51000));
    expect([museum.fileState(groupFile), museum.fileState(ownFile)]).toEqual([
      'settled',
      'settled',
    ]);
  });
});

const payment = (amount: number) => ({ payments: [{ amount, paymentMethodId: 16362 }] });

describe('what cannot be had leaves nothing', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['no operation at all', {}, 'error.parameter.mandatory'],
    ['no point of sales', { pointOfSalesId: undefined }, 'error.parameter.mandatory'],
    [
      'another institution’s point of sales',
      { pointOfSalesId: 10228231100021, simpleProductOperations: [pass(1)] },
      'error.pos.notFound',
    ],
    ['an unknown order', { orderId: 1 }, 'error.order.notFound'],
    ['an unknown file', { fileId: 1, simpleProductOperations: [pass(1)] }, 'error.file.notFound'],
    [
      'another institution’s contact',
      {
        purchasersInfo: [{ contactReference: '752565' }],
        simpleProductOperations: [pass(1)],
      },
      'error.contact.notFound',
    ],
    [
      'an unknown item',
      { simpleProductOperations: [pass(1, { itemId: 1 })] },
      'error.item.notFound',
    ],
    [
      'another institution’s item',
      { simpleProductOperations: [pass(1, { itemId: 10228231200032 })] },
      'error.item.notFound',
    ],
    [
      'a performance’s item as a simple product',
      { simpleProductOperations: [pass(1, { itemId: 466638490 })] },
      'error.item.notFound',
    ],
    [
      'an audience without a price',
      { simpleProductOperations: [pass(1, { itemId: AUDIO, audienceSubCategoryId: CHILD })] },
      'error.price.notFound',
    ],
    [
      'another contingent',
      { simpleProductOperations: [pass(1, { contingentId: 466646160 })] },
      'error.contingent.notAllowed',
    ],
    ['nothing of something', { simpleProductOperations: [pass(0)] }, 'error.parameter.invalid'],
    ['less than nothing', { simpleProductOperations: [pass(-2)] }, 'error.parameter.invalid'],
    ['far too much', { simpleProductOperations: [pass(1_000_000)] }, 'error.parameter.invalid'],
    [
      'an item without a quantity',
      { simpleProductOperations: [{ itemId: VIP, audienceSubCategoryId: ADULT }] },
      'error.parameter.mandatory',
    ],
    [
      'what is suspended',
      { simpleProductOperations: [pass(1, { itemId: 466638530 })] },
      'error.item.notOnSale',
    ],
    [
      'what is no longer sold',
      { simpleProductOperations: [pass(1, { itemId: 466638520 })] },
      'error.item.notOnSale',
    ],
    [
      'more places than are left',
      { singleEntryAttributionOperations: [places(LAST, 3)] },
      'error.order.availability',
    ],
    [
      'a quantity that is no number',
      { simpleProductOperations: [pass(1, { quantity: 'two' })] },
      'error.parameter.invalid',
    ],
  ])('%s', async (_, asked, code) => {
    const before = orderCount();
    const { status, body } = await museum.update(asked);
    expect([status, body.statusCode]).toEqual([200, code]);
    expect(orderCount()).toBe(before);
    // No number was taken: the next order is the first.
    expect((await museum.buy(pass(1))).orderId).toBe(10000413873);
  });

  test('one line that cannot be satisfied drops all others', async () => {
    const asked = {
      simpleProductOperations: [pass(1)],
      singleEntryAttributionOperations: [places(EXPO, 2), places(LAST, 3)],
    };
    const { body } = await museum.update(asked);
    expect(body).toMatchObject({ statusCode: 'error.order.availability', expectedException: true });
    expect(await museum.free(EXPO)).toBe(200);
  });

  test('what only fits alone does not fit twice in one call', async () => {
    const asked = { singleEntryAttributionOperations: [places(LAST, 2), places(LAST, 1)] };
    expect((await museum.update(asked)).body.statusCode).toBe('error.order.availability');
    const fits = { singleEntryAttributionOperations: [places(LAST, 1), places(LAST, 1)] };
    expect((await museum.update(fits)).body.statusCode).toBe('success');
  });

  test.each(['timeslotPassOperations', 'seasonTicketOperations', 'packageOperations'])(
    '%s say that they are not built',
    async (list) => {
      const { status, body } = await museum.update({ [list]: [{ itemId: 1 }] });
      expect([status, body.statusCode]).toEqual([501, 'error.notBuilt']);
    },
  );

  test.each(['REFUND_CLIENT', 'OPTION', 'RESERVATION'])(
    '%s says that it is not built',
    async (orderType) => {
      const { status } = await museum.update({ orderType, simpleProductOperations: [pass(1)] });
      expect(status).toBe(501);
    },
  );
});

test('the second channel’s orders are its own, whoever opens them', async () => {
  const order = await museum.updated({ pointOfSalesId: DESK, simpleProductOperations: [pass(1)] });
  expect(await museum.details(order.orderId)).toMatchObject({ salesChannelCode: 'GUICHET' });
});

test('an unknown point of sales stands for the operator’s own where that is set', async () => {
  await museum.sandbox.settings.set('s360', { unknownPointOfSales: 'accepted' });
  const order = await museum.updated({ pointOfSalesId: 1, simpleProductOperations: [pass(1)] });
  expect(await museum.details(order.orderId)).toMatchObject({ salesChannelCode: 'B2C' });
});

test('of what is not on sale that is told, whatever the quantity', async () => {
  await museum.sandbox.act('s360', 'take-off-sale', { id: 466637980 });
  const { body } = await museum.update({ simpleProductOperations: [pass(0)] });
  expect(body).toMatchObject({ statusCode: 'error.item.notOnSale' });
});

describe('removing', () => {
  test('cancelOperations takes an operation with its movement, as a client names both', async () => {
    const { orderId, operationDataUpdates, movementDataUpdates } = await museum.buy(
      pass(1),
      pass(2),
    );
    const operationIds = [operationDataUpdates[0]?.operationId];
    const movementIds = [movementDataUpdates[0]?.movementId];
    const { body } = await museum.on('cancelOperations', { orderId, operationIds, movementIds });
    expect(body).toMatchObject({
      statusCode: 'success',
      expectedException: false,
      orderUpdateData: {
        orderId,
        removeOperationIds: operationIds,
        removeMovementIds: movementIds,
      },
    });
    expect((await museum.details(orderId)).preSaleAmount).toBe(34000);
  });

  test('abandonMovements frees places, and the operation goes with its last movement', async () => {
    const order = await museum.updated({ singleEntryAttributionOperations: [places(EXPO, 2)] });
    const { orderId } = order;
    const [one, other] = order.movementDataUpdates.map(({ movementId }) => movementId);
    const first = await museum.on('abandonMovements', { orderId, movementIds: [one] });
    expect(first.body.orderUpdateData).toMatchObject({
      operationDataUpdates: [{ quantity: 1 }],
      removeMovementIds: [one],
    });
    expect(await museum.free(EXPO)).toBe(199);
    const last = await museum.on('abandonMovements', { orderId, movementIds: [other] });
    expect(last.body.orderUpdateData).toMatchObject({
      removeOperationIds: [order.mainOperationId],
    });
    expect(await museum.free(EXPO)).toBe(200);
  });

  test('abandonMovements takes movements alone', async () => {
    const { orderId, mainOperationId } = await museum.buy(pass(1));
    const asked = { orderId, operationIds: [mainOperationId] };
    const { body } = await museum.on('abandonMovements', asked);
    expect(body.statusCode).toBe('error.parameter.mandatory');
    expect((await museum.details(orderId)).operationDatas).toHaveLength(1);
  });

  test.each<[string, object, string]>([
    ['abandonMovements', { movementIds: [1] }, 'error.movement.notFound'],
    ['cancelOperations', { operationIds: [1] }, 'error.operation.notFound'],
    ['cancelOperations', {}, 'error.parameter.mandatory'],
  ])('%s of %o is refused', async (method, asked, code) => {
    const { orderId } = await museum.buy(pass(1));
    expect((await museum.on(method, { orderId, ...asked })).body.statusCode).toBe(code);
  });

  test('an operation of another order is unknown', async () => {
    const { orderId } = await museum.buy(pass(1));
    const { mainOperationId } = await museum.buy(pass(1));
    const { body } = await museum.on('cancelOperations', {
      orderId,
      operationIds: [mainOperationId],
    });
    expect(body.statusCode).toBe('error.operation.notFound');
  });
});
