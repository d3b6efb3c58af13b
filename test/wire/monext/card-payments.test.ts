import { expect, test } from 'vitest';
import { createSosie, type Sosie } from '#server/index.ts';
import { authorisation, call, card, order, payment } from '../../support/monext.ts';

// Hardened: each answer is checked against the contract and against the schemas of its WSDL.
const open = (): Promise<Sosie> =>
  createSosie({ clock: '2026-03-04T10:00:00+01:00', hardened: true });

const idOf = (answer: { text(path: string): string | undefined }): string =>
  answer.text('transaction/id') ?? '';

test('a payment is authorised, captured in part, refunded and told again', async () => {
  const sosie = await open();
  const authorised = await call(sosie, 'doAuthorization', authorisation());
  expect([authorised.status, authorised.code]).toEqual([200, '00000']);
  expect(authorised.text('result/shortMessage')).toBe('ACCEPTED');
  expect(authorised.text('result/longMessage')).toBe('Transaction approved');
  expect(idOf(authorised)).toBe('16063100000000');
  expect(authorised.text('transaction/date')).toBe('04/03/26 10:00:00');
  expect(authorised.text('authorization/number')).toBe('A55A');
  expect(authorised.text('card/number')).toBe('497010XXXXXXXX34');
  expect(authorised.text('card/token')).toMatch(/^497010[A-Za-z]{6}5734$/);
  expect(authorised.text('linkedTransactionId')).toMatch(/^\d{15}$/);

  const transactionID = idOf(authorised);
  const captured = await call(sosie, 'doCapture', {
    version: '34',
    transactionID,
    payment: payment({ action: '201', amount: '4000' }),
    sequenceNumber: '1',
  });
  expect([captured.code, captured.text('reAuthorization')]).toEqual(['00000', '0']);
  expect(idOf(captured)).toBe('16063100000001');

  const back = payment({ action: '421', amount: '1500' });
  const asked = { version: '34', transactionID, payment: back, comment: 'Too small' };
  expect((await call(sosie, 'doRefund', asked)).code).toBe('00000');

  const details = await call(sosie, 'getTransactionDetails', {
    version: '34',
    orderRef: 'ORDER-1',
    transactionHistory: 'Y',
  });
  expect(idOf(details)).toBe(transactionID);
  expect(details.text('transaction/date')).toBe('04/03/2026 10:00:00');
  expect(details.text('authorization/date')).toBe('04/03/26 10:00:00');
  expect(details.text('order/date')).toBe('04/03/2026 09:59:00');
  const types = details.xml.match(/<obj:type>(AUTHOR|CAPTURE|REFUND)</g);
  expect(types).toEqual(
    ['AUTHOR', 'AUTHOR', 'CAPTURE', 'REFUND'].map((type) => `<obj:type>${type}<`),
  );
  expect(sosie.sandbox.invariants().hold).toBe(true);
  await sosie.close();
});

test('what the bank declines is on record, with an id and the bank’s code', async () => {
  const sosie = await open();
  const declined = await call(
    sosie,
    'doAuthorization',
    authorisation({ payment: { amount: '33305' } }),
  );
  expect([declined.code, declined.text('result/shortMessage')]).toEqual(['01100', 'REFUSED']);
  expect(declined.text('authorization/number')).toBe('');
  const asked = { version: '34', transactionId: idOf(declined) };
  const details = await call(sosie, 'getTransactionDetails', asked);
  expect(details.text('result/code')).toBe('01100');
  await sosie.close();
});

test('the same request once more is a duplicate, told so and of no effect', async () => {
  const sosie = await open();
  await call(sosie, 'doAuthorization', authorisation());
  const again = await call(sosie, 'doAuthorization', authorisation());
  expect([again.code, again.text('result/longMessage')]).toEqual([
    '02001',
    'Duplicate transaction',
  ]);
  expect(again.text('transaction/isDuplicated')).toBe('1');
  expect(idOf(again)).toMatch(/^PV4040326\d{8}$/);
  await sosie.close();
});

