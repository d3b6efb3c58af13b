import { describe, expect, test } from 'vitest';
import type { SearchFilters } from '#mocks/monext/domain/search-filters.ts';
import { setBankAnswer } from '#mocks/monext/domain/back-office.ts';
import { findTransaction, searchTransactions } from '#mocks/monext/domain/search-behaviours.ts';
import { listPointsOfSale } from '#mocks/monext/domain/merchant-behaviours.ts';
import { buy, capture, GOOD_CARD, refund } from './calls.ts';
import { DAY, MERCHANT, MORNING, openTill, valueOf, type Till } from './till.ts';

const called = (till: Till) => ({ merchant: till.merchant, version: 34 });

const find = async (till: Till, asked: { transactionId?: string; orderRef?: string } & Dates) => {
  const { transactionId, orderRef, startDate, endDate } = asked;
  const command = { ...called(till), transactionId, orderRef, startDate, endDate };
  const outcome = await till.ask(findTransaction, command);
  return outcome.ok ? outcome.value.transaction.id : outcome.failure.kind;
};
interface Dates {
  readonly startDate?: string;
  readonly endDate?: string;
}

const search = async (till: Till, filters: SearchFilters = {}, dates: Dates = {}, version = 34) => {
  const { startDate, endDate } = { startDate: '04/03/2026', endDate: '04/03/2026', ...dates };
  const command = { ...called(till), version, startDate, endDate, filters };
  const outcome = await till.ask(searchTransactions, command);
  return outcome.ok ? outcome.value.map(({ id }) => id) : outcome.failure.kind;
};

describe('a transaction is found', () => {
  test('by its id, whatever it is', async () => {
    const till = await openTill();
    const { id } = valueOf(await buy(till));
    const captured = valueOf(await capture(till, id, 6000));
    expect(await find(till, { transactionId: id })).toBe(id);
    expect(await find(till, { transactionId: captured.id })).toBe(captured.id);
    expect(await find(till, { transactionId: '1' })).toBe('transaction-not-found');
    expect(await find(till, { transactionId: id, orderRef: 'ANOTHER' })).toBe(id);
  });

  test('with its payment, oldest first, and the shop it was made in', async () => {
    const till = await openTill();
    const { id } = valueOf(await buy(till));
    const captured = valueOf(await capture(till, id, 6000, {}, MORNING + 1000));
    const command = { transactionId: captured.id, orderRef: undefined };
    const dates = { startDate: undefined, endDate: undefined };
    const found = await till.ask(findTransaction, { ...called(till), ...command, ...dates });
    const { opening, associated, contract, pointOfSale } = valueOf(found);
    expect(opening.id).toBe(id);
    expect(associated.map((entry) => entry.id)).toEqual([id, captured.id]);
    expect([contract?.number, pointOfSale?.number]).toEqual(['1234567', '1']);
  });

  test('with what one instant brought in the order in which it came, duplicates too', async () => {
    const till = await openTill();
    const { id } = valueOf(await buy(till));
    const first = valueOf(await capture(till, id, 1000));
    const again = valueOf(await capture(till, id, 1000));
    const last = valueOf(await capture(till, id, 2000));
    const ids = [id, first.id, again.id, last.id];
    expect([again.isDuplicated, again.id.startsWith('PV4')]).toEqual([true, true]);
    const dates = { orderRef: undefined, startDate: undefined, endDate: undefined };
    const found = await till.ask(findTransaction, { ...called(till), transactionId: id, ...dates });
    expect(valueOf(found).associated.map((entry) => entry.id)).toEqual(ids);
    expect(await search(till)).toEqual(ids);
  });

  test('by the reference of its order, whatever was done with it since', async () => {
    const till = await openTill();
    const { id } = valueOf(await buy(till));
    valueOf(await capture(till, id, 6000));
    valueOf(await refund(till, id, 6000));
    // A duplicate never reached the bank: it is no second payment of the order.
    await buy(till);
    expect(await find(till, { orderRef: 'ORDER-1' })).toBe(id);
    expect(await find(till, { orderRef: 'ORDER-2' })).toBe('order-not-found');
    expect(await find(till, {})).toBe('search-criteria-invalid');
  });

  test('by the reference of its order, unless several were tried', async () => {
    const till = await openTill();
    await buy(till, { payment: { amount: '33305' } });
    await buy(till, { payment: { amount: '6000' } });
    expect(await find(till, { orderRef: 'ORDER-1' })).toBe('search-too-many');
  });

  test('by the reference of its order between two days', async () => {
    const till = await openTill();
    const { id } = valueOf(await buy(till, { payment: { amount: '33305' } }));
    const later = valueOf(await buy(till, {}, MORNING + 3 * DAY));
    const orderRef = 'ORDER-1';
    expect(await find(till, { orderRef, endDate: '04/03/2026' })).toBe(id);
    expect(await find(till, { orderRef, startDate: '05/03/2026' })).toBe(later.id);
    expect(await find(till, { orderRef, startDate: '2026-03-05' })).toBe('search-criteria-invalid');
    const dates = { startDate: '05/03/2026', endDate: '06/03/2026' };
    expect(await find(till, { orderRef, ...dates })).toBe('order-not-found');
  });
});

