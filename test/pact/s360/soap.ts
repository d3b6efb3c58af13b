import { MatchersV3 } from '@pact-foundation/pact';
import { s360 as contract } from '#contracts/s360/index.ts';
import { id, text, type Part } from '../matching.ts';
import {
  below,
  elementsOf,
  joined,
  textAt,
  type Fragment,
  type XmlBody,
  type XmlPlace,
  type XmlRule,
} from '../xml-body.ts';
import { given } from './examples.ts';

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
const WSS = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-';
const SECEXT = `${WSS}wssecurity-secext-1.0.xsd`;
const UTILITY = `${WSS}wssecurity-utility-1.0.xsd`;
const PASSWORD = `${WSS}username-token-profile-1.0#PasswordText`;

type Parts = Readonly<Record<string, Part>>;

/** Where an operation stands in a service, and what its result is called. */
export interface SoapOperation {
  readonly path: string;
  readonly namespace: string;
  readonly result: string;
}

export function soapOperation(name: string): SoapOperation {
  const service = contract.soap.services.find(({ operations }) => name in operations);
  const [version = ''] = service?.versions ?? [];
  const result = service?.operations[name]?.result;
  if (!service || result === undefined) throw new Error(`${name} is not offered over SOAP`);
  const versioned = (template: string): string => template.replace('{version}', version);
  return { path: versioned(service.path), namespace: versioned(service.namespace), result };
}

const ROOT: XmlPlace = { byNamespace: '$', byPrefix: '$' };
const inside = (at: XmlPlace, namespace: string, prefixed: string): XmlPlace =>
  below(at, `${namespace}:${prefixed.split(':')[1]}`, prefixed);

const ENVELOPE = inside(ROOT, SOAP, 'soap:Envelope');
const BODY = inside(ENVELOPE, SOAP, 'soap:Body');
const TOKEN = [`wsse:Security`, `wsse:UsernameToken`].reduce(
  (at, step) => inside(at, SECEXT, step),
  inside(ENVELOPE, SOAP, 'soap:Header'),
);

/** A call as the client writes it: any prefixes, the operator's name and password in its header. */
export function soapCall(name: string, parts: Parts): XmlBody {
  const { namespace } = soapOperation(name);
  const body = elementsOf(parts, inside(BODY, namespace, `tns:${name}`));
  const token = usernameToken();
  return {
    kind: 'xml',
    ...joined([token, body]),
    text: envelope(
      `<soap:Header>${token.text}</soap:Header>` +
        `<soap:Body><tns:${name} xmlns:tns="${namespace}">${body.text}</tns:${name}></soap:Body>`,
    ),
  };
}

type Matched = Readonly<Record<string, unknown>>;

function usernameToken(): Fragment {
  const name = textAt(given('operator') as Matched, inside(TOKEN, SECEXT, 'wsse:Username'));
  const password = textAt(given('secret') as Matched, inside(TOKEN, SECEXT, 'wsse:Password'));
  // The library makes it anew for each call.
  const anyId: XmlRule = {
    path: `${TOKEN.byNamespace}['@${UTILITY}:Id']`,
    rules: [MatchersV3.regex('^.+$', 'Id-1')],
  };
  const { rules, generators } = joined([name, password]);
  return {
    rules: [anyId, ...rules],
    generators,
    text:
      `<wsse:Security xmlns:wsse="${SECEXT}">` +
      `<wsse:UsernameToken xmlns:wsu="${UTILITY}" wsu:Id="Id-1">` +
      `<wsse:Username>${name.text}</wsse:Username>` +
      `<wsse:Password Type="${PASSWORD}">${password.text}</wsse:Password>` +
      '</wsse:UsernameToken></wsse:Security>',
  };
}

const envelope = (content: string): string =>
  `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="${SOAP}">${content}</soap:Envelope>`;

/** What is in the result of an answer. */
export function soapResult(name: string, parts: Parts): XmlBody {
  const { namespace, result } = soapOperation(name);
  const response = `tns:${name}Response`;
  const inner = elementsOf({ [result]: parts }, inside(BODY, namespace, response));
  return {
    kind: 'xml',
    ...inner,
    text: envelope(
      `<soap:Body><${response} xmlns:tns="${namespace}">${inner.text}</${response}></soap:Body>`,
    ),
  };
}

/** Which of SOAP's own codes a refused caller gets is not public: the client relies on there being one. */
export function soapFault(): XmlBody {
  const parts = { faultcode: id('soap:Client'), faultstring: text('Example') };
  const inner = elementsOf(parts, inside(BODY, SOAP, 'soap:Fault'));
  return {
    kind: 'xml',
    ...inner,
    text: envelope(`<soap:Body><soap:Fault>${inner.text}</soap:Fault></soap:Body>`),
  };
}
