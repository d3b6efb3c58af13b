import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { s360 as contract } from '#contracts/s360/index.ts';
import { operationsByService } from '#contracts/s360/operations.ts';
import type { Contract } from '#kit/operation.ts';
import { xsdsOf, type XmlSchema } from '#kit/soap/wsdl.ts';
import { createSosie, type Sosie } from '#server/index.ts';
import { xmlCheck } from '#wire/soap/xml-check.ts';
import { SECRET } from '../../support/s360.ts';
import { envelope, post, security } from '../../support/soap-calls.ts';
import { NOON } from '../../support/utick.ts';
import { serviceOf, soapPathOf } from './buyers.ts';

let sosie: Sosie;
beforeAll(async () => {
  // Without checks of its own, so that it is this test that finds what is wrong.
  sosie = await createSosie({ clock: NOON, config: { selfCheck: 'off' } });
});
afterAll(() => sosie.close());

const known = new Map<string, readonly XmlSchema[]>();
/** The schemas of an operation's service; a validator is kept for each list of them. */
function schemasOf(operation: string): readonly XmlSchema[] {
  const { name, versions } = serviceOf(operation);
  const service = contract.soap?.services.find((one) => one.name === name);
  if (!contract.soap || !service) throw new Error(`${name} is not served`);
  const { style } = contract.soap;
  const made =
    known.get(name) ??
    xsdsOf({ service, style, operations: contract.operations, version: versions[0], address: '' });
  known.set(name, made);
  return made;
}

const header = security(SECRET).replace('anna', 'MOSA_B2C');
async function asked(operation: string, inside: string): Promise<string> {
  const { name, versions, slash } = serviceOf(operation);
  const namespace = `http://${versions[0]}.${name}.service.secutix.com${slash ? '/' : ''}`;
  const body = envelope(
    `<o:${operation} xmlns:o="${namespace}">${inside}</o:${operation}>`,
    header,
  );
  return (await post(sosie, { url: soapPathOf(operation), body })).xml;
}

const statusOf = (xml: string): string | undefined => /<statusCode>([^<]*)</.exec(xml)?.[1];
const OPEN = '<orderId>10000437289</orderId>';
const SOLD = '<orderId>10000355604</orderId>';
const line = (item: number): string =>
  '<pointOfSalesId>10228166972627</pointOfSalesId><simpleProductOperations>' +
  `<audienceSubCategoryId>306159078</audienceSubCategoryId><quantity>2</quantity><itemId>${item}</itemId>` +
  '</simpleProductOperations>';
const visit =
  '<pointOfSalesId>10228166972627</pointOfSalesId><singleEntryAttributionOperations><operationAttributions>' +
  '<audienceSubCategoryId>306159078</audienceSubCategoryId><quantity>1</quantity>' +
  '<performanceId>101036924388</performanceId><seatCategoryId>466681816</seatCategoryId>' +
  '</operationAttributions></singleEntryAttributionOperations>';

/** In an order in which each can be answered with success. */
const calls: readonly (readonly [operation: string, inside: string, status: string])[] = [
  ['isCatalogServiceAlive', '', 'success'],
  ['getCatalogDetailed', '', 'success'],
  ['getCatalogDetailed', '<scope>EXTENDED</scope>', 'success'],
  ['getPOSConfig', '', 'success'],
  ['createOrUpdateOrder', line(466638397), 'success'],
  ['createOrUpdateOrder', line(466638500), 'success'],
  ['createOrUpdateOrder', visit, 'success'],
  ['createOrUpdateOrder', OPEN + line(466638397), 'success'],
  ['createOrUpdateOrder', line(1), 'error.item.notFound'],
  ['createOrUpdateOrder', '', 'error.parameter.mandatory'],
  ['cancelOperations', `${OPEN}<operationIds>10228312435000</operationIds>`, 'success'],
  ['cancelOperations', `${OPEN}<operationIds>1</operationIds>`, 'error.operation.notFound'],
  ['abandonMovements', `${OPEN}<movementIds>1</movementIds>`, 'error.movement.notFound'],
  ['validateOrder', OPEN, 'success'],
  ['validateOrder', SOLD, 'error.order.notModifiable'],
  ['closeOrder', `${OPEN}<generateBarCodes>true</generateBarCodes>`, 'success'],
  ['closeOrder', SOLD, 'error.order.alreadyClosed'],
  ['getOrderDetails', OPEN, 'success'],
  ['getOrderDetails', '<orderId>1</orderId>', 'error.order.notFound'],
  ['abandonOrder', '<orderId>10000350179</orderId>', 'success'],
  ['cancelOrder', SOLD, 'error.order.notModifiable'],
  ['getContactData', '<contactNumber>5442</contactNumber>', 'success'],
  ['getContactData', '<contactNumber>1</contactNumber>', 'error.contact.notFound'],
  ['searchContact', '<email>claire.dupont@example.com</email>', 'success'],
  ['searchContact', '<email>nobody@example.com</email>', 'success'],
  ['createCulturalContact', '<contactDataList><lastName>P</lastName></contactDataList>', 'success'],
  ['createCulturalContact', '<contactDataList/>', 'error.parameter.mandatory'],
];

describe('an answer is as the WSDL says', () => {
  test.each(calls)('%s %s: %s', async (operation, inside, status) => {
    const xml = await asked(operation, inside);
    expect(statusOf(xml)).toBe(status);
    expect(xmlCheck(xml, schemasOf(operation))).toBeUndefined();
  });

  test('while it is in progress too', async () => {
    await sosie.sandbox.act('s360', 'slow-down', { service: 'ExternalOrderService', calls: 1 });
    const xml = await asked('getOrderDetails', OPEN);
    expect(statusOf(xml)).toBe('in_progress');
    expect(xmlCheck(xml, schemasOf('getOrderDetails'))).toBeUndefined();
  });
});

test('every operation that is built is asked above', () => {
  const services: readonly Contract['operations'][] = Object.values(operationsByService);
  const built = services.flatMap((methods) =>
    Object.entries(methods).filter(([, { notBuilt }]) => !notBuilt),
  );
  const missing = built
    .map(([name]) => name)
    .filter((name) => !calls.some(([one]) => one === name));
  expect(missing).toEqual([]);
});

test('an answer that is not as the WSDL says is found', async () => {
  const xml = await asked('getOrderDetails', SOLD);
  const schemas = schemasOf('getOrderDetails');
  expect(xmlCheck(xml, schemas)).toBeUndefined();
  for (const [wrong, by] of [
    [/<statusCode>success<\/statusCode>/, ''],
    [/<quantity>2</, '<quantity>two<'],
    [/(<operationId>.*?<\/operationId>)(<operationNumber>.*?<\/operationNumber>)/, '$2$1'],
  ] as const) {
    expect(xml).toMatch(wrong);
    expect(xmlCheck(xml.replace(wrong, by), schemas)).toMatchObject({ keyword: 'xsd' });
  }
});
