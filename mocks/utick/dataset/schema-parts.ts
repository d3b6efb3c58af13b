import { Type, type TProperties, type TSchema } from '@sinclair/typebox';
import { DATE_PATTERN } from '#kernel/relative-date.ts';

export const closed = { additionalProperties: false } as const;
export const text = (description: string) => Type.String({ description });
export const Text = Type.Optional(Type.String());
const GivenId = Type.Optional(text('Absent: drawn from the seed and the name.'));
export const Name = text('Name of another object of this data set.');
export const Places = Type.Integer({ minimum: 0 });

export const When = Type.String({
  pattern: DATE_PATTERN,
  description: '`now+30d@20:00`, `now-2h`, or ISO 8601 with zone; wall times are Belgian.',
});

export const object = <P extends TProperties>(properties: P) =>
  Type.Object({ id: GivenId, ...properties }, closed);

/** Objects by the short name that `${data.utick.stocks.hedda}` reaches them by. */
export const named = <T extends TSchema>(schema: T) =>
  Type.Record(Type.String({ pattern: '^[A-Za-z][A-Za-z0-9]*$' }), schema, closed);