test('after a failed 3-D Secure the id shows that no bank was asked', async () => {
  const sosie = await open();
  const failed = await call(
    sosie,
    'doAuthorization',
    authorisation({ card: { number: '4970110000000039' } }),
  );
  expect([failed.code, failed.text('contractNumber')]).toEqual(['03022', '']);
  expect(failed.text('result/shortMessage')).toBe('CANCELLED');
  expect(failed.text('authorization/date')).toBe(failed.text('transaction/date'));
  expect(idOf(failed)).toMatch(/^PV4/);
  await sosie.close();
});

test('a contract with 3-D Secure wants a proof of it', async () => {
  const sosie = await open();
  const secure = authorisation({ payment: { contractNumber: '3333333' } });
  expect((await call(sosie, 'doAuthorization', secure)).code).toBe('01131');
  const proof = { md: 'c8f9c2b6', resultContainer: 'e30=' };
  const proven = { ...secure, authentication3DSecure: proof, order: order({ ref: 'ORDER-2' }) };
  const paid = await call(sosie, 'doAuthorization', proven);
  expect([paid.code, paid.text('transaction/threeDSecure')]).toEqual(['00000', 'Y']);
  await sosie.close();
});

test('debits and credits are dated to the minute', async () => {
  const sosie = await open();
  const debited = await call(sosie, 'doDebit', {
    ...authorisation({ payment: { action: '204' } }),
    authorization: { number: '662662', date: '04/03/26 09:00' },
  });
  expect([debited.code, debited.text('transaction/date')]).toEqual(['00000', '04/03/2026 10:00']);
  const credited = await call(sosie, 'doCredit', {
    version: '34',
    payment: payment({ action: '422' }),
    card,
  });
  expect([credited.code, credited.text('transaction/date')]).toEqual(['00000', '04/03/2026 10:00']);
  const undone = await call(sosie, 'doReset', { version: '34', transactionID: idOf(credited) });
  expect([undone.code, undone.text('transaction/fraudResult')]).toEqual(['00000', '']);
  await sosie.close();
});

test('doDebit looks for authorization.number before anything else', async () => {
  const sosie = await open();
  const answer = await call(sosie, 'doDebit', { version: '34', payment: { amount: '-1' } });
  expect(answer.text('result/longMessage')).toBe(
    'Invalid field format : authorizationNumber is missing or empty : null',
  );
  await sosie.close();
});

test('an authorisation that has expired is authorised anew', async () => {
  const sosie = await open();
  const transactionID = idOf(await call(sosie, 'doAuthorization', authorisation()));
  await sosie.sandbox.clock.advance('P8D');
  const capture = { version: '34', transactionID, payment: payment({ action: '201' }) };
  expect((await call(sosie, 'doCapture', capture)).code).toBe('02602');
  const anew = await call(sosie, 'doReAuthorization', {
    version: '34',
    transactionID,
    payment: payment({ action: '202' }),
    order: order(),
  });
  expect([anew.code, anew.text('card/number')]).toEqual(['00000', '497010XXXXXXXX34']);
  const captured = await call(sosie, 'doCapture', { ...capture, transactionID: idOf(anew) });
  expect(captured.code).toBe('00000');
  await sosie.close();
});

test('a deferred payment is captured by the clock, and settled by hand', async () => {
  const sosie = await open();
  const deferred = { mode: 'DIF', differedActionDate: '07/03/26' };
  const paid = await call(sosie, 'doAuthorization', authorisation({ payment: deferred }));
  const { counts } = await sosie.sandbox.clock.advance('P4D');
  expect(counts).toEqual({ 'monext.capture-deferred': 1 });
  expect(await sosie.sandbox.act('monext', 'settle')).toMatchObject({
    settled: expect.any(Number),
  });
  const reset = { version: '34', transactionID: idOf(paid) };
  const undone = await call(sosie, 'doReset', reset);
  expect([undone.code, undone.text('result/longMessage')]).toEqual([
    '02603',
    'Authorization is not resetable',
  ]);
  await sosie.close();
});

