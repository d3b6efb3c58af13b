import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSosie, type Sosie } from '#server/index.ts';
import type { Identifier, Movement, Offer } from '#mocks/wsone/state.ts';
import { wsone } from '../../support/wsone.ts';

const BERNARD = '2990000000064';
const DENIS = '2990000000033';

let sosie: Sosie;
beforeEach(async () => {
  sosie = await createSosie({ clock: '2026-03-04T10:00:00+01:00', hardened: true });
});
afterEach(() => sosie.close());

const act = (action: string, parameters: object) => sosie.sandbox.act('wsone', action, parameters);
const rows = <R>(table: string): readonly R[] =>
  sosie.sandbox.state('wsone', table, { limit: 1000 }).rows as unknown as readonly R[];
const holds = (): boolean => sosie.sandbox.invariants().hold;

const sell = (offerNumber: string, card = BERNARD) =>
  wsone<{ DetailsResponse: { OfferResponse: readonly { used: boolean }[] } }>(sosie, {
    path: 'transactionWebService/sendAndValidTransaction',
    body: {
      DetailsRequest: { OfferNumberRequest: [{ offerNumber }] },
      ReceiptRequest: {
        receiptNumber: `T-${offerNumber}`,
        transactionDate: '04/03/2026 10:00:00',
        allTaxesIncludedAmount: '40.00',
        EntityRequest: { entityIdentifier: '666666' },
        IdentifierRequest: { identifierType: 1, identifierValue: card },
      },
    },
  });
const isUsed = async (offerNumber: string, card?: string): Promise<boolean | undefined> =>
  (await sell(offerNumber, card)).body.DetailsResponse.OfferResponse[0]?.used;

describe('granting an offer', () => {
  test('gives a customer one that can be used at once', async () => {
    await act('grant-offer', { identifierValue: DENIS, offerId: '60450', offerNumber: 'GIFT' });
    expect(await isUsed('GIFT', DENIS)).toBe(true);
    expect(holds()).toBe(true);
  });

  test('gives it the next number and the dates of its definition', async () => {
    await act('grant-offer', { groupeId: '1600002', offerId: '60005' });
    const offer = rows<Offer>('offers').find(({ personId }) => personId === '1600002');
    expect(offer?.id).toMatch(/^2558\d{9}$/);
    expect(new Date(offer?.startsAt ?? 0).toISOString()).toBe('2026-03-03T23:00:00.000Z');
    expect(new Date(offer?.endsAt ?? 0).toISOString()).toBe('2026-05-03T21:59:59.000Z');
  });

  test('takes dates of its own', async () => {
    const dates = { startDate: 'now+1d', endDate: '2026-03-06T00:00:00+01:00' };
    await act('grant-offer', {
      identifierValue: DENIS,
      offerId: '60450',
      offerNumber: 'G',
      ...dates,
    });
    expect(await isUsed('G', DENIS)).toBe(false);
  });

  test.each([
    ['nobody’s', { identifierValue: 'nobody' }, 'customer-unknown'],
    ['no customer at all', {}, 'customer-not-named'],
    ['an unknown offer', { groupeId: '1600002', offerId: '1' }, 'offer-definition-unknown'],
    ['a number that is taken', { groupeId: '1600002', offerNumber: '2558000200015' }, 'taken'],
    ['no such day', { groupeId: '1600002', endDate: '2026-02-30T00:00:00Z' }, 'no-such-date'],
    ['dates the wrong way round', { groupeId: '1600002', endDate: 'now-9d' }, 'before-it-starts'],
  ])('is refused for %s, and grants nothing', async (_, parameters, why) => {
    const before = rows('offers');
    await expect(act('grant-offer', { offerId: '60450', ...parameters })).rejects.toThrow(why);
    expect(rows('offers')).toEqual(before);
  });
});

describe('adjusting points', () => {
  test('keeps the reason with the movement', async () => {
    await act('adjust-points', { identifierValue: DENIS, points: -20, reason: 'Complaint 12' });
    expect(rows<Movement>('movements').at(-1)).toMatchObject({
      ...{ amount: -20, reason: 'adjustment', reference: 'Complaint 12' },
    });
    expect(holds()).toBe(true);
  });

  test('is refused without a reason', async () => {
    const parameters = { identifierValue: DENIS, points: 5 };
    await expect(act('adjust-points', parameters)).rejects.toThrow('reason');
  });
});

describe('expiring offers', () => {
  test('ends one now', async () => {
    await act('expire-offers', { offerNumber: '2558000200015' });
    expect(await isUsed('2558000200015')).toBe(false);
    expect(await isUsed('2558000200084')).toBe(true);
  });

  test('ends all that a customer holds', async () => {
    await act('expire-offers', { identifierValue: BERNARD });
    const held = rows<Offer>('offers').filter(({ personId }) => personId === '1600005');
    expect(new Set(held.map(({ status }) => status))).toEqual(new Set(['expired', 'used']));
    expect(holds()).toBe(true);
  });

  test.each([
    ['an unknown one', { offerNumber: 'NOWHERE' }, 'offer-unknown'],
    ['a used one', { offerNumber: '2558000200046' }, 'offer-used'],
    ['nobody’s', {}, 'customer-not-named'],
  ])('is refused for %s', async (_, parameters, why) => {
    await expect(act('expire-offers', parameters)).rejects.toThrow(why);
  });
});

describe('blocking a card', () => {
  test('refuses every call with it, and its offers stay the customer’s', async () => {
    await act('block-card', { identifierValue: BERNARD });
    await act('block-card', { identifierValue: BERNARD });
    const { body } = await sell('2558000200015');
    expect(body.responseCode).toBe('912');
    const row = rows<Identifier>('identifiers').find(({ value }) => value === BERNARD);
    expect(row?.status).toBe('blocked');
    await act('grant-offer', { identifierValue: BERNARD, offerId: '60450' });
  });

  test.each([
    ['an unknown one', 'nobody', 'card-unknown'],
    ['a replaced one', '2990000000026', 'card-replaced'],
  ])('is refused for %s', async (_, identifierValue, why) => {
    await expect(act('block-card', { identifierValue })).rejects.toThrow(why);
  });
});
