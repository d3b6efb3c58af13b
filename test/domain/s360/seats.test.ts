import { beforeEach, describe, expect, test } from 'vitest';
import { ARENA, FULL, MATCH, openMuseum, places, type Museum, type WireUpdate } from './museum.ts';

let arena: Museum;
beforeEach(async () => {
  arena = await openMuseum();
  arena.operator = 'PLAY_B2C';
  return () => arena.sandbox.drop();
});

const FIRST_SEAT = 10228231300001;
const seat = (number: number) => FIRST_SEAT + number - 1;
const numbersIn = ({ movementDataUpdates }: WireUpdate) =>
  movementDataUpdates.map(({ seatId = 0 }) => seatId - FIRST_SEAT + 1);

const adults = (quantity: number, more = {}) =>
  places({ ...MATCH, audienceSubCategoryId: FULL, ...more }, quantity);
const attribute = (...singleEntryAttributionOperations: object[]) =>
  arena.updated({ pointOfSalesId: ARENA, singleEntryAttributionOperations });
const choose = (orderId: number, movementId: number | undefined, seatId: number) =>
  arena.update({
    ...{ pointOfSalesId: ARENA, orderId },
    numberedMovementUpdates: [{ movementId, seatId: String(seatId) }],
  });

test('numbered places are seats, the first side by side', async () => {
  const order = await attribute(adults(3));
  expect(order.operationDataUpdates).toMatchObject([{ kind: 'SINGLE_ENTRY', numbered: true }]);
  expect(order.movementDataUpdates).toMatchObject([
    { type: 'SEAT' },
    { type: 'SEAT' },
    { type: 'SEAT' },
  ]);
  expect(numbersIn(order)).toEqual([1, 2, 3]);
});

test('those of one attribution sit together, whatever their prices', async () => {
  const group = {
    operationAttributions: [
      { ...MATCH, audienceSubCategoryId: FULL, quantity: 2 },
      { ...MATCH, audienceSubCategoryId: 306259079, quantity: 1 },
    ],
  };
  const order = await attribute(group);
  expect(numbersIn(order)).toEqual([1, 2, 3]);
  expect(order.operationDataUpdates.map(({ unitPrice }) => unitPrice)).toEqual([45000, 35000]);
});

test('two groups of one call get different seats', async () => {
  expect(numbersIn(await attribute(adults(2), adults(2)))).toEqual([1, 2, 3, 4]);
});

test('seats with a gap between them are not side by side', async () => {
  const order = await attribute(adults(3));
  await choose(order.orderId, order.movementDataUpdates[0]?.movementId, seat(5));
  // Free are 1, 4, and 6 on.
  expect(numbersIn(await attribute(adults(2)))).toEqual([6, 7]);
  expect(numbersIn(await attribute(adults(1)))).toEqual([1]);
});

describe('a chosen seat', () => {
  test('takes the place of the one that was given, which is free again', async () => {
    const order = await attribute(adults(1));
    const { body } = await choose(
      order.orderId,
      order.movementDataUpdates[0]?.movementId,
      seat(12),
    );
    expect(numbersIn(body.orderUpdateData)).toEqual([12]);
    expect(numbersIn(await attribute(adults(1)))).toEqual([1]);
  });

  test('may be the one that the movement has', async () => {
    const order = await attribute(adults(1));
    const { body } = await choose(order.orderId, order.movementDataUpdates[0]?.movementId, seat(1));
    expect(body.statusCode).toBe('success');
  });

  test.each<[string, number, string]>([
    ['somebody else’s', seat(1), 'error.order.availability'],
    ['of another category', seat(21), 'error.seat.notFound'],
    ['of nowhere', 7, 'error.seat.notFound'],
  ])('%s is refused', async (_, seatId, code) => {
    await attribute(adults(1));
    const order = await attribute(adults(1));
    const { body } = await choose(order.orderId, order.movementDataUpdates[0]?.movementId, seatId);
    expect(body.statusCode).toBe(code);
    expect((await arena.details(order.orderId)).movementDatas).toMatchObject([{ seatId: seat(2) }]);
  });

  test('of a movement of another order is refused', async () => {
    const mine = await attribute(adults(1));
    const other = await attribute(adults(1));
    const { body } = await choose(mine.orderId, other.movementDataUpdates[0]?.movementId, seat(9));
    expect(body.statusCode).toBe('error.movement.notFound');
  });
});

test('an operation that grows gets more seats, one that shrinks gives its last ones back', async () => {
  const { orderId, mainOperationId: operationId } = await attribute(adults(2));
  const change = (quantity: number) =>
    arena.updated({
      ...{ pointOfSalesId: ARENA, orderId },
      singleEntryAttributionOperations: [{ operationAttributions: [{ operationId, quantity }] }],
    });
  expect(numbersIn(await change(4))).toEqual([3, 4]);
  await change(1);
  expect(numbersIn(await attribute(adults(3)))).toEqual([2, 3, 4]);
});

test('the last seat goes to one of two', async () => {
  await attribute(adults(19));
  const asked = { pointOfSalesId: ARENA, singleEntryAttributionOperations: [adults(1)] };
  const answers = await Promise.all([arena.update(asked), arena.update(asked)]);
  const codes = answers.map(({ body }) => body.statusCode).sort();
  expect(codes).toEqual(['error.order.availability', 'success']);
});

test('fewer seats can be left than there are, by an action', async () => {
  const asked = { ...MATCH, contingentId: 10228231100001, free: 2 };
  await arena.sandbox.act('s360', 'set-availability', asked);
  const body = { pointOfSalesId: ARENA, singleEntryAttributionOperations: [adults(3)] };
  expect((await arena.update(body)).body.statusCode).toBe('error.order.availability');
  expect(numbersIn(await attribute(adults(2)))).toEqual([1, 2]);
});

test('a season ticket says that it is not built', async () => {
  const item = { itemId: 10228231200032, audienceSubCategoryId: FULL, quantity: 1 };
  const { status } = await arena.update({ pointOfSalesId: ARENA, simpleProductOperations: [item] });
  expect(status).toBe(501);
});
