import type { Operations } from '../operation.ts';
import {
  soapMessagesOf,
  soapObjectOf,
  type SoapContent,
  type SoapElement,
  type SoapObject,
} from './model.ts';
import type { SoapService, SoapStyle } from './service.ts';
import { escapeAttribute } from './xml.ts';

export interface WsdlParts {
  readonly service: SoapService;
  readonly style: SoapStyle;
  readonly operations: Operations;
  /** `v1_33`; empty where services have no version. */
  readonly version: string;
  /** Where clients are to send their calls. */
  readonly address: string;
}

/** A schema of one namespace. */
interface Schema {
  readonly namespace: string;
  readonly lines: readonly string[];
}

/** The same as a document. */
export interface XmlSchema {
  readonly namespace: string;
  readonly text: string;
}

export const namespaceOf = (service: SoapService, version: string): string =>
  service.namespace.replace('{version}', version);

/** A service's WSDL 1.1: SOAP 1.1, document/literal, its types inside. */
export function wsdlOf(parts: WsdlParts): string {
  const { service, version, address } = parts;
  const { name } = service;
  const namespace = namespaceOf(service, version);
  const calls = callsOf(parts);
  return `${lines([
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<wsdl:definitions name="${name}" targetNamespace="${escapeAttribute(namespace)}"`,
    ` xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"`,
    ` xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"`,
    ` xmlns:tns="${escapeAttribute(namespace)}">`,
    '<wsdl:types>',
    ...schemasOf(parts).flatMap(({ lines: schema }) => schema),
    '</wsdl:types>',
    ...calls.flatMap(({ message }) => message),
    `<wsdl:portType name="${name}">`,
    ...calls.flatMap(({ portType }) => portType),
    '</wsdl:portType>',
    `<wsdl:binding name="${name}Binding" type="tns:${name}">`,
    '<soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>',
    ...calls.flatMap(({ binding }) => binding),
    '</wsdl:binding>',
    `<wsdl:service name="${name}">`,
    `<wsdl:port name="${name}Port" binding="tns:${name}Binding">`,
    `<soap:address location="${escapeAttribute(address)}"/>`,
    '</wsdl:port>',
    '</wsdl:service>',
    '</wsdl:definitions>',
  ])}`;
}

/** The schemas alone, those that others import first: for `?xsd=1`, and to check answers by. */
export const xsdsOf = (parts: WsdlParts): readonly XmlSchema[] =>
  schemasOf(parts).map(({ namespace, lines: schema }) => ({
    namespace,
    text: lines(['<?xml version="1.0" encoding="UTF-8"?>', ...schema]),
  }));

function callsOf({ service, style, operations }: WsdlParts) {
  return messagesOf({ service, style, operations }).map(({ request, response, action }) => {
    const name = response.name.replace(/Response$/, '');
    return {
      message: [request, response].flatMap((element) => [
        `<wsdl:message name="${element.name}">`,
        `<wsdl:part name="parameters" element="tns:${element.name}"/>`,
        '</wsdl:message>',
      ]),
      portType: [
        `<wsdl:operation name="${name}">`,
        `<wsdl:input message="tns:${request.name}"/>`,
        `<wsdl:output message="tns:${response.name}"/>`,
        '</wsdl:operation>',
      ],
      binding: [
        `<wsdl:operation name="${name}">`,
        `<soap:operation soapAction="${escapeAttribute(action)}"/>`,
        '<wsdl:input><soap:body use="literal"/></wsdl:input>',
        '<wsdl:output><soap:body use="literal"/></wsdl:output>',
        '</wsdl:operation>',
      ],
    };
  });
}

const messagesOf = ({
  service,
  style,
  operations,
}: Pick<WsdlParts, 'service' | 'style' | 'operations'>) =>
  Object.entries(service.operations).map(([id, binding]) => {
    const operation = operations[id];
    if (!operation) throw new Error(`${service.name} binds ${id}, which the contract has not`);
    return soapMessagesOf(id, { operation, binding, style });
  });

/** One schema, or two where named types have a namespace of their own. */
function schemasOf(parts: WsdlParts): readonly Schema[] {
  const { service, style, version } = parts;
  const namespace = namespaceOf(service, version);
  const types = new NamedTypes();
  const own = style.typesNamespace === undefined || style.typesNamespace === namespace;
  const messages = messagesOf(parts).flatMap(({ request, response }) =>
    [request, response].flatMap((element) => [
      `<xs:element name="${element.name}">`,
      ...complexType(element.content, types, ''),
      '</xs:element>',
    ]),
  );
  for (const type of service.types ?? []) types.use(soapObjectOf(type));
  const named = types.declarations();
  if (own) return [schema(parts, namespace, [...messages, ...named])];
  const typesNamespace = style.typesNamespace ?? namespace;
  return [
    schema(parts, typesNamespace, named),
    schema(parts, namespace, [
      `<xs:import namespace="${escapeAttribute(typesNamespace)}"/>`,
      ...messages,
    ]),
  ];
}

function schema({ style }: WsdlParts, namespace: string, content: readonly string[]): Schema {
  const types = escapeAttribute(style.typesNamespace ?? namespace);
  return {
    namespace,
    lines: [
      `<xs:schema targetNamespace="${escapeAttribute(namespace)}" version="1.0"`,
      ` elementFormDefault="${style.elementForm}"`,
      ` xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:types="${types}">`,
      ...content,
      '</xs:schema>',
    ],
  };
}

/** The named types that messages use, each declared once. */
class NamedTypes {
  readonly #declared = new Map<string, readonly string[]>();

  /** Its name, when the type has one. */
  use(object: SoapObject): string | undefined {
    const { typeName } = object;
    if (typeName === undefined) return undefined;
    const before = this.#declared.get(typeName);
    if (before === undefined) this.#declared.set(typeName, []);
    const declaration = complexType(object, this, ` name="${typeName}"`);
    if (before !== undefined && before.length > 0 && before.join() !== declaration.join()) {
      throw new Error(`two types are called ${typeName}`);
    }
    this.#declared.set(typeName, declaration);
    return typeName;
  }

  declarations(): readonly string[] {
    return [...this.#declared]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([, declaration]) => declaration);
  }
}

function complexType(content: SoapContent, types: NamedTypes, name: string): readonly string[] {
  const elements = content.kind === 'object' ? content.elements : [];
  if (elements.length === 0) return [`<xs:complexType${name}><xs:sequence/></xs:complexType>`];
  return [
    `<xs:complexType${name}>`,
    '<xs:sequence>',
    ...elements.flatMap((element) => elementLines(element, types)),
    '</xs:sequence>',
    '</xs:complexType>',
  ];
}

function elementLines(element: SoapElement, types: NamedTypes): readonly string[] {
  const { name, content, isRequired, isNillable, isList, most } = element;
  const head =
    `<xs:element name="${name}"` +
    (isRequired ? '' : ' minOccurs="0"') +
    (isList ? ` maxOccurs="${most === Infinity ? 'unbounded' : most}"` : '') +
    (isNillable ? ' nillable="true"' : '');
  if (content.kind === 'text') return [`${head} type="xs:${content.type}"/>`];
  if (content.kind === 'map')
    return [`${head}>`, ...mapLines(content.value, types), '</xs:element>'];
  const typeName = types.use(content);
  if (typeName !== undefined) return [`${head} type="types:${typeName}"/>`];
  return [`${head}>`, ...complexType(content, types, ''), '</xs:element>'];
}

function mapLines(value: SoapElement, types: NamedTypes): readonly string[] {
  return [
    '<xs:complexType><xs:sequence>',
    '<xs:element name="entry" minOccurs="0" maxOccurs="unbounded">',
    '<xs:complexType><xs:sequence>',
    '<xs:element name="key" type="xs:string"/>',
    ...elementLines(value, types),
    '</xs:sequence></xs:complexType>',
    '</xs:element>',
    '</xs:sequence></xs:complexType>',
  ];
}

const lines = (all: readonly string[]): string => `${all.join('\n')}\n`;
