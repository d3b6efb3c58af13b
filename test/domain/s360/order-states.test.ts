import { beforeEach, describe, expect, test } from 'vitest';
import { DESK, EXPO, openMuseum, pass, places, WEB, type Museum } from './museum.ts';

let museum: Museum;
beforeEach(async () => {
  museum = await openMuseum();
  return () => museum.sandbox.drop();
});

const { at } = { at: (minutes: number) => `PT${minutes}M` };

const ways: Readonly<Record<string, (orderId: number) => Promise<unknown>>> = {
  open: async () => undefined,
  validated: (orderId) => museum.on('validateOrder', { orderId }),
  closed: (orderId) => museum.close(orderId),
  abandoned: (orderId) => museum.on('abandonOrder', { orderId }),
  expired: () => museum.sandbox.clock.advance(at(20)),
};

const frozen = 'error.order.notModifiable';
const expired = 'error.order.expired';

/** What each call answers by the state of the order, and the state of the order afterwards. */
describe.each([
  // state      | create…Order | cancelOperations | validate             | abandon              | close
  ['open', 'success', 'success', 'success', 'success', 'success'],
  ['validated', frozen, frozen, 'success', 'success', 'success'],
  ['closed', frozen, frozen, frozen, frozen, 'error.order.alreadyClosed'],
  ['abandoned', frozen, frozen, frozen, 'success', frozen],
  ['expired', expired, expired, expired, 'success', expired],
])('an order that is %s', (state, update, cancel, validate, abandon, close) => {
  const reach = async () => {
    const order = await museum.buy(pass(2));
    await ways[state]?.(order.orderId);
    return order;
  };
  const seen = async (answer: Promise<{ readonly body: { readonly statusCode: string } }>) =>
    (await answer).body.statusCode;

  test(`createOrUpdateOrder answers ${update}`, async () => {
    const { orderId } = await reach();
    expect(await seen(museum.update({ orderId, simpleProductOperations: [pass(1)] }))).toBe(update);
  });
  test(`cancelOperations answers ${cancel}`, async () => {
    const { orderId, mainOperationId } = await reach();
    const operationIds = [mainOperationId];
    expect(await seen(museum.on('cancelOperations', { orderId, operationIds }))).toBe(cancel);
  });
  test(`abandonMovements answers ${cancel}`, async () => {
    const { orderId, movementDataUpdates } = await reach();
    const movementIds = [movementDataUpdates[0]?.movementId];
    expect(await seen(museum.on('abandonMovements', { orderId, movementIds }))).toBe(cancel);
  });
  test(`validateOrder answers ${validate}`, async () => {
    const { orderId } = await reach();
    expect(await seen(museum.on('validateOrder', { orderId }))).toBe(validate);
  });
  test(`abandonOrder and cancelOrder answer ${abandon}`, async () => {
    const { orderId } = await reach();
    expect(await seen(museum.on('abandonOrder', { orderId }))).toBe(abandon);
    const other = await reach();
    expect(await seen(museum.on('cancelOrder', { orderId: other.orderId }))).toBe(abandon);
  });
  test(`closeOrder answers ${close}`, async () => {
    const { orderId } = await reach();
    expect(await seen(museum.close(orderId))).toBe(close);
  });
  test('getOrderDetails answers', async () => {
    const { orderId } = await reach();
    expect(await museum.details(orderId)).toMatchObject({ operationDatas: [{ quantity: 2 }] });
  });
});

test.each([
  ['open', 'IN_PROGRESS', 0, 34000],
  ['validated', 'VALIDATED', 0, 34000],
  ['closed', 'CLOSED', 34000, 0],
  ['abandoned', 'ABANDONED', 0, 34000],
  ['expired', 'CANCELLED', 0, 34000],
])('the details of an order that is %s say %s', async (state, word, sold, presold) => {
  const { orderId } = await museum.buy(pass(2));
  await ways[state]?.(orderId);
  const { orderState, saleAmount, preSaleAmount } = await museum.details(orderId);
  expect([orderState, saleAmount, preSaleAmount]).toEqual([word, sold, presold]);
});

test('the words of an order’s state can be set', async () => {
  await museum.sandbox.settings.set('s360', { openState: 'OPEN' });
  const { orderId } = await museum.buy(pass(1));
  expect((await museum.details(orderId)).orderState).toBe('OPEN');
});

