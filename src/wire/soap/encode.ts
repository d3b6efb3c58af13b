import type { SoapContent, SoapElement, SoapObject } from '#kit/soap/model.ts';
import type { SoapStyle } from '#kit/soap/service.ts';
import { escapeAttribute, escapeText } from '#kit/soap/xml.ts';
import type { SoapFault } from '../vendor.ts';
import { SOAP_11 } from './envelope.ts';

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

/** Writes one element from its value, or several from a list; nothing when there is none. */
type Writer = (value: unknown) => string;

/** An answer's message as a whole document, in the namespace of the version asked for. */
export type MessageWriter = (message: unknown, namespace: string) => string;

/** Elements in the order of the schema, whatever the order of the keys. */
export function messageWriterOf(model: SoapElement, style: SoapStyle): MessageWriter {
  const { message, types } = style.prefixes;
  const tag = `${message}:${model.name}`;
  const typed =
    style.typesNamespace === undefined || style.elementForm === 'unqualified'
      ? ''
      : ` xmlns:${types}="${escapeAttribute(style.typesNamespace)}"`;
  const content = model.content;
  const write =
    content.kind === 'object' ? membersWriter(content, { style, prefix: own(style) }) : none;
  return (value, namespace) =>
    enveloped(
      style,
      `<${tag} xmlns:${message}="${escapeAttribute(namespace)}"${typed}>${write(value)}</${tag}>`,
    );
}

/** SOAP 1.1: `faultcode` and `faultstring` stand in no namespace. */
export function writeFault(style: SoapStyle, { code, text }: SoapFault): string {
  const { envelope } = style.prefixes;
  const named =
    typeof code === 'string'
      ? `<faultcode>${envelope}:${code}</faultcode>`
      : `<faultcode xmlns:${code.prefix}="${escapeAttribute(code.namespace)}">${code.prefix}:${code.name}</faultcode>`;
  const inside = `${named}<faultstring>${escapeText(text)}</faultstring>`;
  return enveloped(style, `<${envelope}:Fault>${inside}</${envelope}:Fault>`);
}

function enveloped({ prefixes, xsi }: SoapStyle, body: string): string {
  const { envelope } = prefixes;
  const declared = xsi === 'envelope' ? ` xmlns:xsi="${XSI}"` : '';
  return (
    `${DECLARATION}<${envelope}:Envelope xmlns:${envelope}="${SOAP_11}"${declared}>` +
    `<${envelope}:Body>${body}</${envelope}:Body></${envelope}:Envelope>`
  );
}

interface Place {
  readonly style: SoapStyle;
  /** With its colon, of the elements of an unnamed type. */
  readonly prefix: string;
}

const own = ({ elementForm, prefixes }: SoapStyle): string =>
  elementForm === 'qualified' ? `${prefixes.message}:` : '';

const none = (): string => '';

function membersWriter(object: SoapObject, place: Place): Writer {
  const inner = object.typeName === undefined ? place : { ...place, prefix: typesPrefix(place) };
  const writers = object.elements.map((element) => ({
    name: element.name,
    write: elementWriter(element, inner),
  }));
  return (value) => {
    const members = value as Readonly<Record<string, unknown>>; // checked by its contract
    let text = '';
    for (const { name, write } of writers) text += write(members[name]);
    return text;
  };
}

const typesPrefix = ({ style }: Place): string =>
  style.elementForm === 'unqualified'
    ? ''
    : `${style.typesNamespace === undefined ? style.prefixes.message : style.prefixes.types}:`;

function elementWriter(element: SoapElement, place: Place): Writer {
  const tag = `${place.prefix}${element.name}`;
  const write = contentWriter(element.content, place);
  const nil = element.isNillable ? nilElement(tag, place.style) : '';
  const absent = element.isRequired ? nil : '';
  // Whole tags: put together from their parts for each value, they cost more than the values.
  const [begin, end, empty] = [`<${tag}>`, `</${tag}>`, `<${tag}/>`];
  const one: Writer = (value) => {
    if (value === undefined) return absent;
    if (value === null) return nil;
    const inside = write(value);
    return inside === '' ? empty : begin + inside + end;
  };
  if (!element.isList) return one;
  return (value) => (Array.isArray(value) ? value.map(one).join('') : absent);
}

const nilElement = (tag: string, { xsi }: SoapStyle): string =>
  xsi === 'element' ? `<${tag} xsi:nil="true" xmlns:xsi="${XSI}"/>` : `<${tag} xsi:nil="true"/>`;

function contentWriter(content: SoapContent, place: Place): Writer {
  switch (content.kind) {
    case 'text':
      return (value) => (typeof value === 'string' ? escapeText(value) : String(value));
    case 'object':
      return membersWriter(content, place);
    case 'map':
      return mapWriter(elementWriter(content.value, place), place);
  }
}

function mapWriter(writeValue: Writer, { prefix }: Place): Writer {
  const [entry, key] = [`${prefix}entry`, `${prefix}key`];
  return (value) =>
    Object.entries(value as object) // checked by its contract
      .map(
        ([name, held]) =>
          `<${entry}><${key}>${escapeText(name)}</${key}>${writeValue(held)}</${entry}>`,
      )
      .join('');
}
