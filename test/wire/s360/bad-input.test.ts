import { beforeEach, describe, expect, test } from 'vitest';
import { operationsByService } from '#contracts/s360/operations.ts';
import type { Contract } from '#kit/operation.ts';
import { createSosie, type Sosie, type WireResponse } from '#server/index.ts';
import { jwt, SECRET } from '../../support/s360.ts';
import { ENVELOPE, envelope, security } from '../../support/soap-calls.ts';
import { NOON, NOON_INSTANT } from '../../support/utick.ts';
import { restPathOf, serviceOf, soapPathOf } from './buyers.ts';

let sosie: Sosie;
beforeEach(async () => {
  sosie = await createSosie({ clock: NOON, hardened: true });
  return () => sosie.close();
});

interface Refused {
  readonly status: number;
  readonly text: string;
  readonly outcome: string | undefined;
  /** Why, as the journal tells. */
  readonly failure: unknown;
}

/** Sends it, and checks that nothing of the state was touched and that the journal tells of it. */
async function refused(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string | Uint8Array,
): Promise<Refused> {
  const { state } = sosie.core.sandboxes.get('default') ?? {};
  const before = state?.sequence;
  const response: WireResponse = await sosie.handle({
    ...{ method: 'POST', url, headers, body, receivedAt: NOON_INSTANT },
  });
  if (response.kind !== 'answer') throw new Error(response.kind);
  expect(state?.sequence).toBe(before);
  const [record] = sosie.sandbox.journal.query({ limit: 1 });
  expect(response.headers['x-sosie-exchange']).toBe(record?.id);
  const { status, body: bytes } = response;
  const text = typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes);
  return { status, text, outcome: record?.outcome, failure: record?.detail['failure'] };
}

const overSoap = (body: string | Uint8Array, operation = 'createOrUpdateOrder') =>
  refused(soapPathOf(operation), { 'content-type': 'text/xml' }, body);
const overRest = (body: string, authorization = `Bearer ${jwt()}`) =>
  refused(
    restPathOf('createOrUpdateOrder'),
    { 'content-type': 'application/json', authorization },
    body,
  );

const FACADE = 'http://v1_33.ExternalOrderFacade.service.secutix.com';
const operator = (name = 'MOSA_B2C', password = SECRET): string =>
  security(password).replace('anna', name);
const LINE =
  '<simpleProductOperations><audienceSubCategoryId>306159078</audienceSubCategoryId>' +
  '<quantity>1</quantity><itemId>466638397</itemId></simpleProductOperations>';
const POS = '<pointOfSalesId>10228166972627</pointOfSalesId>';
const create = (inside = POS + LINE, header = operator(), namespace = FACADE): string =>
  envelope(
    `<f:createOrUpdateOrder xmlns:f="${namespace}">${inside}</f:createOrUpdateOrder>`,
    header,
  );
const code = (text: string): string | undefined => /<faultcode[^>]*>([^<]*)</.exec(text)?.[1];

describe('a UsernameToken', () => {
  test.each([
    ['that is not there', create(undefined, ''), 'authentication-missing'],
    ['without a name', create(undefined, operator('')), 'authentication-missing'],
    ['of nobody', create(undefined, operator('MOSA_NOBODY')), 'operator-unknown'],
    ['named like a property', create(undefined, operator('__proto__')), 'operator-unknown'],
    ['with a wrong password', create(undefined, operator('MOSA_B2C', 'guess')), 'secret-wrong'],
    ['without a password', create(undefined, operator('MOSA_B2C', '')), 'authentication-missing'],
    ['of another institution', create(undefined, operator('PLAY_B2C', 'x')), 'secret-wrong'],
  ])('%s is a fault', async (_, body, kind) => {
    const answer = await overSoap(body);
    expect([answer.status, code(answer.text)]).toEqual([500, 'wsse:FailedAuthentication']);
    expect(answer).toMatchObject({ outcome: 'refused', failure: { kind } });
  });

  test('is refused with HTTP 401 where that is set', async () => {
    await sosie.sandbox.settings.set('s360', { soapAuthFailure: 'http-401' });
    expect((await overSoap(create(undefined, ''))).status).toBe(401);
  });
});

