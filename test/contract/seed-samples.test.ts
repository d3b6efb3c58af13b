import type { TSchema } from '@sinclair/typebox';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { utick } from '#contracts/utick/index.ts';
import { Order, Product, Stock, StockRequest } from '#contracts/utick/index.ts';
import { validatorOf } from '#kit/ajv.ts';
import type { Request, Result } from '#kit/operation.ts';
import { isSchema } from '#kit/subschemas.ts';
import { documentedOrder, documentedProduct, documentedRequest } from './utick-samples.ts';
import { documentedStock } from './utick-stock-sample.ts';

const evidenceOf = (schema: TSchema, pointer: string): unknown => {
  const properties: unknown = schema['properties'];
  const field: unknown = isSchema(properties) ? properties[pointer.slice(1)] : undefined;
  return isSchema(field) ? (field['x-evidence'] ?? 'documented') : undefined;
};

const keysOf = (schema: TSchema): readonly string[] => {
  const properties: unknown = schema['properties'];
  return isSchema(properties) ? Object.keys(properties) : [];
};

describe.each([
  ['order', Order, documentedOrder],
  ['product', Product, documentedProduct],
  ['stock', Stock, documentedStock],
  ['product request', StockRequest, documentedRequest],
] as const)('the documented %s', (_name, schema, sample) => {
  it('lacks only fields that other vendor sources tell of, and breaks nothing', () => {
    const violations = validatorOf(schema)(sample);
    for (const { pointer, keyword } of violations) {
      expect([pointer, keyword, evidenceOf(schema, pointer)]).toEqual([
        pointer,
        'required',
        'public',
      ]);
    }
  });

  it('has no field that only other vendor sources tell of', () => {
    const others = Object.keys(sample).filter((key) => evidenceOf(schema, `/${key}`) === 'public');
    expect(others).toEqual([]);
  });

  it('has its fields in the order of the contract', () => {
    const sent = new Set(Object.keys(sample));
    expect(keysOf(schema).filter((key) => sent.has(key))).toEqual(Object.keys(sample));
  });
});

const fromOtherSources = {
  name: '',
  language: 'fr',
  country: '',
  postalcode: '',
  automaticcancel: false,
  haspromocodes: false,
  notes: '',
  metadata: {},
};

const envelope = (response: unknown): Readonly<Record<string, unknown>> => ({
  success: true,
  response,
  environment: 'test',
  api_version: 1,
  datetime: '2020-03-04T10:18:58+01:00',
  cached: false,
  status_code: 200,
  language: 'fr',
});

describe('the envelope', () => {
  const answer = validatorOf(utick.operations.getOrder.response);
  const order = { ...documentedOrder, ...fromOtherSources };

  it('carries a whole order', () => {
    expect(answer(envelope(order))).toEqual([]);
    expect(answer({ ...envelope(order), error: null })).toEqual([]);
  });

  it('has no other key', () => {
    expect(answer({ ...envelope(order), total: 1 })).toHaveLength(1);
  });

  it('never carries an empty list in place of an error', () => {
    expect(answer({ ...envelope(order), error: [] })).toHaveLength(1);
  });

  it('says no with a code and a message, and without a response', () => {
    const refusal = {
      ...envelope(null),
      success: false,
      status_code: 404,
      error: { code: 404, message: 'Unknown order' },
    };
    expect(validatorOf(utick.refusal)(refusal)).toEqual([]);
    expect(validatorOf(utick.refusal)({ ...refusal, response: [] })).toHaveLength(1);
    expect(validatorOf(utick.refusal)({ ...refusal, error: { code: 404 } })).toHaveLength(1);
  });
});

describe('the requests', () => {
  const AUTH = {
    publickey: 'TEST-PUBLIC-KEY',
    timestamp: '2026-11-21T19:35:58+00:00',
    signature: 'e08e7376b5e138422d5801763854abd592d6be23c50cf8a1aea2cf5ba9d0da62',
    username: '',
    language: 'fr',
  };
  const { requestProducts, updateOrder, listOrders, listStocks, ping } = utick.operations;

  it.each([
    ['a ping with a language only', ping, { language: 'en' }],
    [
      'products with every key that a client library sends',
      requestProducts,
      {
        requests: [
          { ...documentedRequest, quantity: 2, forcedpricevalue: '', requestedprice: null },
        ],
      },
    ],
    [
      'a confirmation with a quoted status',
      updateOrder,
      {
        id: 'o1',
        statusid: '1',
        contactid: 'c1',
      },
    ],
    ['metadata as a JSON text', updateOrder, { id: 'o1', metadata: '{"k":"v"}' }],
    ['a whole order with empty metadata', updateOrder, { id: 'o1', name: '', metadata: [] }],
    ['a page under its older names', listOrders, { entry_count: 10, entry_start: '20', size: 10 }],
    ['stocks of an event with promo codes', listStocks, { eventid: 'e1', promocodeids: ['p1'] }],
  ] as const)('accept %s', (_sentence, operation, message) => {
    expect(validatorOf(operation.request)({ ...AUTH, ...message })).toEqual([]);
  });

  it('name the place of a product request without a price', () => {
    const { quantity, stockid, categoryid } = documentedRequest;
    const message = { ...AUTH, requests: [{ quantity, stockid, categoryid }] };
    expect(validatorOf(requestProducts.request)(message)).toEqual([
      { pointer: '/requests/0/priceid', message: '“priceid” is missing.', keyword: 'required' },
    ]);
  });
});

describe('the contract as a whole', () => {
  const operations = Object.entries(utick.operations);

  it('has one operation for each method and path, none with a trailing slash', () => {
    const routes = operations.map(([, operation]) => `${operation.method} ${operation.path}`);
    expect(new Set(routes).size).toBe(routes.length);
    expect(routes.filter((route) => route.endsWith('/'))).toEqual([]);
  });

  it('has every path parameter in the request', () => {
    for (const [id, { path, request }] of operations) {
      const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect([id, keysOf(request)]).toEqual([id, expect.arrayContaining(parameters)]);
    }
  });

  it('gives each message a type of its own', () => {
    type Operations = typeof utick.operations;
    type Wanted = Request<Operations['requestProducts']>['requests'][number];
    expectTypeOf<Wanted['quantity']>().toEqualTypeOf<number | string>();
    expectTypeOf<Wanted['orderid']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<Result<Operations['listStocks']>[number]>().toEqualTypeOf<Stock>();
    expectTypeOf<Result<Operations['deleteProduct']>>().toEqualTypeOf<null>();
    expectTypeOf<Operations['getPlan']['notBuilt']>().toEqualTypeOf<true>();
  });

  it('compiles every message of every operation', () => {
    for (const [, { request, response }] of operations) {
      expect(validatorOf(request)([])).not.toEqual([]);
      expect(validatorOf(response)([])).not.toEqual([]);
    }
  });

  it('answers each failure with a code equal to the HTTP status', () => {
    for (const [failure, { status, code }] of Object.entries(utick.errors)) {
      expect([failure, code]).toEqual([failure, status]);
    }
  });
});
