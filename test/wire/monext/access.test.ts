import { expect, test } from 'vitest';
import { createSosie } from '#server/index.ts';
import { authorisation, basicOf, call, MERCHANT } from '../../support/monext.ts';

const open = () => createSosie({ clock: '2026-03-04T10:00:00+01:00', hardened: true });
const settings = { version: '34' };

test.each([
  ['no credentials', ''],
  ['another scheme', 'Bearer abc'],
  ['what is no base64', 'Basic %%%'],
  ['credentials without a colon', `Basic ${Buffer.from('12345678901234').toString('base64')}`],
  ['an unknown merchant', basicOf('00000000000000')],
  ['a wrong key', basicOf(MERCHANT, 'wrong')],
  ['an empty key', basicOf(MERCHANT, '')],
])('with %s a call is answered HTTP 401, and nothing is done', async (_, authorization) => {
  const sosie = await open();
  const before = sosie.sandbox.state('monext', 'transactions').total;
  const answer = await call(sosie, 'doAuthorization', authorisation(), { authorization });
  expect(answer.status).toBe(401);
  expect(answer.headers['www-authenticate']).toBe('Basic realm="Payline"');
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(sosie.sandbox.state('monext', 'transactions').total).toBe(before);
  await sosie.close();
});

test('a merchant that is locked out gets in no more, until it is let in again', async () => {
  const sosie = await open();
  const lock = (locked: boolean) =>
    sosie.sandbox.act('monext', 'set-merchant', { merchantid: MERCHANT, locked });
  await lock(true);
  expect((await call(sosie, 'getMerchantSettings', settings)).status).toBe(401);
  await lock(false);
  expect((await call(sosie, 'getMerchantSettings', settings)).status).toBe(200);
  await sosie.close();
});

test('where it is set so, the operation’s own answer tells of wrong credentials', async () => {
  const sosie = await open();
  await sosie.sandbox.settings.set('monext', { wrongCredentials: 'in-band' });
  for (const authorization of ['', basicOf(MERCHANT, 'wrong')]) {
    const answer = await call(sosie, 'doAuthorization', authorisation(), { authorization });
    expect([answer.status, answer.code]).toEqual([200, '09101']);
    expect(answer.text('result/longMessage')).toBe('Username/Password is incorrect');
  }
  await sosie.sandbox.act('monext', 'set-merchant', { merchantid: MERCHANT, locked: true });
  expect((await call(sosie, 'getMerchantSettings', settings)).code).toBe('09102');
  await sosie.close();
});

test('another merchant sees nothing of the first one’s payments', async () => {
  const sosie = await open();
  const paid = await call(sosie, 'doAuthorization', authorisation());
  const other = { authorization: basicOf('98765432109876', 'tsrqPoNmLKJiHgFedCba') };
  const asked = { version: '34', transactionId: paid.text('transaction/id') ?? '' };
  expect((await call(sosie, 'getTransactionDetails', asked, other)).code).toBe('02301');
  const reset = { version: '34', transactionID: asked.transactionId };
  expect((await call(sosie, 'doReset', reset, other)).code).toBe('02301');
  await sosie.close();
});

test('credentials bound to a sandbox lead there', async () => {
  const sosie = await open();
  const mine = { merchantId: '55555555555555', accessKey: 'mine' };
  await sosie.sandboxes.create({ name: 'mine', credentials: { monext: mine } });
  const authorization = basicOf(mine.merchantId, mine.accessKey);
  const answer = await call(sosie, 'getMerchantSettings', settings, { authorization });
  expect(answer.status).toBe(200);
  expect(answer.headers['x-sosie-exchange']).toMatch(/^mine\./);
  await sosie.close();
});
