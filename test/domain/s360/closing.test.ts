import { beforeEach, describe, expect, test } from 'vitest';
import { ADULT, AUDIO, openMuseum, pass, VIP, type Museum } from './museum.ts';

let museum: Museum;
beforeEach(async () => {
  museum = await openMuseum();
  return () => museum.sandbox.drop();
});

const CARD = 16362;
const ACCOUNT = 16370;
const CASH = 16371;
const MANUAL = 16372;
const set = (settings: Record<string, string | number | boolean>) =>
  museum.sandbox.settings.set('s360', settings);
const pay = (amount: number | string, paymentMethodId = CARD, more = {}) => ({
  payments: [{ amount, paymentMethodId, ...more }],
});

describe.each([
  // what is paid                     | under lenient rules | under strict ones        | state of the file
  ['nothing', {}, 'success', 'error.payment.amount', 'unsettled'],
  ['nothing, in a list', { payments: [] }, 'success', 'error.payment.amount', 'unsettled'],
  ['too little', pay(10000), 'success', 'error.payment.amount', 'partly-settled'],
  ['what is due', pay(17000), 'success', 'success', 'settled'],
  ['what is due, as text', pay('17000'), 'success', 'success', 'settled'],
  [
    'what is due, in two parts',
    { payments: [...pay(7000).payments, ...pay(10000, CASH).payments] },
    'success',
    'success',
    'settled',
  ],
  ['too much by card', pay(20000), 'error.payment.amount', 'error.payment.amount', undefined],
  ['too much in cash', pay(20000, CASH), 'success', 'success', 'settled'],
  ['less than nothing', pay(-1), 'error.payment.amount', 'error.payment.amount', undefined],
  [
    'more than can be counted',
    pay(1e300, CASH),
    'error.payment.amount',
    'error.payment.amount',
    undefined,
  ],
  [
    'something less than nothing beside what is due',
    { payments: [...pay(17000).payments, ...pay(-1, CASH).payments] },
    'error.payment.amount',
    'error.payment.amount',
    undefined,
  ],
  ['what somebody has to confirm', pay(17000, MANUAL), 'success', 'success', 'unsettled'],
])('closing an order with a payment of %s', (_, paid, lenient, strict, file) => {
  test(`is answered ${lenient}`, async () => {
    const { orderId, operationDataUpdates } = await museum.buy(pass(1));
    expect((await museum.close(orderId, paid)).body.statusCode).toBe(lenient);
    const expected = file ?? 'running';
    expect(museum.fileState(operationDataUpdates[0]?.fileId ?? 0)).toBe(expected);
  });
  test(`is answered ${strict} under strict rules`, async () => {
    await set({ payments: 'strict' });
    const { orderId } = await museum.buy(pass(1));
    expect((await museum.close(orderId, paid)).body.statusCode).toBe(strict);
  });
});

const STRANGER = { contactReference: '1' };
test.each<[string, object, string]>([
  // what is wrong with a payment, each in what follows as well | the first that applies
  ['an unknown contact', { ...STRANGER, movementId: 1, paymentMethodId: 1 }, 'contact.notFound'],
  ['an unknown movement', { movementId: 1, paymentMethodId: 1 }, 'movement.notFound'],
  ['an unknown method', { paymentMethodId: 1 }, 'paymentMethod.notFound'],
  ['a contact without an account', { contactReference: '5442' }, 'contact.waitingAccount'],
  ['an amount less than nothing', { contactReference: '5443' }, 'payment.amount'],
])('a payment with %s is refused for that first', async (_, wrong, code) => {
  const order = await museum.buy(pass(1));
  const movementId = order.movementDataUpdates[0]?.movementId;
  const waitingAccountPayments = [{ movementId, amount: -1, ...wrong }];
  const { body } = await museum.close(order.orderId, { waitingAccountPayments });
  expect(body.statusCode).toBe(`error.${code}`);
});

test('closing as a reservation is not built, and sells nothing', async () => {
  const { orderId } = await museum.buy(pass(1));
  const answer = await museum.close(orderId, { orderType: 'RESERVATION' });
  expect([answer.status, answer.body.statusCode]).toEqual([501, 'error.notBuilt']);
  expect((await museum.details(orderId)).orderState).toBe('IN_PROGRESS');
});

