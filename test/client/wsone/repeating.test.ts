import { describe, expect, test } from 'vitest';
import { TransportError, wsoneRepeats, type WsoneOperation } from '#client/index.ts';
import { wsone as contract } from '#contracts/wsone/index.ts';
import type { Operation } from '#kit/operation.ts';
import { stub } from '../stub.ts';
import { clientBehind } from './till.ts';

const operations = Object.entries<Operation>(contract.operations);
const lost = new TransportError('reset');
const unsent = new TransportError('not-sent', new Error('connect ECONNREFUSED'));

type Methods = Readonly<Record<string, (message: object) => Promise<unknown>>>;

/** How often an operation is sent to a vendor that does not answer. */
async function sendings(name: string, trouble: TransportError, byKey = false): Promise<number> {
  const { transport, requests } = stub(trouble);
  const options = { findLostReceipts: false, repeatByReceiptKey: byKey };
  const client = clientBehind(transport, options) as unknown as Methods;
  await expect(client[name]?.({})).rejects.toMatchObject({ vendor: 'wsone', operation: name });
  return requests.length;
}

describe('after a lost answer', () => {
  test.each(operations)('%s is repeated only when it changes nothing', async (name, operation) => {
    expect(await sendings(name, lost)).toBe(operation.readOnly ? 3 : 1);
    expect(wsoneRepeats[name as WsoneOperation].why).toMatch(/\w+ \w+/);
  });

  test('receipts and returns are repeated by their key where that is asked for, nothing else', async () => {
    const repeated: string[] = [];
    for (const [name, { readOnly }] of operations) {
      if (!readOnly && (await sendings(name, lost, true)) > 1) repeated.push(name);
    }
    expect(repeated.toSorted()).toEqual([
      'refundTransaction',
      'sendAndValidFullTransaction',
      'sendAndValidTransaction',
      'sendSimpleTransaction',
      'sendTransaction',
    ]);
  });
});

test.each(operations)('%s is repeated when there was no connection', async (name) => {
  expect(await sendings(name, unsent)).toBe(3);
});