test.each(['abandoned', 'expired'])('an order that is %s gives its places back', async (state) => {
  const order = await museum.updated({ singleEntryAttributionOperations: [places(EXPO, 4)] });
  expect(await museum.free(EXPO)).toBe(196);
  await ways[state]?.(order.orderId);
  expect(await museum.free(EXPO)).toBe(200);
  expect(museum.fileState(order.operationDataUpdates[0]?.fileId ?? 0)).toBe('abandoned');
});

describe('an order that is idle', () => {
  const stateAfter = async (orderId: number) => (await museum.details(orderId)).orderState;
  const advance = (by: string) => museum.sandbox.clock.advance(by);

  test('is cancelled after the delay of its own channel', async () => {
    const asked = { simpleProductOperations: [pass(1)] };
    const web = await museum.updated({ pointOfSalesId: WEB, ...asked });
    const desk = await museum.updated({ pointOfSalesId: DESK, ...asked });
    const states = async () => [await stateAfter(web.orderId), await stateAfter(desk.orderId)];
    await advance('PT4M59S');
    expect(await states()).toEqual(['IN_PROGRESS', 'IN_PROGRESS']);
    await advance('PT1S');
    expect(await states()).toEqual(['IN_PROGRESS', 'CANCELLED']);
    await advance('PT15M');
    expect(await states()).toEqual(['CANCELLED', 'CANCELLED']);
  });

  test('lives on from each call that changes it', async () => {
    const { orderId } = await museum.buy(pass(1));
    await advance('PT15M');
    await museum.updated({ orderId, simpleProductOperations: [pass(1)] });
    await advance('PT15M');
    expect(await stateAfter(orderId)).toBe('IN_PROGRESS');
    await advance('PT5M');
    expect(await stateAfter(orderId)).toBe('CANCELLED');
  });

  test('is not kept alive by looking at it, unless that is set', async () => {
    const { orderId } = await museum.buy(pass(1));
    await advance('PT15M');
    await museum.details(orderId);
    await advance('PT5M');
    expect(await stateAfter(orderId)).toBe('CANCELLED');
    await museum.sandbox.settings.set('s360', { activity: 'any' });
    const other = await museum.buy(pass(1));
    await advance('PT15M');
    await museum.details(other.orderId);
    await advance('PT15M');
    expect(await stateAfter(other.orderId)).toBe('IN_PROGRESS');
  });

  test('is cancelled though it was validated, unless that is set', async () => {
    const { orderId } = await museum.buy(pass(1));
    await museum.on('validateOrder', { orderId });
    await advance('PT20M');
    expect(await stateAfter(orderId)).toBe('CANCELLED');
    await museum.sandbox.settings.set('s360', { validatedExpires: 'never' });
    const other = await museum.buy(pass(1));
    await museum.on('validateOrder', { orderId: other.orderId });
    await advance('P1D');
    expect(await stateAfter(other.orderId)).toBe('VALIDATED');
  });

  test('has as long as an action gave its channel', async () => {
    const asked = { salesChannelId: 466651001, delay: 1 };
    await museum.sandbox.act('s360', 'set-abandon-delay', asked);
    const { orderId } = await museum.buy(pass(1));
    await advance('PT1M');
    expect(await stateAfter(orderId)).toBe('CANCELLED');
  });

  test('has seconds where the unit is set so', async () => {
    await museum.sandbox.settings.set('s360', { abandonDelayUnit: 'seconds' });
    const { orderId } = await museum.buy(pass(1));
    await advance('PT20S');
    expect(await stateAfter(orderId)).toBe('CANCELLED');
  });

  test('of the data set begins its time with the first call that names it', async () => {
    await advance('P3D');
    expect(await stateAfter(10000437289)).toBe('IN_PROGRESS');
    await advance('PT20M');
    expect(await stateAfter(10000437289)).toBe('CANCELLED');
  });
});

test('an empty order is neither validated nor closed', async () => {
  const { orderId, mainOperationId } = await museum.buy(pass(1));
  await museum.on('cancelOperations', { orderId, operationIds: [mainOperationId] });
  for (const answer of [
    await museum.on('validateOrder', { orderId }),
    await museum.close(orderId),
  ]) {
    expect(answer.body.statusCode).toBe('error.order.empty');
  }
});

test('another institution’s order is unknown', async () => {
  const { orderId } = await museum.buy(pass(1));
  museum.operator = 'PLAY_B2C';
  const { body } = await museum.on('getOrderDetails', { orderId });
  expect(body.statusCode).toBe('error.order.notFound');
});