test('closing sells: the operations are of the type SALE, and the answer says CLOSED', async () => {
  const { orderId } = await museum.buy(pass(2));
  const { orderData } = (await museum.close(orderId, pay(34000))).body;
  expect(orderData).toMatchObject({
    orderState: 'CLOSED',
    operationDataUpdates: [{ type: 'SALE', quantity: 2 }],
  });
  expect(orderData.movementDataUpdates).toHaveLength(2);
});

test('the answer holds no order where that is set', async () => {
  await set({ closeAnswersOrder: false });
  const { orderId } = await museum.buy(pass(1));
  expect((await museum.close(orderId)).body).toEqual({ statusCode: 'success' });
});

test('what costs nothing is settled without a payment', async () => {
  const free = { audienceSubCategoryId: 306159080, quantity: 2, itemId: VIP };
  const { orderId, operationDataUpdates } = await museum.buy(free);
  await museum.close(orderId);
  expect(museum.fileState(operationDataUpdates[0]?.fileId ?? 0)).toBe('settled');
});

describe('a payment on account', () => {
  const balanceOf = (number: string) => {
    const row = museum.sandbox.row('s360', 'contacts', number);
    return (row as unknown as { readonly balanceMilli: number }).balanceMilli;
  };

  test('is owed by the contact it names, and the order shows it', async () => {
    const { orderId } = await museum.buy(pass(1), pass(2));
    const paid = pay(51000, ACCOUNT, { contactReference: '5443' });
    const { orderData } = (await museum.close(orderId, paid)).body;
    expect(balanceOf('5443')).toBe(-51000);
    const shares = orderData.operationDataUpdates.map((one) => one.waitingAccountBalance);
    expect(shares).toEqual([-17000, -34000]);
    expect((await museum.details(orderId)).waitingAccountBalanceAmount).toBe(-51000);
  });

  test('shows no balance where that is set', async () => {
    await set({ waitingAccountBalance: 'zero' });
    const { orderId } = await museum.buy(pass(1));
    await museum.close(orderId, pay(17000, ACCOUNT, { contactReference: '5443' }));
    expect((await museum.details(orderId)).waitingAccountBalanceAmount).toBe(0);
    expect(balanceOf('5443')).toBe(-17000);
  });

  test.each<[string, object, string]>([
    [
      'the payer of the order',
      { purchaserInfo: { contactReference: '5443' }, ...pay(17000, ACCOUNT) },
      'success',
    ],
    [
      'a contact that may not',
      { purchaserInfo: { contactReference: '5442' }, ...pay(17000, ACCOUNT) },
      'error.contact.waitingAccount',
    ],
    ['nobody', pay(17000, ACCOUNT), 'error.contact.waitingAccount'],
    [
      'an unknown contact',
      pay(17000, ACCOUNT, { contactReference: '1' }),
      'error.contact.notFound',
    ],
    [
      'an unknown payer',
      { purchaserInfo: { contactReference: '1' }, ...pay(17000) },
      'error.contact.notFound',
    ],
    [
      'another institution’s contact',
      pay(17000, ACCOUNT, { contactReference: 752565 }),
      'error.contact.notFound',
    ],
    ['another institution’s method', pay(17000, 16470), 'error.paymentMethod.notFound'],
    ['an unknown method', pay(17000, 1), 'error.paymentMethod.notFound'],
  ])('of %s is answered as it must be', async (_, paid, code) => {
    const { orderId } = await museum.buy(pass(1));
    expect((await museum.close(orderId, paid)).body.statusCode).toBe(code);
    const isClosed = (await museum.details(orderId)).orderState === 'CLOSED';
    expect(isClosed).toBe(code === 'success');
  });

  test('may be of the purchaser, once an action lets that contact', async () => {
    const asked = { contactNumber: '5442' };
    await museum.sandbox.act('s360', 'grant-waiting-account', asked);
    const purchasersInfo = [{ contactReference: '5442' }];
    const { orderId } = await museum.updated({
      purchasersInfo,
      simpleProductOperations: [pass(1)],
    });
    expect((await museum.close(orderId, pay(17000, ACCOUNT))).body.statusCode).toBe('success');
    expect(balanceOf('5442')).toBe(-17000);
  });

  const byMovement = async (more: object, movementId?: number) => {
    const order = await museum.buy(pass(1));
    const own = order.movementDataUpdates[0]?.movementId;
    const purchaserInfo = { contactReference: '5443' };
    const waitingAccountPayments = [{ movementId: movementId ?? own, amount: 17000, ...more }];
    return museum.close(order.orderId, { purchaserInfo, waitingAccountPayments });
  };

  test('may be keyed by the movement that it is for', async () => {
    expect((await byMovement({})).body.statusCode).toBe('success');
    expect(balanceOf('5443')).toBe(-17000);
    expect((await byMovement({}, 1)).body.statusCode).toBe('error.movement.notFound');
    expect((await byMovement({ amount: undefined })).body.statusCode).toBe(
      'error.parameter.mandatory',
    );
  });

  test('keyed so is not read where the settings say the other list', async () => {
    await set({ paymentLists: 'payments', payments: 'strict' });
    expect((await byMovement({})).body.statusCode).toBe('error.payment.amount');
  });
});

