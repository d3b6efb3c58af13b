import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createClients,
  LostReceiptError,
  type WsoneClient,
  type WsoneMessage,
  type WsoneOptions,
} from '#client/index.ts';
import { createSosie, type SandboxHandle, type Sosie } from '#server/index.ts';
import { stub, type Reply } from '../stub.ts';
import { clientBehind, DENIS, keys, sale, SHOP, valueOf } from './till.ts';

type Then = Parameters<SandboxHandle['faults']['add']>[0]['then'];

/** One sosie for all, listening; each test has a sandbox of its own. */
let sosie: Sosie;
let baseUrl: string;
beforeAll(async () => {
  sosie = await createSosie({ clock: '2026-03-04T12:00:00+01:00', seed: 1 });
  baseUrl = (await sosie.listen({ port: 0 })).url;
});
afterAll(() => sosie.close());

interface Till {
  readonly wsone: WsoneClient;
  readonly sandbox: SandboxHandle;
  readonly asked: () => readonly unknown[];
  readonly close: () => Promise<void>;
}

let count = 0;

/** A till whose next answer to an operation is lost: the work is done. */
async function tillLosing(
  operation: string,
  then: Then,
  options: Partial<WsoneOptions> = {},
): Promise<Till> {
  count += 1;
  const sandbox = await sosie.sandboxes.create({ name: `till-${count}` });
  await sandbox.faults.add({ when: { operation }, phase: 'after', then, times: 1 });
  const clients = createClients({
    ...{ baseUrl, sandbox: sandbox.name, timeoutMs: 1_000, wait: async () => undefined },
    wsone: { ...keys, ...options },
  });
  const asked = () => sandbox.journal.query({}).map(({ operation }) => operation);
  return { wsone: clients.wsone, sandbox, asked, close: clients.close };
}

/** What a call throws that does not come back. */
async function lossOf(call: Promise<unknown>): Promise<LostReceiptError> {
  const error: unknown = await call.catch((thrown: unknown) => thrown);
  if (error instanceof LostReceiptError) return error;
  throw new Error(`not lost, but: ${String(error)}`);
}

const pointsOf = async (wsone: WsoneClient): Promise<number | undefined> => {
  const { AccountResponse } = await valueOf(wsone.getAccounts({ IdentifierRequest: DENIS }));
  return AccountResponse.find(({ name }) => name === 'point')?.value;
};

/** Points of Denis before: 120, and 34 of an earlier receipt. */
const BEFORE = 154;

const losses: readonly (readonly [string, Then])[] = [
  ['reset', { kind: 'reset' }],
  ['truncated', { kind: 'truncated' }],
  ['timeout', { kind: 'hang' }],
  ['unreadable', { kind: 'html', status: 502 }],
];

describe.each(losses)('when the answer is lost (%s)', (kind, then) => {
  test.each(['sendAndValidTransaction', 'sendSimpleTransaction'] as const)(
    '%s is sent once, and the till learns that it went through',
    async (operation) => {
      const { wsone, asked, close } = await tillLosing(operation, then);
      const error = await lossOf(wsone[operation](sale('LOST-1')));
      expect(error).toMatchObject({ vendor: 'wsone', operation, attempts: 1, mayBeDone: true });
      expect(error.cause).toMatchObject({ kind });
      expect(error.message).toMatch(
        /Asked since: it is the customer’s last receipt, so it is done$/,
      );
      expect(error.fate).toMatchObject({
        kind: 'validated',
        value: { ReceiptResponse: { receiptNumber: 'LOST-1', allTaxesIncludedAmount: '20.5' } },
      });
      expect(asked()).toEqual([operation, 'getLastTransaction']);
      expect(await pointsOf(wsone)).toBe(BEFORE + 20);
      await close();
    },
  );

  test('a receipt that stays pending is sent once, and nobody can tell', async () => {
    const { wsone, asked, close } = await tillLosing('sendTransaction', then);
    const { fate } = await lossOf(wsone.sendTransaction(sale('LOST-2')));
    const why = 'getLastTransaction tells of validated receipts only';
    expect(fate).toEqual({ kind: 'unknown', why });
    expect(asked()).toEqual(['sendTransaction', 'getLastTransaction']);
    await close();
  });

  test('a return is given back once', async () => {
    const { wsone, asked, close } = await tillLosing('refundTransaction', then);
    await valueOf(wsone.sendAndValidTransaction(sale('SOLD')));
    const { fate } = await lossOf(wsone.refundTransaction(refund));
    expect(fate.kind).toBe('unknown');
    const operations = ['sendAndValidTransaction', 'refundTransaction', 'getLastTransaction'];
    expect(asked()).toEqual(operations);
    expect(await pointsOf(wsone)).toBe(BEFORE + 10);
    await close();
  });
});

const refund: WsoneMessage<'refundTransaction'> = {
  ReceiptRequest: {
    ...{ receiptNumber: 'BACK', originalReceiptNumber: 'SOLD' },
    ...{ transactionDate: '04/03/2026 12:00:00', allTaxesIncludedAmount: '10.50' },
    ...{ EntityRequest: SHOP, IdentifierRequest: DENIS },
  },
};

