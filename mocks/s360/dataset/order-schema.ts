import { Type, type Static } from '@sinclair/typebox';
import { described, OneOf } from '#kit/types.ts';
import { closed, Flag, Id, Name, Text, When } from './schema-parts.ts';

const Line = Type.Object(
  {
    item: Type.Optional(described('Of what has no dates: the product’s name.', Name)),
    performance: Type.Optional(described('Within its product: `match_opening`.', Name)),
    seatCategory: Type.Optional(described('Within the performance: `first`.', Name)),
    audience: Name,
    quantity: Type.Integer({ minimum: 1 }),
    fileOf: Type.Optional(described('An order above, in whose file it is.', Name)),
  },
  closed,
);

const Payment = Type.Object(
  {
    method: Name,
    amount: Type.Integer({ minimum: 0, description: 'Thousandths.' }),
    contact: Type.Optional(Name),
  },
  closed,
);

/** An order of a data set: it is made the way a client makes it. */
export const DatasetOrder = Type.Object(
  {
    id: Type.Optional(Id),
    file: Type.Optional(Id),
    operation: Type.Optional(described('Of its first operation; the others follow.', Id)),
    pointOfSales: Name,
    purchaser: Type.Optional(Name),
    created: Type.Optional(When),
    status: OneOf(['open', 'validated', 'closed', 'abandoned', 'expired']),
    idle: Type.Optional(
      OneOf(['from-the-first-call'], { description: 'Absent: from its creation on.' }),
    ),
    lines: Type.Array(Line, { minItems: 1 }),
    payments: Type.Optional(Type.Array(Payment)),
    barCodes: Flag,
    externalReference: Text,
  },
  closed,
);
export type DatasetOrder = Static<typeof DatasetOrder>;
export type DatasetLine = Static<typeof Line>;