describe('bar codes', () => {
  const codes = async (orderId: number) =>
    (await museum.details(orderId)).movementDatas.map(({ barcode }) => barcode);
  const closed = async (more: object, quantity = 2) => {
    const { orderId } = await museum.buy(pass(quantity));
    const { orderData } = (await museum.close(orderId, more)).body;
    return { orderId, inAnswer: orderData.movementDataUpdates.map(({ barcode }) => barcode) };
  };
  const delay = (seconds: number) => museum.sandbox.act('s360', 'delay-bar-codes', { seconds });

  test('are in the answer, each of its own', async () => {
    const { inAnswer } = await closed({ generateBarCodes: 'true' });
    expect(inAnswer).toEqual([
      expect.stringMatching(/^\d{13}$/),
      expect.stringMatching(/^\d{13}$/),
    ]);
    expect(new Set(inAnswer).size).toBe(2);
  });

  test.each([
    // bar codes take | the caller waits    | in the answer
    [2, { maxWaitingTime: '2000' }, true],
    [3, { maxWaitingTime: '2000' }, false],
    [3, {}, false],
    [0, { generateBarCodes: 'false' }, false],
  ])('taking %i s with %o are in the answer: %s', async (seconds, asked, isThere) => {
    await delay(seconds);
    const { orderId, inAnswer } = await closed(asked);
    expect(inAnswer.every((code) => code !== undefined)).toBe(isThere);
    await museum.sandbox.clock.advance(`PT${seconds}S`);
    expect((await codes(orderId)).every((code) => code !== undefined)).toBe(true);
  });

  test('come at their time, and only then', async () => {
    await delay(60);
    const { orderId } = await closed({ maxWaitingTime: 0 });
    await museum.sandbox.clock.advance('PT59S');
    expect(await codes(orderId)).toEqual([undefined, undefined]);
    await museum.sandbox.clock.advance('PT1S');
    expect((await codes(orderId)).filter((code) => code !== undefined)).toHaveLength(2);
  });

  test('the time may be counted in seconds', async () => {
    await set({ maxWaitingTimeUnit: 'seconds', barCodeDelaySeconds: 100 });
    expect((await closed({ maxWaitingTime: 120 })).inAnswer).not.toContain(undefined);
  });

  test('charges have none', async () => {
    const { orderId } = await museum.buy({
      audienceSubCategoryId: ADULT,
      quantity: 1,
      itemId: AUDIO,
    });
    const { orderData } = (await museum.close(orderId)).body;
    const [guide, charge] = orderData.movementDataUpdates;
    expect([guide?.ticketId === undefined, charge?.ticketId === undefined]).toEqual([false, true]);
  });
});

describe('what was suspended while it was in a basket', () => {
  const suspended = async () => {
    const { orderId } = await museum.buy(pass(1));
    await museum.sandbox.act('s360', 'take-off-sale', { id: 466637980 });
    return orderId;
  };

  test('is sold all the same', async () => {
    const orderId = await suspended();
    expect((await museum.close(orderId)).body.statusCode).toBe('success');
  });

  test('is refused where that is set', async () => {
    await set({ suspendedInBasket: 'refused' });
    const orderId = await suspended();
    expect((await museum.close(orderId)).body.statusCode).toBe('error.item.notOnSale');
    await museum.sandbox.act('s360', 'put-on-sale', { id: 466637980 });
    expect((await museum.close(orderId)).body.statusCode).toBe('success');
  });
});
