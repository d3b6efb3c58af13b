import { monext as contract } from '#contracts/monext/index.ts';
import type { Part } from '../matching.ts';
import { below, elementsOf, type Namespace, type XmlBody, type XmlPlace } from '../xml-body.ts';

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
const MESSAGES: Namespace = { prefix: 'impl', uri: 'http://impl.ws.payline.experian.com' };
const OBJECTS: Namespace = { prefix: 'obj', uri: 'http://obj.ws.payline.experian.com' };

type Parts = Readonly<Record<string, Part>>;

export function pathOf(operation: string): string {
  const service = contract.soap.services.find(({ operations }) => operation in operations);
  if (!service) throw new Error(`${operation} is not offered over SOAP`);
  return service.path;
}

const ROOT: XmlPlace = { byNamespace: '$', byPrefix: '$' };
const BODY = ['Envelope', 'Body'].reduce(
  (at, name) => below(at, `${SOAP}:${name}`, `soap:${name}`),
  ROOT,
);

/** A message’s own children stand beside it, those of objects in a namespace of theirs. */
function message(name: string, parts: Parts): XmlBody {
  const { prefix, uri } = MESSAGES;
  const own = new Set([name, 'listPointOfSell']);
  const at: XmlPlace = {
    ...below(BODY, `${uri}:${name}`, `${prefix}:${name}`),
    childrenOf: (element) => (own.has(element) ? MESSAGES : OBJECTS),
  };
  const inside = elementsOf(parts, at, name);
  return {
    kind: 'xml',
    ...inside,
    text:
      `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="${SOAP}"` +
      ` xmlns:${prefix}="${uri}" xmlns:${OBJECTS.prefix}="${OBJECTS.uri}"><soap:Body>` +
      `<${prefix}:${name}>${inside.text}</${prefix}:${name}></soap:Body></soap:Envelope>`,
  };
}

export const soapCall = (operation: string, parts: Parts): XmlBody =>
  message(`${operation}Request`, parts);

export const soapAnswer = (operation: string, parts: Parts): XmlBody =>
  message(`${operation}Response`, parts);
