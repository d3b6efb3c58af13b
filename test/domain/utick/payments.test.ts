import { describe, expect, it, test } from 'vitest';
import type { UtickBehaviour } from '#mocks/utick/domain/behaviour.ts';
import { setMolliePayment, updateMolliePayment } from '#mocks/utick/domain/mollie.ts';
import { updateOrder } from '#mocks/utick/domain/order-behaviours.ts';
import {
  createPayment,
  deletePayment,
  getPayment,
  getPaymentMethod,
  listPaymentMethods,
  listPayments,
  updatePayment,
} from '#mocks/utick/domain/payment-behaviours.ts';
import type { MolliePayment, Payment, PaymentFields } from '#mocks/utick/domain/payment.ts';
import { done } from '#kernel/outcome.ts';
import { deleteProduct } from '#mocks/utick/domain/product-behaviours.ts';
import { orderThatIs } from './orders-in-states.ts';
import { NOBODY, OPENING, openShop, valueOf, type Shop } from './shop.ts';
import { rowsOf, told } from './text-table.ts';

const all = { offset: 0, limit: 200 };
const pay = async (shop: Shop, orderId: string, amountMinor: number, fields: PaymentFields = {}) =>
  valueOf(await shop.ask(createPayment, { orderId, amountMinor, fields }));
const change = async (shop: Shop, id: string, fields: PaymentFields) =>
  valueOf(await shop.ask(updatePayment, { id, orderId: undefined, fields }));
const statusOf = (shop: Shop, orderId: string) => shop.order(orderId)?.status;

test('an order follows its payments as they come, change and go', async () => {
  const shop = await openShop();
  const orderId = await orderThatIs(shop, 'confirmed');
  const first = await pay(shop, orderId, 100);
  expect(statusOf(shop, orderId)).toBe('partially-paid');
  await change(shop, first.id, { amountMinor: 150 });
  expect(statusOf(shop, orderId)).toBe('partially-paid');
  valueOf(await shop.ask(deletePayment, { id: first.id }));
  expect(statusOf(shop, orderId)).toBe('confirmed');
  await pay(shop, orderId, 4600);
  expect(statusOf(shop, orderId)).toBe('paid');
  await pay(shop, orderId, 100);
  expect(statusOf(shop, orderId)).toBe('overpaid');
  expect(shop.brokenRules()).toEqual([]);
});

test('a pending payment makes an order to pay, and counts once it is paid', async () => {
  const shop = await openShop();
  const orderId = await orderThatIs(shop, 'confirmed');
  const { id } = await pay(shop, orderId, 4600, { status: 'pending' });
  expect(statusOf(shop, orderId)).toBe('to-pay');
  await change(shop, id, { status: 'paid' });
  expect(statusOf(shop, orderId)).toBe('paid');
  await change(shop, id, { status: 'cancelled' });
  expect(statusOf(shop, orderId)).toBe('confirmed');
});

test('a refund is a negative payment: remove a product, then give its price back', async () => {
  const shop = await openShop();
  const orderId = await orderThatIs(shop, 'paid');
  const [product] = shop.products(orderId);
  valueOf(await shop.ask(deleteProduct, { id: product?.id ?? NOBODY }));
  expect(statusOf(shop, orderId)).toBe('overpaid');
  await pay(shop, orderId, -2300);
  expect(statusOf(shop, orderId)).toBe('paid');
  expect(shop.brokenRules()).toEqual([]);
});

test('a payment without a status is paid, or pending where the vendor is set so', async () => {
  const shop = await openShop({ settings: { paymentWithoutStatus: 'pending' } });
  const orderId = await orderThatIs(shop, 'confirmed');
  expect((await pay(shop, orderId, 4600)).status).toBe('pending');
  expect(statusOf(shop, orderId)).toBe('to-pay');
});

test('a payment says by itself when it was made and how much was expected', async () => {
  const shop = await openShop();
  const orderId = await orderThatIs(shop, 'confirmed');
  expect(await pay(shop, orderId, 100)).toMatchObject({
    orderId,
    amountMinor: 100,
    expectedMinor: 100,
    paidAt: OPENING,
    status: 'paid',
  });
});

test('a change leaves what it does not name', async () => {
  const shop = await openShop();
  const orderId = await orderThatIs(shop, 'confirmed');
  const methodId = shop.id('paymentMethods', 'cash');
  const counterId = shop.id('counters', 'main');
  const made = await pay(shop, orderId, 100, { methodId, counterId, notes: 'two notes of 50' });
  const changed = await change(shop, made.id, { externalId: 'till-7' });
  expect(changed).toEqual({ ...made, externalId: 'till-7' });
});

