import { expect, test } from 'vitest';
import { createSosie, type Sosie } from '#server/index.ts';
import { returnCodes } from '#contracts/monext/return-codes.ts';
import {
  authorisation,
  call,
  MERCHANT,
  order,
  pathOf,
  payment,
  post,
  requestXml,
} from '../../support/monext.ts';

const open = (): Promise<Sosie> =>
  createSosie({ clock: '2026-03-04T10:00:00+01:00', hardened: true });

const rowsOf = (sosie: Sosie): string =>
  JSON.stringify(
    ['payments', 'transactions', 'cards', 'idMarks'].map(
      (table) => sosie.sandbox.state('monext', table, { limit: 1_000 }).rows,
    ),
  );

const good = requestXml('doAuthorization', authorisation());
const SOAP_12 = 'http://www.w3.org/2003/05/soap-envelope';

test.each([
  // body                                                        status  code, text
  ['nothing', '', 500, 'Client', 'Malformed request'],
  ['text', 'hello', 500, 'Client', 'not well-formed XML'],
  ['half an envelope', good.slice(0, 300), 500, 'Client', 'not well-formed XML'],
  [
    'a type declaration',
    good.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>'),
    500,
    'Client',
    'document type',
  ],
  ['no envelope', '<a/>', 500, 'Client', 'not a SOAP envelope'],
  [
    'SOAP 1.2',
    good.replaceAll('http://schemas.xmlsoap.org/soap/envelope/', SOAP_12),
    500,
    'VersionMismatch',
    '1.2',
  ],
  [
    'two calls',
    good.replace(/(<impl:doA.*<\/impl:doAuthorizationRequest>)/, '$1$1'),
    500,
    'Client',
    'more than one call',
  ],
  [
    'an unknown call',
    good.replaceAll('doAuthorizationRequest', 'doAutorizationRequest'),
    500,
    'Client',
    'did you mean doAuthorizationRequest?',
  ],
  [
    'the call of another service',
    good.replaceAll('doAuthorizationRequest', 'doWebPaymentRequest'),
    500,
    'Client',
    'Unknown operation',
  ],
  [
    'a header that must be understood',
    good.replace(
      '<soapenv:Body>',
      '<soapenv:Header><a soapenv:mustUnderstand="1"/></soapenv:Header><soapenv:Body>',
    ),
    500,
    'MustUnderstand',
    'Header not understood: a',
  ],
])('%s is answered by a fault, and nothing is done', async (...row) => {
  const [, body, status, code, text] = row;
  const sosie = await open();
  const before = rowsOf(sosie);
  const answer = await post(sosie, pathOf('doAuthorization'), body);
  expect(answer.status).toBe(status);
  expect(answer.xml).toContain(`<faultcode>soapenv:${code}</faultcode>`);
  expect(answer.xml).toContain(text);
  expect(rowsOf(sosie)).toBe(before);
  await sosie.close();
});

test('a fault of SOAP’s own may be HTTP 400 by choice', async () => {
  const sosie = await open();
  await sosie.sandbox.settings.set('monext', { faultStatus: 400 });
  expect((await post(sosie, pathOf('doAuthorization'), 'hello')).status).toBe(400);
  await sosie.close();
});

test('a service is posted to; a GET without ?wsdl is answered 405, an unknown path 404', async () => {
  const sosie = await open();
  const get = async (url: string) => {
    const response = await sosie.handle({ method: 'GET', url, headers: {}, body: '' });
    return response.kind === 'answer' ? response.status : response.kind;
  };
  expect(await get(pathOf('doAuthorization'))).toBe(405);
  expect(await get(`${pathOf('doAuthorization')}?wsdl`)).toBe(200);
  expect(await get(`${pathOf('doAuthorization')}?WSDL`)).toBe(200);
  expect(await get('/monext/V4/services/DirectPaymentApi')).toBe(404);
  await sosie.close();
});

test('what is not built yet says so', async () => {
  const sosie = await open();
  const answer = await call(sosie, 'doWebPayment', { version: '34' });
  expect(answer.status).toBe(501);
  expect(answer.xml).toContain('Not built yet: doWebPayment');
  await sosie.close();
});

test.each([
  ['-1', 'Invalid field format : Payment Amount : Must be numeric(12), ex : 15078'],
  ['0', 'Invalid field format : Payment Amount : Must not be null'],
  ['ten', 'Invalid field format : Payment Amount : Must be numeric(12), ex : 15078'],
  ['1234567890123', 'Invalid field format : Payment Amount : Must be numeric(12), ex : 15078'],
])(
  'an amount of %s is refused in the vendor’s words, and nothing is done',
  async (amount, text) => {
    const sosie = await open();
    const before = rowsOf(sosie);
    const answer = await call(sosie, 'doAuthorization', authorisation({ payment: { amount } }));
    expect([answer.status, answer.code, answer.text('result/longMessage')]).toEqual([
      200,
      '02305',
      text,
    ]);
    expect(rowsOf(sosie)).toBe(before);
    await sosie.close();
  },
);

