import { describe, expect, test } from 'vitest';
import { cancelPending } from '#mocks/wsone/domain/cancelling.ts';
import type { Receipt } from '#mocks/wsone/domain/receipt.ts';
import {
  getLastTransaction,
  sendAndValidTransaction,
  sendTransaction,
  validTransaction,
  verifyTransaction,
  type KnownReceipt,
} from '#mocks/wsone/domain/transaction-behaviours.ts';
import { transactionId } from '#mocks/wsone/domain/transaction.ts';
import type { Movement, Offer, Transaction } from '#mocks/wsone/state.ts';
import { rowsOf, told } from '../utick/text-table.ts';
import { failureOf, openBrand, OPENING, valueOf, type Brand } from './brand.ts';
import { LEFEVRE, lineOf, receiptOf, SON } from './receipts.ts';

const MINUTE = 60_000;
const ids = (...numbers: readonly number[]) => numbers.map(transactionId);

const known = (changes: Partial<KnownReceipt>): KnownReceipt => ({
  transactionId: undefined,
  number: undefined,
  storeId: undefined,
  cashdeskNumber: undefined,
  at: undefined,
  identifier: undefined,
  ...changes,
});

const sold = async (brand: Brand, changes: Partial<Receipt> = {}): Promise<Transaction> =>
  valueOf(await brand.ask(sendAndValidTransaction, receiptOf(changes)));
const sent = async (brand: Brand, changes: Partial<Receipt> = {}): Promise<Transaction> =>
  valueOf(await brand.ask(sendTransaction, receiptOf(changes)));
const pointsOf = (brand: Brand, personId: string): number | undefined =>
  brand
    .rows<{ personId: string; points: number }>('balances')
    .find((balance) => balance.personId === personId)?.points;

describe('sending and validating', () => {
  test('moves the balance and says what it was before and after', async () => {
    const brand = await openBrand();
    const { settlement, status } = await sold(brand, { totalMinor: 1999, points: 3 });
    expect(status).toBe('valid');
    expect(settlement.before.points).toBe(500);
    // 500, 19 and 3 are 522: a cheque for 450 is due.
    expect(settlement.after.points).toBe(72);
    expect(pointsOf(brand, '1')).toBe(72);
    const reasons = brand.rows<Movement>('movements').slice(-3);
    expect(reasons.map(({ reason, amount }) => [reason, amount])).toEqual([
      ['purchase', 19],
      ['till-advantage', 3],
      ['offer-issued', -450],
    ]);
    expect(brand.brokenRules()).toEqual([]);
  });

  test('keeps the balances at the last parent of the store', async () => {
    const brand = await openBrand();
    const { settlement } = await sold(brand);
    expect(settlement.before.programmeId).toBe('100000');
  });

  test('opens a balance at a store that has no parent', async () => {
    const brand = await openBrand();
    const { settlement } = await sold(brand, { storeId: '777777' });
    expect(settlement.before).toMatchObject({ programmeId: '777777', points: 0 });
    expect(settlement.after.points).toBe(20);
    expect(pointsOf(brand, '1')).toBe(500);
  });

  test('is the same by a WEB account, in whatever letters its e-mail is written', async () => {
    const brand = await openBrand();
    const identifier = { type: 10, value: 'ERIC.lefevre@example.com' };
    expect((await sold(brand, { identifier })).personId).toBe('1');
  });

  test('adds a visit where it is set so', async () => {
    const brand = await openBrand({ settings: { visitsPerTransaction: 1 } });
    expect((await sold(brand)).settlement.after.visits).toBe(4);
    expect(brand.brokenRules()).toEqual([]);
  });

  test('issues the dearest tier first, and nothing where the engine is off', async () => {
    const on = await openBrand();
    const issued = (await sold(on, { totalMinor: 140_000 })).settlement.offers;
    expect(issued.map(({ offer }) => offer?.name)).toEqual(['GROS CHEQUE', 'CHEQUE', 'CHEQUE']);
    const off = await openBrand({ settings: { marketingEngine: false } });
    const { settlement } = await sold(off, { totalMinor: 140_000 });
    expect([settlement.offers, settlement.after.points]).toEqual([[], 1900]);
  });

  test('of a mixed receipt only the net total counts', async () => {
    const brand = await openBrand();
    const lines = [lineOf(), lineOf({ quantity: -1, unitPriceMinor: 800 })];
    const { settlement } = await sold(brand, { identifier: SON, totalMinor: 1200, lines });
    expect(settlement.earned).toBe(12);
  });
});

