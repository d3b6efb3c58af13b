import { Type, type Static } from '@sinclair/typebox';
import { OneOf } from '#kit/types.ts';
import { closed, Name, named, object, Text, When } from './schema-parts.ts';

export const DatasetPaymentMethod = object({
  label: Type.String(),
  type: Type.Optional(
    OneOf(['unknown', 'cash', 'bank-transfer', 'online', 'invoice', 'client-account']),
  ),
});

const Payment = Type.Object(
  {
    method: Type.Optional(Name),
    counter: Type.Optional(Name),
    amount: Type.Integer({ description: 'Whole cents; negative when given back.' }),
    status: Type.Optional(OneOf(['paid', 'pending', 'cancelled'])),
    date: Type.Optional(When),
    externalId: Text,
    notes: Text,
  },
  { ...closed, description: 'Of a cancelled or abandoned order: it came afterwards.' },
);

const Products = Type.Object(
  {
    stock: Name,
    category: Name,
    price: Name,
    quantity: Type.Integer({ minimum: 1 }),
  },
  closed,
);

export const DatasetOrder = Type.Object(
  {
    contact: Type.Optional(Name),
    status: OneOf(
      [
        'abandoned',
        'cancelled',
        'creating',
        'confirmed',
        'to-pay',
        'partially-paid',
        'paid',
        'overpaid',
        'to-deliver',
        'to-print',
        'completed',
        'archived',
      ],
      { description: 'Where its payments lead; without any, a client declared it paid.' },
    ),
    created: Type.Optional(When),
    shipping: Type.Optional(OneOf(['none', 'post', 'desk', 'home'])),
    notes: Text,
    products: Type.Array(Products, { minItems: 1 }),
    payments: Type.Optional(named(Payment)),
  },
  closed,
);

export type DatasetPaymentMethod = Static<typeof DatasetPaymentMethod>;
export type DatasetPayment = Static<typeof Payment>;
export type DatasetOrder = Static<typeof DatasetOrder>;
