import { beforeEach, describe, expect, it, test } from 'vitest';
import { act } from '#server/control/actions.ts';
import { createSosie, type Sosie } from '#server/index.ts';
import {
  namesOf,
  NOON,
  stockNamed,
  utick,
  wish,
  type UtickAnswer,
  type WireOrder,
  type WireProduct,
} from '../../support/utick.ts';

// What a client of the vendor's relies on, asked for over the wire.

interface WireOrderDetails extends WireOrder {
  readonly notes: string;
  readonly language: string;
  readonly metadata: unknown;
}
interface WirePayment {
  readonly id: string;
  readonly value: { readonly amount: number };
  readonly status: { readonly id: number; readonly label: string };
  readonly paymentmethod: { readonly typeid: number } | null;
}

let sosie: Sosie;
beforeEach(async () => {
  sosie = await createSosie({ clock: NOON, hardened: true });
  return () => sosie.close();
});

const ask = <T>(method: string, path: string, fields: object = {}): Promise<UtickAnswer<T>> =>
  utick<T>(sosie, { method, path: `shop/${path}`, fields: { ...fields } });
const named = (kind: string, name: string): string => namesOf(sosie)[kind]?.[name] ?? '';

async function buyTwo(): Promise<readonly WireProduct[]> {
  const requests = [await wish(sosie, stockNamed(sosie, 'hedda'), 2)];
  const bought = await ask<readonly WireProduct[]>('POST', 'products//', { requests });
  return bought.body.response;
}

async function confirmed(): Promise<string> {
  const id = (await buyTwo())[0]?.orderid ?? '';
  await ask('PATCH', `orders/${id}/`, { statusid: 1, contactid: named('contacts', 'lecomte') });
  return id;
}

const orderOf = async (id: string): Promise<WireOrderDetails> =>
  (await ask<WireOrderDetails>('GET', `orders/${id}/`)).body.response;
const statusOf = async (id: string): Promise<number> => (await orderOf(id)).status.id;
const pay = (orderid: string, amount: number | string) =>
  ask<WirePayment>('POST', 'orders/payments//', { orderid, value: { amount } });
const behindTheCounter = (action: string, parameters: object) =>
  act(sosie.core, 'default', { vendor: 'utick', action, parameters });

test('a confirmed order is listed by its contact and by the contact’s e-mail', async () => {
  const id = await confirmed();
  const filters = [
    { contactid: named('contacts', 'lecomte') },
    { email: 'marianne.lecomte@example.com' },
  ];
  for (const filter of filters) {
    const { body } = await ask<readonly WireOrder[]>('GET', 'orders//', filter);
    expect(body.response.map((order) => order.id)).toContain(id);
  }
});

test('notes, language and metadata read back, metadata as an object', async () => {
  const id = await confirmed();
  const metadata = JSON.stringify({ k: 'v' });
  await ask('PATCH', `orders/${id}/`, { notes: 'hello' });
  await ask('PATCH', `orders/${id}/`, { language: 'nl' });
  await ask('PATCH', `orders/${id}/`, { metadata });
  expect(await orderOf(id)).toMatchObject({
    notes: 'hello',
    language: 'nl',
    metadata: { k: 'v' },
  });
});

test('what was read of an order can be sent back whole and changes nothing', async () => {
  const id = await confirmed();
  await ask('PATCH', `orders/${id}/`, { notes: 'hello' });
  const before = await orderOf(id);
  const { body } = await ask('PATCH', `orders/${id}/`, before);
  expect(body.response).toEqual(before);
});

test('a part payment makes 12, the rest 15, too much 18', async () => {
  const id = await confirmed();
  await pay(id, 100);
  expect(await statusOf(id)).toBe(12);
  await pay(id, '4500');
  expect(await statusOf(id)).toBe(15);
  await pay(id, 1);
  expect(await statusOf(id)).toBe(18);
});