/** All that is listed is wrong at once; the first is told. */
const refusals = rowsOf(`
  call     payment   order       method    counter   outcome
  create   -         unknown     unknown   unknown   order-unknown
  create   -         cancelled   unknown   unknown   payment-method-unknown
  create   -         cancelled   known     unknown   counter-unknown
  create   -         creating    known     known     order-unconfirmed
  create   -         abandoned   known     known     order-closed
  create   -         cancelled   known     known     order-closed
  create   -         archived    known     known     order-closed
  create   -         completed   known     known     done
  change   unknown   unknown     unknown   unknown   payment-unknown
  change   known     unknown     unknown   unknown   order-unknown
  change   known     other       unknown   unknown   payment-method-unknown
  change   known     other       known     unknown   counter-unknown
  change   known     other       known     known     payment-order-fixed
  change   known     own         known     known     done
  change   late      other       known     known     order-closed
  delete   unknown   -           -         -         payment-unknown
  delete   late      -           -         -         order-closed
  delete   known     -           -         -         done
  mollie   -         unknown     -         -         order-unknown
  mollie   -         creating    -         -         order-unconfirmed
  mollie   -         abandoned   -         -         order-closed
  mollie   -         cancelled   -         -         order-closed
  mollie   -         archived    -         -         order-closed
  mollie   -         completed   -         -         done
`);

describe('a payment is refused', () => {
  const sentence =
    '$call: payment $payment, order $order, method $method, counter $counter: $outcome';
  it.each(told(refusals, sentence))('%s', async (_, row) => {
    const shop = await openShop();
    const own = await orderThatIs(shop, 'confirmed');
    const payments: Readonly<Record<string, string>> = {
      known: (await pay(shop, own, 100)).id,
      late: await latePayment(shop),
    };
    const id = payments[row['payment'] ?? ''] ?? NOBODY;
    const orderId = row['order'] === 'own' ? own : await orderNamed(shop, row['order'] ?? '');
    const fields = {
      methodId: row['method'] === 'known' ? shop.id('paymentMethods', 'cash') : NOBODY,
      counterId: row['counter'] === 'known' ? shop.id('counters', 'main') : NOBODY,
    };
    const before = shop.sandbox.state.table<Payment>('utick.payments').count;
    const ask = async <C, T>(behaviour: UtickBehaviour<C, T, { kind: string }>, command: C) => {
      const outcome = await shop.ask(behaviour, command);
      return outcome.ok ? 'done' : outcome.failure.kind;
    };
    const calls: Readonly<Record<string, () => Promise<string>>> = {
      create: () => ask(createPayment, { orderId, amountMinor: 100, fields }),
      change: () => ask(updatePayment, { id, orderId, fields }),
      delete: () => ask(deletePayment, { id }),
      mollie: () => ask(updateMolliePayment, { orderId, molliePaymentId: 'tr_1' }),
    };
    const outcome = await calls[row['call'] ?? '']?.();
    expect(outcome).toBe(row['outcome']);
    const after = shop.sandbox.state.table<Payment>('utick.payments').count;
    if (outcome !== 'done') expect(after).toBe(before);
  });
});

const orderNamed = async (shop: Shop, name: string): Promise<string> => {
  if (name === '-' || name === 'unknown') return NOBODY;
  return orderThatIs(shop, name === 'other' ? 'confirmed' : name);
};

/** Of an order that was cancelled afterwards. */
async function latePayment(shop: Shop): Promise<string> {
  const orderId = await orderThatIs(shop, 'confirmed');
  const { id } = await pay(shop, orderId, 100);
  const details = {};
  valueOf(
    await shop.ask(updateOrder, { orderId, contactId: undefined, status: 'cancelled', details }),
  );
  return id;
}

