import { createClientAsync, WSSecurity } from 'soap';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { xsdsOf } from '#kit/soap/wsdl.ts';
import type { SoapStyle } from '#kit/soap/service.ts';
import { createSosie, type Listening } from '#server/index.ts';
import { xmlCheck } from '#wire/soap/xml-check.ts';
import { CLOAKROOM, envelope, hang, post } from '../../support/soap-calls.ts';
import { cloakroom, metro, typed } from '../../support/soap-vendor.ts';

const start = (style: SoapStyle) =>
  createSosie({
    modules: [cloakroom(style)],
    dataset: 'test/support/cloakroom.yaml',
    hardened: true,
  });

describe.each([
  ['unqualified, as Metro writes', metro, 'hang'],
  ['with types in a namespace of their own', typed, 'hang'],
] as const)('a client made from the WSDL, %s', (_, style, method) => {
  let server: Listening;
  let sosie: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    sosie = await start(style);
    server = await sosie.listen({ port: 0 });
  });
  afterAll(() => sosie.close());

  const called = async (sent: object, wsdl = '?wsdl') => {
    const client = await createClientAsync(`${server.url}${CLOAKROOM}${wsdl}`);
    client.setSecurity(new WSSecurity('anna', 'P@ssw0rd', { hasTimeStamp: false }));
    const call = client[`${method}Async`] as (
      message: object,
    ) => Promise<readonly [unknown, string]>;
    return call.call(client, sent);
  };

  it('sends what was meant and reads what was answered', async () => {
    const [answer, xml] = await called({
      owner: 'Zoé & <Anna>',
      pockets: ['left', 'right'],
      lining: { colour: 'red' },
      labels: { entry: [{ key: 'a', value: '1' }] },
    });
    expect(answer).toMatchObject({
      CoatResult: {
        status: 'red',
        owner: 'Zoé & <Anna>',
        tags: [
          { code: 'left', price: 0 },
          { code: 'right', price: 1 },
        ],
        labels: { entry: [{ key: 'a', value: '1' }] },
        isWarm: true,
      },
    });
    expect(xml.replace(/.*<(\w+:)?CoatResult>/s, '')).toMatch(/^<[^>]*requestId [^>]*nil="true"/);
  });

  it('gets a list of one as a list', async () => {
    const [answer] = await called({ pockets: ['left'] });
    expect(answer).toMatchObject({ CoatResult: { tags: [{ code: 'left', price: 0 }] } });
  });

  it('is told where to call by the address in which it asked', async () => {
    await sosie.sandboxes.create({ name: 'mine' });
    for (const [prefix, query] of [
      ['', '?WSDL'],
      ['/~mine', '?wsdl'],
    ]) {
      const url = `${server.url}${prefix}${CLOAKROOM}`;
      const wsdl = await (await fetch(url + query)).text();
      expect(wsdl).toContain(`<soap:address location="${url}"/>`);
    }
  });

  it('may look at the schemas apart', async () => {
    const schema = await fetch(`${server.url}${CLOAKROOM}?xsd=1`);
    expect(schema.headers.get('content-type')).toBe('text/xml; charset=utf-8');
    expect(await schema.text()).toContain('<xs:complexType name="Tag">');
    expect((await fetch(`${server.url}${CLOAKROOM}?xsd=9`)).status).not.toBe(200);
  });

  it('answers the same bytes to the same calls', async () => {
    const name = style.elements === 'operation' ? 'hang' : 'hangRequest';
    const body = envelope(hang('<owner>Anna</owner><pockets>a</pockets>')).replaceAll(
      ':hang',
      `:${name}`,
    );
    expect((await post(sosie, { body })).xml).toBe((await post(sosie, { body })).xml);
  });
});

it('an answer that breaks its schema is told with the line', () => {
  const { contract } = cloakroom();
  const [service] = contract.soap?.services ?? [];
  if (!service) throw new Error('the cloakroom is served');
  const schemas = xsdsOf({
    ...{ service, style: metro, operations: contract.operations },
    ...{ version: 'v1_2', address: '' },
  });
  const inside = (result: string): string =>
    '<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>' +
    '<n:hangResponse xmlns:n="http://v1_2.Cloakroom.service.example.com">' +
    `<CoatResult>${result}</CoatResult></n:hangResponse></S:Body></S:Envelope>`;
  const right = '<requestId>1</requestId><status>a</status><labels/><isWarm>true</isWarm>';
  expect(xmlCheck(inside(right), schemas)).toBeUndefined();
  expect(xmlCheck(inside(right.replace('true', 'maybe')), schemas)?.message).toContain('isWarm');
  expect(xmlCheck(inside(right.replace('<status>a</status>', '')), schemas)?.keyword).toBe('xsd');
});
