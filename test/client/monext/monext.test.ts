import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createMonextClient, TransportError } from '#client/index.ts';
import { stub } from '../stub.ts';
import {
  authorised,
  clientBehind,
  CVX,
  demoSosie,
  keys,
  monextOf,
  PAN,
  part,
  payment,
  valueOf,
} from './desk.ts';

/** An answer of the vendor's in its envelope; `children` stand in the namespace of the messages. */
const envelope = (operation: string, children: string): string =>
  `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body>
    <${operation}Response xmlns="http://impl.ws.payline.experian.com"
      xmlns:obj="http://obj.ws.payline.experian.com">${children}</${operation}Response>
  </soapenv:Body></soapenv:Envelope>`;

const result = (code: string, text = ''): string =>
  `<result><obj:code>${code}</obj:code><obj:longMessage>${text}</obj:longMessage></result>`;

const reset = (children: string) => {
  const { transport, requests } = stub({ body: envelope('doReset', children) });
  return { monext: clientBehind(transport), requests };
};

const TRANSACTION = `<transaction><obj:id>27067175816178</obj:id>
  <obj:date>08/03/2017 17:58</obj:date></transaction>`;

describe('a call', () => {
  test('is a POST of an envelope with merchant id and access key', async () => {
    const { monext, requests } = reset(`${result('00000')}${TRANSACTION}`);
    await monext.doReset({ transactionID: '27067175816178', comment: 'a < b' });
    const [request] = requests;
    expect(request).toMatchObject({
      method: 'POST',
      url: 'http://sosie.test/monext/V4/services/DirectPaymentAPI',
      headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: '"doReset"' },
    });
    const [scheme, credentials = ''] = (request?.headers['authorization'] ?? '').split(' ');
    expect(scheme).toBe('Basic');
    expect(Buffer.from(credentials, 'base64').toString()).toBe(
      `${keys.merchantId}:${keys.accessKey}`,
    );
    expect(request?.body).toContain(
      '<doResetRequest xmlns="http://impl.ws.payline.experian.com"><version>34</version>' +
        '<transactionID>27067175816178</transactionID><comment>a &lt; b</comment></doResetRequest>',
    );
  });

  test('has its elements in the order of the WSDL, whatever the order of its keys', async () => {
    const { monext, requests } = reset(`${result('00000')}${TRANSACTION}`);
    await monext.doReset({ currency: '978', amount: 1500, transactionID: '1', version: '30' });
    expect(requests[0]?.body).toContain(
      '<version>30</version><transactionID>1</transactionID><amount>1500</amount>' +
        '<currency>978</currency>',
    );
  });

  test.each([
    ['http://h/monext', 'http://h/monext/V4/services/ExtendedAPI'],
    ['http://h/V4/services', 'http://h/V4/services/ExtendedAPI'],
    ['https://h:1/V4//', 'https://h:1/V4/services/ExtendedAPI'],
  ])('to %s goes to %s', async (baseUrl, url) => {
    const { transport, requests } = stub({
      body: envelope('getTransactionDetails', result('02301')),
    });
    await clientBehind(transport, { baseUrl }).getTransactionDetails({ transactionId: '1' });
    expect(requests[0]?.url).toBe(url);
  });

  test('to the directory of endpoints carries no credentials', async () => {
    const { transport, requests } = stub({ body: { urls: ['https://a/V4'], ttl: 60 } });
    const { merchantId } = keys;
    const value = await valueOf(clientBehind(transport).getServiceEndpoints({ merchantId }));
    expect(value).toEqual({ urls: ['https://a/V4'], ttl: 60 });
    expect(requests[0]).toMatchObject({
      method: 'GET',
      url: `http://sosie.test/monext/services/servicesendpoints/SOAP/${merchantId}`,
    });
    expect(requests[0]?.headers).not.toHaveProperty('authorization');
  });
});

