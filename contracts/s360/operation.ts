import { Type, type TProperties } from '@sinclair/typebox';
import type { Evidence } from '#kit/operation.ts';
import { alphabetical, nillable } from '#kit/types.ts';
import { closed, Int, Text } from './scalars.ts';
import { restPath, type Service } from './services.ts';

const statusCode = Type.String({
  description: '`success`, `in_progress`, or the code of an error.',
});
const BASE_FIELDS = ['requestId', 'statusCode', 'statusDetail'] as const;

/** Over SOAP what every result begins with: its two empty fields are told as nil. */
const told = {
  requestId: Type.Optional(nillable(Int)),
  statusCode,
  statusDetail: Type.Optional(nillable(Text)),
} as const;
/** The same over REST: nulls are left out, as the sample shows. */
const leftOut = {
  requestId: Type.Optional(Int),
  statusCode,
  statusDetail: Type.Optional(Text),
} as const;

export interface Described<P extends TProperties, F extends TProperties> {
  readonly summary: string;
  readonly evidence: Evidence;
  /** It changes nothing, though it is a POST like all others. */
  readonly readOnly?: true;
  readonly request: P;
  /** Name of the result class, which is its element over SOAP. */
  readonly result: string;
  /** What it adds to the base class. None of it is there when the call fails. */
  readonly fields: F;
}

/** A method of a service: over SOAP its result is one child element, over REST the root. */
export const operation = <P extends TProperties, F extends TProperties>(
  service: Service,
  method: string,
  { summary, evidence, readOnly, request, result, fields }: Described<P, F>,
) =>
  ({
    method: 'POST',
    path: restPath(service, method),
    summary,
    evidence,
    access: 'operator',
    ...(readOnly ? { readOnly } : {}),
    request: Type.Object(request),
    result: resultClass(result, fields),
    response: Type.Object({ ...leftOut, ...fields }, { ...closed, title: result }),
  }) as const;

/** A result class: in XML the fields of its base class come first. */
export const resultClass = <F extends TProperties>(title: string, fields: F) =>
  alphabetical(Type.Object({ ...told, ...fields }, { ...closed, title }), BASE_FIELDS);

/** A method known by name alone. */
export const declared = (service: Service, method: string, summary: string) =>
  ({
    method: 'POST',
    path: restPath(service, method),
    summary,
    evidence: 'public',
    access: 'operator',
    request: Type.Object({}),
    result: Type.Unknown(),
    response: Type.Unknown(),
    notBuilt: true,
  }) as const;

/** The answer when the vendor says no: the base class of every result, with HTTP 200. */
export const Refusal = Type.Object(
  { ...leftOut, expectedException: Type.Optional(Type.Boolean()) },
  { ...closed, title: 'Refusal' },
);
