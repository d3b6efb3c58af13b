import { expect, test } from 'vitest';
import { hasLuhnKey, traceOf } from '#mocks/monext/domain/card.ts';
import { isBankCode, simulatedAmounts, simulatedByCard } from '#mocks/monext/domain/simulator.ts';
import { isCode, returnCodes } from '#contracts/monext/return-codes.ts';
import { buy, GOOD_CARD } from './calls.ts';
import { openTill, reasonOf, valueOf } from './till.ts';

test.each([
  ['4970103469012066', true],
  ['4970103469011084', true],
  ['4970100000325734', true],
  ['4970102121041646', true],
  ['370000000000002', true],
  ['4970110000000013', true],
  ['4970100000325735', false],
  ['4970100000327534', false],
])('the last digit of %s is right: %s', (number, isRight) => {
  expect(hasLuhnKey(number)).toBe(isRight);
});

test.each([
  // card                                        answer
  [{ ...GOOD_CARD }, 'done'],
  [{ ...GOOD_CARD, number: '370000000000002', type: 'AMEX' }, 'done'],
  [{ ...GOOD_CARD, token: '497010aBcDeF5734' }, 'card-twice'],
  [{ ...GOOD_CARD, encryptedData: 'c2VjcmV0' }, 'card-encrypted'],
  [{ type: 'CB', expirationDate: '1230' }, 'field-invalid'],
  [{ ...GOOD_CARD, number: '4970 1000 0032 5734' }, 'field-invalid'],
  [{ ...GOOD_CARD, number: '49701000003' }, 'field-invalid'],
  [{ ...GOOD_CARD, number: '4970100000325735' }, 'card-luhn'],
  [{ number: '4970100000325734', expirationDate: '1230', cvx: '123' }, 'field-invalid'],
  [{ ...GOOD_CARD, expirationDate: '1330' }, 'field-invalid'],
  [{ ...GOOD_CARD, expirationDate: '12/30' }, 'field-invalid'],
  [{ ...GOOD_CARD, expirationDate: '0226' }, '01101'],
  [{ ...GOOD_CARD, expirationDate: '0326' }, 'done'],
  [{ ...GOOD_CARD, cvx: 'abc' }, 'field-invalid'],
  [{ number: '4970100000325734', type: 'CB', expirationDate: '1230' }, '01130'],
  [{ ...GOOD_CARD, cardholder: 'X' }, 'cardholder-invalid'],
  [{ ...GOOD_CARD, cardholder: 'x'.repeat(31) }, 'cardholder-invalid'],
  [{ ...GOOD_CARD, cardholder: 'x'.repeat(30) }, 'done'],
  [{ ...GOOD_CARD, ownerBirthdayDate: '320170' }, 'field-invalid'],
  [{ ...GOOD_CARD, ownerBirthdayDate: '160170' }, 'done'],
  [{ token: 'nobody', type: 'CB' }, 'card-token-unknown'],
])('card %#: %j is answered %s', async (card, answer) => {
  expect(reasonOf(await buy(await openTill(), { card }))).toBe(answer);
});

test('a birthdate must not come with 3-D Secure', async () => {
  const card = { ...GOOD_CARD, ownerBirthdayDate: '160170' };
  const more = { with3dSecure: true };
  expect(reasonOf(await buy(await openTill(), { card, more }))).toBe('birthdate-with-3d-secure');
});

test('a card on file goes without its security code', async () => {
  const card = { number: '4970100000325734', type: 'CB', expirationDate: '1230' };
  const till = await openTill();
  expect(reasonOf(await buy(till, { card, payment: { action: '120' } }))).toBe('done');
  const lax = await openTill({ settings: { missingCvx: 'accepted' } });
  expect(reasonOf(await buy(lax, { card }))).toBe('done');
});

test('a token stands for the card that it came from', async () => {
  const till = await openTill();
  const { card } = valueOf(await buy(till));
  expect(card?.token).toMatch(/^497010[A-Za-z]{6}5734$/);
  const again = { token: card?.token ?? '', type: 'CB', cvx: '123' };
  const paid = valueOf(await buy(till, { card: again, order: { ref: 'ORDER-2' } }));
  expect(paid.card).toEqual(card);
});