describe('a receipt that comes again', () => {
  test('is one transaction, whichever call it comes with', async () => {
    const brand = await openBrand();
    const first = await sent(brand);
    const again = await sent(brand);
    const valid = await sold(brand);
    const once = await sold(brand);
    expect([again.id, valid.id, once.id]).toEqual([first.id, first.id, first.id]);
    expect([first.status, valid.status]).toEqual(['pending', 'valid']);
    expect(once).toEqual(valid);
    expect(brand.rows('transactions')).toHaveLength(1);
  });

  const parts = rowsOf(`
    part            change
    another amount  {"totalMinor":2001}
    another line    {"lines":[{"ean":"2"}]}
    another offer   {"offerNumbers":["1"]}
    another card    {"identifier":{"type":10,"value":"Eric.Lefevre@example.com"}}
  `);
  test.each(told(parts, 'is refused with $part'))('%s', async (_, row) => {
    const brand = await openBrand();
    await sold(brand);
    const changes = JSON.parse(row['change'] ?? '') as Partial<Receipt>;
    const failure = failureOf(await brand.ask(sendAndValidTransaction, receiptOf(changes)));
    expect(failure).toEqual({ kind: 'receipt-conflict', number: 'T-1', transactionId: 'A1' });
  });

  const others = rowsOf(`
    part           change
    another till   {"cashdeskNumber":"3"}
    another date   {"at":0}
    another store  {"storeId":"123456"}
    no till        {}
  `);
  test.each(told(others, 'is another one at $part'))('%s', async (_, row) => {
    const brand = await openBrand();
    await sold(brand);
    const changes = JSON.parse(row['change'] ?? '') as Partial<Receipt>;
    const other = row['part'] === 'no till' ? { cashdeskNumber: undefined } : changes;
    expect((await sold(brand, other)).id).toBe('A2');
  });

  test('is known by store and number alone where it is set so', async () => {
    const brand = await openBrand({ settings: { receiptKey: 'store-number' } });
    await sold(brand);
    const other = receiptOf({ cashdeskNumber: '3' });
    const failure = failureOf(await brand.ask(sendAndValidTransaction, other));
    expect(failure.kind).toBe('receipt-conflict');
  });

  test('is a new one once the first was cancelled', async () => {
    const brand = await openBrand();
    const first = await sent(brand);
    const asked = { identifier: LEFEVRE, storeId: undefined, transactionId: undefined };
    valueOf(await brand.ask(cancelPending, asked));
    const second = await sold(brand);
    expect([first.id, second.id]).toEqual(ids(1, 2));
  });
});

describe('the order of checks', () => {
  const checks = rowsOf(`
    change                                                                       failure
    {"identifier":{"type":1,"value":"nobody"},"storeId":"nowhere"}               identifier-unknown
    {"identifier":{"type":1,"value":"2900000000090"},"storeId":"nowhere"}        identifier-unknown
    {"identifier":{"type":1,"value":"2900000000003"},"storeId":"nowhere"}        identifier-inactive
    {"identifier":{"type":1,"value":"2900000000002"},"storeId":"nowhere"}        identifier-inactive
    {"storeId":"nowhere","totalMinor":1}                                         entity-unknown
    {"totalMinor":1}                                                             receipt-conflict
  `);
  const behaviours = [
    ['sendTransaction', sendTransaction],
    ['sendAndValidTransaction', sendAndValidTransaction],
    ['verifyTransaction', verifyTransaction],
  ] as const;
  const table = behaviours.flatMap(([name, behaviour]) =>
    told(checks, `${name} of $change answers $failure`).map(
      ([sentence, row]) => [sentence, behaviour, row] as const,
    ),
  );
  test.each(table)('%s', async (_, behaviour, row) => {
    const brand = await openBrand();
    await sold(brand);
    const before = brand.rows('transactions');
    const changes = JSON.parse(row['change'] ?? '') as Partial<Receipt>;
    const outcome = await brand.ask(behaviour, receiptOf(changes));
    expect(failureOf(outcome).kind).toBe(row['failure']);
    expect(brand.rows('transactions')).toEqual(before);
  });
});

