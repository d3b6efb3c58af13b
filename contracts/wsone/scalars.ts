import { Type, type Static, type TSchema, type TUnsafe } from '@sinclair/typebox';
import { javaDouble } from '#kit/types.ts';

/**
 * The vendor's samples send every scalar as text (`"37.56"`, `"2"`) in one place and as a number
 * (`identifierType: 1`) in another, so requests may do either.
 */
export const TextLike = Type.Union([Type.String(), Type.Number()]);
export type TextLike = Static<typeof TextLike>;

export const text = (description: string) =>
  Type.Union([Type.String(), Type.Number()], { description });

/** A number with a point, or as text; its form is judged by the double, not by the schema. */
export const amount = (description: string): TUnsafe<Amount> =>
  Type.Unsafe<Amount>(
    Type.Union([Type.Number(), Type.String()], {
      description: `${description} A number, or one as text, with a point.`,
    }),
  );

declare const FRACTION: unique symbol;
/** Of a scalar that may have a fraction. It stands in types only: any number or text fits. */
export interface Fraction {
  readonly [FRACTION]?: never;
}
/** Whether a type is that of such a scalar. */
export type HasFraction<T> = typeof FRACTION extends keyof T ? true : false;

/** A number that the vendor writes with a fraction, even when it is whole: `17.0`. */
export type Double = number & Fraction;
export type Amount = Double | (string & Fraction);

export const double = (description?: string): TUnsafe<Double> =>
  javaDouble(Type.Unsafe<Double>(Type.Number(description === undefined ? {} : { description })));

export const count = (description: string) =>
  Type.Union([Type.Integer(), Type.String()], {
    description: `${description} A whole number, or one as text.`,
  });

/** French wall time: `27/09/2025 16:30:00`. */
export const DateTimeText = Type.String({
  pattern: '^[0-9]{2}/[0-9]{2}/[0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2}$',
  description: 'dd/MM/yyyy HH:mm:ss, French wall time.',
});

/** `01/01/2000` */
export const DateText = Type.String({
  pattern: '^[0-9]{2}/[0-9]{2}/[0-9]{4}$',
  description: 'dd/MM/yyyy.',
});

/** The one exception among the vendor's dates: `2025-09-24 11:20:00.000`. */
export const ActivationDateText = Type.String({
  pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}$',
  description: 'yyyy-MM-dd HH:mm:ss.SSS, French wall time.',
});

export const closed = { additionalProperties: false } as const;

/** Left out where there is nothing to say; a message may hold the key without a value. */
export const Sometimes = <T extends TSchema>(schema: T) =>
  Type.Optional(Type.Unsafe<Static<T> | undefined>(schema));
