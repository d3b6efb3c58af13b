import { expect, test } from 'vitest';
import { onlyReads } from '#kit/operation.ts';
import { askedOf } from '#harness/verify/asked.ts';

const envelope = (inside: string): string =>
  `<?xml version="1.0"?><soap:Envelope><soap:Header/><soap:Body>\n${inside}</soap:Body></soap:Envelope>`;

test.each([
  ['utick', { method: 'GET', path: '/v1/shop/orders/7/' }, 'getOrder'],
  [
    's360',
    { method: 'POST', path: '/tnseb/backend-apis/externalOrderService/v1_33/getOrderDetails' },
    'getOrderDetails',
  ],
  [
    's360',
    { method: 'POST', path: '/x', body: { content: envelope('<tns:closeOrder xmlns:tns="u"/>') } },
    'closeOrder',
  ],
  [
    'monext',
    { method: 'POST', path: '/x', body: envelope('<getTransactionDetailsRequest/>') },
    'getTransactionDetails',
  ],
] as const)('what is asked of %s is found: %o', (vendor, request, name) => {
  expect(askedOf(vendor, request)?.name).toBe(name);
});

test('whether it changes something is the contract’s to say, whatever the method', () => {
  const path = '/tnseb/backend-apis/externalOrderService/v1_33';
  const reads = ['getOrderDetails', 'closeOrder'].map((name) => {
    const asked = askedOf('s360', { method: 'POST', path: `${path}/${name}` });
    return asked && onlyReads(asked.operation);
  });
  expect(reads).toEqual([true, false]);
});

test.each([
  ['utick', { method: 'POST', path: '/shop/nothing' }],
  ['monext', { method: 'POST', path: '/x', body: envelope('<constructor/>') }],
  ['monext', { method: 'POST', path: '/x', body: { content: 'no envelope' } }],
  ['nobody', { method: 'POST', path: '/x', body: envelope('<closeOrder/>') }],
] as const)('nothing that %s knows is asked for: %o', (vendor, request) => {
  expect(askedOf(vendor, request)).toBeUndefined();
});
