import { Type } from '@sinclair/typebox';
import { describe, expect, it } from 'vitest';
import { validatorOf } from '#kit/ajv.ts';
import { withoutMinted } from '#kit/canonical.ts';
import { checkedMaskerOf, maskerOf } from '#kit/mask.ts';
import { opened } from '#kit/opened.ts';
import {
  evidence,
  FreeObject,
  IntegerLike,
  javaDouble,
  List,
  minted,
  Money,
  Nullable,
  OneOf,
  sensitive,
  ZonedDateTime,
} from '#kit/types.ts';

const Payment = Type.Object(
  {
    card: sensitive(Type.String()),
    stamp: minted(Type.String()),
    total: Money,
    status: OneOf(['paid', 'refused']),
    lines: List(
      Type.Object({ label: Type.String(), pin: Type.Optional(sensitive(Type.String())) }),
    ),
    metadata: Type.Optional(FreeObject),
  },
  { additionalProperties: false },
);
const payment = {
  card: '4970100000000014',
  stamp: '2026-03-04T10:00:00+01:00',
  total: { amount: 2300, currency: 'EUR' },
  status: 'paid',
  lines: [{ label: 'Hedda' }, { label: 'Edmond', pin: '0000' }],
};

describe('the validator', () => {
  it('has nothing to say of a valid message', () => {
    expect(validatorOf(Payment)(payment)).toEqual([]);
  });

  it('is the same one each time a schema is asked for', () => {
    expect(validatorOf(Payment)).toBe(validatorOf(Payment));
    expect(validatorOf(Payment)(payment)).toBe(validatorOf(Payment)(payment));
  });

  it('names every broken place of a message, each in one sentence', () => {
    const { stamp, lines } = payment;
    const broken = {
      stamp,
      lines,
      'odd/key': 1,
      status: 'lost',
      total: { amount: '2300', currency: 'EUR' },
    };
    expect(validatorOf(Payment)(broken)).toEqual([
      { pointer: '/card', message: '“card” is missing.', keyword: 'required' },
      {
        pointer: '/odd~1key',
        message: '“odd/key” is not in the contract.',
        keyword: 'additionalProperties',
      },
      {
        pointer: '/total/amount',
        message: 'Expected integer, found string.',
        keyword: 'type',
      },
      {
        pointer: '/status',
        message: 'Expected one of "paid", "refused", found "lost".',
        keyword: 'enum',
      },
    ]);
  });

  it('says once that no alternative fits', () => {
    expect(validatorOf(Type.Object({ id: Nullable(Type.String()) }))({ id: 7 })).toEqual([
      { pointer: '/id', message: 'Expected string or null, found number.', keyword: 'anyOf' },
    ]);
  });

  it('looks inside the alternative that took the value', () => {
    const schema = Type.Object({ total: Nullable(Money) });
    expect(validatorOf(schema)({ total: { amount: 'x', currency: 'EUR' } })).toEqual([
      { pointer: '/total/amount', message: 'Expected integer, found string.', keyword: 'type' },
    ]);
    expect(validatorOf(schema)({ total: { amount: 1 } })).toEqual([
      { pointer: '/total/currency', message: '“currency” is missing.', keyword: 'required' },
    ]);
  });

  it('never quotes a value of the wrong type, which may be a secret', () => {
    const text = JSON.stringify(validatorOf(Type.Object({ id: Type.Integer() }))({ id: 's3cret' }));
    expect(text).not.toContain('s3cret');
  });

  it('tells only the first violation of a huge message', () => {
    const requests = Array.from({ length: 100_000 }, () => 1);
    expect(validatorOf(List(Type.String()))(requests)).toHaveLength(1);
    expect(validatorOf(List(Type.String()))(requests.slice(0, 40))).toHaveLength(40);
  });

  it('refuses a schema with a keyword that nobody knows', () => {
    expect(() => validatorOf(Type.String({ senstive: true }))('x')).toThrow('senstive');
  });

  it('knows the marks of a contract', () => {
    const schema = Type.Object({ price: javaDouble(evidence('guess', Type.Number())) });
    expect(validatorOf(schema)({ price: 17 })).toEqual([]);
  });
});

