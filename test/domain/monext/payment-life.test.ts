import { describe, expect, test } from 'vitest';
import { setContract } from '#mocks/monext/domain/back-office.ts';
import { settle } from '#mocks/monext/domain/settlement.ts';
import { buy, capture, refund, renew, reset } from './calls.ts';
import { DAY, MERCHANT, MORNING, openTill, reasonOf, valueOf, type Till } from './till.ts';

const NOBODY = '10000000000000';

/** A payment of 6000 in each state, by the words of these tests. */
const states = {
  authorised: (till: Till) => buy(till),
  'half captured': async (till: Till) => followed(till, (id) => capture(till, id, 3000)),
  captured: async (till: Till) => followed(till, (id) => capture(till, id, 6000)),
  'captured for the last time': async (till: Till) =>
    followed(till, (id) => capture(till, id, 3000, { action: '203' })),
  'captured at once': (till: Till) => buy(till, { payment: { action: '101' } }),
  refunded: async (till: Till) => {
    const sale = await buy(till, { payment: { action: '101' } });
    await refund(till, valueOf(sale).id, 6000);
    return sale;
  },
  settled: async (till: Till) => {
    const sale = await buy(till, { payment: { action: '101' } });
    await till.ask(settle, { kind: 'settle' });
    return sale;
  },
  reset: async (till: Till) => followed(till, (id) => reset(till, id)),
  superseded: async (till: Till) => followed(till, (id) => renew(till, id)),
  verified: (till: Till) => buy(till, { payment: { action: '108', amount: '0' } }),
  declined: (till: Till) => buy(till, { payment: { amount: '33305' } }),
} as const;
type State = keyof typeof states;

async function followed(till: Till, next: (id: string) => Promise<unknown>) {
  const opened = await buy(till);
  await next(valueOf(opened).id);
  return opened;
}

async function paymentThatIs(state: State) {
  const till = await openTill();
  const { id } = valueOf(await states[state](till));
  return { till, id };
}

describe.each<[State, string, string, string]>([
  // a payment that is        captured 3000        refunded 3000             reset
  ['authorised', 'done', 'not-captured-yet', 'done'],
  ['half captured', '02001', 'done', 'done'],
  ['captured', 'captured-already', 'done', 'done'],
  ['captured for the last time', 'captured-already', 'done', 'done'],
  ['captured at once', 'captured-at-once', 'done', 'done'],
  ['refunded', 'captured-at-once', 'refund-exceeds-capture', 'settled-already'],
  ['settled', 'captured-at-once', 'done', 'settled-already'],
  ['reset', 'not-capturable', 'not-captured-yet', 'reset-already'],
  ['superseded', 'authorisation-expired', 'not-captured-yet', 'authorisation-expired'],
  ['verified', 'not-capturable', 'not-refundable', 'reset-unsupported'],
  ['declined', 'transaction-unfit', 'transaction-unfit', 'transaction-unfit'],
])('a payment that is %s', (state, captured, refunded, wasReset) => {
  test(`is answered ${captured} when it is captured`, async () => {
    const { till, id } = await paymentThatIs(state);
    expect(reasonOf(await capture(till, id, 3000))).toBe(captured);
    expect(till.brokenRules()).toEqual([]);
  });

  test(`is answered ${refunded} when it is refunded`, async () => {
    const { till, id } = await paymentThatIs(state);
    expect(reasonOf(await refund(till, id, 3000))).toBe(refunded);
    expect(till.brokenRules()).toEqual([]);
  });

  test(`is answered ${wasReset} when it is reset`, async () => {
    const { till, id } = await paymentThatIs(state);
    expect(reasonOf(await reset(till, id))).toBe(wasReset);
    expect(till.brokenRules()).toEqual([]);
  });
});

describe.each<[State, string]>([
  ['authorised', 'done'],
  ['half captured', 'reauthorisation-exceeds-rest'],
  ['captured', 'captured-already'],
  ['captured at once', 'transaction-unfit'],
  ['reset', 'reset-already'],
  ['superseded', 'transaction-unfit'],
  ['declined', 'transaction-unfit'],
])('a payment of 6000 that is %s', (state, answer) => {
  test(`is answered ${answer} when 6000 are authorised anew`, async () => {
    const { till, id } = await paymentThatIs(state);
    expect(reasonOf(await renew(till, id))).toBe(answer);
  });
});

