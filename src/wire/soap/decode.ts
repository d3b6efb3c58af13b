import type { SoapElement, SoapObject } from '#kit/soap/model.ts';
import type { SoapStyle } from '#kit/soap/service.ts';
import type { Message } from '../vendor.ts';
import { attributeOf, type XmlElement } from './xml.ts';

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/** What reading a message depends on. */
export interface Reading {
  readonly style: SoapStyle;
  /** Of the service, in the version asked for. */
  readonly namespace: string;
}

/**
 * A message by its model: children in any order, those it does not know left out. Texts stay
 * texts: what they have to be is for the contract to say.
 */
export function decodeMessage(call: XmlElement, model: SoapElement, reading: Reading): Message {
  const { content } = model;
  return content.kind === 'object' ? members(call, content, { reading, from: 'message' }) : {};
}

interface Place {
  readonly reading: Reading;
  /** Whose namespace the children of an unnamed type are in. */
  readonly from: 'message' | 'types';
}

function members(parent: XmlElement, object: SoapObject, place: Place): Record<string, unknown> {
  const inner: Place = object.typeName === undefined ? place : { ...place, from: 'types' };
  const found: Record<string, unknown> = {};
  for (const child of parent.children) {
    const element = object.byName.get(child.name);
    if (!element || !isInPlace(child, inner)) continue;
    const value = valueOf(child, element, inner);
    if (value === undefined) continue;
    if (element.isList) listIn(found, element.name).push(value);
    else found[element.name] = value;
  }
  return found;
}

function listIn(found: Record<string, unknown>, name: string): unknown[] {
  const known = found[name];
  if (Array.isArray(known)) return known;
  const list: unknown[] = [];
  found[name] = list;
  return list;
}

function isInPlace({ namespace }: XmlElement, { reading, from }: Place): boolean {
  const { style } = reading;
  if (style.namespaces === 'lenient') return true;
  if (style.elementForm === 'unqualified') return namespace === '';
  return (
    namespace === (from === 'types' ? style.typesNamespace : undefined) ||
    namespace === reading.namespace
  );
}

/** Undefined when there is no value: nil, or empty where that is the same. */
function valueOf(xml: XmlElement, { content }: SoapElement, place: Place): unknown {
  if (isNil(xml)) return undefined;
  const isEmptyMissing = place.reading.style.empty === 'missing';
  switch (content.kind) {
    case 'text': {
      const text = content.type === 'string' ? xml.text : xml.text.trim();
      return text === '' && isEmptyMissing ? undefined : text;
    }
    case 'map':
      return entries(xml, content.value, place);
    case 'object': {
      const found = members(xml, content, place);
      return isEmptyMissing && Object.keys(found).length === 0 ? undefined : found;
    }
  }
}

function isNil(xml: XmlElement): boolean {
  const nil = attributeOf(xml, 'nil', XSI);
  return nil === 'true' || nil === '1';
}

/** `Object.fromEntries` makes even `__proto__` a key like any other. */
function entries(xml: XmlElement, value: SoapElement, place: Place): unknown {
  const pairs = xml.children.flatMap((entry) => {
    const key = entry.children.find(({ name }) => name === 'key');
    const held = entry.children.find(({ name }) => name === 'value');
    return key ? [[key.text, held && valueOf(held, value, place)] as const] : [];
  });
  return Object.fromEntries(pairs);
}
