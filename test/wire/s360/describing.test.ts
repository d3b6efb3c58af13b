import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSosie, type Listening, type Sosie } from '#server/index.ts';
import { SECRET } from '../../support/s360.ts';
import { envelope, post, security } from '../../support/soap-calls.ts';
import { soapPathOf } from './buyers.ts';

let sosie: Sosie;
let listening: Listening;
beforeAll(async () => {
  sosie = await createSosie({ hardened: true });
  await sosie.sandboxes.create({ name: 'team' });
  listening = await sosie.listen({ port: 0 });
});
afterAll(async () => {
  await listening.close();
  await sosie.close();
});

const address = /soap:address location="([^"]*)"/;

describe.each([
  ['CatalogService', 'getPOSConfig'],
  ['ExternalOrderFacade', 'createOrUpdateOrder'],
  ['ExternalOrderService', 'closeOrder'],
  ['ContactInformationPublicService', 'getContactData'],
])('the WSDL of %s', (service, operation) => {
  const path = soapPathOf(operation);

  test.each(['?wsdl', '?WSDL', '?Wsdl'])(
    'is served as %s, with the address that was asked and no credentials',
    async (query) => {
      for (const base of [listening.url, `${listening.url}/~team`]) {
        const response = await fetch(`${base}${path}${query}`);
        expect([response.status, address.exec(await response.text())?.[1]]).toEqual([
          200,
          `${base}${path}`,
        ]);
      }
    },
  );

  test('has every list unbounded, and no more than one result in an answer', async () => {
    const wsdl = await (await fetch(`${listening.url}${path}?wsdl`)).text();
    const bounds = [...wsdl.matchAll(/maxOccurs="([^"]*)"/g)].map(([, bound]) => bound);
    expect(bounds.filter((bound) => bound !== 'unbounded')).toEqual([]);
    const results = [
      ...wsdl.matchAll(/Response">\s*<xs:complexType>\s*<xs:sequence>(.*?)<\/xs:seq/gs),
    ];
    expect(results.length).toBeGreaterThan(0);
    for (const [, inside = ''] of results) expect(inside.match(/<xs:element/g)).toHaveLength(1);
  });

  test('is that of an older version where that is asked for, one nobody knows is not there', async () => {
    const version = /\.(v\d+_\d+)\./.exec(path)?.[1] ?? '';
    const older = version === 'v1_33' ? 'v1_27' : 'v2_14';
    const wsdl = await fetch(`${listening.url}${path.replace(version, older)}?wsdl`);
    expect(await wsdl.text()).toContain(`targetNamespace="http://${older}.${service}.`);
    expect((await fetch(`${listening.url}${path.replace(version, 'v9_9')}?wsdl`)).status).toBe(404);
  });
});

const header = security(SECRET).replace('anna', 'MOSA_B2C');
const details = (namespace: string): string =>
  envelope(
    `<o:getOrderDetails xmlns:o="${namespace}"><orderId>10000437289</orderId></o:getOrderDetails>`,
    header,
  );

test.each([
  ['without a slash', 'v1_33', 'http://v1_33.ExternalOrderService.service.secutix.com'],
  ['with a slash', 'v1_33', 'http://v1_33.ExternalOrderService.service.secutix.com/'],
  ['of an older version', 'v1_26', 'http://v1_26.ExternalOrderService.service.secutix.com'],
])(
  'a call in the namespace %s is answered in that of its service',
  async (_, version, namespace) => {
    const url = soapPathOf('getOrderDetails').replace('v1_33', version);
    const { status, xml } = await post(sosie, { url, body: details(namespace) });
    expect(status).toBe(200);
    expect(xml).toContain(
      `<ns2:getOrderDetailsResponse xmlns:ns2="http://${version}.ExternalOrderService.service.secutix.com">`,
    );
  },
);
