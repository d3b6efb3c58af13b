import { expect, test } from 'vitest';
import { contracts } from '#contracts/index.ts';
import { TransportError } from '#client/index.ts';
import { listName } from '#harness/answers.ts';
import { knownCalls } from '#harness/scenario/calls.ts';
import { replayVendors } from '#harness/scenario/vendors.ts';

const lost = () => Promise.reject(new TransportError('reset'));

test.each(replayVendors.map((vendor) => [vendor.name, vendor] as const))(
  'scenarios know every call of the client of %s, and no other',
  (name, vendor) => {
    const client = vendor.clientAt('http://127.0.0.1:1', vendor.demo, { transport: lost });
    const known = [...knownCalls.values()].filter((call) => call.vendor === name);
    const methods = known.map(({ method }) => method);
    expect(methods.filter((method) => !client.method(method))).toEqual([]);
    expect(client.names().filter((method) => !methods.includes(method))).toEqual([]);
  },
);

test('an answer that is a list is seen under the plural of what is in it', () => {
  const names = new Set(
    contracts.flatMap(({ operations }) => Object.values(operations)).map(listName),
  );
  expect([...names].filter((name) => name !== undefined)).toEqual(
    expect.arrayContaining([
      'orders',
      'products',
      'planCategories',
      'ticketSets',
      'paymentMethods',
    ]),
  );
  expect(names.has('items')).toBe(false);
});
