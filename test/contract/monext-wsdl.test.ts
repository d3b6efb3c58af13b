import { XmlDocument, XmlElement } from 'libxml2-wasm';
import { expect, test } from 'vitest';
import { wsdlOf } from '#kit/soap/wsdl.ts';
import { messages } from '#contracts/monext/messages.ts';
import { elementsOf, type Element } from '#contracts/monext/notation.ts';
import { inline, objects } from '#contracts/monext/objects.ts';
import { operations } from '#contracts/monext/operations.ts';
import { soap } from '#contracts/monext/soap.ts';

const XS = { xs: 'http://www.w3.org/2001/XMLSchema' };

const wsdls = soap.services.map((service) => {
  const address = `http://127.0.0.1:4360/monext${service.path}`;
  const parts = { service, style: soap.style, operations, version: '', address };
  return [service.name, XmlDocument.fromString(wsdlOf(parts))] as const;
});

const elementsIn = (node: XmlElement): readonly XmlElement[] =>
  node.find('./xs:sequence/xs:element', XS).filter((found) => found instanceof XmlElement);

const attribute = (element: XmlElement, name: string): string | undefined =>
  element.attr(name)?.value;

/** An element of a schema as the contract's notation would have it. */
function readBack(element: XmlElement): Element {
  const [inside] = element.find('./xs:complexType', XS);
  const most = attribute(element, 'maxOccurs');
  const least = Number(attribute(element, 'minOccurs') ?? 1);
  const type = attribute(element, 'type')?.replace(/^(types|xs):/, '');
  return {
    name: attribute(element, 'name') ?? '',
    isOptional: most === undefined && least === 0,
    isNillable: attribute(element, 'nillable') === 'true',
    list:
      most === undefined ? undefined : { least, most: most === 'unbounded' ? undefined : +most },
    type: inside !== undefined || type === 'string' ? undefined : type,
    isInline: inside !== undefined,
  };
}

/** In an XML schema of the kit's, what is a text in a certain form is a string like any other. */
const plain = ['categoryCode', 'settlementType', 'terminalFunction'];
const written = (notation: string): readonly Element[] =>
  elementsOf(notation).map((element) =>
    plain.includes(element.type ?? '') ? { ...element, type: undefined } : element,
  );

function expectSame(node: XmlElement, notation: string): void {
  expect(elementsIn(node).map(readBack)).toEqual(written(notation));
  for (const element of elementsIn(node)) {
    const [inside] = element.find('./xs:complexType', XS);
    const name = attribute(element, 'name') as keyof typeof inline;
    if (inside instanceof XmlElement) expectSame(inside, inline[name]);
  }
}

const one = (document: XmlDocument, path: string): XmlElement => {
  const [found, another] = document.find(path, XS);
  expect([path, found instanceof XmlElement, another]).toEqual([path, true, undefined]);
  return found as XmlElement;
};

test.each(wsdls)('the WSDL of the %s has every object of release 4.77', (_, document) => {
  for (const [name, notation] of Object.entries(objects)) {
    expectSame(one(document, `//xs:schema/xs:complexType[@name="${name}"]`), notation);
  }
  expect(document.find('//xs:schema/xs:complexType', XS)).toHaveLength(Object.keys(objects).length);
});

test.each(wsdls)('the WSDL of the %s has every message of its operations', (service, document) => {
  const own = messages[service as keyof typeof messages];
  for (const [id, { request, response }] of Object.entries(own)) {
    const path = (name: string): string => `//xs:schema/xs:element[@name="${name}"]/xs:complexType`;
    expectSame(one(document, path(`${id}Request`)), request);
    expectSame(one(document, path(`${id}Response`)), response);
  }
  expect(document.find('//xs:schema/xs:element', XS)).toHaveLength(2 * Object.keys(own).length);
});

test('42 operations are declared: 6 of the payment page, 33 direct, 3 of the back office', () => {
  const counts = Object.entries(messages).map(([name, own]) => [name, Object.keys(own).length]);
  expect(counts).toEqual([
    ['WebPaymentAPI', 6],
    ['DirectPaymentAPI', 33],
    ['ExtendedAPI', 3],
  ]);
  const soapOnly = Object.entries(operations).filter(([, one]) => 'soapOnly' in one);
  expect(soapOnly.map(([name]) => name).sort()).toEqual(
    Object.values(messages).flatMap(Object.keys).sort(),
  );
});

test('objects stand in one namespace, messages with what is inline in them in another', () => {
  for (const [, document] of wsdls) {
    const namespaces = document
      .find('//xs:schema', XS)
      .map((schema) => schema instanceof XmlElement && attribute(schema, 'targetNamespace'));
    expect(namespaces).toEqual([
      'http://obj.ws.payline.experian.com',
      'http://impl.ws.payline.experian.com',
    ]);
    expect(document.find('//xs:schema[@elementFormDefault="qualified"]', XS)).toHaveLength(2);
  }
});