describe('a search', () => {
  const shopFull = async () => {
    const till = await openTill();
    const buyer = { lastName: 'Lecomte', firstName: 'Marianne', email: 'lecomte@example.com' };
    const told = { buyer, subMerchant: undefined, media: 'Computer', travelFileNumber: undefined };
    const first = valueOf(await buy(till, { more: { told } }));
    const card = { ...GOOD_CARD, number: '370000000000002', type: 'AMEX' };
    const order = { ref: 'ORDER-2' };
    const payment = { amount: '2500', action: '101' };
    const second = valueOf(await buy(till, { card, order, payment }, MORNING + 1000));
    const third = valueOf(
      await capture(till, first.id, 6000, { sequenceNumber: 'S1' }, MORNING + 2000),
    );
    const declined = { payment: { amount: '33305' }, order: { ref: 'ORDER-3' } };
    const fourth = valueOf(await buy(till, declined, MORNING + 3000));
    const ids = [first, second, third, fourth].map(({ id }) => id);
    return { till, ids, token: first.card?.token ?? '' };
  };

  test.each<[SearchFilters, readonly number[]]>([
    // filters                                found
    [{}, [0, 1, 2, 3]],
    [{ orderRef: 'ORDER-1' }, [0, 2]],
    [{ contractNumber: '1234567' }, [0, 1, 2, 3]],
    [{ authorizationNumber: 'A55A' }, [0, 1]],
    [{ returnCode: '01100' }, [3]],
    [{ paymentMean: 'AMEX' }, [1]],
    [{ cardNetwork: 'CB' }, [0, 2, 3]],
    [{ transactionType: '1' }, [0, 3]],
    [{ transactionType: '2' }, [2]],
    [{ transactionType: '6' }, [1]],
    [{ name: 'Lecomte' }, [0]],
    [{ firstName: 'Marianne', email: 'lecomte@example.com' }, [0]],
    [{ cardNumber: '370000000000002' }, [1]],
    [{ currency: '978' }, [0, 1, 2, 3]],
    [{ minAmount: '2501' }, [0, 2, 3]],
    [{ maxAmount: '2500' }, [1]],
    [{ sequenceNumber: 'S1' }, [2]],
    [{ pointOfSellId: '1', threeDSecured: 'N' }, [0, 1, 2, 3]],
    [{ customerMediaId: 'Computer' }, [0]],
  ])('for %j finds entries %j, oldest first', async (filters, found) => {
    const { till, ids } = await shopFull();
    expect(await search(till, filters)).toEqual(found.map((at) => ids[at]));
  });

  test('finds by id and by token, and nothing by what nothing has', async () => {
    const { till, ids, token } = await shopFull();
    expect(await search(till, { transactionId: ids[1] ?? '' })).toEqual([ids[1]]);
    expect(await search(till, { token })).toEqual([ids[0], ids[2], ids[3]]);
    for (const filters of [{ walletId: 'W' }, { threeDSecured: 'Y' }, { pointOfSellId: '2' }]) {
      expect(await search(till, filters)).toBe('search-nothing');
    }
  });

  test('counts whole days of Paris, both included', async () => {
    const till = await openTill();
    const midnight = Date.parse('2026-03-05T00:00:00+01:00');
    const before = valueOf(await buy(till, {}, midnight - 1));
    const after = valueOf(await buy(till, { order: { ref: 'ORDER-2' } }, midnight));
    expect(await search(till)).toEqual([before.id]);
    expect(await search(till, {}, { endDate: '05/03/2026' })).toEqual([before.id, after.id]);
  });

  test.each<[SearchFilters, Dates, string]>([
    [{ minAmount: 'ten' }, {}, 'search-criteria-invalid'],
    [{ transactionType: 'auth' }, {}, 'search-criteria-invalid'],
    [{}, { startDate: '05/03/2026' }, 'search-criteria-invalid'],
    [{}, { startDate: '4 March' }, 'search-criteria-invalid'],
    [{}, { startDate: '01/02/2026' }, 'search-interval-too-long'],
    [{}, { startDate: '02/02/2026' }, 'search-nothing'],
  ])('for %j between %j is refused as %s', async (filters, dates, answer) => {
    expect(await search(await openTill(), filters, dates)).toBe(answer);
  });

  test('needs both dates, and version 3 of the protocol', async () => {
    const till = await openTill();
    const none = { ...called(till), startDate: undefined, endDate: undefined, filters: {} };
    expect((await till.ask(searchTransactions, none)).ok).toBe(false);
    expect(await search(till, {}, {}, 2)).toBe('not-available');
  });

  test('may be 31 days long over a change of the clocks', async () => {
    const till = await openTill();
    const dates = { startDate: '15/10/2025', endDate: '14/11/2025' };
    expect(await search(till, {}, dates)).toBe('search-nothing');
    expect(await search(till, {}, { ...dates, endDate: '15/11/2025' })).toBe(
      'search-interval-too-long',
    );
  });

  test('sees no other merchant’s transactions, and lists all points of sale of its own', async () => {
    const till = await openTill();
    await buy(till);
    const other = { ...till.merchant, id: '98765432109876' };
    const asked = { merchant: other, version: 34, startDate: '04/03/2026', endDate: '04/03/2026' };
    const found = await till.ask(searchTransactions, { ...asked, filters: {} });
    expect(found).toEqual({ ok: false, failure: { kind: 'search-nothing' } });
    const sheets = valueOf(await till.ask(listPointsOfSale, called(till)));
    expect(
      sheets.map(({ pointOfSale, contracts }) => [pointOfSale.number, contracts.length]),
    ).toEqual([['1', 1]]);
  });
});

test('what the bank is told to say, it says so often and no longer', async () => {
  const till = await openTill();
  valueOf(await till.ask(setBankAnswer, { merchantId: MERCHANT, code: '02101', times: 2 }));
  const codes: string[] = [];
  for (const ref of ['A', 'B', 'C']) codes.push(valueOf(await buy(till, { order: { ref } })).code);
  expect(codes).toEqual(['02101', '02101', '00000']);
  const nobody = await till.ask(setBankAnswer, { merchantId: '1', code: '02101', times: 1 });
  expect(nobody.ok).toBe(false);
});