describe('a receipt that is not validated', () => {
  test('moves nothing, and shows what it would without what a tier would issue', async () => {
    const brand = await openBrand();
    const { settlement } = await sent(brand, { totalMinor: 60_000 });
    expect([settlement.after.points, settlement.offers]).toEqual([1100, []]);
    expect(pointsOf(brand, '1')).toBe(500);
  });

  test('is judged anew when it is validated', async () => {
    const brand = await openBrand();
    const { id } = await sent(brand);
    await sold(brand, { number: 'T-2' });
    const valid = valueOf(await brand.ask(validTransaction, known({ transactionId: id })));
    expect(valid.settlement.before.points).toBe(70);
  });

  test('is cancelled by the agenda where it is set so, and not once it is valid', async () => {
    const brand = await openBrand({ settings: { pendingTtlMinutes: 5 } });
    const [forgotten, kept] = [await sent(brand), await sent(brand, { number: 'T-2' })];
    valueOf(await brand.ask(validTransaction, known({ transactionId: kept.id })));
    const command = { identifier: LEFEVRE, storeId: undefined };
    await brand.ask(getLastTransaction, command, OPENING + 6 * MINUTE);
    const states = brand.rows<Transaction>('transactions').map(({ id, status }) => [id, status]);
    expect(Object.fromEntries(states)).toEqual({ [forgotten.id]: 'cancelled', [kept.id]: 'valid' });
  });

  test('stays pending for ever by default', async () => {
    const brand = await openBrand();
    await sent(brand);
    const command = { identifier: LEFEVRE, storeId: undefined };
    await brand.ask(getLastTransaction, command, OPENING + 1_000_000 * MINUTE);
    expect(brand.rows<Transaction>('transactions')[0]?.status).toBe('pending');
  });
});

describe('naming a receipt that was sent', () => {
  const ways = rowsOf(`
    asked                                                        found
    {"transactionId":"A1"}                                       A1
    {"number":"T-1","storeId":"666666"}                          A3
    {"number":"T-1","storeId":"666666","cashdeskNumber":"2"}     A1
    {"number":"T-1","storeId":"666666","cashdeskNumber":"9"}     transaction-unknown
    {"number":"T-1","storeId":"123456"}                          transaction-unknown
    {"number":"T-9","storeId":"666666"}                          transaction-unknown
    {"number":"T-1","storeId":"nowhere"}                         entity-unknown
    {"transactionId":"A2"}                                       transition-forbidden
    {"transactionId":"A9"}                                       transaction-unknown
    {"transactionId":"A1","identifier":{"type":1,"value":"2900000000004"}}  transaction-unknown
    {"transactionId":"A1","identifier":{"type":1,"value":"2900000000001"}}  A1
  `);
  test.each(told(ways, 'by $asked finds $found'))('%s', async (_, row) => {
    const brand = await openBrand();
    await sent(brand);
    await sold(brand, { number: 'T-2' });
    await sent(brand, { cashdeskNumber: '3' });
    const asked = known(JSON.parse(row['asked'] ?? '') as Partial<KnownReceipt>);
    const outcome = await brand.ask(validTransaction, asked);
    expect(outcome.ok ? outcome.value.id : outcome.failure.kind).toBe(row['found']);
  });
});

test('verifying keeps nothing, not even a number', async () => {
  const brand = await openBrand();
  const before = brand.sandbox.state.sequence;
  const judged = valueOf(await brand.ask(verifyTransaction, receiptOf()));
  expect([judged.id, judged.settlement.after.points]).toEqual([undefined, 520]);
  expect(brand.rows('transactions')).toEqual([]);
  expect((await sold(brand)).id).toBe('A1');
  expect(brand.sandbox.state.sequence).toBe(before + 1);
});