test('an id that nobody issued is unknown; a refund of it is entered as a failure', async () => {
  const till = await openTill();
  expect(reasonOf(await capture(till, NOBODY, 100))).toBe('transaction-unknown');
  expect(reasonOf(await reset(till, NOBODY))).toBe('transaction-unknown');
  expect(reasonOf(await renew(till, NOBODY))).toBe('transaction-unknown');
  const { id, code, status } = valueOf(await refund(till, NOBODY, 100));
  expect([code, status, id]).toEqual(['02301', 'declined', expect.stringMatching(/^PV4040326/)]);
});

test('the payments of another merchant are unknown', async () => {
  const till = await openTill();
  const { id } = valueOf(await buy(till));
  const other = { ...till.merchant, id: '98765432109876' };
  expect(reasonOf(await capture(till, id, 100, { merchant: other }))).toBe('transaction-unknown');
  expect(reasonOf(await reset(till, id, { merchant: other }))).toBe('transaction-unknown');
});

test('a capture takes part of what is authorised, then the rest, and no more', async () => {
  const till = await openTill();
  const { id } = valueOf(await buy(till));
  const first = valueOf(await capture(till, id, 4000));
  expect(first).toMatchObject({ type: 'capture', originId: id, paymentId: id, amountMinor: 4000 });
  expect(reasonOf(await capture(till, id, 2001))).toBe('capture-exceeds-authorisation');
  valueOf(await capture(till, id, 2000));
  expect(till.payment(id)).toMatchObject({ status: 'captured', capturedMinor: 6000 });
});

test('after the last capture the rest is given up', async () => {
  const till = await openTill();
  const { id } = valueOf(await buy(till));
  valueOf(await capture(till, id, 1000, { action: '203' }));
  expect(reasonOf(await capture(till, id, 500))).toBe('captured-already');
});

test('refunds give back what is captured, in parts, and no more', async () => {
  const till = await openTill();
  const { id } = valueOf(await buy(till, { payment: { action: '101' } }));
  valueOf(await refund(till, id, 4000));
  expect(reasonOf(await refund(till, id, 2001))).toBe('refund-exceeds-capture');
  valueOf(await refund(till, id, 2000));
  expect(till.payment(id)?.refundedMinor).toBe(6000);
});

test('a refund may name the capture instead, unless the setting says otherwise', async () => {
  for (const [refundOfCapture, answer] of [
    [true, 'done'],
    [false, 'not-refundable'],
  ] as const) {
    const till = await openTill({ settings: { refundOfCapture } });
    const { id } = valueOf(await buy(till));
    const captured = valueOf(await capture(till, id, 6000));
    expect(reasonOf(await refund(till, captured.id, 6000))).toBe(answer);
  }
});

test('what is captured, refunded or reset has the currency of its authorisation', async () => {
  const till = await openTill();
  const { id } = valueOf(await buy(till));
  expect(reasonOf(await capture(till, id, 100, { currency: '840' }))).toBe('currency-differs');
  valueOf(await capture(till, id, 100));
  expect(reasonOf(await refund(till, id, 100, { currency: '840' }))).toBe('currency-differs');
  expect(reasonOf(await reset(till, id, { currency: '840' }))).toBe('currency-differs');
  expect(reasonOf(await renew(till, id, { currency: '840', amount: '1' }))).toBe(
    'currency-differs',
  );
});

test('an authorisation lives for seven days, to the second', async () => {
  const till = await openTill();
  const { id } = valueOf(await buy(till));
  const untouched = valueOf(await buy(till, { order: { ref: 'ORDER-2' } }));
  const end = MORNING + 7 * DAY;
  expect(till.payment(id)?.expiresAt).toBe(end);
  valueOf(await capture(till, id, 1000, {}, end - 1000));
  expect(reasonOf(await capture(till, id, 2000, {}, end))).toBe('authorisation-expired');
  expect(reasonOf(await reset(till, untouched.id, {}, end))).toBe('authorisation-expired');
});

test('an authorisation that has expired is authorised anew and captured', async () => {
  const till = await openTill();
  const { id, card } = valueOf(await buy(till));
  const later = MORNING + 8 * DAY;
  const anew = valueOf(await renew(till, id, {}, later));
  expect(anew).toMatchObject({ type: 'reauthorisation', originId: id, paymentId: anew.id, card });
  valueOf(await capture(till, anew.id, 6000, {}, later));
  expect(reasonOf(await capture(till, id, 6000, {}, later))).toBe('authorisation-expired');
});

