import { Type, type Static } from '@sinclair/typebox';
import { described, evidence, FreeObject, Id, List, OneOf } from '#kit/types.ts';

/** True or false, or how PHP and the vendor's samples may write it. */
export const BooleanLike = Type.Union(
  [Type.Boolean(), OneOf([0, 1]), OneOf(['0', '1', 'true', 'false', ''])],
  { description: 'A boolean, or 0, 1 or a text of one.' },
);
export type BooleanLike = Static<typeof BooleanLike>;

const text = (description: string) =>
  Type.Optional(evidence('public', Type.String({ description })));

/** What a client may write into an order, besides its language and its status. */
export const ORDER_FIELDS = {
  name: text('Marks the whole-order form of a PATCH.'),
  country: text('ISO 3166-1 alpha-2.'),
  postalcode: text('Of the buyer.'),
  automaticcancel: Type.Optional(
    evidence('public', described('Kept and given back.', BooleanLike)),
  ),
  contactid: Type.Optional(Id),
  notes: text('Free text.'),
  metadata: Type.Optional(
    evidence(
      'public',
      described(
        'Alone: a JSON text. In the whole-order form: an object, or [] when empty.',
        Type.Union([Type.String(), FreeObject, List(Type.Unknown())]),
      ),
    ),
  ),
} as const;