describe('where the vendor is taken to know a receipt again', () => {
  test('it is sent again after a lost answer, and counts once', async () => {
    const byKey = { repeatByReceiptKey: true };
    const till = await tillLosing('sendAndValidTransaction', { kind: 'reset' }, byKey);
    const answer = await till.wsone.sendAndValidTransaction(sale('AGAIN'));
    expect(answer).toMatchObject({ ok: true, response: { attempts: 2 } });
    expect(await pointsOf(till.wsone)).toBe(BEFORE + 20);
    await till.close();
  });

  test('a return is given back once', async () => {
    const till = await tillLosing(
      'refundTransaction',
      { kind: 'reset' },
      { repeatByReceiptKey: true },
    );
    await valueOf(till.wsone.sendAndValidTransaction(sale('SOLD')));
    const answer = await till.wsone.refundTransaction(refund);
    expect(answer).toMatchObject({ ok: true, response: { attempts: 2 } });
    expect(await pointsOf(till.wsone)).toBe(BEFORE + 10);
    await till.close();
  });

  test('a vendor that does not gives the points twice: that is why it has to be asked for', async () => {
    const till = await tillLosing(
      'sendAndValidTransaction',
      { kind: 'reset' },
      {
        repeatByReceiptKey: true,
      },
    );
    await till.sandbox.settings.set('wsone', { receiptKey: 'none' });
    await valueOf(till.wsone.sendAndValidTransaction(sale('AGAIN')));
    expect(await pointsOf(till.wsone)).toBe(BEFORE + 40);
    await till.close();
  });
});

test('a lost answer is the plain error where nobody wants to ask', async () => {
  const till = await tillLosing(
    'sendAndValidTransaction',
    { kind: 'reset' },
    {
      findLostReceipts: false,
    },
  );
  await expect(till.wsone.sendAndValidTransaction(sale('LOST-3'))).rejects.toMatchObject({
    ...{ name: 'LostAnswerError', kind: 'reset', attempts: 1 },
    message: expect.stringContaining('WsOne documents no key that tells a repetition') as string,
  });
  expect(till.asked()).toEqual(['sendAndValidTransaction']);
  await till.close();
});

test('a receipt that never came is told as not validated', async () => {
  const sandbox = await sosie.sandboxes.create({ name: 'never-came' });
  const when = { operation: 'sendAndValidTransaction' };
  await sandbox.faults.add({ when, phase: 'before', then: { kind: 'reset' }, times: 1 });
  const { wsone, close } = createClients({ baseUrl, sandbox: sandbox.name, wsone: keys });
  const { fate } = await lossOf(wsone.sendAndValidTransaction(sale('LOST-4')));
  expect(fate).toEqual({ kind: 'not-validated' });
  await close();
});

const key = sale('LOOKED-FOR').ReceiptRequest;
const last = (receipt: object) => ({
  body: {
    ...{ responseCode: '000', infos: 'Found' },
    ReceiptResponse: {
      ...{ receiptNumber: 'LOOKED-FOR', transactionDate: key.transactionDate, cashdeskNumber: '1' },
      ...{ allTaxesIncludedAmount: 20.5, discountAmount: 0 },
      ...{ OldAccountResponse: [], NewAccountResponse: [] },
      ...receipt,
    },
    DetailsResponse: { OfferResponse: [] },
  },
});

test.each<readonly [string, Reply, object]>([
  ['the same receipt', last({}), { kind: 'validated' }],
  ['an older one', last({ transactionDate: '28/02/2026 23:00:00' }), { kind: 'not-validated' }],
  [
    'a later one, which would hide it',
    last({ receiptNumber: 'OTHER', transactionDate: '01/04/2026 08:00:00' }),
    { kind: 'unknown', why: 'the last receipt, OTHER, is as late or later, and would hide it' },
  ],
  [
    'one of another till at the same moment',
    last({ cashdeskNumber: '2' }),
    { kind: 'unknown', why: expect.stringContaining('would hide it') as string },
  ],
  [
    'nothing at all',
    { body: { responseCode: '930', infos: 'Unknown transaction\n' } },
    { kind: 'not-validated' },
  ],
  [
    'a refusal',
    { body: { responseCode: '920', infos: 'Unknown entity\n' } },
    { kind: 'unknown', why: 'getLastTransaction is refused: 920 Unknown entity' },
  ],
])('of a vendor that tells of %s a till learns as much', async (_, reply, fate) => {
  const { transport, requests } = stub(reply);
  expect(await clientBehind(transport).findReceipt(key)).toMatchObject(fate);
  const { EntityRequest, IdentifierRequest } = key;
  expect(JSON.parse(requests[0]?.body ?? '')).toEqual({ EntityRequest, IdentifierRequest });
});

test('what is not known by its receipt cannot be found', async () => {
  const till = await tillLosing('validTransaction', { kind: 'reset' });
  const { ReceiptResponse } = await valueOf(till.wsone.sendTransaction(sale('LOST-5')));
  const { transactionId = '' } = ReceiptResponse;
  const { fate } = await lossOf(till.wsone.validTransaction({ transactionId }));
  const why = 'the message names no store, customer, date and number';
  expect(fate).toEqual({ kind: 'unknown', why });
  await till.close();
});
