import { describe, expect, test } from 'vitest';
import { setContract } from '#mocks/monext/domain/back-office.ts';
import { buy, capture, goodPayment, refund } from './calls.ts';
import { DAY, MERCHANT, MORNING, openTill, reasonOf, valueOf } from './till.ts';

describe('the fields of a payment', () => {
  test.each([
    // field      value            answer
    ['amount', '-1', 'Payment Amount : Must be numeric(12), ex : 15078'],
    ['amount', '60.00', 'Payment Amount : Must be numeric(12), ex : 15078'],
    ['amount', '1000000000000', 'Payment Amount : Must be numeric(12), ex : 15078'],
    ['amount', '0', 'Payment Amount : Must not be null'],
    ['amount', undefined, 'Payment Amount : Must not be null'],
    ['currency', 'EUR', 'Payment Currency : Must be numeric(3), ex : 978'],
    ['currency', undefined, 'Payment Currency : Must be numeric(3), ex : 978'],
    ['action', '999', 'action-invalid'],
    ['action', '201', 'action-invalid'],
    ['action', undefined, 'action-invalid'],
    ['mode', 'XXX', 'mode-invalid'],
    ['mode', undefined, 'mode-invalid'],
    ['contractNumber', '0000000', 'contract-unknown'],
    ['contractNumber', '7654321', 'contract-unknown'],
    ['contractNumber', undefined, 'contract-unknown'],
    ['mode', 'NX', 'done'],
    ['mode', 'REC', 'done'],
    ['amount', '999999999999', 'done'],
  ])('%s %s is answered %s', async (field, value, answer) => {
    const till = await openTill();
    const given = Object.entries({ ...goodPayment(), [field]: value });
    const payment = Object.fromEntries(given.filter(([, text]) => text !== undefined));
    const outcome = await buy(till, { more: { payment } });
    const failure = outcome.ok ? undefined : outcome.failure;
    const said =
      failure?.kind === 'field-invalid' ? `${failure.label} : ${failure.rule}` : reasonOf(outcome);
    expect(said).toBe(answer);
  });

  test('a card is verified for nothing', async () => {
    const till = await openTill();
    const verified = { action: '108', amount: '0' };
    expect(valueOf(await buy(till, { payment: verified })).type).toBe('verification');
  });

  test('an odd action captures what it authorises', async () => {
    const till = await openTill();
    for (const [action, type] of [
      ['129', 'sale'],
      ['128', 'authorisation'],
    ] as const) {
      const outcome = await buy(till, { payment: { action }, order: { ref: action } });
      expect(valueOf(outcome).type).toBe(type);
    }
  });

  test('a number that is no currency is accepted, or refused where the setting says so', async () => {
    const payment = { currency: '123' };
    expect(reasonOf(await buy(await openTill(), { payment }))).toBe('done');
    const till = await openTill({ settings: { unknownCurrency: '01181' } });
    expect(reasonOf(await buy(till, { payment }))).toBe('currency-unknown');
  });
});

test('payment, card, order and private data are judged in this order', async () => {
  const till = await openTill();
  const wrong = {
    payment: { contractNumber: 'nobody' },
    card: { number: '1' },
    order: { ref: '' },
    more: { privateData: Array.from({ length: 100 }, () => ({ key: 'a', value: 'b' })) },
  };
  const { payment, card, order, more } = wrong;
  expect(reasonOf(await buy(till, wrong))).toBe('contract-unknown');
  expect(await buy(till, { card, order, more })).toMatchObject({
    failure: { label: 'Card Number' },
  });
  expect(await buy(till, { order, more })).toMatchObject({ failure: { label: 'Order Reference' } });
  expect(reasonOf(await buy(till, { more }))).toBe('private-data-too-many');
  expect(reasonOf(await buy(till, { payment: { ...payment, contractNumber: '1234567' } }))).toBe(
    'done',
  );
});

