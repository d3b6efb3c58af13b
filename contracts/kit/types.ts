import {
  Type,
  type SchemaOptions,
  type Static,
  type TNull,
  type TSchema,
  type TUnion,
  type TUnsafe,
} from '@sinclair/typebox';
import type { Evidence } from './operation.ts';

export type { Static, TSchema } from '@sinclair/typebox';

/** What a contract says of a value beyond its shape; ajv and the emitters know these keywords. */
export const MARKS = {
  evidence: 'x-evidence',
  sensitive: 'x-sensitive',
  minted: 'x-minted',
  javaDouble: 'x-java-double',
  xsd: 'x-xsd',
  nillable: 'x-nillable',
  alphabetical: 'x-alphabetical',
} as const;

/** The same schema, saying how well this field is known where that differs from its operation. */
export const evidence = <T extends TSchema>(level: Evidence, schema: T): T => ({
  ...schema,
  [MARKS.evidence]: level,
});

/** The same schema with a sentence on what its value means here. */
export const described = <T extends TSchema>(description: string, schema: T): T => ({
  ...schema,
  description,
});

/** A credential or a card number: masked before a journal, a log or a report sees it. */
export const sensitive = <T extends TSchema>(schema: T): T => ({
  ...schema,
  [MARKS.sensitive]: true,
});

/** A client makes it anew for every call (signature, timestamp): it never identifies a request. */
export const minted = <T extends TSchema>(schema: T): T => ({ ...schema, [MARKS.minted]: true });

/** A number that the vendor writes with a fraction even when it is whole: `17.0`. */
export const javaDouble = <T extends TSchema>(schema: T): T => ({
  ...schema,
  [MARKS.javaDouble]: true,
});

/** What a value is called in an XML schema where that is not told by its type: `int`, `dateTime`. */
export const xsd = <T extends TSchema>(type: XsdType, schema: T): T => ({
  ...schema,
  [MARKS.xsd]: type,
});

/** Built-in types of XML Schema that the vendors use. */
export type XsdType =
  | 'string'
  | 'boolean'
  | 'int'
  | 'long'
  | 'integer'
  | 'decimal'
  | 'double'
  | 'dateTime'
  | 'date'
  | 'base64Binary';

/** Null where there is no value: in XML an element with `xsi:nil`, where the vendor shows one. */
export const nillable = <T extends TSchema>(schema: T): TUnion<[T, TNull]> => ({
  ...Type.Union([schema, Type.Null()]),
  [MARKS.nillable]: true,
});

/**
 * An object whose elements stand in XML by name, whatever the order of its keys in JSON; the fields
 * of a base class, where it has one, come first.
 */
export const alphabetical = <T extends TSchema>(
  schema: T,
  baseFields: readonly string[] = [],
): T => ({
  ...schema,
  [MARKS.alphabetical]: baseFields,
});

/** A list whose items are only read, so that frozen domain values fit. */
export const List = <T extends TSchema>(
  items: T,
  options?: SchemaOptions,
): TUnsafe<readonly Static<T>[]> => Type.Unsafe<readonly Static<T>[]>(Type.Array(items, options));

export const Nullable = <T extends TSchema>(schema: T): TUnion<[T, TNull]> =>
  Type.Union([schema, Type.Null()]);

/** One of the listed values, named in the emitted schema as a plain `enum`. */
export const OneOf = <const T extends readonly (string | number)[]>(
  values: T,
  options?: SchemaOptions,
): TUnsafe<T[number]> =>
  Type.Unsafe<T[number]>({
    type: typeof values[0] === 'number' ? 'integer' : 'string',
    enum: [...values],
    ...options,
  });

/** A whole number, or its digits as text: some clients quote what the vendor reads as integer. */
export const IntegerLike = Type.Union(
  [Type.Integer(), Type.String({ pattern: '^-?[0-9]{1,15}$' })],
  {
    description: 'A whole number, or its digits as text.',
  },
);
export type IntegerLike = Static<typeof IntegerLike>;

/** The number that an `IntegerLike` stands for. */
export const integerOf = (value: IntegerLike): number => Number(value);

/** An identifier of the vendor's: opaque, its form is never validated. */
export const Id = Type.String();

/** Whole cents. */
export const Money = Type.Object(
  {
    amount: Type.Integer({ description: 'Whole cents.' }),
    currency: Type.String({ description: 'ISO 4217 code.' }),
  },
  { additionalProperties: false, title: 'Money' },
);
export interface Money extends Static<typeof Money> {}

/** Date and time to the second with an offset: `2020-09-23T15:36:04+02:00`; never a fraction. */
export const ZonedDateTime = Type.String({
  format: 'date-time',
  pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})$',
});

/** Free keys of the caller's own. */
export const FreeObject = Type.Record(Type.String(), Type.Unknown());
