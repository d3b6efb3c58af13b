import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { settingsReader } from '#kernel/settings.ts';
import { afterPayment, afterProducts, afterShipping } from '#mocks/utick/domain/order-money.ts';
import {
  NEW_ORDER_DETAILS,
  type Order,
  type OrderStatus,
  type Shipping,
} from '#mocks/utick/domain/order.ts';
import { ledgerOf, type Payment } from '#mocks/utick/domain/payment.ts';
import { defaultSettings, settings, type UtickSettings } from '#mocks/utick/settings.ts';
import { rowsOf, told } from './text-table.ts';

const orderIn = (status: string, fields: Partial<Order> = {}): Order => ({
  id: 'O',
  number: 1,
  // The tables below name statuses only.
  status: status as OrderStatus,
  createdAt: 0,
  expiresAt: 1,
  contactId: 'C',
  declaredPaidMinor: 0,
  details: NEW_ORDER_DETAILS,
  ...fields,
});

const withSettings = (changed: Partial<UtickSettings>): UtickSettings =>
  settingsReader(settings)(changed).settings;

/** An order's status after something happened to it, by what is then paid, declared and due. */
const states = rowsOf(`
  from             trigger    paid   declared   due    awaited   becomes
  creating         payment    4600   0          4600   no        creating
  confirmed        payment    0      0          4600   no        confirmed
  confirmed        payment    0      0          4600   yes       to-pay
  confirmed        payment    100    0          4600   no        partially-paid
  confirmed        payment    100    0          4600   yes       partially-paid
  confirmed        payment    4600   0          4600   no        paid
  confirmed        payment    4700   0          4600   no        overpaid
  confirmed        payment    -100   0          4600   no        confirmed
  confirmed        products   0      0          0      no        confirmed
  confirmed        products   0      0          0      yes       to-pay
  to-pay           payment    0      0          4600   no        confirmed
  to-pay           payment    4600   0          4600   no        paid
  to-pay           products   0      0          0      no        confirmed
  partially-paid   payment    0      0          4600   no        confirmed
  partially-paid   payment    0      0          4600   yes       to-pay
  partially-paid   payment    150    0          4600   no        partially-paid
  partially-paid   payment    4600   0          4600   no        paid
  partially-paid   payment    4700   0          4600   no        overpaid
  partially-paid   products   2300   0          2300   no        paid
  partially-paid   products   2300   0          0      no        overpaid
  paid             payment    0      0          4600   no        confirmed
  paid             payment    100    0          4600   no        partially-paid
  paid             payment    4700   0          4600   no        overpaid
  paid             payment    100    4600       4600   no        overpaid
  paid             payment    -100   4600       4600   no        partially-paid
  paid             products   4600   0          2300   no        overpaid
  paid             products   0      4600       2300   no        overpaid
  paid             products   0      4600       6900   no        partially-paid
  paid             products   0      0          2300   no        confirmed
  paid             products   0      0          0      no        paid
  overpaid         payment    4600   0          4600   no        paid
  overpaid         payment    0      4600       4600   no        paid
  overpaid         payment    -4600  4600       0      no        paid
  overpaid         payment    100    0          4600   no        partially-paid
  overpaid         payment    0      0          4600   no        confirmed
  overpaid         products   4600   0          4600   no        paid
  to-deliver       payment    4600   0          4600   no        to-deliver
  to-deliver       payment    100    0          4600   no        partially-paid
  to-deliver       products   4600   0          2300   no        overpaid
  to-print         payment    4600   0          4600   no        to-print
  to-print         payment    4700   0          4600   no        overpaid
  to-print         payment    0      0          4600   no        confirmed
  completed        payment    0      0          4600   no        completed
  completed        payment    4700   0          4600   no        completed
  completed        products   4600   0          2300   no        overpaid
  completed        products   2300   0          2300   no        completed
  completed        products   0      0          2300   no        completed
  abandoned        payment    4600   0          0      no        abandoned
  cancelled        payment    4600   0          0      no        cancelled
  archived         payment    9200   0          4600   no        archived
  archived         products   9200   0          4600   no        archived
`);

describe('an order follows its money', () => {
  const sentence =
    '$from, $trigger changed, $paid paid and $declared declared of $due, awaited: $awaited: $becomes';
  it.each(told(states, sentence))('%s', (_, row) => {
    const order = orderIn(row['from'] ?? '', { declaredPaidMinor: Number(row['declared']) });
    const basket = {
      places: 2,
      dueMinor: Number(row['due']),
      paidMinor: Number(row['paid']),
      isAwaited: row['awaited'] === 'yes',
    };
    const after = row['trigger'] === 'payment' ? afterPayment : afterProducts;
    expect(after(order, basket, defaultSettings).status).toBe(row['becomes']);
  });
});

