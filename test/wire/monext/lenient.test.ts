import { expect, test } from 'vitest';
import { createSosie, type Sosie } from '#server/index.ts';
import { pathOf, post, type MonextAnswer } from '../../support/monext.ts';

const open = (): Promise<Sosie> =>
  createSosie({ clock: '2026-03-04T10:00:00+01:00', hardened: true });

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const IMPL = 'http://impl.ws.payline.experian.com';
const OBJ = 'http://obj.ws.payline.experian.com';
const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';

const send = (
  sosie: Sosie,
  body: string,
  headers: Record<string, string> = {},
): Promise<MonextAnswer> => post(sosie, pathOf('doAuthorization'), body, { headers });

const CARD =
  '<number>4970100000325734</number><type>CB</type><expirationDate>1230</expirationDate><cvx>123</cvx>';
const ORDER =
  '<ref>ORDER-1</ref><amount>6000</amount><currency>978</currency><date>04/03/2026 09:59</date>';
const PAYMENT =
  '<amount>6000</amount><currency>978</currency><action>100</action><mode>CPT</mode>' +
  '<contractNumber>1234567</contractNumber>';

/** As the vendor's PHP library writes: everything, mostly nil; empty objects; a type of no schema. */
const php = `<?xml version="1.0" encoding="UTF-8"?>
<SOAP-ENV:Envelope xmlns:SOAP-ENV="${SOAP}" xmlns:ns1="${OBJ}" xmlns:ns2="${IMPL}" xmlns:xsi="${XSI}">
<SOAP-ENV:Body><ns2:doAuthorizationRequest>
<ns2:transient xsi:nil="true"/><ns2:version>34</ns2:version>
<ns2:payment>
  <ns1:amount>6000</ns1:amount><ns1:currency>978</ns1:currency><ns1:action>100</ns1:action>
  <ns1:mode>CPT</ns1:mode><ns1:contractNumber>1234567</ns1:contractNumber>
  <ns1:differedActionDate xsi:nil="true"/><ns1:method xsi:nil="true"/>
</ns2:payment>
<ns2:bankAccountData/>
<ns2:card>
  <ns1:encryptedData xsi:nil="true"/><ns1:number>4970100000325734</ns1:number><ns1:type>CB</ns1:type>
  <ns1:expirationDate>1230</ns1:expirationDate><ns1:cvx>123</ns1:cvx><ns1:token xsi:nil="true"/>
  <ns1:paymentData/>
</ns2:card>
<ns2:order>
  <ns1:ref>ORDER-1</ns1:ref><ns1:origin xsi:nil="true"/><ns1:country xsi:nil="true"/>
  <ns1:taxes></ns1:taxes><ns1:amount>6000</ns1:amount><ns1:currency>978</ns1:currency>
  <ns1:date>04/03/2026 09:59</ns1:date><ns1:details/><ns1:deliveryExpectedDate xsi:nil="1"/>
</ns2:order>
<ns2:buyer><ns1:title xsi:nil="true"/><ns1:lastName xsi:nil="true"/><ns1:shippingAdress/></ns2:buyer>
<ns2:owner><ns1:lastName xsi:nil="true"/>
  <ns1:billingAddress xsi:type="ns2:billingAddress"><street/><cityName/><zipCode/><country/><phone/></ns1:billingAddress>
</ns2:owner>
<ns2:privateDataList/><ns2:authentication3DSecure><ns1:md xsi:nil="true"/></ns2:authentication3DSecure>
<ns2:media xsi:nil="true"/><ns2:subMerchant><ns1:subMerchantId/></ns2:subMerchant>
<ns2:threeDSInfo><ns1:challengeInd xsi:nil="true"/></ns2:threeDSInfo>
<ns2:recurring><ns1:amount/><ns1:billingCycle/><ns1:billingLeft/></ns2:recurring>
</ns2:doAuthorizationRequest></SOAP-ENV:Body></SOAP-ENV:Envelope>`;

/** As a client in Node writes: another order, types named, fields left out, no version. */
const node = `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="${SOAP}"
  xmlns:xsi="${XSI}" xmlns:impl="${IMPL}"><soap:Body>
<impl:doAuthorizationRequest xmlns:impl="${IMPL}" xmlns="${IMPL}">
<order xsi:type="ns1:order"><country>fr</country>${ORDER}</order>
<payment xsi:type="ns1:payment"><action>100</action><mode>CPT</mode>
  <contractNumber>1234567</contractNumber><currency>978</currency><amount>6000</amount></payment>
<card>${CARD}</card><buyer/>
</impl:doAuthorizationRequest></soap:Body></soap:Envelope>`;

const wrapped = (inside: string, attributes = ''): string =>
  `<e:Envelope xmlns:e="${SOAP}"><e:Header/><e:Body>` +
  `<doAuthorizationRequest${attributes}>${inside}</doAuthorizationRequest></e:Body></e:Envelope>`;
const bare = `<payment>${PAYMENT}</payment><card>${CARD}</card><order>${ORDER}</order>`;

test.each([
  ['as the vendor’s PHP library writes it', php],
  ['as a client in Node writes it', node],
  ['in no namespace at all', wrapped(bare)],
  ['in one default namespace', wrapped(bare, ` xmlns="${OBJ}"`)],
  ['with elements that nobody knows', wrapped(`<brandNew><a>1</a></brandNew>${bare}`)],
  ['with comments and CDATA', wrapped(bare.replace('ORDER-1', '<!-- a --><![CDATA[ORDER-1]]>'))],
  [
    'with its children the other way round',
    wrapped(
      bare
        .split(/(?=<card>|<order>)/)
        .toReversed()
        .join(''),
    ),
  ],
])('a request is read %s', async (_, body) => {
  const sosie = await open();
  const answer = await send(sosie, body);
  expect([answer.status, answer.code, answer.text('result/longMessage')]).toEqual([
    200,
    '00000',
    'Transaction approved',
  ]);
  const kept = sosie.sandbox.row('monext', 'transactions', answer.text('transaction/id') ?? '');
  expect(kept).toMatchObject({ orderRef: 'ORDER-1', amountMinor: 6000 });
  await sosie.close();
});

test.each([
  ['bare', 'doAuthorization'],
  ['quoted', '"doAuthorization"'],
  ['another operation’s', '"doCapture"'],
  ['empty', '""'],
])('SOAPAction may be %s: the body says what is asked', async (_, soapaction) => {
  const sosie = await open();
  expect((await send(sosie, php, { soapaction })).code).toBe('00000');
  await sosie.close();
});

test.each([
  ['missing', `<card>${CARD}</card><order>${ORDER}</order>`],
  ['empty', `<payment/><card>${CARD}</card><order>${ORDER}</order>`],
  ['nil', `<payment xmlns:x="${XSI}" x:nil="true"/><card>${CARD}</card><order>${ORDER}</order>`],
  [
    'full of empty elements',
    `<payment><amount/><currency></currency></payment><card>${CARD}</card>`,
  ],
  ['text where an object should be', `<payment>6000</payment><card>${CARD}</card>`],
])('a payment that is %s is one without an amount', async (_, inside) => {
  const sosie = await open();
  const answer = await send(sosie, wrapped(inside));
  expect([answer.code, answer.text('result/longMessage')]).toEqual([
    '02305',
    'Invalid field format : Payment Amount : Must not be null',
  ]);
  await sosie.close();
});
