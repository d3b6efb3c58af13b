import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createClients,
  LostPaymentError,
  type MonextClient,
  type MonextOptions,
} from '#client/index.ts';
import { createSosie, type SandboxHandle, type Sosie } from '#server/index.ts';
import { authorised, keys, part, payment, valueOf } from './desk.ts';

type Then = Parameters<SandboxHandle['faults']['add']>[0]['then'];

/** One sosie for all, listening; each test has a sandbox of its own. */
let sosie: Sosie;
let baseUrl: string;
beforeAll(async () => {
  sosie = await createSosie({ clock: '2026-03-04T10:00:00+01:00', seed: 1 });
  baseUrl = (await sosie.listen({ port: 0 })).url;
  // What the first call of each kind compiles is no part of any time here.
  const { monext, close } = createClients({ baseUrl, monext: keys });
  await valueOf(monext.getTransactionDetails({ orderRef: 'COAT-1' }));
  await authorised(monext, 'FIRST-1');
  await close();
});
afterAll(() => sosie.close());

interface Desk {
  readonly monext: MonextClient;
  readonly sandbox: SandboxHandle;
  /** The next answer to an operation is lost: `after` the work is done, `before` nothing is. */
  readonly lose: (operation: string, then?: Then, phase?: 'before' | 'after') => Promise<unknown>;
  readonly asked: () => readonly unknown[];
  readonly close: () => Promise<void>;
}

let count = 0;

async function openDesk(options: Partial<MonextOptions> = {}): Promise<Desk> {
  count += 1;
  const sandbox = await sosie.sandboxes.create({ name: `desk-${count}` });
  const { monext, close } = createClients({
    ...{ baseUrl, sandbox: sandbox.name, timeoutMs: 1_500, wait: async () => undefined },
    monext: { ...keys, ...options },
  });
  return {
    ...{ monext, sandbox, close },
    lose: (operation, then = { kind: 'reset' }, phase = 'after') =>
      sandbox.faults.add({ when: { operation }, phase, then, times: 1 }),
    asked: () => sandbox.journal.query({}).map(({ operation }) => operation),
  };
}

/** What a call throws that does not come back. */
async function lossOf(call: Promise<unknown>): Promise<LostPaymentError> {
  const error: unknown = await call.catch((thrown: unknown) => thrown);
  if (error instanceof LostPaymentError) return error;
  throw new Error(`not lost, but: ${String(error)}`);
}

const losses: readonly (readonly [string, Then])[] = [
  ['reset', { kind: 'reset' }],
  ['truncated', { kind: 'truncated' }],
  ['timeout', { kind: 'hang' }],
  ['unreadable', { kind: 'html', status: 502 }],
];

describe.each(losses)('when the answer is lost (%s)', (kind, then) => {
  test('a payment is sent once, and the shop learns that it was authorised', async () => {
    const { monext, lose, asked, close } = await openDesk();
    await lose('doAuthorization', then);
    const error = await lossOf(monext.doAuthorization(payment('LOST-1')));
    expect(error).toMatchObject({ operation: 'doAuthorization', attempts: 1, mayBeDone: true });
    expect(error.cause).toMatchObject({ kind });
    expect(error.message).toMatch(/Asked since: it is done, as transaction \d{14}$/);
    expect(error.fate).toMatchObject({
      kind: 'done',
      transactionId: expect.stringMatching(/^\d{14}$/) as string,
      details: { authorization: { number: 'A55A' }, order: { ref: 'LOST-1' } },
    });
    expect(asked()).toEqual(['doAuthorization', 'getTransactionDetails']);
    await close();
  });

  test('a capture and a refund are made once, and the shop learns as which transaction', async () => {
    const { monext, lose, asked, close } = await openDesk();
    const id = await authorised(monext, 'LOST-2');
    await lose('doCapture', then);
    const captured = await lossOf(monext.doCapture(part(id, '201')));
    expect(captured.fate).toMatchObject({ kind: 'done', details: { transaction: { id } } });
    await lose('doRefund', then);
    const refunded = await lossOf(monext.doRefund(part(id, '421', { amount: 4000 })));
    expect(refunded.fate.kind).toBe('done');
    expect(asked()).toEqual([
      ...['doAuthorization', 'doCapture', 'getTransactionDetails'],
      ...['doRefund', 'getTransactionDetails'],
    ]);
    expect(await bookedFor(monext, id)).toEqual(['AUTHOR 6000', 'CAPTURE 6000', 'REFUND 4000']);
    await close();
  });
});

/** What the vendor has in its books of a payment. */
async function bookedFor(monext: MonextClient, transactionId: string): Promise<readonly string[]> {
  const asked = { transactionId, transactionHistory: 'Y' };
  const { associatedTransactionsList } = await valueOf(monext.getTransactionDetails(asked));
  const entries = associatedTransactionsList?.associatedTransactions ?? [];
  return entries.map(({ type, amount }) => `${type} ${amount}`);
}

test('when a request is lost on its way, the shop learns that nothing was done', async () => {
  const { monext, lose, close } = await openDesk();
  await lose('doAuthorization', { kind: 'reset' }, 'before');
  const lost = await lossOf(monext.doAuthorization(payment('NEVER-1')));
  expect(lost.fate).toEqual({ kind: 'not-done' });
  expect(lost.message).toMatch(/Asked since: it was not done then$/);
  const id = await authorised(monext, 'NEVER-2');
  for (const call of [
    ['doCapture', () => monext.doCapture(part(id, '201'))],
    ['doReset', () => monext.doReset({ transactionID: id })],
  ] as const) {
    await lose(call[0], { kind: 'reset' }, 'before');
    expect((await lossOf(call[1]())).fate).toEqual({ kind: 'not-done' });
  }
  expect(await bookedFor(monext, id)).toEqual(['AUTHOR 6000']);
  await close();
});

