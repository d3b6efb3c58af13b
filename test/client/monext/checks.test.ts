import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { MonextMessage } from '#client/index.ts';
import { stub } from '../stub.ts';
import { clientBehind, CVX, demoSosie, monextOf, PAN, payment } from './desk.ts';

type Payment = MonextMessage<'doAuthorization'>;
const wrongs: readonly (readonly [string, (right: Payment) => object, string])[] = [
  ['no order', ({ order: _, ...rest }) => rest, 'order'],
  [
    'an amount that is a float',
    (to) => ({ ...to, payment: { ...to.payment, amount: 60.5 } }),
    'payment.amount',
  ],
  [
    'an amount that is a decimal',
    (to) => ({ ...to, payment: { ...to.payment, amount: '60.50' } }),
    'payment.amount',
  ],
  ['an amount of 0', (to) => ({ ...to, payment: { ...to.payment, amount: 0 } }), 'payment.amount'],
  [
    '13 digits',
    (to) => ({ ...to, order: { ...to.order, amount: '1234567890123' } }),
    'order.amount',
  ],
  [
    'a currency by its letters',
    (to) => ({ ...to, payment: { ...to.payment, currency: 'EUR' } }),
    'payment.currency',
  ],
  [
    'a mode that is none',
    (to) => ({ ...to, payment: { ...to.payment, mode: 'XXX' } }),
    'payment.mode',
  ],
  [
    'DIF without its day',
    (to) => ({ ...to, payment: { ...to.payment, mode: 'DIF' } }),
    'payment.differedActionDate',
  ],
  [
    'a reference with a back slash',
    (to) => ({ ...to, order: { ...to.order, ref: 'A\\1' } }),
    'order.ref',
  ],
  [
    'a reference of 51 characters',
    (to) => ({ ...to, order: { ...to.order, ref: 'x'.repeat(51) } }),
    'order.ref',
  ],
  [
    'a date that begins with its year',
    (to) => ({ ...to, order: { ...to.order, date: '2026-03-04 09:59' } }),
    'order.date',
  ],
  [
    '101 items',
    (to) => ({
      ...to,
      order: {
        ...to.order,
        details: { details: Array.from({ length: 101 }, () => ({ ref: 'A' })) },
      },
    }),
    'order.details.details',
  ],
  [
    'an item with a float',
    (to) => ({ ...to, order: { ...to.order, details: { details: [{ price: 1.5 }] } } }),
    'order.details.details.0.price',
  ],
  [
    'a card that is a number',
    (to) => ({ ...to, card: { ...to.card, number: Number(PAN) } }),
    'card.number',
  ],
  [
    'a card that is no card',
    (to) => ({ ...to, card: { ...to.card, number: `${PAN} ` } }),
    'card.number',
  ],
  [
    'a card and a token',
    (to) => ({ ...to, card: { ...to.card, token: '497010LfGjXu5734' } }),
    'card.number',
  ],
  ['a cvx that is a number', (to) => ({ ...to, card: { ...to.card, cvx: 987 } }), 'card.cvx'],
];

describe('a payment that breaks a documented rule is not sent:', () => {
  test.each(wrongs)('%s', async (_, wrong, field) => {
    const { transport, requests } = stub({ body: '' });
    const message = wrong(payment('ORDER-1')) as Payment;
    const error: unknown = await clientBehind(transport)
      .doAuthorization(message)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'MessageError', field, mayBeDone: false });
    expect(inspect(error, { depth: null })).not.toMatch(new RegExp(`${PAN}|${CVX}`));
    expect(requests).toEqual([]);
  });

  test('unless the client is told not to look: then the vendor says what is wrong', async () => {
    const sosie = await demoSosie();
    const message = payment('ORDER-1');
    const order = { ...message.order, ref: 'x'.repeat(51) };
    const monext = monextOf(sosie, { checkOrders: false });
    expect(await monext.doAuthorization({ ...message, order })).toMatchObject({
      ok: false,
      failure: {
        ...{ code: '02305', outcome: 'invalid', transactionId: undefined, status: 200 },
        message: 'Invalid field format : Order Reference : Max length 50 characters',
      },
    });
    await sosie.close();
  });
});