/** 4600 of 4600 is paid; the order's own shipping method goes before the organiser's. */
const deliveries = rowsOf(`
  setting   own    becomes
  none      -      paid
  post      -      to-deliver
  desk      -      to-print
  home      -      completed
  none      post   to-deliver
  none      desk   to-print
  none      home   completed
  home      none   paid
  post      desk   to-print
`);

describe('an order goes on as soon as it is paid', () => {
  const sentence = 'by $setting in general and $own of its own: $becomes';
  const basket = { places: 2, dueMinor: 4600, paidMinor: 4600, isAwaited: false };
  it.each(told(deliveries, sentence))('%s', (_, row) => {
    const own = row['own'] === '-' ? undefined : (row['own'] as Shipping);
    const delivery = row['setting'] as UtickSettings['delivery'];
    const order = orderIn('confirmed', { details: { ...NEW_ORDER_DETAILS, shipping: own } });
    expect(afterPayment(order, basket, withSettings({ delivery })).status).toBe(row['becomes']);
  });

  it.each([
    ['confirmed', 'confirmed'],
    ['partially-paid', 'partially-paid'],
    ['paid', 'to-deliver'],
    ['to-print', 'to-deliver'],
    ['overpaid', 'overpaid'],
    ['completed', 'completed'],
  ])('when its shipping method becomes known while it is %s: %s', (from, becomes) => {
    const order = orderIn(from, { details: { ...NEW_ORDER_DETAILS, shipping: 'post' } });
    expect(afterShipping(order, defaultSettings).status).toBe(becomes);
  });
});

test('an unpaid order is to pay where confirming makes it so', () => {
  const basket = { places: 2, dueMinor: 4600, paidMinor: 0, isAwaited: false };
  const toPay = withSettings({ confirmAnswers: 10 });
  expect(afterPayment(orderIn('partially-paid'), basket, toPay).status).toBe('to-pay');
});

const payment = (fields: Partial<Payment>): Payment => ({
  id: 'P',
  number: 1,
  orderId: 'O',
  methodId: undefined,
  counterId: undefined,
  externalId: '',
  couponCode: '',
  notes: '',
  amountMinor: 100,
  expectedMinor: 100,
  paidAt: undefined,
  status: 'paid',
  ...fields,
});

/** Each payment as amount / expected amount / status. */
const ledgers = rowsOf(`
  payments                            paid   awaited
  none                                0      no
  100/100/paid                        100    no
  100/100/paid 50/50/paid             150    no
  100/100/paid -40/-40/paid           60     no
  100/100/pending                     0      yes
  100/100/cancelled                   0      no
  0/4600/paid                         0      yes
  0/0/paid                            0      no
  100/4600/paid                       100    no
  100/100/paid 50/50/pending          100    yes
`);

describe('payments come to', () => {
  it.each(told(ledgers, '$payments: $paid paid, awaited: $awaited'))('%s', (_, row) => {
    const rows = (row['payments'] ?? '').split(' ').filter((text) => text !== 'none');
    const ledger = ledgerOf(
      rows.map((text) => {
        const [amount, expected, status] = text.split('/');
        return payment({
          amountMinor: Number(amount),
          expectedMinor: Number(expected),
          status: status as Payment['status'],
        });
      }),
    );
    expect(ledger).toEqual({
      paidMinor: Number(row['paid']),
      isAwaited: row['awaited'] === 'yes',
    });
  });
});

test('in whatever order payments come, they lead to the same status', () => {
  const amounts = fc.array(fc.constantFrom(-2300, -100, 100, 2300, 4600), { minLength: 1 });
  const twice = amounts.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );
  const last = (list: readonly number[], declaredPaidMinor: number): OrderStatus => {
    let order = orderIn(declaredPaidMinor > 0 ? 'paid' : 'confirmed', { declaredPaidMinor });
    let paidMinor = 0;
    for (const amountMinor of list) {
      paidMinor += amountMinor;
      const basket = { places: 2, dueMinor: 4600, paidMinor, isAwaited: false };
      order = afterPayment(order, basket, defaultSettings);
    }
    return order.status;
  };
  fc.assert(
    fc.property(twice, fc.constantFrom(0, 4600), ([one, other], declared) => {
      expect(last(one, declared)).toBe(last(other, declared));
    }),
    { seed: 1, numRuns: 1_000 },
  );
});