describe('the types', () => {
  it.each([
    ['2020-09-23T15:36:04+02:00', true],
    ['2020-09-23T15:36:04Z', true],
    ['2020-09-23T15:36:04.123+02:00', false],
    ['2020-09-23T15:36:04', false],
    ['2020-09-23 15:36:04+02:00', false],
    ['2020-09-23T15:36+02:00', false],
    ['2020-02-30T15:36:04+02:00', false],
    ['2020-09-23', false],
  ])('whether %s is a zoned date and time: %s', (text, valid) => {
    expect(validatorOf(ZonedDateTime)(text).length === 0).toBe(valid);
  });

  it.each([
    [2, true],
    ['2', true],
    ['-10', true],
    ['', false],
    ['2.5', false],
    [2.5, false],
    ['two', false],
    [true, false],
  ])('whether %j is like an integer: %s', (value, valid) => {
    expect(validatorOf(IntegerLike)(value).length === 0).toBe(valid);
  });
});

describe('the opened schema', () => {
  it('accepts unknown keys at every depth', () => {
    const grown = { ...payment, fresh: 1, total: { ...payment.total, fresh: 1 } };
    expect(validatorOf(Payment)(grown)).toHaveLength(2);
    expect(validatorOf(opened(Payment))(grown)).toEqual([]);
  });

  it('is as strict as before about what it knows', () => {
    expect(validatorOf(opened(Payment))({ ...payment, status: 'lost' })).toHaveLength(1);
  });

  it('leaves a message key called additionalProperties alone', () => {
    const schema = Type.Object({ additionalProperties: Type.String() });
    expect(validatorOf(opened(schema))({ additionalProperties: 1 })).toHaveLength(1);
  });
});

describe('the masker', () => {
  it('hides what is marked sensitive, in lists too', () => {
    expect(maskerOf(Payment)(payment)).toEqual({
      ...payment,
      card: '***',
      lines: [{ label: 'Hedda' }, { label: 'Edmond', pin: '***' }],
    });
  });

  it('leaves the message itself untouched', () => {
    const before = structuredClone(payment);
    maskerOf(Payment)(payment);
    expect(payment).toEqual(before);
  });

  it('keeps only the type of what the contract does not know', () => {
    const grown = { ...payment, a: 'x', b: 1, c: { d: 'x' }, e: [1], f: null, g: true };
    expect(maskerOf(opened(Payment))(grown)).toMatchObject({
      a: '<string>',
      b: '<number>',
      c: '<object>',
      e: '<array>',
      f: '<null>',
      g: '<boolean>',
    });
    expect(maskerOf(Payment)({ ...payment, metadata: { seat: 'D 16' } })).toMatchObject({
      metadata: { seat: '<string>' },
    });
  });

  it('keeps only the type of a value where another kind was due', () => {
    const swapped = { ...payment, status: { secret: 'x' }, total: '2300', lines: { pin: '0' } };
    expect(maskerOf(Payment)(swapped)).toMatchObject({
      status: '<object>',
      total: '<string>',
      lines: '<object>',
    });
    expect(maskerOf(Payment)('not an object')).toBe('<string>');
  });

  it('hides a sensitive value whichever alternative takes it', () => {
    const schema = Type.Object({
      key: Nullable(sensitive(Type.String())),
      inner: Type.Union([Money, Type.Object({ pin: sensitive(Type.String()) })]),
    });
    expect(maskerOf(schema)({ key: 'k', inner: { pin: '1', amount: 2 } })).toEqual({
      key: '***',
      inner: { pin: '***', amount: 2 },
    });
  });

  it('gives back the same message when there is nothing to hide', () => {
    const money = { amount: 1, currency: 'EUR' };
    expect(maskerOf(Money)(money)).toBe(money);
    expect(maskerOf(opened(Money))(money)).toBe(money);
  });

  it('of what was checked hides the same, in an open part too', () => {
    const full = { ...payment, metadata: { seat: 'D 16' } };
    expect(validatorOf(Payment)(full)).toEqual([]);
    expect(checkedMaskerOf(Payment)(full)).toEqual(maskerOf(Payment)(full));
    const money = { amount: 1, currency: 'EUR' };
    expect(checkedMaskerOf(Money)(money)).toBe(money);
  });

  it('survives a key called __proto__', () => {
    const message: unknown = JSON.parse('{"amount":1,"__proto__":{"x":"secret"}}');
    expect(JSON.stringify(maskerOf(opened(Money))(message))).toBe(
      '{"amount":1,"__proto__":"<object>"}',
    );
  });
});

it('two requests that differ only in what a client mints are the same request', () => {
  const later = { ...payment, stamp: '2026-03-04T11:00:00+01:00' };
  const canonical = withoutMinted(Payment);
  expect(canonical(later)).toEqual(canonical(payment));
  expect(canonical(payment)).toEqual({ ...payment, stamp: '<minted>' });
  expect(canonical({ ...payment, fresh: 1 })).toMatchObject({ fresh: 1 });
});