test('a token keeps what the simulator says of its card', async () => {
  const till = await openTill();
  const number = '4970103469012066';
  const { token } = traceOf(number);
  await buy(till, { card: { ...GOOD_CARD, number }, payment: { amount: '1' } });
  // A declined card is not kept: nothing stands for it.
  expect(reasonOf(await buy(till, { card: { token, type: 'CB', cvx: '123' } }))).toBe(
    'card-token-unknown',
  );
});

test('at least a hundred numbers leave the same trace: none can be worked out from it', () => {
  const trace = JSON.stringify(traceOf('4970100000325734'));
  let sharing = 0;
  for (let hidden = 0; hidden < 1_000_000; hidden += 1) {
    const number = `497010${String(hidden).padStart(6, '0')}5734`;
    if (hasLuhnKey(number) && JSON.stringify(traceOf(number)) === trace) sharing += 1;
  }
  expect(sharing).toBeGreaterThan(100);
});

test('of a short number its trace tells no more than its first and last digits', () => {
  expect(
    new Set(['4970101234563', '4970109994563'].map((number) => traceOf(number).print)),
  ).toEqual(new Set([0]));
});

const cents = [...simulatedAmounts];
test.each(cents)('%i cents of euros are answered %s', async (amount, code) => {
  const till = await openTill();
  const payment = { amount: String(amount) };
  expect(reasonOf(await buy(till, { payment }))).toBe(code === '00000' ? 'done' : code);
});

test('the simulator counts euros, and its other amounts are accepted', async () => {
  const till = await openTill();
  expect(reasonOf(await buy(till, { payment: { amount: '33399' } }))).toBe('done');
  expect(reasonOf(await buy(till, { payment: { amount: '33305', currency: '840' } }))).toBe('done');
  const off = await openTill({ settings: { simulator: 'off' } });
  expect(reasonOf(await buy(off, { payment: { amount: '33305' } }))).toBe('done');
});

test.each([
  ['4970103469012066', 'CB', '01206'],
  ['4970103469011084', 'VISA', '01108'],
  ['4970103469011084', 'MASTERCARD', '01108'],
  ['4970103469011084', 'AMEX', undefined],
  ['4970100000325734', 'CB', undefined],
  ['4970103469021084', 'CB', undefined],
])('card %s of type %s makes the bank say %s', (number, type, code) => {
  expect(simulatedByCard(number, type)).toBe(code);
});

test('the bank can say every published code 01xxx, and no other', () => {
  const published = Object.keys(returnCodes).filter((code) => code.startsWith('01'));
  expect(published.filter((code) => !isBankCode(code))).toEqual([]);
  const all = Array.from({ length: 2_000 }, (_, at) => String(at).padStart(5, '0'));
  expect(all.filter((code) => isBankCode(code) && !isCode(code))).toEqual([]);
});

test('a card of the simulator chooses every code of the bank', async () => {
  const till = await openTill();
  const codes = Object.keys(returnCodes).filter((code) => code.startsWith('01'));
  for (const code of codes) {
    const stem = `497010346${9}${code}`;
    const key = [...'0123456789'].find((digit) => hasLuhnKey(stem + digit)) ?? '';
    const { code: answered, status } = valueOf(
      await buy(till, { card: { ...GOOD_CARD, number: stem + key }, order: { ref: code } }),
    );
    expect([answered, status]).toEqual([code, code === '01001' ? 'accepted' : 'declined']);
  }
});

test.each([
  // card                3-D Secure  answer   id
  ['4970110000000013', false, 'done', /^\d{14}$/],
  ['4970110000000021', false, '01131', /^\d{14}$/],
  ['4970110000000021', true, 'done', /^\d{14}$/],
  ['4970110000000039', true, '03022', /^PV4040326\d{8}$/],
])('test card %s, proven by 3-D Secure: %s, is answered %s', async (number, proven, answer, id) => {
  const till = await openTill();
  const card = { ...GOOD_CARD, number };
  const outcome = await buy(till, { card, more: { with3dSecure: proven } });
  expect(reasonOf(outcome)).toBe(answer);
  expect(valueOf(outcome).id).toMatch(id);
});