describe('the last transaction', () => {
  const at = (minute: number): number => OPENING - minute * MINUTE;
  const last = (brand: Brand, storeId?: string) =>
    brand.ask(getLastTransaction, { identifier: LEFEVRE, storeId });

  test('is the latest by the date of its receipt, not by its arrival', async () => {
    const brand = await openBrand();
    await sold(brand, { number: 'late', at: at(60) });
    await sold(brand, { number: 'early', at: at(120) });
    expect(valueOf(await last(brand)).receipt.number).toBe('late');
  });

  test('of one second is the one that came in later', async () => {
    const brand = await openBrand();
    const numbers = Array.from({ length: 12 }, (_, n) => `N${n}`);
    for (const number of numbers) await sold(brand, { number });
    expect(valueOf(await last(brand)).receipt.number).toBe('N11');
  });

  test('may be asked for at one store', async () => {
    const brand = await openBrand();
    await sold(brand, { number: 'shop', at: at(60) });
    await sold(brand, { number: 'web', at: at(30), storeId: '123456' });
    expect(valueOf(await last(brand, '666666')).receipt.number).toBe('shop');
    expect(failureOf(await last(brand, '777777')).kind).toBe('transaction-unknown');
    expect(failureOf(await last(brand, 'nowhere')).kind).toBe('entity-unknown');
  });

  test('is none of those that are pending or cancelled', async () => {
    const brand = await openBrand();
    await sent(brand);
    expect(failureOf(await last(brand)).kind).toBe('transaction-unknown');
  });
});

describe('cancelling', () => {
  const ways = rowsOf(`
    asked                                                                   cancelled
    {"identifier":{"type":1,"value":"2900000000001"}}                       A1 A2
    {"storeId":"666666"}                                                    A1 A3
    {"identifier":{"type":1,"value":"2900000000001"},"storeId":"123456"}    A2
    {"transactionId":"A3"}                                                  A3
    {"transactionId":"A3","storeId":"123456"}                               transaction-unknown
    {"transactionId":"A4"}                                                  transition-forbidden
    {"transactionId":"A9"}                                                  transaction-unknown
    {"storeId":"nowhere"}                                                   entity-unknown
    {"identifier":{"type":1,"value":"nobody"},"storeId":"nowhere"}          identifier-unknown
    {"storeId":"777777"}                                                    none
  `);
  test.each(told(ways, 'by $asked cancels $cancelled'))('%s', async (_, row) => {
    const brand = await openBrand();
    await sent(brand);
    await sent(brand, { storeId: '123456' });
    await sent(brand, { number: 'T-3', identifier: SON });
    await sold(brand, { number: 'T-2' });
    const nothing = { identifier: undefined, storeId: undefined, transactionId: undefined };
    const asked = JSON.parse(row['asked'] ?? '') as Partial<typeof nothing>;
    const outcome = await brand.ask(cancelPending, { ...nothing, ...asked });
    const cancelled = outcome.ok ? outcome.value.map(({ id }) => id).join(' ') : '';
    expect(outcome.ok ? cancelled || 'none' : outcome.failure.kind).toBe(row['cancelled']);
    const states = brand.rows<Transaction>('transactions');
    const gone = states.filter(({ status }) => status === 'cancelled').map(({ id }) => id);
    expect(gone.join(' ')).toBe(outcome.ok ? cancelled : '');
    expect(brand.brokenRules()).toEqual([]);
  });
});

test('a sandbox with all of it keeps every rule', async () => {
  const brand = await openBrand();
  await sold(brand, { totalMinor: 200_000 });
  const [cheque] = brand.rows<Offer>('offers');
  await sold(brand, { number: 'T-2', offerNumbers: [cheque?.id ?? ''] });
  expect(brand.rows<Offer>('offers').filter(({ status }) => status === 'used')).toHaveLength(1);
  expect(brand.brokenRules()).toEqual([]);
});
