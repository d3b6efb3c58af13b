import { Type } from '@sinclair/typebox';
import { describe, expect, test } from 'vitest';
import type { HttpMethod, Operation } from '#kit/operation.ts';
import { routerOf } from '#wire/router.ts';

const operation = (method: HttpMethod, path: string): Operation => ({
  method,
  path,
  summary: '',
  evidence: 'documented',
  access: 'none',
  request: Type.Object({}),
  result: Type.Unknown(),
  response: Type.Unknown(),
});

const route = routerOf({
  listOrders: operation('GET', '/v1/shop/orders'),
  createOrder: operation('POST', '/v1/shop/orders'),
  getOrder: operation('GET', '/v1/shop/orders/{id}'),
  listTickets: operation('GET', '/v1/shop/orders/tickets'),
  getPayment: operation('GET', '/v1/shop/orders/payments/{id}'),
  attach: operation('PATCH', '/v1/shop/orders/{id}/attach'),
});

describe('finds the operation of a path', () => {
  test.each([
    // path                                 | operation    | parameters
    ['/v1/shop/orders', 'listOrders', {}],
    ['/v1/shop/orders/', 'listOrders', {}],
    ['/v1/shop/orders//', 'listOrders', {}],
    ['/v1/shop/orders/A1', 'getOrder', { id: 'A1' }],
    ['/v1/shop/orders/A1//', 'getOrder', { id: 'A1' }],
    ['/v1/shop/orders/A%201/', 'getOrder', { id: 'A 1' }],
    ['/v1/shop/orders/A%2F1/', 'getOrder', { id: 'A/1' }],
    ['/v1/shop/orders/tickets', 'listTickets', {}],
    ['/v1/shop/orders/payments/P1', 'getPayment', { id: 'P1' }],
    // `payments` alone is no operation here, so it is an id like any other
    ['/v1/shop/orders/payments', 'getOrder', { id: 'payments' }],
  ])('%s', (path, name, params) => {
    expect(route('GET', path)).toMatchObject({ kind: 'matched', name, params });
  });

  test('a reserved word stands in for an id when only that completes a path', () => {
    const routed = route('PATCH', '/v1/shop/orders/tickets/attach');
    expect(routed).toMatchObject({ name: 'attach', params: { id: 'tickets' } });
  });
});

describe('says what is wrong with a path', () => {
  test.each(['/', '/v1', '/v1/shop/orders///', '/v1//shop/orders', '/v1/shop/orders/A/B', '/%zz'])(
    '%s is unknown',
    (path) => expect(route('GET', path)).toEqual({ kind: 'unknown-path' }),
  );

  test('a known path with another method names the methods it has', () => {
    expect(route('DELETE', '/v1/shop/orders')).toEqual({
      kind: 'method-not-allowed',
      allowed: ['GET', 'POST'],
    });
  });

  test('names of Object are no paths', () => {
    expect(route('GET', '/constructor')).toEqual({ kind: 'unknown-path' });
    expect(route('GET', '/v1/shop/orders/__proto__')).toMatchObject({
      params: { id: '__proto__' },
    });
  });
});

test('two operations at one method and path are refused when the table is made', () => {
  const twice = { a: operation('GET', '/x'), b: operation('GET', '/x') };
  expect(() => routerOf(twice)).toThrow('two operations at /x');
});
