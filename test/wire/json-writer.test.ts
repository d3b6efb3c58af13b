import { Type } from '@sinclair/typebox';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { javaDouble, Nullable } from '#kit/types.ts';
import { jsonWriterOf, orderProblem } from '#wire/rest/json-writer.ts';

const Price = Type.Object({ label: Type.String(), amount: javaDouble(Type.Number()) });
const Basket = Type.Object({
  id: Type.String(),
  note: Type.Optional(Type.String()),
  total: Nullable(javaDouble(Type.Number())),
  prices: Type.Array(Price),
  extra: Type.Record(Type.String(), Type.Unknown()),
});

describe('writes JSON by the contract', () => {
  test('keys come in the contract’s order, whatever order a value with doubles has', () => {
    const write = jsonWriterOf(Type.Object({ a: javaDouble(Type.Number()), b: Type.String() }));
    expect(write({ b: 'x', a: 1 })).toBe('{"a":1.0,"b":"x"}');
  });

  test('a number marked as double keeps its fraction even when it is whole', () => {
    const basket = { extra: { z: 17 }, prices: [{ amount: 17, label: 'a' }], total: 0.5, id: '1' };
    expect(jsonWriterOf(Basket)(basket)).toBe(
      '{"id":"1","total":0.5,"prices":[{"label":"a","amount":17.0}],"extra":{"z":17}}',
    );
  });

  test('null stays null, what is undefined is left out', () => {
    const basket = { id: '1', note: undefined, total: null, prices: [], extra: {} };
    expect(jsonWriterOf(Basket)(basket)).toBe('{"id":"1","total":null,"prices":[],"extra":{}}');
  });

  test('a key that the contract does not know stays visible, behind the others', () => {
    const write = jsonWriterOf(
      Type.Object({ a: Type.Integer(), d: Type.Optional(javaDouble(Type.Number())) }),
    );
    expect(write({ x: [1], a: 1 })).toBe('{"a":1,"x":[1]}');
    expect(write({ x: 1 })).toBe('{"x":1}');
  });

  test.each([
    [{ id: '1', prices: [] }, undefined],
    [{ prices: [], id: '1' }, '/'],
    [
      {
        id: '1',
        prices: [
          { label: 'a', amount: 1 },
          { amount: 1, label: 'b' },
        ],
      },
      '/prices/1',
    ],
    [{ id: '1', extra: { z: 1, a: 1 } }, undefined],
    [null, undefined],
  ])('tells where keys are out of order: %j', (value, pointer) => {
    expect(orderProblem(Nullable(Basket), value)).toBe(pointer);
  });

  test('any text comes back as it was', () => {
    const write = jsonWriterOf(
      Type.Object({ text: Type.String(), d: Type.Optional(javaDouble(Type.Number())) }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(JSON.parse(write({ text }))).toEqual({ text });
      }),
    );
    expect(write({ text: '\ud800"\\\n\u2028' })).toBe(
      JSON.stringify({ text: '\ud800"\\\n\u2028' }),
    );
  });

  test('agrees with JSON.stringify wherever nothing is a double', () => {
    const Open = Type.Object({ a: Type.Unknown(), b: Type.Array(Type.Unknown()) });
    const write = jsonWriterOf(Open);
    fc.assert(
      fc.property(fc.record({ a: fc.jsonValue(), b: fc.array(fc.jsonValue()) }), (value) => {
        expect(write(value)).toBe(JSON.stringify(value));
      }),
    );
  });
});