describe('an answer', () => {
  test('of a success has the result with its code, and all that the vendor tells', async () => {
    const sosie = await demoSosie();
    const value = await valueOf(monextOf(sosie).doAuthorization(payment('ORDER-1')));
    expect(value).toMatchObject({
      result: { code: '00000', shortMessage: 'ACCEPTED', longMessage: 'Transaction approved' },
      transaction: { id: expect.stringMatching(/^\d{14}$/) as string, isDuplicated: '0' },
      authorization: { number: 'A55A', authorizedAmount: '6000' },
      card: { number: '497010XXXXXXXX34' },
    });
    await sosie.close();
  });

  test('of a declined payment has its code, what it means, and the transaction', async () => {
    const sosie = await demoSosie();
    const answer = await monextOf(sosie).doAuthorization(payment('ORDER-1', { amount: 33351 }));
    expect(answer).toMatchObject({
      ok: false,
      failure: {
        ...{ code: '01116', outcome: 'declined', shortMessage: 'REFUSED', status: 200 },
        ...{ message: 'Amount limit', transactionId: expect.any(String) as string },
      },
      response: { status: 200, attempts: 1 },
    });
    await sosie.close();
  });

  test('to the same order again says that it is a duplicate', async () => {
    const sosie = await demoSosie();
    const monext = monextOf(sosie);
    await authorised(monext, 'ORDER-1');
    expect(await monext.doAuthorization(payment('ORDER-1'))).toMatchObject({
      ok: false,
      failure: { code: '02001', outcome: 'duplicate' },
    });
    await sosie.close();
  });

  test('to wrong credentials is the vendor’s no, not an error', async () => {
    const sosie = await demoSosie();
    const monext = monextOf(sosie, { accessKey: 'wrong' });
    expect(await monext.getMerchantSettings()).toMatchObject({
      ok: false,
      failure: { code: '401', outcome: 'unauthorised', status: 401 },
    });
    await sosie.close();
  });

  test.each([
    ['02110', 'amount-exceeded'],
    ['02602', 'expired'],
    ['02601', 'reset-already'],
    ['02000', 'on-hold'],
    ['04003', 'suspected-fraud'],
    ['04901', 'trouble'],
    ['01208', 'declined'],
    ['77777', 'unknown'],
  ])('with the code %s is called %s', async (code, outcome) => {
    const { monext } = reset(result(code, 'as told'));
    expect(await monext.doReset({ transactionID: '1' })).toMatchObject({
      ok: false,
      failure: { code, outcome, message: 'as told' },
    });
  });

  test('may drop what has to be there and may be nil, as real ones do', async () => {
    const { monext } = reset(`${result('00000')}${TRANSACTION}`);
    expect(await valueOf(monext.doReset({ transactionID: '1' }))).toMatchObject({
      result: { code: '00000', longMessage: '' },
      transaction: { id: '27067175816178', isPossibleFraud: null },
    });
  });

  test('has lists as lists, however many there are in them', async () => {
    const sosie = await demoSosie();
    const monext = monextOf(sosie);
    const { listPointOfSell } = await valueOf(monext.getMerchantSettings());
    const [point, ...others] = listPointOfSell.pointOfSell;
    expect(others).toEqual([]);
    expect(point?.contracts.contract.map(({ contractNumber }) => contractNumber)).toEqual(
      expect.arrayContaining(['1234567', '7654321']),
    );
    expect(point?.ticketSend?.toBuyer).toBe(false);
    expect(point?.customPaymentPageCodeList.customPaymentPageCode).toEqual([]);
    await sosie.close();
  });

  test('that breaks the contract is told with its place, an unknown element as drift', async () => {
    await expect(
      reset(result('00000')).monext.doReset({ transactionID: '1' }),
    ).rejects.toMatchObject({ kind: 'contract', pointer: '/transaction' });
    const seen: unknown[] = [];
    const more = `${result('00000')}${TRANSACTION}<brandNew><obj:a>1</obj:a></brandNew>`;
    const { transport } = stub({ body: envelope('doReset', more) });
    const drifting = clientBehind(transport, { onDrift: (drift) => seen.push(drift) });
    await valueOf(drifting.doReset({ transactionID: '1' }));
    expect(seen).toEqual([
      { vendor: 'monext', operation: 'doReset', pointer: '/brandNew', type: 'object' },
    ]);
  });

  test.each([
    ['a page', '<html><body>Bad gateway</body></html>', /an envelope without doResetResponse/],
    ['no XML', 'Bad gateway', /no SOAP envelope/],
    ['half an envelope', envelope('doReset', result('00000')).slice(0, 300), /no SOAP envelope/],
    ['another answer', envelope('doRefund', result('00000')), /an envelope without doResetRes/],
    ['no code', envelope('doReset', '<note>1</note>'), /an answer without a return code/],
  ])('that is %s is none of the vendor’s', async (_, body, message) => {
    const monext = clientBehind(stub({ body }).transport, { findLostPayments: false });
    const sent = monext.doReset({ transactionID: '1' });
    await expect(sent).rejects.toMatchObject({ kind: 'unreadable', mayBeDone: true });
    await expect(sent).rejects.toThrow(message);
  });

  test('that is a fault is none of the vendor’s, which declares none', async () => {
    const sosie = await demoSosie();
    const then = { kind: 'failure', failure: 'injected' } as const;
    await sosie.sandbox.faults.add({ when: { vendor: 'monext' }, phase: 'before', then });
    const sent = monextOf(sosie, { retries: 0 }).getMerchantSettings();
    await expect(sent).rejects.toThrow(/HTTP 500 .* the fault \S*Server: Injected failure/);
    await sosie.close();
  });
});

test('a card is in no error, whatever goes wrong', async () => {
  const echo = `<html>${PAN} ${CVX}</html>`;
  const troubles = [
    stub({ body: echo }),
    stub({ status: 500, body: echo }),
    stub(new TransportError('reset')),
    stub(new TransportError('not-sent')),
    stub({ body: envelope('doAuthorization', result('00000')) }),
  ];
  for (const { transport } of troubles) {
    const monext = clientBehind(transport, { retries: 0 });
    const error: unknown = await monext
      .doAuthorization(payment('ORDER-1'))
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(inspect(error, { depth: null })).not.toMatch(new RegExp(`${PAN}|${CVX}`));
  }
});

test('what follows a payment goes by its transaction', async () => {
  const sosie = await demoSosie();
  const monext = monextOf(sosie);
  const id = await authorised(monext, 'ORDER-1');
  const captured = await valueOf(monext.doCapture(part(id, '201')));
  expect(captured.reAuthorization).toBe('0');
  await valueOf(monext.doRefund(part(id, '421', { amount: 1000 })));
  const details = await valueOf(
    monext.getTransactionDetails({ orderRef: 'ORDER-1', transactionHistory: 'Y' }),
  );
  expect(
    details.associatedTransactionsList?.associatedTransactions.map(({ type, amount }) => [
      type,
      amount,
    ]),
  ).toEqual([
    ['AUTHOR', '6000'],
    ['CAPTURE', '6000'],
    ['REFUND', '1000'],
  ]);
  await sosie.close();
});

test.each([
  ['a merchant id', { merchantId: '' }, 'merchantId'],
  ['an access key', { accessKey: '' }, 'accessKey'],
  ['a merchant id that can be sent', { merchantId: 'a:b' }, 'merchantId'],
])('no client is made without %s', (_, wrong, option) => {
  expect(() => createMonextClient({ ...keys, baseUrl: 'http://h', ...wrong })).toThrow(
    expect.objectContaining({ name: 'OptionsError', option }),
  );
});
