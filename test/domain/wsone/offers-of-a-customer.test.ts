import { describe, expect, it, test } from 'vitest';
import type { Instant } from '#kernel/instant.ts';
import { getAccounts } from '#mocks/wsone/domain/account-reading.ts';
import { getFullPerson } from '#mocks/wsone/domain/full-person.ts';
import { editOffer } from '#mocks/wsone/domain/offer-editing.ts';
import { getAvailableOffers, getEnableOffers } from '#mocks/wsone/domain/offer-reading.ts';
import type { DatasetSection } from '#mocks/wsone/dataset/schema.ts';
import type { Movement } from '#mocks/wsone/state.ts';
import { card, failureOf, openBrand, valueOf } from './brand.ts';
import { smallBrand } from './small-brand.ts';

const LEFEVRE = { identifier: card('2900000000001'), storeId: undefined };
const SON = { identifier: card('2900000000004'), storeId: undefined };

const instant = (text: string): Instant => Date.parse(text);

/** One offer of each kind, sent on the second of March. */
const data: DatasetSection = {
  ...smallBrand,
  persons: {
    holder: {
      store: 'shop',
      lastName: 'Durand',
      identifiers: [{ value: '1' }],
      offers: {
        fresh: { offer: 'tenPercent', number: 'FRESH', sent: '2026-03-02T11:20:00+01:00' },
        later: {
          offer: 'tenPercent',
          number: 'LATER',
          sent: '2026-03-02T11:20:00+01:00',
          starts: '2026-04-01T00:00:00+02:00',
        },
        over: { offer: 'tenPercent', number: 'OVER', sent: '2025-12-02T11:20:00+01:00' },
        used: { offer: 'tenPercent', number: 'USED', used: true },
      },
    },
  },
};

const moments: readonly (readonly [string, string])[] = [
  ['2026-01-31T23:59:59+01:00', 'OVER'],
  ['2026-02-01T00:00:00+01:00', ''],
  ['2026-03-01T23:59:59+01:00', ''],
  ['2026-03-02T00:00:00+01:00', 'FRESH'],
  ['2026-03-31T23:59:59+02:00', 'FRESH'],
  ['2026-04-01T00:00:00+02:00', 'FRESH LATER'],
  ['2026-05-01T23:59:59.999+02:00', 'FRESH LATER'],
  ['2026-05-02T00:00:00+02:00', ''],
];

describe('what a customer can use', () => {
  const holder = { identifier: card('1'), storeId: undefined };

  it.each(moments)('at %s: %s', async (at, numbers) => {
    const brand = await openBrand({ data });
    const command = { ...holder, at: instant(at) };
    const offers = valueOf(await brand.ask(getAvailableOffers, command));
    expect(offers.map(({ offer }) => offer.id).join(' ')).toBe(numbers);
  });

  test('is judged now where no moment is asked for', async () => {
    const brand = await openBrand({ data });
    const command = { ...holder, at: undefined };
    const at = instant('2026-05-01T23:59:59.999+02:00');
    const offers = valueOf(await brand.ask(getAvailableOffers, command, at));
    expect(offers.map(({ offer }) => offer.id)).toEqual(['FRESH', 'LATER']);
  });

  test('is judged now in getFullPerson where its date is told to mean nothing', async () => {
    const command = { ...holder, at: instant('2026-04-01T00:00:00+02:00') };
    const numbers = async (askedDate: 'validity' | 'ignored') => {
      const brand = await openBrand({ data, settings: { askedDate } });
      const { offers } = valueOf(await brand.ask(getFullPerson, command));
      return offers.map(({ offer }) => offer.id);
    };
    expect(await numbers('validity')).toEqual(['FRESH', 'LATER']);
    expect(await numbers('ignored')).toEqual(['FRESH']);
  });
});

describe('an offer for points', () => {
  const points = async (brand: Awaited<ReturnType<typeof openBrand>>, who = LEFEVRE) => {
    const [standing] = valueOf(await brand.ask(getAccounts, who));
    return standing?.points;
  };

  test('can be had from the points that it costs on', async () => {
    const brand = await openBrand();
    const names = async (who: typeof LEFEVRE) =>
      valueOf(await brand.ask(getEnableOffers, who)).map(({ id }) => id);
    expect(await names(LEFEVRE)).toEqual(['CHEQUE']);
    expect(await names(SON)).toEqual([]);
  });

  test('spends them when it is issued, in the ledger', async () => {
    const brand = await openBrand();
    const command = { ...LEFEVRE, definitionId: 'CHEQUE' };
    const edited = valueOf(await brand.ask(editOffer, command));
    expect([edited.pointsSpent, edited.standing.points]).toEqual([450, 50]);
    expect(brand.rows<Movement>('movements').at(-1)).toMatchObject({
      amount: -450,
      reason: 'offer-issued',
      reference: edited.offer.id,
    });
    expect(brand.brokenRules()).toEqual([]);
    const usable = { ...LEFEVRE, at: undefined };
    const [held] = valueOf(await brand.ask(getAvailableOffers, usable));
    expect(held?.offer).toEqual(edited.offer);
  });

  it.each([
    ['that is not there', 'NOTHING', { kind: 'offer-definition-unknown', id: 'NOTHING' }],
    ['that costs no points', 'TEN', { kind: 'offer-not-enabled', id: 'TEN', points: undefined }],
    [
      'that costs more than there are',
      'BIG',
      { kind: 'offer-not-enabled', id: 'BIG', points: { held: 500, needed: 1000 } },
    ],
  ])('%s is refused, and nothing is spent', async (_, definitionId, failure) => {
    const brand = await openBrand();
    const outcome = await brand.ask(editOffer, { ...LEFEVRE, definitionId });
    expect(failureOf(outcome)).toEqual(failure);
    expect(await points(brand)).toBe(500);
  });

  test('is refused the second time, for its points are spent', async () => {
    const brand = await openBrand();
    const command = { ...LEFEVRE, definitionId: 'CHEQUE' };
    valueOf(await brand.ask(editOffer, command));
    expect(failureOf(await brand.ask(editOffer, command))).toMatchObject({
      points: { held: 50, needed: 450 },
    });
  });

  test('takes no points from another brand than that of the store that asks', async () => {
    const brand = await openBrand();
    const elsewhere = { ...LEFEVRE, storeId: '777777', definitionId: 'CHEQUE' };
    expect(failureOf(await brand.ask(editOffer, elsewhere))).toMatchObject({ points: { held: 0 } });
    expect(await points(brand)).toBe(500);
  });
});

describe('balances', () => {
  const at = async (storeId: string | undefined) => {
    const brand = await openBrand();
    const standings = valueOf(await brand.ask(getAccounts, { ...LEFEVRE, storeId }));
    return standings.map(({ programmeId, points, visits }) => [programmeId, points, visits]);
  };

  it.each([
    ['are kept at the last parent of the store that asks', '123456', [['100000', 500, 3]]],
    ['are the same for another store of the same', '111111', [['100000', 500, 3]]],
    ['are empty with a brand that the customer has nothing with', '777777', [['777777', 0, 0]]],
    ['are those of the customer’s own store where none asks', undefined, [['100000', 500, 3]]],
  ])('%s', async (_, storeId, standings) => {
    expect(await at(storeId)).toEqual(standings);
  });

  test('are not told to a store that is unknown', async () => {
    const brand = await openBrand();
    const outcome = await brand.ask(getAccounts, { ...LEFEVRE, storeId: '9' });
    expect(failureOf(outcome)).toEqual({ kind: 'entity-unknown', id: '9' });
  });
});