test('an id that nobody issued is told as the vendor tells it, operation by operation', async () => {
  const sosie = await open();
  const transactionID = '10000000000000';
  const capture = { version: '34', transactionID, payment: payment({ action: '201' }) };
  const captured = await call(sosie, 'doCapture', capture);
  expect([captured.code, captured.text('result/longMessage'), idOf(captured)]).toEqual([
    '02301',
    'Transaction ID  is invalid.',
    '',
  ]);
  expect(captured.xml).toContain('<impl:reAuthorization xsi:nil="true"/>');
  const refunded = await call(sosie, 'doRefund', {
    ...capture,
    payment: payment({ action: '421' }),
  });
  expect([refunded.code, refunded.text('transaction/date')]).toEqual([
    '02301',
    '04/03/26 10:00:00',
  ]);
  expect(idOf(refunded)).toMatch(/^PV4/);
  expect(refunded.xml).toContain('<obj:isDuplicated xsi:nil="true"/>');
  expect((await call(sosie, 'doReset', { version: '34', transactionID })).code).toBe('02301');
  await sosie.close();
});

test('a search of the day finds what the day brought; more is told from version 23 on', async () => {
  const sosie = await open();
  await call(sosie, 'doAuthorization', authorisation());
  const day = { startDate: '04/03/2026', endDate: '04/03/2026', orderRef: 'ORDER-1' };
  const wide = await call(sosie, 'transactionsSearch', { version: '23', ...day });
  expect(wide.text('transactionList/transaction/orderReference')).toBe('ORDER-1');
  const narrow = await call(sosie, 'transactionsSearch', { version: '22', ...day });
  expect(narrow.text('transactionList/transaction/id')).toBe('16063100000000');
  expect(narrow.text('transactionList/transaction/orderReference')).toBeUndefined();
  const none = await call(sosie, 'transactionsSearch', { version: '34', ...day, orderRef: 'NO' });
  expect([none.code, none.text('result/longMessage')]).toEqual([
    '02310',
    'No transaction matching with search criteria',
  ]);
  await sosie.close();
});

test('the merchant’s settings list its points of sale with their contracts', async () => {
  const sosie = await open();
  const settings = await call(sosie, 'getMerchantSettings', { version: '34' });
  expect(settings.code).toBe('00000');
  expect(settings.xml.match(/<obj:contractNumber>\d+</g)).toEqual(
    ['1234567', '7654321', '3333333'].map((number) => `<obj:contractNumber>${number}<`),
  );
  await sosie.close();
});

test('an older client is told nothing that its version does not know', async () => {
  const sosie = await open();
  const newer = { deliveryCharge: 'free', bookingReference: 'x'.repeat(101) };
  const asked = { ...authorisation({ order: newer }), version: '17' };
  expect((await call(sosie, 'doAuthorization', asked)).code).toBe('00000');
  const details = await call(sosie, 'getTransactionDetails', {
    version: '12',
    orderRef: 'ORDER-1',
  });
  for (const path of ['payment/softDescriptor', 'payment/cardBrand', 'order/bookingReference']) {
    expect([path, details.text(path)]).toEqual([path, undefined]);
  }
  expect(details.text('payment/method')).toBe('');
  await sosie.close();
});

test('where it is set so, clients before version 20 read the older free text', async () => {
  const sosie = await open();
  await sosie.sandbox.settings.set('monext', { shortMessages: 'free-text-before-20' });
  const short = async (version: string, fields = {}) => {
    const asked = { ...authorisation(fields), version };
    return (await call(sosie, 'doAuthorization', asked)).text('result/shortMessage');
  };
  expect(await short('19')).toBe('Transaction approved');
  expect(await short('19')).toBe('Invalid Transaction');
  expect(await short('20')).toBe('ERROR');
  await sosie.close();
});
