import { describe, expect, test } from 'vitest';
import { credit, debit } from '#mocks/monext/domain/card-behaviours.ts';
import { setBankAnswer, resolveOnHold, setContract } from '#mocks/monext/domain/back-office.ts';
import { settle } from '#mocks/monext/domain/settlement.ts';
import { buy, buying, capture, refund, reset } from './calls.ts';
import { MERCHANT, MINUTE, openTill, reasonOf, valueOf } from './till.ts';

test('a debit takes money that was authorised elsewhere; it needs the number first of all', async () => {
  const till = await openTill();
  const payment = { action: '204', amount: '-1' };
  const asked = { ...buying(till, { payment }), authorisationNumber: undefined };
  expect(reasonOf(await till.ask(debit, asked))).toBe('authorization-number-missing');
  const right = { ...buying(till, { payment: { action: '204' } }), authorisationNumber: '662662' };
  const { id, type, authorisationNumber } = valueOf(await till.ask(debit, right));
  expect([type, authorisationNumber]).toEqual(['debit', '662662']);
  expect(till.payment(id)).toMatchObject({ kind: 'debit', status: 'captured' });
  valueOf(await refund(till, id, 6000));
});

test('a credit sends money to a card; until it is settled it can be reset', async () => {
  const till = await openTill();
  const asked = {
    ...buying(till, { payment: { action: '422' } }),
    comment: 'Sorry',
    order: undefined,
  };
  const { id, type } = valueOf(await till.ask(credit, asked));
  expect([type, till.payment(id)]).toEqual(['credit', undefined]);
  expect(reasonOf(await capture(till, id, 100))).toBe('not-capturable');
  expect(reasonOf(await refund(till, id, 100))).toBe('not-refundable');
  valueOf(await reset(till, id, { amount: '1000' }));
  expect(reasonOf(await reset(till, id, { amount: '5001' }))).toBe('reset-exceeds-rest');
  valueOf(await reset(till, id));
  expect(reasonOf(await reset(till, id))).toBe('reset-already');
});

test('a settlement is final for what it finds, and finds nothing twice', async () => {
  const till = await openTill();
  const { id } = valueOf(await buy(till));
  valueOf(await capture(till, id, 4000));
  expect(valueOf(await till.ask(settle, { kind: 'settle' })).settled).toBe(1);
  expect(till.payment(id)).toMatchObject({ capturedMinor: 4000, settledMinor: 4000 });
  expect(reasonOf(await reset(till, id))).toBe('settled-already');
  valueOf(await capture(till, id, 2000));
  expect(valueOf(await till.ask(settle, { kind: 'settle' })).settled).toBe(1);
  expect(valueOf(await till.ask(settle, { kind: 'settle' })).settled).toBe(0);
  expect(till.brokenRules()).toEqual([]);
});

test('what is captured settles every night where the setting says so, and only then', async () => {
  const midnight = Date.parse('2026-03-05T00:00:00+01:00');
  for (const [settlement, settledMinor] of [
    ['nightly', 6000],
    ['by-hand', 0],
  ] as const) {
    const till = await openTill({ settings: { settlement } });
    const { id } = valueOf(await buy(till, { payment: { action: '101' } }));
    await till.waitUntil(midnight - MINUTE);
    expect(till.payment(id)?.settledMinor).toBe(0);
    await till.waitUntil(midnight);
    expect(till.payment(id)?.settledMinor).toBe(settledMinor);
  }
});

