import { validatorOf } from '#kit/ajv.ts';
import { journalledOf, mintedFieldsOf } from '#kit/canonical.ts';
import { checkedMaskerOf, maskerOf } from '#kit/mask.ts';
import type { Operation } from '#kit/operation.ts';
import { soapMessagesOf } from '#kit/soap/model.ts';
import type { SoapContract, SoapService, SoapStyle } from '#kit/soap/service.ts';
import { namespaceOf, wsdlOf, xsdsOf, type WsdlParts, type XmlSchema } from '#kit/soap/wsdl.ts';
import { assert } from '#kernel/defect.ts';
import { nearest } from '#kernel/nearest.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { WireRequest } from '../http.ts';
import type { Location } from '../locate.ts';
import { queryOf } from '../rest/side.ts';
import type { Codec, ParsedBody, Routed, ServedSide } from '../side.ts';
import type { AnyVendorModule, Message, MessageParts, SoapFailure, SoapFault } from '../vendor.ts';
import { xmlTextOf } from './bytes.ts';
import { decodeMessage } from './decode.ts';
import { messageWriterOf, writeFault } from './encode.ts';
import { readEnvelope } from './envelope.ts';
import { readXml, type XmlElement } from './xml.ts';

export const XML_TYPE = 'text/xml; charset=utf-8';
const XML_HEADERS = { 'content-type': XML_TYPE };

export interface ServedSoap extends ServedSide {
  /** Whether one of the vendor's services has this path, in whichever version. */
  offers(path: string): boolean;
  /** `?wsdl`, or `?xsd=` with a schema's number; undefined when neither is asked for. */
  describe(location: Location, address: string): SoapDocument | undefined;
}

export interface SoapDocument {
  readonly kind: 'wsdl' | 'xsd';
  readonly text: string;
}

/** A service in one version. */
interface Endpoint {
  readonly service: SoapService;
  readonly version: string;
  readonly namespace: string;
}

interface SoapCodec extends Codec {
  readonly read: (call: XmlElement) => Message;
}

/** One vendor's SOAP services. Whatever is compiled is compiled on first use. */
export function soapSideOf(module: AnyVendorModule): ServedSoap | undefined {
  const { contract, soap: side, rest } = module;
  const { soap } = contract;
  if (!side || !soap) return undefined;
  const paths = pathsOf(soap);
  const namesOf = new Map(soap.services.map((service) => [service, namesIn(service, soap.style)]));
  const codecs = new Map<string, SoapCodec>();
  const codecFor = (endpoint: Endpoint, id: string, operation: Operation): SoapCodec => {
    const key = `${endpoint.namespace} ${id}`;
    const known = codecs.get(key);
    if (known) return known;
    const created = soapCodecOf({ module, soap, endpoint }, id, operation);
    codecs.set(key, created);
    return created;
  };
  return {
    protocol: 'soap',
    module: side,
    contentHeaders: XML_HEADERS,
    offers: (path) => paths.find(path) !== undefined,
    describe: (location, address) => {
      const endpoint = paths.endpoint(location.path);
      return endpoint && documentOf(wsdlParts({ module, soap, endpoint }, address), location.query);
    },
    parseBody,
    route: ({ method, path }, parts) => {
      const endpoint = paths.endpoint(path);
      if (!endpoint) return refused(unknownPath(path, soap));
      if (method !== 'POST') return refused({ kind: 'method-not-allowed', allowed: ['POST'] });
      const names = namesOf.get(endpoint.service) ?? new Map<string, string>();
      const called = operationOf({ names, ...endpoint }, soap, callOf(parts));
      if (!called.ok) return called;
      const operation = contract.operations[called.value];
      assert(operation, `${endpoint.service.name} binds ${called.value}, which is not declared`);
      const codec = codecFor(endpoint, called.value, operation);
      const match = { kind: 'matched', name: called.value, operation, params: {} } as const;
      return done<Routed>({ match, codec, parts: { ...parts, body: codec.read(callOf(parts)) } });
    },
    handler: (name) => side.wiring[name] ?? rest.wiring[name],
    refusal: {
      check: () => [],
      write: (message) => writeFault(soap.style, message as SoapFault), // `refuse` says so
    },
  };
}

/** As `parseBody` left it. */
const callOf = ({ body }: MessageParts): XmlElement => body as XmlElement;

function parseBody({ method, body, headers }: WireRequest): Outcome<ParsedBody, SoapFailure> {
  // Not posted: there is no call to read, and the method is what will be told.
  if (method !== 'POST') return done({ body: undefined });
  if (body.length === 0) return refused({ kind: 'malformed-body', why: 'there is no body' });
  const text = xmlTextOf(body, headers['content-type']);
  if (!text.ok) return refused({ kind: 'malformed-body', why: text.failure.why });
  const root = readXml(text.value);
  if (!root.ok) return refused({ kind: 'malformed-body', why: root.failure.why });
  const envelope = readEnvelope(root.value);
  if (!envelope.ok) return envelope;
  const { call, security } = envelope.value;
  return done({ body: call, security });
}

