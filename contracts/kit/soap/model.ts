import type { TSchema } from '@sinclair/typebox';
import type { Operation } from '../operation.ts';
import { isSchema, oncePerSchema } from '../subschemas.ts';
import { MARKS, type XsdType } from '../types.ts';
import type { SoapBinding, SoapStyle } from './service.ts';

/** What stands between the tags of an element. */
export type SoapContent =
  | { readonly kind: 'text'; readonly type: XsdType }
  | SoapObject
  /** An object with keys of its own, as `entry` elements of `key` and `value`. */
  | { readonly kind: 'map'; readonly value: SoapElement };

export interface SoapObject {
  readonly kind: 'object';
  /** Of a named type, whose elements then stand in the namespace of the types. */
  readonly typeName: string | undefined;
  readonly elements: readonly SoapElement[];
  readonly byName: ReadonlyMap<string, SoapElement>;
}

export interface SoapElement {
  readonly name: string;
  readonly content: SoapContent;
  readonly isRequired: boolean;
  readonly isNillable: boolean;
  /** How many at most; a list in the message when it is not 1. */
  readonly most: number;
  readonly isList: boolean;
}

/** An operation's two messages, named as on the wire. */
export interface SoapMessages {
  readonly request: SoapElement;
  readonly response: SoapElement;
  readonly action: string;
}

/** The elements of a schema's object, in the order of its keys or as its mark says. */
export const soapObjectOf: (schema: TSchema) => SoapObject = oncePerSchema((schema) => {
  const properties: unknown = schema['properties'];
  if (!isSchema(properties)) throw new Error('a SOAP message is an object with known keys');
  const required = new Set((schema['required'] as readonly string[] | undefined) ?? []);
  const fields = Object.entries(properties).filter((entry): entry is [string, TSchema] =>
    isSchema(entry[1]),
  );
  const elements = inXmlOrder(fields, schema[MARKS.alphabetical]).map(([name, inner]) =>
    elementOf(name, inner, required.has(name)),
  );
  return {
    kind: 'object',
    typeName: typeof schema['title'] === 'string' ? schema['title'] : undefined,
    elements,
    byName: new Map(elements.map((element) => [element.name, element])),
  };
});

/** By `alphabetical()`: what it says comes first, the others follow by name. */
function inXmlOrder(
  fields: readonly [string, TSchema][],
  mark: unknown,
): readonly [string, TSchema][] {
  if (!Array.isArray(mark)) return fields;
  const rankOf = (name: string): number => (mark.includes(name) ? mark.indexOf(name) : mark.length);
  return fields.toSorted(([one], [other]) => rankOf(one) - rankOf(other) || (one < other ? -1 : 1));
}

/** A contract's operation as a service shows it. */
export function soapMessagesOf(
  id: string,
  { operation, binding, style }: { operation: Operation; binding: SoapBinding; style: SoapStyle },
): SoapMessages {
  const name = binding.name ?? id;
  const asked = style.elements === 'operation' ? name : `${name}Request`;
  const { result } = binding;
  const told = soapObjectOf(operation.result);
  const answer = result === undefined ? told : objectOf([only(result, told)]);
  return {
    request: only(asked, anonymous(soapObjectOf(binding.request ?? operation.request))),
    response: only(`${name}Response`, anonymous(answer)),
    action: binding.action ?? '',
  };
}

const only = (name: string, content: SoapObject): SoapElement => ({
  name,
  content,
  isRequired: true,
  isNillable: false,
  most: 1,
  isList: false,
});

const objectOf = (elements: readonly SoapElement[]): SoapObject => ({
  kind: 'object',
  typeName: undefined,
  elements,
  byName: new Map(elements.map((element) => [element.name, element])),
});

/** The children of a message are its own, whatever its schema is called. */
const anonymous = (object: SoapObject): SoapObject => ({ ...object, typeName: undefined });

function elementOf(name: string, schema: TSchema, isRequired: boolean): SoapElement {
  const isNillable = schema[MARKS.nillable] === true;
  const value = firstValue(schema);
  const items: unknown = value['type'] === 'array' ? value['items'] : undefined;
  if (!isSchema(items)) {
    return {
      name,
      content: contentOf(name, value),
      isRequired,
      isNillable,
      most: 1,
      isList: false,
    };
  }
  const most = typeof value['maxItems'] === 'number' ? value['maxItems'] : Infinity;
  const least = typeof value['minItems'] === 'number' ? value['minItems'] : 0;
  const content = contentOf(name, firstValue(items));
  return { name, content, isRequired: isRequired && least > 0, isNillable, most, isList: true };
}

function contentOf(name: string, schema: TSchema): SoapContent {
  const marked: unknown = schema[MARKS.xsd];
  if (typeof marked === 'string') return { kind: 'text', type: marked as XsdType }; // by `xsd()`
  if (isSchema(schema['properties'])) return soapObjectOf(schema);
  if (isSchema(schema['patternProperties'])) {
    const value = Object.values(schema['patternProperties']).find(isSchema);
    if (value) return { kind: 'map', value: elementOf('value', value, true) };
  }
  const type = TEXT_TYPES[String(schema['type'] ?? typeof schema['const'])];
  if (!type) throw new Error(`SOAP has no element for the schema of ${name}`);
  return { kind: 'text', type };
}

const TEXT_TYPES: Readonly<Record<string, XsdType>> = {
  string: 'string',
  boolean: 'boolean',
  integer: 'long',
  number: 'decimal',
};

/** Of a union the first alternative that is a value: the others are what readers forgive. */
function firstValue(schema: TSchema): TSchema {
  const alternatives: unknown = schema['anyOf'];
  if (!Array.isArray(alternatives) || schema[MARKS.xsd] !== undefined) return schema;
  const value: unknown = alternatives.find((inner) => isSchema(inner) && inner['type'] !== 'null');
  return isSchema(value) ? firstValue(value) : schema;
}