const message = { pointOfSalesId: 10228166972627, simpleProductOperations: [] };

describe('a bearer token', () => {
  test.each([
    ['that is not there', '', 'authentication-missing'],
    ['that is none', 'Bearer MOSA_B2C', 'token-malformed'],
    ['of nobody', `Bearer ${jwt({ operator: 'MOSA_NOBODY' })}`, 'operator-unknown'],
    ['signed with another secret', `Bearer ${jwt({ secret: 'guess' })}`, 'secret-wrong'],
    ['that has expired', `Bearer ${jwt({ at: NOON_INSTANT - 31_000 })}`, 'token-expired'],
  ])('%s is refused with 401', async (_, authorization, kind) => {
    const answer = await overRest(JSON.stringify(message), authorization);
    expect(answer).toMatchObject({ status: 401, outcome: 'refused', failure: { kind } });
    expect(JSON.parse(answer.text)).toMatchObject({
      statusCode: expect.stringMatching(/^error\.authentication\./),
    });
  });
});

describe('over SOAP', () => {
  const external = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
  const bomb = `<!DOCTYPE a [<!ENTITY x "${'9'.repeat(40)}"><!ENTITY y "${'&x;'.repeat(40)}">]>`;
  test.each([
    // what                                  | body                                               | code
    ['malformed XML', create().slice(0, 500), 'S:Client', 'not well-formed'],
    ['an external entity', external + create('&x;'), 'S:Client', 'document type'],
    ['an entity bomb', bomb + create('&y;'), 'S:Client', 'document type'],
    [
      'an envelope of SOAP 1.2',
      create().replaceAll(ENVELOPE, 'http://www.w3.org/2003/05/soap-envelope'),
      'S:VersionMismatch',
      'SOAP 1.1',
    ],
    ['a wrong namespace', create(undefined, undefined, 'urn:other'), 'S:Client', `is ${FACADE}`],
    [
      'the namespace of another version',
      create(undefined, undefined, FACADE.replace('33', '27')),
      'S:Client',
      `is ${FACADE}`,
    ],
    [
      'an unknown operation',
      create().replaceAll('createOrUpdateOrder', 'createOrUpdateOrders'),
      'S:Client',
      'did you mean createOrUpdateOrder?',
    ],
    [
      'the operation of another service',
      create().replaceAll('createOrUpdateOrder', 'closeOrder'),
      'S:Client',
      'no operation closeOrder',
    ],
  ])('%s is a fault that says what is wrong', async (_, body, faultCode, says) => {
    const { status, text } = await overSoap(body);
    expect([status, code(text)]).toEqual([500, faultCode]);
    expect(text).toContain(says);
    expect(text).not.toMatch(/root:|9{80}/);
  });

  test.each([
    ['a mandatory parameter that is missing', LINE, 'mandatory', 'pointOfSalesId'],
    ['an empty mandatory parameter', `<pointOfSalesId/>${LINE}`, 'mandatory', 'pointOfSalesId'],
    ['a number that is none', POS + LINE.replace('>1<', '>1.5<'), 'invalid', 'quantity'],
    [
      'a number beyond 64 bits',
      POS + LINE.replace('>1<', '>99999999999999999999<'),
      'invalid',
      'quantity',
    ],
    [
      'an operation without its item',
      POS + LINE.replace(/<itemId>.*<\/itemId>/, ''),
      'mandatory',
      'itemId',
    ],
    ['no operation', POS, 'mandatory', 'operations'],
  ])('%s is told in the result, with HTTP 200', async (_, inside, word, parameter) => {
    const { status, text, outcome } = await overSoap(create(inside));
    expect([status, outcome]).toEqual([200, 'refused']);
    expect(text).toContain(`<statusCode>error.parameter.${word}</statusCode>`);
    expect(/<statusDetail>(.*)<\/statusDetail>/.exec(text)?.[1]).toContain(parameter);
  });

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'an element called %s changes nothing',
    async (name) => {
      const { text } = await overSoap(create(`<${name}>1</${name}>${POS}`));
      expect(text).toContain('error.parameter.mandatory');
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    },
  );
});

