import { describe, expect, it, test } from 'vitest';
import {
  archiveOrder,
  recordBankTransfer,
  refund,
  setShippingMethod,
} from '#mocks/utick/domain/back-office.ts';
import { updateOrder } from '#mocks/utick/domain/order-behaviours.ts';
import { deleteProduct, deleteProducts } from '#mocks/utick/domain/product-behaviours.ts';
import type { Payment } from '#mocks/utick/state.ts';
import { orderThatIs } from './orders-in-states.ts';
import { NOBODY, openShop, valueOf, type Shop } from './shop.ts';
import { rowsOf, told } from './text-table.ts';

const transfer = (shop: Shop, orderId: string, amountMinor: number) =>
  shop.ask(recordBankTransfer, { orderId, amountMinor, notes: 'on 4 March' });
const giveBack = (shop: Shop, orderId: string, amountMinor?: number) =>
  shop.ask(refund, { orderId, amountMinor, methodType: 'bank-transfer', notes: '' });
const statusOf = (shop: Shop, orderId: string) => shop.order(orderId)?.status;
const paidFor = (shop: Shop, orderId: string): number =>
  [...shop.sandbox.state.table<Payment>('utick.payments').rows()]
    .filter((payment) => payment.orderId === orderId)
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);

/** A transfer of 4600 cents for an order of 4600. */
const transfers = rowsOf(`
  order            outcome
  unknown          order-unknown
  creating         order-unconfirmed
  archived         order-closed
  abandoned        abandoned
  cancelled        cancelled
  confirmed        paid
  partially-paid   overpaid
  paid             overpaid
  completed        completed
`);

describe('a bank transfer', () => {
  it.each(told(transfers, 'for an order that is $order: $outcome'))('%s', async (_, row) => {
    const shop = await openShop();
    const state = row['order'] ?? '';
    const orderId = state === 'unknown' ? NOBODY : await orderThatIs(shop, state);
    const before = paidFor(shop, orderId);
    const outcome = await transfer(shop, orderId, 4600);
    expect(outcome.ok ? statusOf(shop, orderId) : outcome.failure.kind).toBe(row['outcome']);
    expect(paidFor(shop, orderId)).toBe(outcome.ok ? before + 4600 : before);
    expect(shop.brokenRules()).toEqual([]);
  });

  test('is a payment by that method', async () => {
    const shop = await openShop();
    const made = valueOf(await transfer(shop, await orderThatIs(shop, 'confirmed'), 4600));
    expect(made).toMatchObject({
      methodId: shop.id('paymentMethods', 'transfer'),
      notes: 'on 4 March',
    });
  });

  test('that comes late frees no place and takes none', async () => {
    const shop = await openShop();
    const orderId = await orderThatIs(shop, 'cancelled');
    valueOf(await transfer(shop, orderId, 4600));
    expect([shop.free('hedda'), shop.products(orderId)]).toEqual([10, []]);
  });
});

/** Of an order of 4600 cents; `-` is what the vendor's own reckoning gives back. */
const refunds = rowsOf(`
  order            transferred   amount   outcome               back
  unknown          -             -        order-unknown         0
  creating         -             -        order-unconfirmed     0
  archived         -             100      order-closed          0
  confirmed        -             -        nothing-to-refund     0
  confirmed        -             100      refund-exceeds-paid   0
  confirmed        4600          -        nothing-to-refund     0
  confirmed        4600          4600     confirmed             4600
  confirmed        4600          100      partially-paid        100
  confirmed        5000          -        paid                  400
  confirmed        5000          5001     refund-exceeds-paid   0
  cancelled        4600          -        cancelled             4600
  cancelled        4600          600      cancelled             600
  abandoned        4600          -        abandoned             4600
  paid             -             4600     confirmed             4600
`);