test('a payment that was declined behind a lost answer is told with its code', async () => {
  const { monext, lose, close } = await openDesk();
  await lose('doAuthorization');
  const { fate } = await lossOf(monext.doAuthorization(payment('DECLINED-1', { amount: 33351 })));
  expect(fate).toMatchObject({ kind: 'declined', failure: { code: '01116', outcome: 'declined' } });
  await close();
});

test('a reset behind a lost answer is told, of all or of a part', async () => {
  const { monext, lose, close } = await openDesk();
  const whole = await authorised(monext, 'RESET-1');
  await lose('doReset');
  expect((await lossOf(monext.doReset({ transactionID: whole }))).fate.kind).toBe('done');
  const parted = await authorised(monext, 'RESET-2');
  await lose('doReset');
  const message = { transactionID: parted, amount: 5000, currency: '978' };
  expect((await lossOf(monext.doReset(message))).fate.kind).toBe('done');
  await close();
});

test('one of two equal parts cannot be told from the other: its candidates are named', async () => {
  const { monext, lose, close } = await openDesk();
  const id = await authorised(monext, 'PARTS-1');
  const first = await valueOf(
    monext.doCapture(part(id, '201', { amount: 2000, sequenceNumber: '1' })),
  );
  await lose('doCapture', { kind: 'reset' }, 'before');
  const second = monext.doCapture(part(id, '201', { amount: 2000, sequenceNumber: '2' }));
  expect((await lossOf(second)).fate).toEqual({
    kind: 'unknown',
    why: 'an earlier one of the same amount would look the same',
    candidates: [first.transaction.id],
  });
  await close();
});

test('a refund that was reset is not taken for the one that is lost', async () => {
  const { monext, lose, close } = await openDesk();
  const id = await authorised(monext, 'AGAIN-1', { action: '101' });
  const { transaction } = await valueOf(monext.doRefund(part(id, '421', { sequenceNumber: '1' })));
  await valueOf(monext.doReset({ transactionID: transaction.id }));
  await lose('doRefund', { kind: 'reset' }, 'before');
  const again = monext.doRefund(part(id, '421', { sequenceNumber: '2' }));
  expect((await lossOf(again)).fate).toEqual({ kind: 'not-done' });
  await close();
});

test('a payment of another amount for the same order is not taken for it', async () => {
  const { monext, lose, close } = await openDesk();
  await authorised(monext, 'OTHER-1', { amount: 1000 });
  await lose('doAuthorization', { kind: 'reset' }, 'before');
  const { fate } = await lossOf(monext.doAuthorization(payment('OTHER-1')));
  expect(fate).toEqual({ kind: 'not-done' });
  await close();
});

test('where an order was tried more than once nobody can tell', async () => {
  const { monext, lose, close } = await openDesk();
  await authorised(monext, 'TWICE-1', { amount: 1000 });
  await lose('doAuthorization');
  const { fate } = await lossOf(monext.doAuthorization(payment('TWICE-1')));
  expect(fate).toMatchObject({
    kind: 'unknown',
    why: 'several payments have this order reference',
  });
  await close();
});

test('a payment on hold is not decided', async () => {
  const { monext, sandbox, lose, close } = await openDesk();
  await sandbox.act('monext', 'set-bank-answer', { merchantid: keys.merchantId, code: '02000' });
  await lose('doAuthorization');
  const { fate } = await lossOf(monext.doAuthorization(payment('HOLD-1')));
  expect(fate).toMatchObject({
    kind: 'unknown',
    why: expect.stringMatching(/^it is not decided yet: 02000 /) as string,
    candidates: [expect.any(String)],
  });
  await close();
});

test('while the vendor is down nobody can tell', async () => {
  const { monext, lose, close } = await openDesk({ retries: 0 });
  await lose('doAuthorization');
  await lose('getTransactionDetails', { kind: 'reset' }, 'before');
  const { fate } = await lossOf(monext.doAuthorization(payment('DOWN-1')));
  expect(fate).toMatchObject({ kind: 'unknown', candidates: [] });
  await close();
});

test('a client that is told not to look throws the loss itself, and asks nothing', async () => {
  const { monext, lose, asked, close } = await openDesk({ findLostPayments: false });
  await lose('doAuthorization');
  await expect(monext.doAuthorization(payment('ALONE-1'))).rejects.toMatchObject({ kind: 'reset' });
  expect(asked()).toEqual(['doAuthorization']);
  const key = { orderRef: 'ALONE-1', amount: '6000', types: ['AUTHOR'] };
  expect(await monext.findLost({ kind: 'opening', ...key })).toMatchObject({ kind: 'done' });
  await close();
});

test('what reads is asked again, what pays never', async () => {
  const { monext, lose, asked, close } = await openDesk();
  await lose('transactionsSearch');
  const days = { startDate: '04/03/2026', endDate: '04/03/2026' };
  const { response } = await monext.transactionsSearch(days);
  expect(response.attempts).toBe(2);
  expect(asked()).toEqual(['transactionsSearch', 'transactionsSearch']);
  await close();
});