describe('over REST', () => {
  test.each([
    ['malformed JSON', '{"pointOfSalesId":', 400, 'request.malformed'],
    ['a list', '[]', 400, 'request.malformed'],
    ['a mandatory parameter that is missing', '{}', 200, 'parameter.mandatory'],
    ['null for a mandatory parameter', '{"pointOfSalesId":null}', 200, 'parameter.'],
    ['a text that is no number', '{"pointOfSalesId":"one"}', 200, 'parameter.invalid'],
    [
      'an object for a list',
      '{"pointOfSalesId":1,"simpleProductOperations":{}}',
      200,
      'parameter.invalid',
    ],
    ['no operation', JSON.stringify(message), 200, 'parameter.mandatory'],
    ['keys like properties', '{"__proto__":{"polluted":1},"constructor":1}', 200, 'parameter.'],
  ])('%s is refused', async (_, body, status, says) => {
    const answer = await overRest(body);
    expect(answer.status).toBe(status);
    expect((JSON.parse(answer.text) as { statusCode: string }).statusCode).toContain(
      `error.${says}`,
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

const built = Object.entries({
  ...operationsByService.CatalogService,
  ...operationsByService.ExternalOrderFacade,
  ...operationsByService.ExternalOrderService,
  ...operationsByService.ContactInformationPublicService,
} as Contract['operations'])
  .filter(([, { notBuilt }]) => !notBuilt)
  .map(([name]) => name);

describe('every operation that is built', () => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${jwt()}` };

  test.each(built)('%s refuses a request id that is no number, over both', async (name) => {
    const overJson = await refused(restPathOf(name), headers, '{"requestId":"one"}');
    const { name: service, versions, slash } = serviceOf(name);
    const namespace = `http://${versions[0]}.${service}.service.secutix.com${slash ? '/' : ''}`;
    const inside = '<requestId>one</requestId>';
    const body = envelope(`<o:${name} xmlns:o="${namespace}">${inside}</o:${name}>`, operator());
    const overXml = await overSoap(body, name);
    for (const { status, text, outcome } of [overJson, overXml]) {
      expect([status, outcome]).toEqual([200, 'refused']);
      expect(text).toMatch(/error\.parameter\.(invalid|mandatory)/);
    }
  });

  test.each([
    ['searchContact', {}, 'mandatory'],
    ['searchContact', { email: 7 }, 'invalid'],
    ['getContactData', {}, 'mandatory'],
    ['createCulturalContact', { contactDataList: 'Petit' }, 'invalid'],
    ['createCulturalContact', { contactDataList: [{ createLogin: 'maybe' }] }, 'invalid'],
    ['getOrderDetails', { orderId: true }, 'invalid'],
    ['validateOrder', {}, 'mandatory'],
    ['abandonOrder', { orderId: [] }, 'invalid'],
    ['cancelOrder', { orderId: '1.5' }, 'invalid'],
    ['cancelOperations', { orderId: 10000437289 }, 'mandatory'],
    ['abandonMovements', { orderId: 10000437289, movementIds: ['x'] }, 'invalid'],
    ['closeOrder', { orderId: 10000437289, payments: [{ amount: 1 }] }, 'mandatory'],
    ['closeOrder', { orderId: 10000437289, generateBarCodes: 'maybe' }, 'invalid'],
    ['closeOrder', { orderId: 10000437289, orderType: 'GIFT' }, 'invalid'],
    ['getCatalogDetailed', { productCode: 1 }, 'invalid'],
    ['createOrUpdateOrder', { pointOfSalesId: 1, numberedMovementUpdates: [{}] }, 'mandatory'],
  ])('%s of %j is refused', async (name, asked, word) => {
    const { status, text } = await refused(restPathOf(name), headers, JSON.stringify(asked));
    expect(status).toBe(200);
    expect((JSON.parse(text) as { statusCode: string }).statusCode).toBe(`error.parameter.${word}`);
  });
});

test.each(['REST', 'SOAP'])('a body of 5 MB is refused over %s with HTTP 413', async (protocol) => {
  const filler = 'x'.repeat(5_000_000);
  const answer =
    protocol === 'REST'
      ? await overRest(JSON.stringify({ ...message, externalReference: filler }))
      : await overSoap(create(`${POS}<externalReference>${filler}</externalReference>`));
  expect(answer.status).toBe(413);
});