test('authorising anew with 101 captures at once', async () => {
  const till = await openTill();
  const { id } = valueOf(await buy(till));
  const anew = valueOf(await renew(till, id, { action: '101' }));
  expect(anew.type).toBe('resale');
  expect(till.payment(anew.id)).toMatchObject({ kind: 'sale', capturedMinor: 6000 });
});

test('without the option nothing is authorised anew', async () => {
  const till = await openTill();
  const { id } = valueOf(await buy(till));
  const contractId = `${MERCHANT}/1234567`;
  valueOf(await till.ask(setContract, { contractId, options: { reauthorises: false } }));
  expect(reasonOf(await renew(till, id))).toBe('reauthorisation-unsubscribed');
});

test.each([
  [{ reauthorisationActions: '101' } as const, {}, 'action-invalid'],
  [{ earlyReauthorisation: false }, {}, 'transaction-unfit'],
  [{ reauthorisationLimit: 'none' } as const, { amount: '7000' }, 'done'],
  [{}, { amount: '6001' }, 'reauthorisation-exceeds-rest'],
])('with %j authorising anew %j is answered %s', async (settings, payment, answer) => {
  const till = await openTill({ settings });
  const { id } = valueOf(await buy(till));
  expect(reasonOf(await renew(till, id, payment))).toBe(answer);
});

test('a reset gives all of a payment back, with the captures that are not settled', async () => {
  const till = await openTill();
  const { id } = valueOf(await buy(till));
  const captured = valueOf(await capture(till, id, 4000));
  const undone = valueOf(await reset(till, id));
  expect(undone).toMatchObject({ type: 'reset', amountMinor: 6000, originId: id });
  expect(till.payment(id)).toMatchObject({ status: 'cancelled', capturedMinor: 0 });
  expect(till.entry(captured.id)).toMatchObject({ resetMinor: 4000, settlement: 'none' });
});

test('where the setting says so, captured money is not reset', async () => {
  const till = await openTill({ settings: { resetCaptured: 'refused' } });
  const { id } = valueOf(await buy(till));
  valueOf(await capture(till, id, 4000));
  expect(reasonOf(await reset(till, id))).toBe('settled-already');
});

test.each([
  // action  captured  reset   authorised  captured after
  ['100', 0, '1000', 5000, 0],
  ['100', 4000, '2000', 4000, 4000],
  ['101', 0, '1000', 5000, 5000],
])('of a %s with %i captured a reset of %s leaves %i and %i', async (...row) => {
  const [action, captured, amount, authorisedMinor, capturedMinor] = row;
  const till = await openTill();
  const { id } = valueOf(await buy(till, { payment: { action } }));
  if (captured > 0) valueOf(await capture(till, id, captured));
  valueOf(await reset(till, id, { amount }));
  expect(till.payment(id)).toMatchObject({ authorisedMinor, capturedMinor });
  expect(till.brokenRules()).toEqual([]);
});

test.each([
  ['6001', 'reset-exceeds-rest'],
  ['0', 'field-invalid'],
  ['ten', 'field-invalid'],
])('a reset of %s out of 6000 is answered %s', async (amount, answer) => {
  const till = await openTill();
  const { id } = valueOf(await buy(till));
  expect(reasonOf(await reset(till, id, { amount }))).toBe(answer);
});

test('a refund that is not settled can be taken back, once', async () => {
  const till = await openTill();
  const { id } = valueOf(await buy(till, { payment: { action: '101' } }));
  const refunded = valueOf(await refund(till, id, 4000));
  valueOf(await reset(till, refunded.id));
  expect(till.payment(id)?.refundedMinor).toBe(0);
  expect(reasonOf(await reset(till, refunded.id))).toBe('reset-already');
  const again = valueOf(await refund(till, id, 6000));
  await till.ask(settle, { kind: 'settle' });
  expect(reasonOf(await reset(till, again.id))).toBe('settled-already');
  expect(till.brokenRules()).toEqual([]);
});

test('a capture and a reset cannot be reset themselves', async () => {
  const till = await openTill();
  const { id } = valueOf(await buy(till));
  const captured = valueOf(await capture(till, id, 6000));
  expect(reasonOf(await reset(till, captured.id))).toBe('reset-unsupported');
  const undone = valueOf(await reset(till, id));
  expect(reasonOf(await reset(till, undone.id))).toBe('reset-unsupported');
});
