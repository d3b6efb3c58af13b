import { describe, expect, test } from 'vitest';
import {
  LostAnswerError,
  LostOrderError,
  OutcomeUnknownError,
  type CallError,
  type S360Client,
} from '#client/index.ts';
import { createSosie, type Sosie } from '#server/index.ts';
import {
  ADULT,
  CARD,
  CHILD,
  LECOMTE,
  NOON,
  passes,
  PROTOCOLS,
  s360Of,
  valueOf,
  VIP,
  WEB,
  type Protocol,
} from './desk.ts';

/** The answer to the next call of an operation is lost once the work is done, or the call before. */
const lose = (sosie: Sosie, operation: string, phase: 'before' | 'after' = 'after') =>
  sosie.sandbox.faults.add({ when: { operation }, phase, then: { kind: 'reset' }, times: 1 });

const errorOf = (call: Promise<unknown>): Promise<CallError> =>
  call.then(
    () => Promise.reject(new Error('it was answered')),
    (error: CallError) => error,
  );

async function fateOf(call: Promise<unknown>): Promise<LostOrderError['fate']> {
  const error = await errorOf(call);
  expect(error).toBeInstanceOf(LostOrderError);
  expect(error).toMatchObject({ kind: 'lost-order', mayBeDone: true });
  expect(error.cause).toBeInstanceOf(LostAnswerError);
  return (error as LostOrderError).fate;
}

const countOf = (sosie: Sosie, operation: string): number =>
  sosie.sandbox.journal.query({ limit: 1000, operation }).length;

interface Desk {
  readonly sosie: Sosie;
  readonly s360: S360Client;
  /** Of an open order with two passes. */
  readonly orderId: number;
  readonly operationId: number;
  readonly movementIds: readonly number[];
}

async function atDesk(protocol: Protocol, work: (desk: Desk) => Promise<void>): Promise<void> {
  const sosie = await createSosie({ clock: NOON, seed: 1 });
  const s360 = s360Of(sosie, protocol);
  const { orderUpdateData: made } = await valueOf(
    s360.createOrUpdateOrder(passes(2, { purchasersInfo: [{ contactReference: LECOMTE }] })),
  );
  await work({
    ...{ sosie, s360, orderId: made.orderId },
    operationId: made.operationDataUpdates[0]?.operationId ?? 0,
    movementIds: made.movementDataUpdates.map(({ movementId }) => movementId),
  });
  await sosie.close();
}