describe('a refund', () => {
  const sentence = 'of $order order that got $transferred, of $amount: $outcome, $back back';
  it.each(told(refunds, sentence))('%s', async (_, row) => {
    const shop = await openShop();
    const state = row['order'] ?? '';
    const orderId = state === 'unknown' ? NOBODY : await orderThatIs(shop, state);
    const got = row['transferred'] === '-' ? 0 : Number(row['transferred']);
    if (got > 0) valueOf(await transfer(shop, orderId, got));
    const amount = row['amount'] === '-' ? undefined : Number(row['amount']);
    const outcome = await giveBack(shop, orderId, amount);
    expect(outcome.ok ? statusOf(shop, orderId) : outcome.failure.kind).toBe(row['outcome']);
    expect(got - paidFor(shop, orderId)).toBe(Number(row['back']));
    expect(shop.brokenRules()).toEqual([]);
  });

  test('after products are removed makes the order paid again', async () => {
    const shop = await openShop();
    const orderId = await orderThatIs(shop, 'confirmed');
    valueOf(await transfer(shop, orderId, 4600));
    const [product] = shop.products(orderId);
    valueOf(await shop.ask(deleteProduct, { id: product?.id ?? NOBODY }));
    expect(valueOf(await giveBack(shop, orderId)).amountMinor).toBe(-2300);
    expect(statusOf(shop, orderId)).toBe('paid');
  });
});

const archivals = ['creating', 'confirmed', 'partially-paid', 'paid', 'overpaid'] as const;

describe('archiving', () => {
  test('a completed order keeps its places and closes it', async () => {
    const shop = await openShop();
    const orderId = await orderThatIs(shop, 'completed');
    expect(valueOf(await shop.ask(archiveOrder, { orderId })).status).toBe('archived');
    const [product] = shop.products(orderId);
    expect([shop.free('hedda'), shop.products(orderId).length]).toEqual([8, 2]);
    const closed = { ok: false, failure: { kind: 'order-closed', status: 'archived' } };
    const update = { orderId, contactId: undefined, status: undefined, details: { notes: 'x' } };
    expect(await shop.ask(updateOrder, update)).toEqual(closed);
    expect(await shop.ask(deleteProduct, { id: product?.id ?? NOBODY })).toEqual(closed);
    expect(await shop.ask(deleteProducts, { orderId })).toEqual(closed);
    expect(await shop.ask(archiveOrder, { orderId })).toEqual(closed);
    expect(shop.brokenRules()).toEqual([]);
  });

  it.each(archivals)('an order that is %s is refused', async (status) => {
    const shop = await openShop();
    const orderId = await orderThatIs(shop, status);
    expect(await shop.ask(archiveOrder, { orderId })).toEqual({
      ok: false,
      failure: { kind: 'transition-forbidden', from: status, to: 'archived' },
    });
  });

  test('an unknown order is refused', async () => {
    const shop = await openShop();
    const failure = { kind: 'order-unknown', id: NOBODY };
    expect(await shop.ask(archiveOrder, { orderId: NOBODY })).toEqual({ ok: false, failure });
  });
});

describe('a shipping method', () => {
  test('given before the money comes takes effect when it does', async () => {
    const shop = await openShop();
    const orderId = await orderThatIs(shop, 'confirmed');
    valueOf(await shop.ask(setShippingMethod, { orderId, shipping: 'post' }));
    expect(statusOf(shop, orderId)).toBe('confirmed');
    valueOf(await transfer(shop, orderId, 4600));
    expect(statusOf(shop, orderId)).toBe('to-deliver');
  });

  test('given afterwards moves a paid order on', async () => {
    const shop = await openShop();
    const orderId = await orderThatIs(shop, 'paid');
    valueOf(await shop.ask(setShippingMethod, { orderId, shipping: 'desk' }));
    expect(statusOf(shop, orderId)).toBe('to-print');
    valueOf(await shop.ask(setShippingMethod, { orderId, shipping: 'home' }));
    expect(statusOf(shop, orderId)).toBe('completed');
  });

  test.each(['abandoned', 'cancelled', 'archived'])(
    'of an order that is %s is refused',
    async (status) => {
      const shop = await openShop();
      const orderId = await orderThatIs(shop, status);
      expect(await shop.ask(setShippingMethod, { orderId, shipping: 'post' })).toEqual({
        ok: false,
        failure: { kind: 'order-closed', status },
      });
    },
  );
});
