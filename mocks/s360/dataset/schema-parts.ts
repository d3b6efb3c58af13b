import { Type, type TProperties, type TSchema } from '@sinclair/typebox';
import { DATE_PATTERN } from '#kernel/relative-date.ts';

export const closed = { additionalProperties: false } as const;
export const text = (description: string) => Type.String({ description });
export const Text = Type.Optional(Type.String());
export const Flag = Type.Optional(Type.Boolean());
export const Name = text('Name of another object of this data set.');
export const Count = Type.Integer({ minimum: 0 });
export const Milli = Type.Integer({ minimum: 0, description: 'Thousandths: 17000 is 17 €.' });

/** Digits: the vendor's ids are numbers. */
export const Id = Type.Integer({
  minimum: 1,
  maximum: Number.MAX_SAFE_INTEGER,
  description: 'Absent: drawn from the seed and the name.',
});

export const When = Type.String({
  pattern: DATE_PATTERN,
  description: '`now+30d@20:00`, `now-2h`, or ISO 8601; wall times are the institution’s.',
});

/** A text in each language, or one for all. */
export const Texts = Type.Union([
  Type.String(),
  Type.Record(Type.String({ pattern: '^[a-z]{2}$' }), Type.String({ minLength: 1 }), closed),
]);

export const object = <P extends TProperties>(properties: P) =>
  Type.Object({ id: Type.Optional(Id), ...properties }, closed);

/** Objects by the short name that `${data.s360.items.vip}` reaches them by. */
export const named = <T extends TSchema>(schema: T) =>
  Type.Record(Type.String({ pattern: '^[A-Za-z][A-Za-z0-9]*$' }), schema, closed);