describe('a payment in the mode DIF', () => {
  const deferred = { mode: 'DIF', differedActionDate: '07/03/26' };
  const day = Date.parse('2026-03-07T00:00:00+01:00');

  test.each(['100', '101'])('with action %s is captured on its day, by itself', async (action) => {
    const till = await openTill();
    const { id } = valueOf(await buy(till, { payment: { ...deferred, action } }));
    await till.waitUntil(day - 1000);
    expect(till.payment(id)).toMatchObject({ status: 'authorised', capturedMinor: 0 });
    await till.waitUntil(day);
    expect(till.payment(id)).toMatchObject({ status: 'captured', capturedMinor: 6000 });
    expect(till.entries().at(-1)).toMatchObject({ type: 'capture', at: day, paymentId: id });
    expect(till.brokenRules()).toEqual([]);
  });

  test('with action 101 gives part of what it captured back', async () => {
    const till = await openTill();
    const { id } = valueOf(await buy(till, { payment: { ...deferred, action: '101' } }));
    expect(reasonOf(await capture(till, id, 6000))).toBe('captured-at-once');
    await till.waitUntil(day);
    valueOf(await reset(till, id, { amount: '1000' }, day));
    expect(till.payment(id)).toMatchObject({ authorisedMinor: 5000, capturedMinor: 5000 });
    expect(till.brokenRules()).toEqual([]);
  });

  test('is not captured once it is reset', async () => {
    const till = await openTill();
    const { id } = valueOf(await buy(till, { payment: deferred }));
    valueOf(await reset(till, id));
    await till.waitUntil(day);
    expect(till.payment(id)).toMatchObject({ status: 'cancelled', capturedMinor: 0 });
  });

  test('captures what is left when part of it was captured by hand', async () => {
    const till = await openTill();
    const { id } = valueOf(await buy(till, { payment: deferred }));
    valueOf(await capture(till, id, 1000));
    await till.waitUntil(day);
    expect(till.payment(id)).toMatchObject({ status: 'captured', capturedMinor: 6000 });
    expect(till.brokenRules()).toEqual([]);
  });

  test.each([
    [{ mode: 'DIF' }, 'field-invalid'],
    [{ mode: 'DIF', differedActionDate: '03/03/26' }, 'field-invalid'],
    [{ mode: 'DIF', differedActionDate: '04/03/26' }, 'done'],
    [{ mode: 'DIF', differedActionDate: '10/03/26' }, 'done'],
    [{ mode: 'DIF', differedActionDate: '11/03/26' }, 'field-invalid'],
    [{ mode: 'DIF', differedActionDate: '2026-03-07' }, 'field-invalid'],
    [{ mode: 'CPT', differedActionDate: '07/03/26' }, 'field-invalid'],
  ])('asked for as %j is answered %s', async (payment, answer) => {
    expect(reasonOf(await buy(await openTill(), { payment }))).toBe(answer);
  });
});

describe('a payment on hold', () => {
  const onHold = async () => {
    const till = await openTill();
    valueOf(await till.ask(setBankAnswer, { merchantId: MERCHANT, code: '02005', times: 1 }));
    const { id, status } = valueOf(await buy(till, { payment: { action: '101' } }));
    return { till, id, status };
  };

  test('is nothing to capture or refund yet', async () => {
    const { till, id, status } = await onHold();
    expect([status, till.payment(id)]).toEqual(['on-hold', undefined]);
    expect(reasonOf(await refund(till, id, 100))).toBe('transaction-unfit');
  });

  test('becomes a payment when the partner agrees, and is declined when it does not', async () => {
    const agreed = await onHold();
    const asked = { transactionId: agreed.id, code: undefined };
    valueOf(await agreed.till.ask(resolveOnHold, asked));
    expect(agreed.till.payment(agreed.id)).toMatchObject({ capturedMinor: 6000 });
    expect(agreed.till.brokenRules()).toEqual([]);
    expect((await agreed.till.ask(resolveOnHold, asked)).ok).toBe(false);
    const not = await onHold();
    valueOf(await not.till.ask(resolveOnHold, { transactionId: not.id, code: '02020' }));
    expect(not.till.entry(not.id)).toMatchObject({ status: 'declined', code: '02020' });
  });
});

test('the bounds of a contract are kept', async () => {
  const till = await openTill();
  const contractId = `${MERCHANT}/1234567`;
  const options = { minAmountMinor: 1000, maxAmountMinor: 5000 };
  valueOf(await till.ask(setContract, { contractId, options }));
  expect(reasonOf(await buy(till))).toBe('amount-above-contract');
  expect(reasonOf(await buy(till, { payment: { amount: '999' } }))).toBe('amount-below-contract');
  expect(reasonOf(await buy(till, { payment: { amount: '5000' } }))).toBe('done');
});
