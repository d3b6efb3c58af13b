import { describe, expect, test } from 'vitest';
import type { DatasetSection } from '#mocks/wsone/dataset/schema.ts';
import type { Receipt } from '#mocks/wsone/domain/receipt.ts';
import { sendAndValidTransaction } from '#mocks/wsone/domain/transaction-behaviours.ts';
import type { Offer } from '#mocks/wsone/state.ts';
import { rowsOf, told } from '../utick/text-table.ts';
import { openBrand, OPENING, valueOf, type Brand } from './brand.ts';
import { receiptOf, SON } from './receipts.ts';
import { smallBrand } from './small-brand.ts';

const DAY = 86_400_000;

/** The son holds one of each; a friend holds a cheque too. */
const data: DatasetSection = {
  ...smallBrand,
  offers: {
    ...smallBrand.offers,
    byTill: { id: 'TILL', name: 'CAISSE', amount: 300, appliedByEngine: false },
    taxed: { id: 'TAXED', name: 'TAXE', amount: 1200, taxRate: 2000 },
  },
  persons: {
    ...smallBrand.persons,
    lefevreSon: {
      store: 'web',
      lastName: 'LEFEVRE',
      identifiers: [{ value: SON.value }],
      offers: {
        cheque: { offer: 'cheque', number: 'CHEQUE', aliases: ['OLD-NUMBER'] },
        welcome: { offer: 'welcome', number: 'WELCOME' },
        ten: { offer: 'tenPercent', number: 'TEN' },
        byTill: { offer: 'byTill', number: 'TILL' },
        taxed: { offer: 'taxed', number: 'TAXED' },
        past: { offer: 'cheque', number: 'PAST', sent: 'now-100d', ends: 'now-1d@12:00' },
        future: { offer: 'cheque', number: 'FUTURE', starts: 'now+1d@00:00' },
        used: { offer: 'cheque', number: 'USED', used: true },
      },
    },
    friend: {
      store: 'web',
      lastName: 'AMIE',
      offers: { one: { offer: 'cheque', number: 'HERS' } },
    },
  },
};

const sell = async (brand: Brand, changes: Partial<Receipt>) =>
  valueOf(await brand.ask(sendAndValidTransaction, receiptOf({ identifier: SON, ...changes })))
    .settlement;
const offer = (brand: Brand, id: string): Offer | undefined =>
  brand.rows<Offer>('offers').find((one) => one.id === id);

describe('an offer that is presented', () => {
  const cases = rowsOf(`
    numbers         total   left   used        why
    CHEQUE          4000    2500   yes         it is the customer’s and within its dates
    WELCOME         3000    2500   yes         the basket reaches its minimum
    WELCOME         2999    2999   no          the basket does not reach its minimum
    TEN             4000    3600   yes         it takes off a tenth
    TILL            4000    4000   yes         the till takes it off by itself
    PAST            4000    4000   no          its dates are over
    FUTURE          4000    4000   no          its dates are not there yet
    USED            4000    4000   no          it was used before
    HERS            4000    4000   no          it is another customer’s
    NOWHERE         4000    4000   no          nobody knows it
    CHEQUE          0       0      yes         there is nothing to take it off
    CHEQUE          -1      0      no          more is brought back than bought
    TEN,CHEQUE      4000    2100   yes,yes     a tenth first, then the amount
    CHEQUE,TEN      4000    2250   yes,yes     the amount first, then a tenth of the rest
    CHEQUE,WELCOME  3000    1000   yes,yes     the minimum is judged before any offer
    CHEQUE,CHEQUE   4000    2500   yes,no      it is used once
    CHEQUE,OLD-NUMBER  4000  2500  yes,no      another number of it is the same offer
  `);
  test.each(told(cases, '$numbers on $total leave $left: $why'))('%s', async (_, row) => {
    const brand = await openBrand({ data });
    const offerNumbers = (row['numbers'] ?? '').split(',');
    const settlement = await sell(brand, { offerNumbers, totalMinor: Number(row['total']) });
    const used = settlement.offers.map(({ isUsed }) => (isUsed ? 'yes' : 'no'));
    expect([settlement.totalMinor, used.join()]).toEqual([Number(row['left']), row['used']]);
    expect(brand.brokenRules()).toEqual([]);
  });

  test('is used afterwards, and only then', async () => {
    const brand = await openBrand({ data });
    const { offers } = await sell(brand, { offerNumbers: ['CHEQUE', 'USED'], totalMinor: 4000 });
    expect(offers.map(({ number, isUsed }) => [number, isUsed])).toEqual([
      ['CHEQUE', true],
      ['USED', false],
    ]);
    expect(offer(brand, 'CHEQUE')).toMatchObject({ status: 'used', usedBy: 'A1' });
    const again = await sell(brand, { number: 'T-2', offerNumbers: ['CHEQUE'] });
    expect(again.offers[0]?.isUsed).toBe(false);
  });

  test('is answered by its own number when it is asked for by another', async () => {
    const brand = await openBrand({ data });
    const { offers } = await sell(brand, { offerNumbers: ['OLD-NUMBER'], totalMinor: 4000 });
    expect(offers[0]).toMatchObject({ number: 'CHEQUE', isUsed: true });
  });

  test('without name and value is one that nobody knows', async () => {
    const brand = await openBrand({ data });
    const { offers } = await sell(brand, { offerNumbers: ['NOWHERE', 'HERS'], totalMinor: 4000 });
    expect(offers.map(({ offer: told }) => told?.name)).toEqual([undefined, 'CHEQUE']);
  });

  test('takes its own rate of tax off the pre-tax amount, else that of the setting', async () => {
    const brand = await openBrand({ data, settings: { offerTaxRate: 1000 } });
    const head = { totalMinor: 6000, preTaxMinor: 5000 };
    const taxed = await sell(brand, { ...head, offerNumbers: ['TAXED'] });
    expect(taxed.preTaxMinor).toBe(5000 - 1000);
    const plain = await sell(brand, { ...head, number: 'T-2', offerNumbers: ['CHEQUE'] });
    expect(plain.preTaxMinor).toBe(5000 - 1364);
    const unsaid = await sell(brand, { number: 'T-3', totalMinor: 6000 });
    expect(unsaid.preTaxMinor).toBeUndefined();
  });
});

describe('the moment that an offer is judged at', () => {
  const noon = Date.parse('2026-03-03T12:00:00+01:00');
  const moments = [
    ['the last one of its dates', noon, true],
    ['a second later', noon + 1000, false],
    ['the day before', noon - DAY, true],
  ] as const;
  test.each(moments)('is that of the receipt, not of the call: %s', async (_, at, isUsed) => {
    const brand = await openBrand({ data });
    const { offers } = await sell(brand, { offerNumbers: ['PAST'], totalMinor: 4000, at });
    expect(offers[0]?.isUsed).toBe(isUsed);
  });

  test('a mark of the agenda says that it is over, and a late receipt still uses it', async () => {
    const brand = await openBrand({ data });
    expect(offer(brand, 'PAST')?.status).toBe('expired');
    expect(offer(brand, 'CHEQUE')?.status).toBe('available');
    const late = receiptOf({ identifier: SON, offerNumbers: ['CHEQUE'], totalMinor: 4000 });
    const after = await brand.ask(sendAndValidTransaction, late, OPENING + 100 * DAY);
    expect(offer(brand, 'WELCOME')?.status).toBe('expired');
    expect(valueOf(after).settlement.offers[0]?.isUsed).toBe(true);
    expect(offer(brand, 'CHEQUE')?.status).toBe('used');
  });
});