/** A service's operations by the names of their calls. */
function namesIn({ operations }: SoapService, style: SoapStyle): ReadonlyMap<string, string> {
  const suffix = style.elements === 'operation' ? '' : 'Request';
  return new Map(
    Object.entries(operations).map(([id, binding]) => [`${binding.name ?? id}${suffix}`, id]),
  );
}

interface Callable extends Pick<Endpoint, 'namespace'> {
  readonly names: ReadonlyMap<string, string>;
}

/** By the name of the call's element and its namespace; what SOAPAction says does not count. */
function operationOf(
  { names, namespace }: Callable,
  { style }: SoapContract,
  call: XmlElement,
): Outcome<string, SoapFailure> {
  const found = names.get(call.name);
  if (found === undefined) {
    const guess = nearest(call.name, names.keys());
    const hint = guess ? { nearest: guess } : {};
    return refused({ kind: 'unknown-operation', operation: call.name, ...hint });
  }
  if (style.namespaces === 'strict' && !isSameNamespace(call.namespace, namespace)) {
    return refused({ kind: 'wrong-namespace', namespace: call.namespace, expected: namespace });
  }
  return done(found);
}

/** With and without a slash at the end: a vendor's own services differ in it, and so do clients. */
const isSameNamespace = (one: string, other: string): boolean =>
  one.replace(/\/$/, '') === other.replace(/\/$/, '');

function unknownPath(path: string, { services }: SoapContract): SoapFailure {
  const known = services.flatMap((service) =>
    service.versions.map((version) => service.path.replace('{version}', version)),
  );
  const guess = nearest(path, known);
  return { kind: 'unknown-path', path, ...(guess ? { nearest: guess } : {}) };
}

interface FoundService {
  readonly service: SoapService;
  readonly version: string;
}

/** A client knows a handful; every call is looked up, over REST too. */
const MOST_PATHS = 256;

/** Which service a path belongs to. */
function pathsOf({ services }: SoapContract) {
  const remembered = new Map<string, FoundService | undefined>();
  const patterns = services.map((service) => ({
    service,
    pattern: new RegExp(`^${quoted(service.path).replace('\\{version\\}', '(v[0-9_]+)')}/*$`),
  }));
  const search = (path: string): FoundService | undefined => {
    for (const { service, pattern } of patterns) {
      const match = pattern.exec(path);
      if (match) return { service, version: match[1] ?? '' };
    }
    return undefined;
  };
  const find = (path: string): FoundService | undefined => {
    if (remembered.has(path)) return remembered.get(path);
    if (remembered.size >= MOST_PATHS) remembered.clear();
    const found = search(path);
    remembered.set(path, found);
    return found;
  };
  const endpoint = (path: string): Endpoint | undefined => {
    const found = find(path);
    if (!found) return undefined;
    const { service, version } = found;
    if (version !== '' && !service.versions.includes(version)) return undefined;
    return { service, version, namespace: namespaceOf(service, version) };
  };
  return { find, endpoint };
}

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

interface Compiling {
  readonly module: AnyVendorModule;
  readonly soap: SoapContract;
  readonly endpoint: Endpoint;
}

const wsdlParts = ({ module, soap, endpoint }: Compiling, address: string): WsdlParts => ({
  service: endpoint.service,
  style: soap.style,
  operations: module.contract.operations,
  version: endpoint.version,
  address,
});

function soapCodecOf(compiling: Compiling, id: string, operation: Operation): SoapCodec {
  const { soap, endpoint } = compiling;
  const { style } = soap;
  const { namespace, service } = endpoint;
  const binding = service.operations[id] ?? {};
  const { request, response } = soapMessagesOf(id, { operation, binding, style });
  const write = messageWriterOf(response, style);
  const { result } = binding;
  let schemas: readonly XmlSchema[] | undefined;
  return {
    operation,
    checkRequest: validatorOf(operation.request),
    check: validatorOf(operation.result),
    schemas: () => (schemas ??= xsdsOf(wsdlParts(compiling, ''))),
    journalled: journalledOf(operation.request),
    mintedFields: mintedFieldsOf(operation.request),
    maskResponse: maskerOf(operation.result),
    maskChecked: checkedMaskerOf(operation.result),
    read: (call) => decodeMessage(call, request, { style, namespace }),
    write: (message) => write(result === undefined ? message : { [result]: message }, namespace),
  };
}

function documentOf(parts: WsdlParts, query: string): SoapDocument | undefined {
  const asked = new Map(
    Object.entries(queryOf(query)).map(([name, value]) => [name.toLowerCase(), value]),
  );
  if (asked.has('wsdl')) return { kind: 'wsdl', text: wsdlOf(parts) };
  const number = asked.get('xsd');
  if (number === undefined) return undefined;
  const schema = xsdsOf(parts)[Number(number || '1') - 1];
  return schema && { kind: 'xsd', text: schema.text };
}
