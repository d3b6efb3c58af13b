import { Type, type TSchema } from '@sinclair/typebox';
import { DATE_PATTERN } from '#kernel/relative-date.ts';

export const closed = { additionalProperties: false } as const;
export const text = (description: string) => Type.String({ description });
export const Text = Type.Optional(Type.String());
export const Name = text('Name of another object of this data set.');
export const Yes = (description: string) => Type.Optional(Type.Boolean({ description }));

export const When = Type.String({
  pattern: DATE_PATTERN,
  description: '`now+30d@20:00`, `now-2h`, or ISO 8601 with zone; wall times are French.',
});

/** Objects by the short name that `${data.wsone.persons.dupond}` reaches them by. */
export const named = <T extends TSchema>(schema: T) =>
  Type.Record(Type.String({ pattern: '^[A-Za-z][A-Za-z0-9]*$' }), schema, closed);
