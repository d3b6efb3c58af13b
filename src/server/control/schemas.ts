import { Type } from '@sinclair/typebox';
import { List } from '#kit/types.ts';

/** An object that says all it has. */
export const closed = { additionalProperties: false } as const;

export const InstantText = Type.String({
  description: 'ISO 8601 with its zone: `2026-03-04T10:00:00+01:00`.',
});

export const Limit = Type.Integer({ minimum: 1, maximum: 1000, default: 100 });

export const Texts = List(Type.String());

/** RFC 9457. */
export const ProblemSchema = Type.Object(
  {
    type: Type.String({ format: 'uri' }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    pointer: Type.Optional(Type.String({ description: 'JSON pointer into the request’s body.' })),
    failure: Type.Optional(Type.Unknown({ description: 'Of a refused action: why.' })),
  },
  { ...closed, title: 'Problem' },
);

/** What a parameter in a path means, wherever it stands. */
export const pathParameters: Readonly<Record<string, string>> = {
  sandbox: 'Name of the sandbox: `default`.',
  vendor: 'Name of the vendor: `utick`.',
  table: 'One of the vendor’s tables.',
  id: 'What the list calls `id`.',
  action: 'One of the vendor’s actions: see the catalogue.',
  schema: 'Operation and direction: `getOrder.response.json`.',
};