const follow = (fields: Record<string, string>) => ({
  transactionID: '16063000000000',
  payment: payment({ action: '201', ...fields }),
});
const INVALID = 'Invalid field format : ';
const TWELVE = 'Must be numeric(12), ex : 15078';
const BAD_ACTION = 'Invalid value for payment action';
const SEARCH = 'Search criteria are invalid';

test.each([
  // operation, message, code, longMessage, evidence
  [
    'doAuthorization',
    authorisation({ payment: { currency: 'EUR' } }),
    '02305',
    `${INVALID}Payment Currency : Must be numeric(3), ex : 978`,
    'inferred',
  ],
  [
    'doAuthorization',
    authorisation({ order: { ref: '' } }),
    '02305',
    `${INVALID}Order Reference : Max length 50 characters`,
    'public',
  ],
  [
    'doAuthorization',
    authorisation({ order: { country: 'FRA' } }),
    '02305',
    `${INVALID}Order Country : Max length 2 characters`,
    'inferred',
  ],
  [
    'doAuthorization',
    authorisation({ order: { deliveryExpectedDate: '07/04/2016' } }),
    '02305',
    `${INVALID}Order DeliveryExpectedDate : Must be greater than the current date`,
    'guess',
  ],
  [
    'doAuthorization',
    authorisation({ card: { number: '49' } }),
    '02305',
    `${INVALID}Card Number : Bad format, please refer to the user guide`,
    'public',
  ],
  [
    'doAuthorization',
    authorisation({ card: { cvx: 'abc' } }),
    '02305',
    `${INVALID}Card Cvx : Bad format, please refer to the user guide`,
    'inferred',
  ],
  [
    'doCapture',
    follow({ amount: '-1' }),
    '02305',
    `${INVALID}Payment Amount : ${TWELVE}`,
    'public',
  ],
  ['doCapture', follow({ action: '421' }), '02321', BAD_ACTION, 'public'],
  [
    'doRefund',
    follow({ amount: '0', action: '421' }),
    '02305',
    `${INVALID}Payment Amount : Must not be null`,
    'public',
  ],
  ['doRefund', follow({ action: '201' }), '02321', BAD_ACTION, 'public'],
  [
    'doReset',
    { transactionID: '16063000000000', amount: 'ten' },
    '02305',
    `${INVALID}Amount : ${TWELVE}`,
    'inferred',
  ],
  ['doReset', {}, '02301', 'Transaction ID  is invalid.', 'public'],
  [
    'doReAuthorization',
    { ...follow({ action: '100' }), order: order() },
    '02321',
    BAD_ACTION,
    'inferred',
  ],
  [
    'doReAuthorization',
    { ...follow({ action: '202' }), order: order() },
    '02301',
    'Transaction ID  is invalid.',
    'inferred',
  ],
  [
    'doDebit',
    {
      ...authorisation(),
      authorization: { number: 'A55A', date: '' },
    },
    '02321',
    BAD_ACTION,
    'public',
  ],
  ['doCredit', authorisation(), '02321', BAD_ACTION, 'public'],
  [
    'doCredit',
    { payment: payment({ action: '422' }), card: {} },
    '02305',
    `${INVALID}Card Number : Bad format, please refer to the user guide`,
    'public',
  ],
  [
    'getTransactionDetails',
    { orderRef: 'ORDER-1', startDate: '2026-03-04' },
    '02312',
    SEARCH,
    'inferred',
  ],
  ['transactionsSearch', {}, '02312', SEARCH, 'inferred'],
  [
    'transactionsSearch',
    { startDate: '04/03/2026', endDate: '04/03/2026', minAmount: 'ten' },
    '02312',
    SEARCH,
    'inferred',
  ],
] as const)('%s refuses %j, and says how well that is known', async (...row) => {
  const [operation, message, code, text, evidence] = row;
  const sosie = await open();
  const before = rowsOf(sosie);
  const xml = requestXml(operation, { version: '34', ...message });
  const answer = await post(sosie, pathOf(operation), xml);
  const told = [answer.status, answer.code, answer.text('result/longMessage')];
  expect([...told, answer.headers['x-sosie-evidence']]).toEqual([200, code, text, evidence]);
  expect(rowsOf(sosie)).toBe(before);
  await sosie.close();
});

test('a mode that is none is told with the field’s name', async () => {
  const sosie = await open();
  const answer = await call(sosie, 'doAuthorization', authorisation({ payment: { mode: 'XXX' } }));
  expect([answer.code, answer.text('result/longMessage')]).toEqual([
    '02308',
    'Invalid value for payment mode',
  ]);
  await sosie.close();
});

test('the bank can be told to say every published code', async () => {
  const sosie = await open();
  for (const [code, { shortMessage, longMessage }] of Object.entries(returnCodes)) {
    await sosie.sandbox.act('monext', 'set-bank-answer', { merchantid: MERCHANT, code });
    const answer = await call(sosie, 'doAuthorization', authorisation({ order: { ref: code } }));
    const text = code === '02101' ? 'Internal Error' : longMessage;
    expect([
      answer.code,
      answer.text('result/shortMessage'),
      answer.text('result/longMessage'),
    ]).toEqual([code, shortMessage, text]);
  }
  expect(sosie.sandbox.invariants().hold).toBe(true);
  await sosie.close();
});