describe('a Mollie payment', () => {
  const look = async (shop: Shop, orderId: string, molliePaymentId: string) =>
    valueOf(await shop.ask(updateMolliePayment, { orderId, molliePaymentId }));
  const tell = (shop: Shop, found: MolliePayment) =>
    shop.ask((draft) => done(setMolliePayment(draft, found)), undefined);

  test('of any id pays what is open, online', async () => {
    const shop = await openShop();
    const orderId = await orderThatIs(shop, 'confirmed');
    await pay(shop, orderId, 1000);
    expect(await look(shop, orderId, 'made up')).toMatchObject({
      amountMinor: 3600,
      externalId: 'made up',
      methodId: shop.id('paymentMethods', 'mollie'),
      paidAt: OPENING,
    });
    expect(statusOf(shop, orderId)).toBe('paid');
  });

  test('that is looked up again is the same payment', async () => {
    const shop = await openShop();
    const orderId = await orderThatIs(shop, 'confirmed');
    const first = await look(shop, orderId, 'tr_1');
    expect(await look(shop, orderId, 'tr_1')).toEqual(first);
    expect(statusOf(shop, orderId)).toBe('paid');
  });

  test('becomes what Mollie says of it in the end', async () => {
    const shop = await openShop();
    const orderId = await orderThatIs(shop, 'confirmed');
    await tell(shop, { id: 'tr_1', amountMinor: undefined, status: 'pending' });
    const first = await look(shop, orderId, 'tr_1');
    expect(first).toMatchObject({ amountMinor: 4600, status: 'pending', paidAt: undefined });
    expect(statusOf(shop, orderId)).toBe('to-pay');
    await tell(shop, { id: 'tr_1', amountMinor: undefined, status: 'paid' });
    expect(await look(shop, orderId, 'tr_1')).toMatchObject({ id: first.id, paidAt: OPENING });
    expect(statusOf(shop, orderId)).toBe('paid');
  });

  test('may be of another amount than is due', async () => {
    const shop = await openShop();
    const orderId = await orderThatIs(shop, 'confirmed');
    await tell(shop, { id: 'tr_1', amountMinor: 5000, status: 'paid' });
    expect((await look(shop, orderId, 'tr_1')).amountMinor).toBe(5000);
    expect(statusOf(shop, orderId)).toBe('overpaid');
  });

  test('that fails leaves the order as it was', async () => {
    const shop = await openShop({ settings: { mollieOutcome: 'cancelled' } });
    const orderId = await orderThatIs(shop, 'confirmed');
    expect(await look(shop, orderId, 'tr_1')).toMatchObject({ status: 'cancelled' });
    expect(statusOf(shop, orderId)).toBe('confirmed');
  });

  test('of a paid order is one of nothing', async () => {
    const shop = await openShop();
    const orderId = await orderThatIs(shop, 'paid');
    expect((await look(shop, orderId, 'tr_2')).amountMinor).toBe(0);
    expect(statusOf(shop, orderId)).toBe('paid');
  });

  test('of one id may be for two orders, each with its own', async () => {
    const shop = await openShop();
    const first = await look(shop, await orderThatIs(shop, 'confirmed'), 'tr_1');
    const second = await look(shop, await orderThatIs(shop, 'confirmed'), 'tr_1');
    expect(second.id).not.toBe(first.id);
  });
});

describe('lists', () => {
  test('hold the payments of one order, or all, as they were made', async () => {
    const shop = await openShop();
    const one = await orderThatIs(shop, 'confirmed');
    const other = await orderThatIs(shop, 'confirmed');
    const [a, b, c] = [await pay(shop, one, 1), await pay(shop, other, 2), await pay(shop, one, 3)];
    const list = async (orderId: string | undefined, page = all) =>
      valueOf(await shop.ask(listPayments, { ...page, orderId }));
    expect(await list(one)).toEqual([a, c]);
    expect(await list(undefined)).toEqual([a, b, c]);
    expect(await list(undefined, { offset: 1, limit: 1 })).toEqual([b]);
    expect(await list(NOBODY)).toEqual([]);
  });

  test('hold payment methods as the organiser put them', async () => {
    const shop = await openShop();
    const methods = valueOf(await shop.ask(listPaymentMethods, all));
    expect(methods.map(({ type }) => type)).toEqual([
      'cash',
      'bank-transfer',
      'online',
      'invoice',
      'client-account',
    ]);
    const id = methods[1]?.id ?? NOBODY;
    expect(await shop.ask(getPaymentMethod, { id })).toEqual({ ok: true, value: methods[1] });
  });

  test('know nothing of ids that are not there', async () => {
    const shop = await openShop();
    const asked = { id: NOBODY };
    expect(await shop.ask(getPayment, asked)).toMatchObject({
      failure: { kind: 'payment-unknown' },
    });
    expect(await shop.ask(getPaymentMethod, asked)).toMatchObject({
      failure: { kind: 'payment-method-unknown' },
    });
  });
});
