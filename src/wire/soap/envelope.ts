import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { SoapFailure, UsernameToken } from '../vendor.ts';
import { attributeOf, childNamed, type XmlElement } from './xml.ts';

export const SOAP_11 = 'http://schemas.xmlsoap.org/soap/envelope/';
const SOAP_12 = 'http://www.w3.org/2003/05/soap-envelope';
const OASIS = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity';
const SECURITY = `${OASIS}-secext-1.0.xsd`;
const UTILITY = `${OASIS}-utility-1.0.xsd`;

/** A request's envelope, read; the call itself is still XML. */
export interface SoapRequest {
  readonly call: XmlElement;
  readonly security: UsernameToken | undefined;
}

/** By names and namespaces, never by prefixes. */
export function readEnvelope(root: XmlElement): Outcome<SoapRequest, SoapFailure> {
  if (root.name !== 'Envelope' || root.namespace !== SOAP_11) return refused(notSoap11(root));
  const header = childNamed(root, 'Header', SOAP_11);
  const strange = header?.children.find(isMisunderstood);
  if (strange) return refused({ kind: 'header-not-understood', header: strange.name });
  const body = childNamed(root, 'Body', SOAP_11);
  const [call, second] = body?.children ?? [];
  if (!call || second) {
    const why = call ? 'the body holds more than one call' : 'there is no call in a body';
    return refused({ kind: 'malformed-body', why });
  }
  return done({ call, security: securityIn(header) });
}

const notSoap11 = ({ name, namespace }: XmlElement): SoapFailure =>
  name === 'Envelope'
    ? { kind: 'soap-version', version: namespace === SOAP_12 ? '1.2' : 'unknown' }
    : { kind: 'malformed-body', why: 'not a SOAP envelope' };

const isMisunderstood = (header: XmlElement): boolean =>
  header.namespace !== SECURITY && attributeOf(header, 'mustUnderstand', SOAP_11) === '1';

function securityIn(header: XmlElement | undefined): UsernameToken | undefined {
  const token = childNamed(childNamed(header, 'Security', SECURITY), 'UsernameToken', SECURITY);
  if (!token) return undefined;
  const password = childNamed(token, 'Password', SECURITY);
  return {
    username: childNamed(token, 'Username', SECURITY)?.text ?? '',
    password: password?.text ?? '',
    passwordType: password && attributeOf(password, 'Type', '')?.split('#')[1],
    created: childNamed(token, 'Created', UTILITY)?.text,
  };
}
