import { Type, type Static, type TSchema } from '@sinclair/typebox';
import { DATE_PATTERN } from '#kernel/relative-date.ts';
import { described, OneOf } from '#kit/types.ts';

const closed = { additionalProperties: false } as const;
const Text = Type.Optional(Type.String());
const Flag = (description: string) => Type.Optional(Type.Boolean({ description }));
const Cents = (description: string) => Type.Integer({ minimum: 0, description });
const Name = Type.String({ description: 'Name of another object of this data set.' });
const CardNumber = Type.String({ pattern: '^\\d{12,19}$', description: 'A made-up number.' });
const When = Type.String({
  pattern: DATE_PATTERN,
  description: '`now-2d@10:00`, `now-2h`, or ISO 8601 with zone; wall times are those of Paris.',
});

/** Objects by the short name that `${data.monext.payments.coat}` reaches them by. */
const named = <T extends TSchema>(schema: T) =>
  Type.Optional(Type.Record(Type.String({ pattern: '^[A-Za-z][A-Za-z0-9]*$' }), schema, closed));

const Merchant = Type.Object(
  {
    id: Type.String({ pattern: '^\\d{14}$', description: 'The user name of its calls.' }),
    accessKey: Type.String({ minLength: 1 }),
    label: Type.String(),
    locked: Flag('Its credentials are right, and it is still not let in.'),
  },
  closed,
);

const PointOfSale = Type.Object(
  {
    merchant: Name,
    number: Type.String({ description: 'The vendor’s: `1`.' }),
    label: Type.String(),
    siret: Text,
    categoryCode: Type.Optional(Type.String({ minLength: 4, maxLength: 4 })),
    email: Text,
    url: Text,
    notificationUrl: Text,
  },
  closed,
);

const Contract = Type.Object(
  {
    pointOfSale: Name,
    number: Type.String({ minLength: 1, maxLength: 20 }),
    label: Type.String(),
    cardType: Type.String({ description: '`CB`, `AMEX`, …' }),
    currency: Type.Optional(Type.String({ pattern: '^\\d{3}$', description: 'Absent: 978.' })),
    minAmount: Type.Optional(Cents('Less is refused.')),
    maxAmount: Type.Optional(Cents('More is refused.')),
    duplicateCheck: Flag('Absent: it checks.'),
    reauthorisation: Flag('Absent: the option is there.'),
    needs3dSecure: Flag('Absent: payments go without.'),
  },
  closed,
);

const TestCard = Type.Object(
  { number: CardNumber, behaviour: OneOf(['frictionless', 'challenge', 'failed']) },
  closed,
);

export const DatasetPayment = Type.Object(
  {
    contract: Name,
    ref: Type.String({ description: 'Of its order.' }),
    amount: Cents('In the smallest unit.'),
    status: OneOf([
      'authorised',
      'partly-captured',
      'captured',
      'settled',
      'refunded',
      'cancelled',
      'declined',
      'on-hold',
    ]),
    captured: Type.Optional(Cents('Of what is partly captured; absent: half of it.')),
    card: Type.Optional(described('Absent: an ordinary one.', CardNumber)),
    created: Type.Optional(described('Absent: now.', When)),
    firstName: Text,
    lastName: Text,
    email: Text,
  },
  closed,
);
export interface DatasetPayment extends Static<typeof DatasetPayment> {}

export const DatasetSection = Type.Object(
  {
    merchants: named(Merchant),
    pointsOfSale: named(PointOfSale),
    contracts: named(Contract),
    testCards: named(TestCard),
    payments: named(DatasetPayment),
  },
  closed,
);
export interface DatasetSection extends Static<typeof DatasetSection> {}