describe('the duplicate check', () => {
  const paid = async () => {
    const till = await openTill();
    return { till, first: valueOf(await buy(till)) };
  };

  test('takes the same reference and amount on the same day for the same payment', async () => {
    const { till, first } = await paid();
    const again = valueOf(await buy(till));
    expect(again).toMatchObject({ code: '02001', status: 'declined', isDuplicated: true });
    expect(again.id).toMatch(/^PV4/);
    expect(first.isDuplicated).toBe(false);
    expect(till.rows('payments')).toHaveLength(1);
  });

  test('also with another card, another action and from another point of the day', async () => {
    const { till } = await paid();
    const payment = { action: '101' };
    expect(reasonOf(await buy(till, { payment }, MORNING + DAY / 4))).toBe('02001');
  });

  test.each([
    // when                            answer
    ['2026-03-05T23:59:59+01:00', '02001'],
    ['2026-03-06T00:00:00+01:00', 'done'],
  ])('looks at today and yesterday: at %s it is %s', async (at, answer) => {
    const { till } = await paid();
    expect(reasonOf(await buy(till, {}, Date.parse(at)))).toBe(answer);
  });

  test('lets another amount through, and the same one after a refusal', async () => {
    const { till } = await paid();
    expect(reasonOf(await buy(till, { payment: { amount: '6001' } }))).toBe('done');
    const declined = { payment: { amount: '33305' }, order: { ref: 'ORDER-2' } };
    expect(reasonOf(await buy(till, declined))).toBe('01100');
    expect(reasonOf(await buy(till, declined))).toBe('01100');
  });

  test('does not take a duplicate for an original', async () => {
    const { till } = await paid();
    await buy(till, {}, MORNING + DAY);
    expect(reasonOf(await buy(till, {}, MORNING + 2 * DAY))).toBe('done');
  });

  test('tells captures and refunds of one amount apart by their sequence numbers', async () => {
    const { till, first } = await paid();
    const { id } = first;
    expect(reasonOf(await capture(till, id, 1000))).toBe('done');
    expect(reasonOf(await capture(till, id, 1000))).toBe('02001');
    expect(reasonOf(await capture(till, id, 1000, { sequenceNumber: '2' }))).toBe('done');
    expect(reasonOf(await refund(till, id, 500, { sequenceNumber: 'a' }))).toBe('done');
    expect(reasonOf(await refund(till, id, 500, { sequenceNumber: 'a' }))).toBe('02001');
    expect(reasonOf(await refund(till, id, 500, { sequenceNumber: 'b' }))).toBe('done');
    expect(till.payment(id)).toMatchObject({ capturedMinor: 2000, refundedMinor: 1000 });
  });

  test('is made for each merchant and contract, and can be switched off', async () => {
    const { till } = await paid();
    const contractId = `${MERCHANT}/1234567`;
    valueOf(await till.ask(setContract, { contractId, options: { checksDuplicates: false } }));
    expect(reasonOf(await buy(till))).toBe('done');
  });

  test('has another code for what is on hold, and one by choice', async () => {
    const { setBankAnswer } = await import('#mocks/monext/domain/back-office.ts');
    const till = await openTill();
    await till.ask(setBankAnswer, { merchantId: MERCHANT, code: '02000', times: 1 });
    expect(reasonOf(await buy(till))).toBe('02000');
    expect(reasonOf(await buy(till))).toBe('02002');
    const other = await openTill({ settings: { duplicateCode: '01913' } });
    await buy(other);
    expect(reasonOf(await buy(other))).toBe('01913');
  });
});

test('transaction ids show server, day and time in Paris, and are never given twice', async () => {
  const till = await openTill();
  const ids: string[] = [];
  for (let at = 0; at < 1_100; at += 1) {
    ids.push(valueOf(await buy(till, { order: { ref: `ORDER-${at}` } })).id);
  }
  expect(ids.slice(0, 2)).toEqual(['16063100000000', '16063100000001']);
  expect(ids[999]).toBe('16063100000999');
  expect(ids[1000]).toBe('16063100001000');
  const later = valueOf(await buy(till, { order: { ref: 'LATER' } }, MORNING + 1000));
  expect(new Set([...ids, later.id]).size).toBe(1_101);
});
