import { Type, type Static } from '@sinclair/typebox';
import { described, OneOf } from '#kit/types.ts';
import { DatasetOrder, DatasetPaymentMethod } from './order-schema.ts';
import { closed, Name, named, object, Places, Text, text, When } from './schema-parts.ts';

const Address = {
  address: Text,
  address2: Text,
  postalCode: Text,
  city: Text,
  country: Text,
};

export const DatasetPrice = object({
  label: Type.String(),
  description: Text,
  amount: Type.Integer({ minimum: 0, description: 'Whole cents.' }),
  min: Type.Optional(Type.Integer({ minimum: 0, description: 'Least places in one request.' })),
  max: Type.Optional(Type.Integer({ minimum: 0, description: 'Most places in one request.' })),
  step: Type.Optional(Type.Integer({ minimum: 1 })),
  hidden: Type.Optional(
    Type.Boolean({ description: 'Seen and sold with a promo code that reveals it.' }),
  ),
});

const Seats = Type.Object(
  {
    rows: Type.Array(Type.String(), { minItems: 1 }),
    from: Type.Integer({ minimum: 1 }),
    to: Type.Integer({ minimum: 1 }),
  },
  { ...closed, description: 'Seats that are free, in the order in which they are given out.' },
);

export const DatasetCategory = object({
  label: Type.String(),
  description: Text,
  color: Text,
  capacity: Type.Optional(Places),
  free: Type.Optional(Places),
  seats: Type.Optional(Seats),
  prices: named(DatasetPrice),
});

export const DatasetStock = object({
  label: Type.String(),
  type: Type.Optional(
    OneOf(['production', 'coproduction', 'host', 'foreign-host', 'other-activity', 'rental']),
  ),
  productType: Type.Optional(
    OneOf([
      'seat',
      'numbered-seat',
      'pack',
      'subscription',
      'entries',
      'restaurant-seat',
      'transport-shuttle',
      'workshop',
      'training',
    ]),
  ),
  event: Type.Optional(Name),
  timeSlot: Type.Optional(Name),
  pack: Type.Optional(Name),
  notes: Text,
  capacity: Places,
  free: Type.Optional(described('The others are sold elsewhere.', Places)),
  categories: named(DatasetCategory),
});

export const DatasetAttraction = object({
  label: Type.String(),
  description: Text,
  type: Type.Optional(
    OneOf([
      'show',
      'exhibition',
      'fair',
      'festival',
      'tour',
      'restaurant',
      'shuttle',
      'travel',
      'childcare',
      'workshop',
    ]),
  ),
  ageLimit: Type.Optional(Type.Integer({ minimum: 0 })),
  cast: Text,
  duration: Text,
  imageUrl: Text,
  externalId: Text,
});

const Bounds = {
  min: Type.Optional(Type.Integer({ minimum: 0, description: 'Least products in it.' })),
  max: Type.Optional(Type.Integer({ minimum: 0, description: 'Most products; 0 is no limit.' })),
};

export const DatasetPackSet = object({
  label: Type.String(),
  description: Text,
  ...Bounds,
  stocks: Type.Record(
    Type.String(),
    Type.Record(Type.String(), Type.Integer({ minimum: 0 }), {
      description: 'Whole cents in the pack, by category and price: `single_full: 1500`.',
    }),
    { description: 'By the name of the stock; prices that are not listed stay as they are.' },
  ),
});

export const DatasetPack = object({
  label: Type.String(),
  description: Text,
  type: Type.Optional(OneOf(['standard', 'shopping', 'passport', 'card'])),
  published: Type.Optional(Type.Boolean({ description: 'Absent: yes.' })),
  mainPack: Type.Optional(Name),
  imageUrl: Text,
  ...Bounds,
  sets: Type.Optional(named(DatasetPackSet)),
});

export const DatasetPromoCode = object({
  label: Type.String({ minLength: 1, description: 'What the customer types.' }),
  description: Text,
  message: Text,
  created: Type.Optional(When),
  starts: Type.Optional(When),
  ends: Type.Optional(When),
  uses: Type.Integer({ minimum: 0, description: 'In total.' }),
  free: Type.Optional(described('The others were used elsewhere.', Places)),
  percentage: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 10_000, description: 'Hundredths: 1000 is 10 %.' }),
  ),
  value: Type.Optional(Type.Integer({ minimum: 0, description: 'Whole cents.' })),
  reveals: Type.Optional(Type.Boolean({ description: 'Shows hidden prices, discounts nothing.' })),
  stocks: Type.Array(Name, { minItems: 1 }),
  category: Type.Optional(text('The only category it applies to: `hedda_single`.')),
});

export const DatasetEvent = object({
  label: Text,
  attraction: Name,
  venue: Name,
  serie: Name,
  starts: When,
  ends: Type.Optional(When),
  status: Type.Optional(
    OneOf([
      'archived',
      'cancelled',
      'option',
      'confirmed',
      'published',
      'published-without-button',
      'cancelled-and-published',
      'waiting-list',
      'sold-out',
      'on-site-only',
      'subscription-only',
    ]),
  ),
  presenting: Text,
  notes: Text,
});

/** What a data set says of Utick. */
export const DatasetSection = Type.Partial(
  Type.Object({
    applications: named(
      object({
        label: Type.String(),
        publicKey: Type.String({ minLength: 1 }),
        privateKey: Type.String({ minLength: 1 }),
        client: object({ label: Type.String() }),
      }),
    ),
    devices: named(object({ label: Type.String() })),
    contacts: named(
      object({
        firstName: Text,
        lastName: Type.String(),
        email: Text,
        mobilePhone: Text,
        language: Text,
        nationality: Text,
        born: Type.Optional(When),
        companyName: Text,
        companyFunction: Text,
        vatNumber: Text,
        ...Address,
      }),
    ),
    attractions: named(DatasetAttraction),
    venues: named(object({ label: Type.String(), ...Address })),
    series: named(object({ label: Type.String() })),
    events: named(DatasetEvent),
    timeSlots: named(
      object({
        label: Text,
        event: Name,
        starts: When,
        ends: Type.Optional(When),
        notes: Text,
      }),
    ),
    stocks: named(DatasetStock),
    packs: named(DatasetPack),
    promoCodes: named(DatasetPromoCode),
    counters: named(object({ label: Type.String() })),
    paymentMethods: named(DatasetPaymentMethod),
    orders: named(DatasetOrder),
  }),
  closed,
);

export type DatasetSection = Static<typeof DatasetSection>;
export type DatasetStock = Static<typeof DatasetStock>;
export type DatasetCategory = Static<typeof DatasetCategory>;
export type DatasetPrice = Static<typeof DatasetPrice>;
export type DatasetAttraction = Static<typeof DatasetAttraction>;
export type DatasetPackSet = Static<typeof DatasetPackSet>;
export type DatasetPack = Static<typeof DatasetPack>;
export type DatasetPromoCode = Static<typeof DatasetPromoCode>;
export type DatasetEvent = Static<typeof DatasetEvent>;