test('an order is paid and delivered when the client says so', async () => {
  const id = await confirmed();
  const { body } = await ask<WireOrder>('PATCH', `orders/${id}/`, { statusid: 30 });
  expect(body.response.status).toEqual({ id: 30, label: 'Completed' });
});

test.each([
  ['post', 20],
  ['desk', 25],
  ['home', 30],
])('a paid order whose tickets go by %s is %i', async (method, statusid) => {
  const id = await confirmed();
  await behindTheCounter('set-shipping-method', { orderid: id, method });
  await pay(id, 4600);
  expect(await statusOf(id)).toBe(statusid);
});

test('money that comes late waits on a cancelled order for its refund', async () => {
  const id = await confirmed();
  await ask('PATCH', `orders/${id}/`, { statusid: -10 });
  await behindTheCounter('record-bank-transfer', { orderid: id, amount: 4600 });
  await behindTheCounter('refund', { orderid: id });
  const { body } = await ask<readonly WirePayment[]>('GET', 'orders/payments//', { orderid: id });
  expect(body.response.map(({ value }) => value.amount)).toEqual([4600, -4600]);
  expect(await statusOf(id)).toBe(-10);
});

test('an archived order reads back and takes nothing more', async () => {
  const id = await confirmed();
  await ask('PATCH', `orders/${id}/`, { statusid: 30 });
  await behindTheCounter('archive', { orderid: id });
  expect(await statusOf(id)).toBe(99);
  expect((await pay(id, 1)).body.error?.code).toBe(409);
});

test('Mollie is asked nothing: its answer is told beforehand', async () => {
  const id = await confirmed();
  const call = { orderid: id, molliepaymentid: 'tr_1' };
  await behindTheCounter('set-mollie-payment', { molliepaymentid: 'tr_1', status: 'pending' });
  const first = await ask<WirePayment>('PATCH', 'orders/payments//', call);
  expect([first.body.response.status.id, await statusOf(id)]).toEqual([0, 10]);
  await behindTheCounter('set-mollie-payment', { molliepaymentid: 'tr_1', status: 'paid' });
  const second = await ask<WirePayment>('PATCH', 'orders/payments//', call);
  expect(second.body.response.id).toBe(first.body.response.id);
  expect(await statusOf(id)).toBe(15);
});

describe('the vendor’s client breaks on', () => {
  /** Texts, whole numbers, dates to the second with a zone, objects that are never lists. */
  const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/;

  test('a payment whose amount is no integer, or whose date has a fraction', async () => {
    const id = await confirmed();
    const paymentdate = '2026-03-04T12:00:00.123+01:00';
    const fields = { orderid: id, value: { amount: '100' }, paymentdate };
    const { body } = await ask<WirePayment>('POST', 'orders/payments//', fields);
    expect(body.response).toMatchObject({
      value: { amount: 100, expectedamount: 100 },
      paymentdate: expect.stringMatching(DATE) as unknown,
    });
  });

  it.each(['orders//', 'orders/payments//', 'products//'])(
    'an empty list of %s that is null',
    async (path) => {
      const filter = { contactid: 'nobody', orderid: 'nobody' };
      const { body } = await ask('GET', path, filter);
      expect(body).toMatchObject({ success: true, response: [] });
      expect(body).not.toHaveProperty('error');
    },
  );

  test('a refusal without a code or a message', async () => {
    const { body } = await ask('GET', 'orders/payments/nobody/');
    expect(body.error).toEqual({ code: 404, message: 'Unknown payment: nobody' });
  });

  test('metadata that is a text, or a status that is no object', async () => {
    const metadata = '{"k":{"deep":[1]}}';
    const { body } = await ask<WireOrderDetails>('POST', 'orders//', { metadata });
    expect(body.response.metadata).toEqual({ k: { deep: [1] } });
    expect(body.response.status).toEqual({ id: 0, label: 'Creating' });
  });
});
