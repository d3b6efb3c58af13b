import { describe, expect, test } from 'vitest';
import { createWsoneClient } from '#client/index.ts';
import { stub } from '../stub.ts';
import { clientBehind, DENIS, demoSosie, keys, LECOMTE, sale, valueOf, wsoneOf } from './till.ts';

const done = { responseCode: '000', infos: 'Done\nserver.instance.name=somewhere\n' };

describe('a call', () => {
  test('is a POST of the vendor’s objects with Basic credentials', async () => {
    const { transport, requests } = stub({ body: { ...done, AccountResponse: [] } });
    const wsone = clientBehind(transport, { password: 'pâss:word' });
    await wsone.getAccounts({ IdentifierRequest: LECOMTE });
    const [request] = requests;
    expect(request).toMatchObject({
      method: 'POST',
      url: 'http://sosie.test/wsone/rest/2.0/personWebService/getAccounts',
      headers: { 'content-type': 'application/json' },
    });
    const [scheme, credentials = ''] = (request?.headers['authorization'] ?? '').split(' ');
    expect(scheme).toBe('Basic');
    expect(Buffer.from(credentials, 'base64').toString()).toBe('demo:pâss:word');
    expect(JSON.parse(request?.body ?? '')).toEqual({ IdentifierRequest: LECOMTE });
  });

  test.each([
    ['http://h/wsone', 'http://h/wsone/rest/transactionWebService/getLastTransaction'],
    ['http://h/wsone/rest', 'http://h/wsone/rest/transactionWebService/getLastTransaction'],
    ['https://h:1//', 'https://h:1/rest/transactionWebService/getLastTransaction'],
  ])('to %s goes to %s', async (baseUrl, url) => {
    const { transport, requests } = stub({ body: { responseCode: '930', infos: 'None' } });
    await clientBehind(transport, { baseUrl }).getLastTransaction({ IdentifierRequest: DENIS });
    expect(requests[0]?.url).toBe(url);
  });

  test('with a float is not sent: it holds something near the amount only', async () => {
    const { transport, requests } = stub({ body: done });
    const message = sale('T-1');
    const wrong = { ...message.ReceiptRequest, allTaxesIncludedAmount: 37.56 as never };
    const sent = clientBehind(transport).sendAndValidTransaction({ ReceiptRequest: wrong });
    await expect(sent).rejects.toMatchObject({
      name: 'MessageError',
      field: 'ReceiptRequest.allTaxesIncludedAmount',
      mayBeDone: false,
      message:
        'wsone.sendAndValidTransaction: “ReceiptRequest.allTaxesIncludedAmount” is the float ' +
        '37.56: write it as a text, “37.56”',
    });
    expect(requests).toEqual([]);
  });
});

describe('an answer', () => {
  test('has its doubles as decimals, digit by digit as they stand on the wire', async () => {
    const sosie = await demoSosie();
    const value = await valueOf(wsoneOf(sosie).sendAndValidTransaction(sale('T-1', '17')));
    expect(value.ReceiptResponse).toMatchObject({
      allTaxesIncludedAmount: '17.0',
      discountAmount: '0.0',
      NewAccountResponse: [{ name: 'point', value: 171 }, { name: 'visites' }],
    });
    await sosie.close();
  });

  test.each([
    ['22.560', '22.560'],
    ['17', '17'],
    ['0.1000000000000000055511151231257827', '0.1000000000000000055511151231257827'],
    ['9007199254740993.0', '9007199254740993.0'],
    ['1.0E7', '10000000'],
    ['-1.25e-2', '-0.0125'],
  ])('with the double %s is read as %s, through no float', async (written, read) => {
    const offer = `{"used":true,"edited":false,"order":0,"offerNumber":"\\"1.5","value":${written},"AccountResponse":[]}`;
    const body = `{"responseCode":"000","infos":"7.0 of 8","OfferResponse":${offer}}`;
    const wsone = clientBehind(stub({ body }).transport);
    const value = await valueOf(wsone.editOffer({ IdentifierRequest: DENIS, offerId: '1' }));
    expect(value).toMatchObject({ infos: '7.0 of 8', OfferResponse: { value: read, order: 0 } });
    expect(value.OfferResponse.offerNumber).toBe('"1.5');
  });

  test('that says no is returned with its code and words', async () => {
    const sosie = await demoSosie();
    const nobody = { identifierType: 1, identifierValue: '42' };
    const answer = await wsoneOf(sosie).getPerson({ IdentifierRequest: nobody });
    expect(answer).toMatchObject({
      ok: false,
      failure: { code: '910', status: 200, message: expect.stringMatching(/^[^\n]+$/) as string },
      response: { status: 200, attempts: 1 },
    });
    await sosie.close();
  });

  test('to wrong credentials is the vendor’s no, not an error', async () => {
    const sosie = await demoSosie();
    const wsone = wsoneOf(sosie, { password: 'wrong' });
    expect(await wsone.getEntities()).toMatchObject({ ok: false, failure: { status: 401 } });
    await sosie.close();
  });

  test.each([
    ['no JSON', '<html>', 'not JSON'],
    ['a list', '[]', 'JSON, but no object'],
    ['no code', '{"infos":""}', 'JSON without “responseCode”'],
  ])('that is %s is none of the vendor’s', async (_, body, why) => {
    const wsone = clientBehind(stub({ body }).transport, { retries: 0 });
    await expect(wsone.getEntities()).rejects.toMatchObject({
      kind: 'unreadable',
      message: expect.stringContaining(why) as string,
    });
  });

  test('of getFullPerson is one without an envelope too', async () => {
    const sosie = await demoSosie();
    await sosie.sandbox.settings.set('wsone', { fullPersonEnvelope: 'none' });
    const value = await valueOf(wsoneOf(sosie).getFullPerson({ IdentifierRequest: LECOMTE }));
    expect(value.OffersResponse.GetOffersResponses[0]).toMatchObject({
      globalMinPrice: '30.0',
      offerDiscountValue: '5.0',
      offerDiscountType: 1,
    });
    await sosie.close();
  });

  test('that breaks the contract is told with its place, an unknown key as drift', async () => {
    const broken = { ...done, AccountResponse: [{ name: 'point', value: 1.5 }] };
    const wsone = clientBehind(stub({ body: broken }).transport);
    await expect(wsone.getAccounts({ IdentifierRequest: DENIS })).rejects.toMatchObject({
      kind: 'contract',
      pointer: expect.stringMatching(/^\/AccountResponse\/0/) as string,
    });
    const seen: unknown[] = [];
    const more = { ...done, AccountResponse: [], brand: 7 };
    const onDrift = (drift: unknown) => seen.push(drift);
    const drifting = clientBehind(stub({ body: more }).transport, { onDrift });
    await valueOf(drifting.getAccounts({ IdentifierRequest: DENIS }));
    expect(seen).toEqual([
      { vendor: 'wsone', operation: 'getAccounts', pointer: '/brand', type: 'number' },
    ]);
  });
});

test.each([
  ['a username', { username: '' }, 'username'],
  ['a password', { password: '' }, 'password'],
  ['a username that can be sent', { username: 'a:b' }, 'username'],
])('no client is made without %s', (_, wrong, option) => {
  expect(() => createWsoneClient({ ...keys, baseUrl: 'http://h', ...wrong })).toThrow(
    expect.objectContaining({ name: 'OptionsError', option }),
  );
});
