import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSosie, type Listening, type Sosie } from '#server/index.ts';
import { jwt, SECRET } from '../../support/s360.ts';
import { security } from '../../support/soap-calls.ts';
import { restPathOf, soapPathOf } from './buyers.ts';
import { documentedAnswer, documentedRequest } from './sample.ts';

let sosie: Sosie;
let listening: Listening;
beforeAll(async () => {
  sosie = await createSosie({ dataset: 's360-seed', hardened: true });
  listening = await sosie.listen({ port: 0 });
});
afterAll(async () => {
  await listening.close();
  await sosie.close();
});

/** A sandbox in which nothing was sold yet. */
let fresh = 0;
async function base(): Promise<string> {
  fresh += 1;
  await sosie.sandboxes.create({ name: `fresh-${fresh}`, dataset: 's360-seed' });
  return `${listening.url}/~fresh-${fresh}`;
}

async function post(url: string, body: string, headers: Record<string, string>): Promise<string> {
  const response = await fetch(url, { method: 'POST', headers, body });
  expect(response.status).toBe(200);
  return response.text();
}

async function overRest(operation: string, message: object): Promise<string> {
  const authorization = `Bearer ${jwt({ at: Date.now() })}`;
  const headers = { 'content-type': 'application/json', authorization };
  return post(`${await base()}${restPathOf(operation)}`, JSON.stringify(message), headers);
}

test('the documented createOrUpdateOrder is answered value for value and in the order of its keys', async () => {
  const text = await overRest('createOrUpdateOrder', documentedRequest);
  // As text, so that the order of the keys counts.
  expect(JSON.stringify(JSON.parse(text), null, 2)).toBe(JSON.stringify(documentedAnswer, null, 2));
});

/** As the page has it, but for the namespaces that it has lost. */
const envelope = `
  <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"
    xmlns:v1="http://v1_33.ExternalOrderFacade.service.secutix.com">
    <soapenv:Header>${security(SECRET).replace('anna', 'MOSA_B2C')}</soapenv:Header>
    <soapenv:Body>
      <v1:createOrUpdateOrder>
        <pointOfSalesId>10228166972627</pointOfSalesId>
        <orderType>SALE</orderType>
        <purchasersInfo><contactReference>5442</contactReference></purchasersInfo>
        <simpleProductOperations>
          <audienceSubCategoryId>306159078</audienceSubCategoryId>
          <quantity>1</quantity>
          <itemId>466638397</itemId>
        </simpleProductOperations>
      </v1:createOrUpdateOrder>
    </soapenv:Body>
  </soapenv:Envelope>`;

/** What the page shows of the answer over SOAP, in its order; the description is text, so escaped. */
const shown = [
  '<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/">',
  '<ns2:createOrUpdateOrderResponse xmlns:ns2="http://v1_33.ExternalOrderFacade.service.secutix.com">',
  '<requestId xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>',
  '<statusDetail xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>',
  '<contingent>Ventes en ligne</contingent>',
  '<audienceSubCategoryExternalDescription>&lt;p&gt;Plein Tarif&lt;/p&gt;</audienceSubCategoryExternalDescription>',
  '<contingent>Ventes en ligne</contingent>',
  '<itemDisplayExternalDesignation>Entrée VIP</itemDisplayExternalDesignation>',
  '<firstAddressLine>62, rue de Lille</firstAddressLine>',
  '<value>MoSA Musée</value>',
  '<value>MoSA Museum</value>',
  '<value>Museo MoSA</value>',
  '<value>Museo MoSA</value>',
  '<product>Entrée VIP</product>',
  '<season>Saison 1</season>',
];

/** The first line that does not follow those before it; undefined where all stand in their order. */
function firstMissing(text: string, lines: readonly string[]): string | undefined {
  let from = 0;
  return lines.find((line) => {
    const at = text.indexOf(line, from);
    from = at + line.length;
    return at < 0;
  });
}

test('the documented createOrUpdateOrder is answered over SOAP with its elements in their order', async () => {
  const url = `${await base()}${soapPathOf('createOrUpdateOrder')}`;
  const text = await post(url, envelope, { 'content-type': 'text/xml; charset=utf-8' });
  expect(firstMissing(text, shown)).toBeUndefined();
  const { orderId, orderSecretId } = documentedAnswer.orderUpdateData;
  for (const [name, value] of Object.entries({ orderId, orderSecretId, totalAmount: 17000 })) {
    expect(text).toContain(`<${name}>${value}</${name}>`);
  }
});

test('the documented closeOrder is answered, paid on the account of the contact it names', async () => {
  const close = {
    purchaserInfo: { contactReference: '5443' },
    orderId: '10000437289',
    generateBarCodes: 'true',
    maxWaitingTime: '2000',
    orderType: 'SALE',
    payments: [{ amount: 17000, paymentMethodId: 16370 }],
  };
  expect(JSON.parse(await overRest('closeOrder', close))).toMatchObject({
    orderData: { orderId: 10000437289, orderState: 'CLOSED' },
  });
});