describe.each(PROTOCOLS)('over %s', (protocol) => {
  test('a first create whose answer is lost is never repeated, and nobody knows of it', () =>
    atDesk(protocol, async ({ sosie, s360 }) => {
      await lose(sosie, 'createOrUpdateOrder');
      const before = countOf(sosie, 'createOrUpdateOrder');
      const error = await errorOf(s360.createOrUpdateOrder(passes(3), { retries: 5 }));
      expect(error).toBeInstanceOf(OutcomeUnknownError);
      expect(error).toMatchObject({ kind: 'outcome-unknown', mayBeDone: true, attempts: 1 });
      expect(error.cause).toBeInstanceOf(LostAnswerError);
      expect(error.message).toContain('idle for as long as its sales channel has it');
      expect(countOf(sosie, 'createOrUpdateOrder')).toBe(before + 1);
      expect(countOf(sosie, 'getOrderDetails')).toBe(0);
    }));

  test('a close that was done is told so, with the order as it is', () =>
    atDesk(protocol, async ({ sosie, s360, orderId }) => {
      await lose(sosie, 'closeOrder');
      const payments = [{ amount: 34_000, paymentMethodId: CARD }];
      const fate = await fateOf(s360.closeOrder({ orderId, payments }));
      expect(fate).toMatchObject({ kind: 'done', order: { orderId, orderState: 'CLOSED' } });
      expect(countOf(sosie, 'closeOrder')).toBe(1);
    }));

  test('a close that never came is told so', () =>
    atDesk(protocol, async ({ sosie, s360, orderId }) => {
      await lose(sosie, 'closeOrder', 'before');
      const fate = await fateOf(s360.closeOrder({ orderId }));
      expect(fate).toMatchObject({ kind: 'not-done', order: { orderState: 'IN_PROGRESS' } });
    }));

  test('an update that was done is told from one that never came', () =>
    atDesk(protocol, async ({ sosie, s360, orderId }) => {
      // The same line as before, so that only the ids of the operations tell.
      await lose(sosie, 'createOrUpdateOrder', 'before');
      const missed = await fateOf(s360.createOrUpdateOrder(passes(2, { orderId })));
      expect(missed).toMatchObject({ kind: 'not-done', order: { operationDatas: [{}] } });
      await lose(sosie, 'createOrUpdateOrder');
      const done = await fateOf(s360.createOrUpdateOrder(passes(2, { orderId })));
      expect(done).toMatchObject({ kind: 'done', order: { operationDatas: [{}, {}] } });
    }));

  test('a client that has not seen the order cannot tell a new line from an old one', () =>
    atDesk(protocol, async ({ sosie, orderId }) => {
      const other = s360Of(sosie, protocol);
      await lose(sosie, 'createOrUpdateOrder', 'before');
      const same = await fateOf(other.createOrUpdateOrder(passes(2, { orderId })));
      expect(same).toMatchObject({ kind: 'unknown', why: 'the order does not show it' });
      await lose(sosie, 'createOrUpdateOrder', 'before');
      const another = await fateOf(other.createOrUpdateOrder(passes(7, { orderId })));
      expect(another.kind).toBe('not-done');
    }));

  test('a changed line is told by its quantity and audience', () =>
    atDesk(protocol, async ({ sosie, s360, orderId, operationId }) => {
      const changed = (quantity: number, audienceSubCategoryId: number) => ({
        ...{ pointOfSalesId: WEB, orderId },
        simpleProductOperations: [{ operationId, itemId: VIP, quantity, audienceSubCategoryId }],
      });
      await lose(sosie, 'createOrUpdateOrder');
      expect((await fateOf(s360.createOrUpdateOrder(changed(3, ADULT)))).kind).toBe('done');
      await lose(sosie, 'createOrUpdateOrder', 'before');
      expect((await fateOf(s360.createOrUpdateOrder(changed(3, CHILD)))).kind).toBe('not-done');
    }));

  test('what is removed is told by what is left', () =>
    atDesk(protocol, async ({ sosie, s360, orderId, operationId, movementIds }) => {
      const [first = 0] = movementIds;
      await lose(sosie, 'abandonMovements', 'before');
      const kept = await fateOf(s360.abandonMovements({ orderId, movementIds: [first] }));
      expect(kept.kind).toBe('not-done');
      await lose(sosie, 'abandonMovements');
      const gone = await fateOf(s360.abandonMovements({ orderId, movementIds: [first] }));
      expect(gone).toMatchObject({ kind: 'done', order: { movementDatas: [{}] } });
      await lose(sosie, 'cancelOperations');
      const empty = await fateOf(s360.cancelOperations({ orderId, operationIds: [operationId] }));
      expect(empty).toMatchObject({ kind: 'done', order: { operationDatas: [] } });
    }));

  test('of states the vendor’s only public word is CLOSED: of others it tells what it sees', () =>
    atDesk(protocol, async ({ sosie, s360, orderId }) => {
      await lose(sosie, 'validateOrder', 'before');
      expect(await fateOf(s360.validateOrder({ orderId }))).toMatchObject({
        ...{ kind: 'unknown', order: { orderState: 'IN_PROGRESS' } },
      });
      await lose(sosie, 'validateOrder');
      expect((await fateOf(s360.validateOrder({ orderId }))).kind).toBe('done');
      await lose(sosie, 'abandonOrder');
      expect((await fateOf(s360.abandonOrder({ orderId }))).kind).toBe('done');
    }));

  test('nobody can tell when the order is not shown either', () =>
    atDesk(protocol, async ({ sosie, s360, orderId }) => {
      await lose(sosie, 'closeOrder');
      await sosie.sandbox.faults.add({
        when: { operation: 'getOrderDetails' },
        phase: 'after',
        then: { kind: 'reset' },
      });
      const fate = await fateOf(s360.closeOrder({ orderId }));
      expect(fate.kind).toBe('unknown');
      expect(fate).not.toHaveProperty('order');
    }));

  test('who wants to look for himself is told of the lost answer alone', () =>
    atDesk(protocol, async ({ sosie, orderId }) => {
      const plain = s360Of(sosie, protocol, { findLostOrders: false });
      await lose(sosie, 'closeOrder');
      expect(await errorOf(plain.closeOrder({ orderId }))).toBeInstanceOf(LostAnswerError);
      expect(countOf(sosie, 'getOrderDetails')).toBe(0);
    }));

  test('what reads is sent again', () =>
    atDesk(protocol, async ({ sosie, s360, orderId }) => {
      await lose(sosie, 'getOrderDetails');
      const answer = await s360.getOrderDetails({ orderId });
      expect(answer).toMatchObject({ ok: true, response: { attempts: 2 } });
    }));
});
