import { describe, expect, test } from 'vitest';
import type { DatasetSection } from '#mocks/wsone/dataset/schema.ts';
import type { Receipt } from '#mocks/wsone/domain/receipt.ts';
import { refundTransaction } from '#mocks/wsone/domain/refunding.ts';
import {
  sendAndValidTransaction,
  sendTransaction,
  type KnownReceipt,
} from '#mocks/wsone/domain/transaction-behaviours.ts';
import type { RefundReceipt } from '#mocks/wsone/domain/transaction.ts';
import type { WsoneSettings } from '#mocks/wsone/settings.ts';
import type { Offer, Transaction } from '#mocks/wsone/state.ts';
import { rowsOf, told } from '../utick/text-table.ts';
import { failureOf, openBrand, OPENING, valueOf, type Brand } from './brand.ts';
import { LEFEVRE, receiptOf, SON } from './receipts.ts';
import { smallBrand } from './small-brand.ts';

/** The son has a cheque and no points. */
const data: DatasetSection = {
  ...smallBrand,
  persons: {
    ...smallBrand.persons,
    lefevreSon: {
      store: 'web',
      lastName: 'LEFEVRE',
      identifiers: [{ value: SON.value }],
      offers: { cheque: { offer: 'cheque', number: 'CHEQUE' } },
    },
  },
};

const open = (settings: Partial<WsoneSettings> = {}): Promise<Brand> =>
  openBrand({ data, settings });

const sell = async (brand: Brand, changes: Partial<Receipt> = {}): Promise<Transaction> =>
  valueOf(await brand.ask(sendAndValidTransaction, receiptOf({ identifier: SON, ...changes })));

const back = (brand: Brand, asked: Partial<RefundReceipt> = {}, of: Partial<KnownReceipt> = {}) =>
  brand.ask(refundTransaction, {
    receipt: {
      ...{ number: 'R-1', at: OPENING, storeId: '666666', cashdeskNumber: '2' },
      ...{ cashdeskIp: undefined, currency: 1, amountMinor: undefined },
      ...asked,
    },
    original: {
      ...{ transactionId: 'A1', number: undefined, storeId: '666666' },
      ...{ cashdeskNumber: undefined, at: undefined, identifier: undefined },
      ...of,
    },
  });

const transaction = (brand: Brand, id = 'A1'): Transaction | undefined =>
  brand.rows<Transaction>('transactions').find((one) => one.id === id);

describe('giving back in steps', () => {
  const steps = rowsOf(`
    total   steps                points            states
    3756    all                  -37               refunded
    3756    1000 all             -10 -27           partially-refunded refunded
    3756    1 3755               0 -37             partially-refunded refunded
    3756    57 all               -1 -36            partially-refunded refunded
    3756    1252 1252 1252       -12 -13 -12       partially-refunded partially-refunded refunded
    99      50 all               0 0               partially-refunded refunded
    0       all                  0                 refunded
  `);
  test.each(told(steps, 'of $total cents, $steps, takes the points $points'))(
    '%s',
    async (_, row) => {
      const brand = await open();
      await sell(brand, { totalMinor: Number(row['total']) });
      const points: number[] = [];
      const states: (string | undefined)[] = [];
      for (const [at, step] of (row['steps'] ?? '').split(' ').entries()) {
        const amountMinor = step === 'all' ? undefined : Number(step);
        const refund = valueOf(await back(brand, { number: `R-${at}`, amountMinor }));
        points.push(refund.after.points - refund.before.points);
        states.push(transaction(brand)?.status);
      }
      expect([points.join(' '), states.join(' ')]).toEqual([row['points'], row['states']]);
      expect(brand.brokenRules()).toEqual([]);
    },
  );

  test('the points that the till granted go with the last cent', async () => {
    const brand = await open();
    await sell(brand, { totalMinor: 1000, points: 5 });
    const part = valueOf(await back(brand, { amountMinor: 999 }));
    expect(part.points).toBe(10);
    expect(valueOf(await back(brand, { number: 'R-2' })).points).toBe(5);
  });

  test('what was paid after offers is what can be given back', async () => {
    const brand = await open();
    await sell(brand, { totalMinor: 4000, offerNumbers: ['CHEQUE'] });
    expect(failureOf(await back(brand, { amountMinor: 2501 }))).toEqual({
      ...{ kind: 'refund-exceeds', id: 'A1', mostMinor: 2500 },
    });
    expect(valueOf(await back(brand)).amountMinor).toBe(2500);
  });
});

