import { Type, type Static } from '@sinclair/typebox';
import { OneOf } from '#kit/types.ts';
import { closed, Name, named, Text, text, When, Yes } from './schema-parts.ts';

const Cents = (description: string) => Type.Integer({ minimum: 0, description });

const DatasetStore = Type.Object(
  {
    number: Type.String({ minLength: 1, description: 'That tills send: `666666`.' }),
    label: Type.String(),
    parent: Type.Optional(Name),
  },
  closed,
);

/** What an offer is; persons hold instances of it. */
export const DatasetOffer = Type.Object(
  {
    id: Type.String({ minLength: 1, description: 'The vendor’s offerId: `57384`.' }),
    name: Type.String(),
    description: Text,
    amount: Type.Optional(Cents('Whole cents off; or `percentage`.')),
    percentage: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 10_000, description: 'Hundredths: 1000 is 10 %.' }),
    ),
    minimum: Type.Optional(Cents('Minimum basket in whole cents; absent: none.')),
    days: Type.Optional(Type.Integer({ minimum: 0, description: 'It lives; absent: 60.' })),
    welcome: Yes('Issued when a card is activated.'),
    tier: Type.Optional(
      Type.Integer({ minimum: 1, description: 'Issued for so many points, which are spent.' }),
    ),
    channel: Text,
    appliedByEngine: Yes('False: the till takes the reduction off by itself. Absent: true.'),
    taxRate: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 10_000, description: 'Hundredths of a percent.' }),
    ),
  },
  closed,
);

export const DatasetIdentifier = Type.Object(
  {
    type: Type.Optional(Type.Integer({ description: '1 card, 10 WEB account; absent: 1.' })),
    value: Type.String({ minLength: 1 }),
    activated: Type.Optional(When),
    status: Type.Optional(OneOf(['active', 'replaced', 'blocked'])),
  },
  closed,
);

const HeldOffer = Type.Object(
  {
    offer: Name,
    number: Type.Optional(text('Absent: the next one.')),
    aliases: Type.Optional(
      Type.Array(Type.String(), { description: 'Further numbers that lead to it.' }),
    ),
    sent: Type.Optional(When),
    starts: Type.Optional(When),
    ends: Type.Optional(When),
    used: Yes('Used before this data set begins.'),
  },
  closed,
);

const Consent = Type.Optional(
  Type.Object(
    {
      status: Type.Integer({ minimum: 0 }),
      company: Type.Integer({ minimum: 0 }),
      trusted: Type.Integer({ minimum: 0 }),
    },
    { ...closed, description: '1 is valid, 1 is yes; absent: all 1.' },
  ),
);

/** A thing that the vendor knows by an id of its own. */
const Labelled = Type.Object({ id: Type.String({ minLength: 1 }), label: Type.String() }, closed);

const DatasetSubscription = Type.Object(
  {
    id: Type.String(),
    label: Type.String(),
    active: Yes('Absent: true.'),
    updated: Type.Optional(When),
  },
  closed,
);

const Points = Type.Optional(Type.Integer());

export const DatasetPerson = Type.Object(
  {
    groupeId: Type.Optional(text('Absent: the next one.')),
    store: Name,
    title: Type.Optional(Type.Integer({ minimum: 1, maximum: 3 })),
    firstName: Text,
    lastName: Type.String(),
    born: Type.Optional(
      Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: '`2000-01-31`' }),
    ),
    email: Text,
    emailConsent: Consent,
    cellPhone: Text,
    cellPhoneConsent: Consent,
    address: Text,
    address2: Text,
    postalCode: Text,
    city: Text,
    country: Text,
    subscriptions: Type.Optional(Type.Array(DatasetSubscription)),
    segments: Type.Optional(Type.Array(Labelled, { description: 'What getBadge answers.' })),
    identifiers: Type.Optional(Type.Array(DatasetIdentifier)),
    points: Points,
    visits: Points,
    accountOrder: Type.Optional(OneOf(['points-first', 'visits-first'])),
    offers: Type.Optional(named(HeldOffer)),
  },
  closed,
);

/** A receipt that was sent by the first card of its customer, and what became of it. */
const DatasetTransaction = Type.Object(
  {
    person: Name,
    store: Name,
    status: OneOf(['pending', 'valid', 'refunded', 'cancelled']),
    receipt: Type.String({ minLength: 1, description: 'Number of the till’s receipt.' }),
    date: Type.Optional(When),
    cashdesk: Text,
    total: Type.Integer({ description: 'Whole cents, before offers.' }),
    preTax: Type.Optional(Type.Integer({ description: 'Whole cents.' })),
    discount: Type.Optional(Cents('Whole cents that the till took off.')),
    offers: Type.Optional(Type.Array(Type.String(), { description: 'Numbers presented.' })),
  },
  closed,
);

/** A questionnaire. */
const DatasetForm = Type.Object(
  { label: Type.String(), questions: Type.Record(Type.String(), Type.String()) },
  closed,
);

/** The numbers that are given out next; what is left out begins where the double begins. */
const Next = Type.Object(
  {
    transaction: Type.Optional(
      Type.Integer({ minimum: 2, maximum: 1_000_000, description: '157: the next is A157.' }),
    ),
  },
  closed,
);

/** What a data set says of WsOne. */
export const DatasetSection = Type.Partial(
  Type.Object({
    clients: named(
      Type.Object(
        {
          username: Type.String({ pattern: '^[^:]+$' }),
          password: Type.String({ minLength: 1 }),
          label: Text,
        },
        closed,
      ),
    ),
    stores: named(DatasetStore),
    subscriptions: named(Labelled),
    offers: named(DatasetOffer),
    persons: named(DatasetPerson),
    freeIdentifiers: named(DatasetIdentifier),
    forms: named(DatasetForm),
    transactions: named(DatasetTransaction),
    next: Next,
  }),
  closed,
);

export type DatasetSection = Static<typeof DatasetSection>;
export type DatasetPerson = Static<typeof DatasetPerson>;
export type DatasetOffer = Static<typeof DatasetOffer>;
export type DatasetIdentifier = Static<typeof DatasetIdentifier>;
export type DatasetHeldOffer = Static<typeof HeldOffer>;
export type DatasetTransaction = Static<typeof DatasetTransaction>;
