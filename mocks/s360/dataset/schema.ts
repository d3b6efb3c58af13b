import { Type, type Static } from '@sinclair/typebox';
import { described, OneOf } from '#kit/types.ts';
import { DatasetOrder } from './order-schema.ts';
import {
  closed,
  Count,
  Flag,
  Id,
  Milli,
  Name,
  named,
  object,
  Text,
  text,
  Texts,
  When,
} from './schema-parts.ts';

const Address = Type.Object(
  { street: Type.String(), zipCode: Type.String(), town: Type.String(), country: Type.String() },
  closed,
);

const Institution = Type.Object(
  {
    code: Type.String({ pattern: '^[A-Z0-9]+$' }),
    id: Type.Optional(described('Of the organisation.', Id)),
    name: Texts,
    zone: Type.Optional(text('IANA name; Europe/Paris when absent.')),
    languages: Type.Array(Type.String({ pattern: '^[a-z]{2}$' }), { minItems: 1 }),
    address: Address,
    mostPlacesPerPerformance: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  closed,
);

const Operator = Type.Object(
  {
    login: text('`MOSA_B2C`: the code of the institution, and a name.'),
    secret: Type.String({ minLength: 1 }),
    pointOfSales: Name,
  },
  closed,
);

const SalesChannel = object({
  institution: Name,
  code: Type.String(),
  name: Texts,
  abandonDelay: Type.Integer({ minimum: 1, description: 'How long an order may be idle.' }),
  contingent: Name,
});

const PaymentMethod = object({
  institution: Name,
  code: Type.String(),
  name: Texts,
  nature: OneOf(['card', 'waiting-account', 'cash', 'manual']),
  takesTooMuch: Flag,
});

const Space = object({
  institution: Name,
  code: Type.String(),
  name: Texts,
  site: Type.Object(
    { id: Type.Optional(Id), code: Type.String(), name: Texts, address: Type.Optional(Address) },
    closed,
  ),
  areas: Type.Optional(named(object({ code: Type.String() }))),
});

const states = OneOf([
  'preparing',
  'validated',
  'running',
  'suspended',
  'cancelled',
  'closed',
  'cancelled-closed',
]);
const State = Type.Optional(states);
const mainCategory = OneOf(['occasional', 'subscriber', 'in-season-ticket', 'member', 'invited']);

const Season = object({
  institution: Name,
  code: Type.String({ maxLength: 8 }),
  name: Texts,
  state: State,
  starts: When,
  ends: When,
  priceLevels: Type.Optional(
    named(object({ code: Type.String(), mainCategory: Type.Optional(mainCategory) })),
  ),
  audiences: named(
    object({
      code: Type.String(),
      name: Texts,
      mainCategory: Type.Optional(mainCategory),
      secondaryCategory: Type.Optional(
        OneOf(['individual', 'community', 'group', 'taxed', 'free', 'promotional', 'error']),
      ),
      subCategories: named(
        object({
          code: Type.String(),
          name: Texts,
          description: Type.Optional(Texts),
          kind: Type.Optional(OneOf(['full', 'reduced', 'free'])),
        }),
      ),
    }),
  ),
});

/** By the name of an audience sub-category. */
const Prices = Type.Record(Type.String(), Milli);

const Seats = Type.Object(
  {
    rows: Type.Array(Type.String(), { minItems: 1 }),
    perRow: Type.Integer({ minimum: 1 }),
    firstId: Type.Optional(described('Of the first seat; the others follow.', Id)),
    area: Name,
  },
  { ...closed, description: 'Numbered seats, in the order in which they are given out.' },
);

const SeatCategory = object({
  code: Type.String(),
  name: Texts,
  areas: Type.Optional(Type.Array(Name)),
  prices: Prices,
  places: Type.Optional(
    Type.Record(Type.String(), Count, { description: 'By the name of a contingent.' }),
  ),
  seats: Type.Optional(Seats),
  contingent: Type.Optional(described('Of numbered seats.', Name)),
});

const Performance = object({
  code: Type.Optional(Type.String({ maxLength: 8 })),
  name: Type.Optional(Texts),
  state: State,
  starts: When,
  minutes: Type.Optional(Type.Integer({ minimum: 1 })),
  item: Type.Optional(Id),
  seatCategories: named(SeatCategory),
});

const Timeslot = object({
  starts: When,
  ends: When,
  startTime: Type.String({ pattern: '^[0-2][0-9]:[0-5][0-9]$' }),
  minutes: Type.Integer({ minimum: 1 }),
  quota: Count,
});

const Product = object({
  season: Name,
  code: Type.String({ maxLength: 8 }),
  family: OneOf(['single-entry', 'season-ticket', 'pass', 'membership', 'service', 'goods']),
  subFamily: Text,
  name: Texts,
  description: Type.Optional(Texts),
  state: State,
  vat: Type.Optional(Name),
  space: Name,
  channels: Type.Optional(described('Absent: all of the institution.', Type.Array(Name))),
  charge: Type.Optional(Name),
  exchangeable: Flag,
  nominative: Flag,
  minQuantity: Type.Optional(Type.Integer({ minimum: 1 })),
  validMonths: Type.Optional(Type.Integer({ minimum: 1 })),
  item: Type.Optional(described('Of what has no dates.', Id)),
  prices: Type.Optional(Prices),
  units: Type.Optional(
    Type.Record(Type.String(), Count, {
      description: 'By the name of a contingent; absent: any number.',
    }),
  ),
  timeslots: Type.Optional(named(Timeslot)),
  performances: Type.Optional(named(Performance)),
  holds: Type.Optional(described('Of a season ticket: products.', Type.Array(Name))),
});

const Contact = Type.Object(
  {
    number: Type.Optional(Type.Integer({ minimum: 1 })),
    institution: Name,
    firstName: Type.String(),
    lastName: Type.String(),
    email: Type.String(),
    login: Text,
    gender: Type.Optional(OneOf(['male', 'female', 'unknown'])),
    country: Text,
    phone: Text,
    zipCode: Text,
    waitingAccount: Flag,
    balance: Type.Optional(Type.Integer({ description: 'Thousandths; below 0 it owes.' })),
  },
  closed,
);

const COUNTERS = [
  'orders',
  'files',
  'operations',
  'movements',
  'instances',
  'contacts',
  'tickets',
  'payments',
] as const;

/** What a data set says of S-360. */
export const DatasetSection = Type.Partial(
  Type.Object({
    counters: Type.Partial(
      Type.Object(Object.fromEntries(COUNTERS.map((name) => [name, Id])), {
        ...closed,
        description: 'The first id of each kind.',
      }),
    ),
    next: Type.Partial(
      Type.Object(
        { orderSecretUuid: Type.Array(Type.String()) },
        { ...closed, description: 'What chance gives first, in order.' },
      ),
    ),
    institutions: named(Institution),
    operators: named(Operator),
    contingents: named(object({ institution: Name, name: Texts })),
    salesChannels: named(SalesChannel),
    pointsOfSales: named(object({ salesChannel: Name, code: Type.String() })),
    vatCodes: named(
      object({ institution: Name, code: Type.String(), rate: Count, country: Type.String() }),
    ),
    charges: named(object({ institution: Name, code: Type.String(), name: Texts, amount: Milli })),
    paymentMethods: named(PaymentMethod),
    spaces: named(Space),
    seasons: named(Season),
    products: named(Product),
    contacts: named(Contact),
    orders: named(DatasetOrder),
  }),
  closed,
);

export type DatasetSection = Static<typeof DatasetSection>;
export type DatasetTexts = Static<typeof Texts>;
export type DatasetSeason = Static<typeof Season>;
export type DatasetProduct = Static<typeof Product>;
export type DatasetPerformance = Static<typeof Performance>;
export type DatasetSeatCategory = Static<typeof SeatCategory>;