describe('points that were spent already', () => {
  test('leave the balance below nothing', async () => {
    const brand = await open();
    await sell(brand, { totalMinor: 45_000 });
    expect(valueOf(await back(brand)).after.points).toBe(-450);
    expect(brand.brokenRules()).toEqual([]);
  });

  test('are not taken where the balance stops at nothing', async () => {
    const brand = await open({ negativeBalance: 'floor' });
    await sell(brand, { totalMinor: 46_000 });
    expect(valueOf(await back(brand)).after.points).toBe(0);
    expect(transaction(brand)).toMatchObject({ status: 'refunded', refundedPoints: 10 });
    expect(brand.brokenRules()).toEqual([]);
  });
});

describe('the offers that a receipt used', () => {
  const cheque = (brand: Brand): Offer | undefined =>
    brand.rows<Offer>('offers').find(({ id }) => id === 'CHEQUE');

  test('stay used', async () => {
    const brand = await open();
    await sell(brand, { totalMinor: 4000, offerNumbers: ['CHEQUE'] });
    await back(brand);
    expect(cheque(brand)?.status).toBe('used');
  });

  test('can be used again once all is given back, where it is set so', async () => {
    const brand = await open({ refundReturnsOffers: true });
    await sell(brand, { totalMinor: 4000, offerNumbers: ['CHEQUE'] });
    await back(brand, { amountMinor: 100 });
    expect(cheque(brand)?.status).toBe('used');
    await back(brand, { number: 'R-2' });
    expect(cheque(brand)).toMatchObject({ status: 'available', usedBy: undefined });
    const { settlement } = await sell(brand, {
      ...{ number: 'T-2', totalMinor: 4000, offerNumbers: ['CHEQUE'] },
    });
    expect(settlement.offers[0]?.isUsed).toBe(true);
    expect(brand.brokenRules()).toEqual([]);
  });
});

describe('a return that comes again', () => {
  test('gets the same answer and takes nothing more', async () => {
    const brand = await open();
    await sell(brand);
    const first = valueOf(await back(brand, { amountMinor: 500 }));
    expect(valueOf(await back(brand, { amountMinor: 500 }))).toEqual(first);
    expect(transaction(brand)?.refundedMinor).toBe(500);
  });

  test('also when it was the whole', async () => {
    const brand = await open();
    await sell(brand);
    const first = valueOf(await back(brand));
    expect(valueOf(await back(brand))).toEqual(first);
  });

  test('with another amount or of another receipt is refused', async () => {
    const brand = await open();
    await sell(brand);
    await sell(brand, { number: 'T-2' });
    await back(brand, { amountMinor: 500 });
    const other = failureOf(await back(brand, { amountMinor: 600 }));
    expect(other).toEqual({ kind: 'receipt-conflict', number: 'R-1', transactionId: 'A3' });
    const elsewhere = await back(brand, { amountMinor: 500 }, { transactionId: 'A2' });
    expect(failureOf(elsewhere).kind).toBe('receipt-conflict');
  });
});

describe('the order of checks', () => {
  const checks = rowsOf(`
    of                                                                      amount  failure
    {"identifier":{"type":1,"value":"nobody"},"storeId":"nowhere"}          1       identifier-unknown
    {"storeId":"nowhere"}                                                   1       entity-unknown
    {"transactionId":"A9"}                                                  1       transaction-unknown
    {"identifier":{"type":1,"value":"2900000000001"}}                       1       transaction-unknown
    {"transactionId":"A2"}                                                  9999    transition-forbidden
    {"transactionId":"A1"}                                                  9999    refund-exceeds
  `);
  test.each(told(checks, '$amount cents of $of answer $failure'))('%s', async (_, row) => {
    const brand = await open();
    await sell(brand);
    valueOf(await brand.ask(sendTransaction, receiptOf({ number: 'T-2', identifier: LEFEVRE })));
    const before = brand.rows('transactions');
    const of = JSON.parse(row['of'] ?? '') as Partial<KnownReceipt>;
    const outcome = await back(brand, { amountMinor: Number(row['amount']) }, of);
    expect(failureOf(outcome).kind).toBe(row['failure']);
    expect(brand.rows('transactions')).toEqual(before);
  });

  test('what was given back cannot be given back again', async () => {
    const brand = await open();
    await sell(brand);
    await back(brand);
    expect(failureOf(await back(brand, { number: 'R-2' }))).toEqual({
      ...{ kind: 'transition-forbidden', id: 'A1', from: 'refunded', to: 'refunded' },
    });
  });
});
