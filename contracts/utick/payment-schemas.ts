import { Type, type Static } from '@sinclair/typebox';
import {
  described,
  evidence,
  FreeObject,
  Id,
  IntegerLike,
  Nullable,
  OneOf,
  ZonedDateTime,
} from '#kit/types.ts';

const closed = { additionalProperties: false } as const;

export const PaymentMethod = Type.Object(
  {
    id: Id,
    label: Type.String(),
    typeid: OneOf([-1, 1, 2, 3, 4, 5], {
      description: '-1 unknown, 1 cash, 2 bank transfer, 3 online, 4 invoice, 5 client account.',
    }),
    metadata: FreeObject,
  },
  { ...closed, title: 'PaymentMethod' },
);
export interface PaymentMethod extends Static<typeof PaymentMethod> {}

export const PaymentValue = Type.Object(
  {
    amount: Type.Integer({ description: 'Whole cents; negative when money is given back.' }),
    expectedamount: Type.Integer({ description: 'Whole cents.' }),
    currency: Type.String({ description: 'ISO 4217 code.' }),
  },
  { ...closed, title: 'PaymentValue' },
);
export interface PaymentValue extends Static<typeof PaymentValue> {}

export const PaymentStatus = Type.Object(
  {
    id: evidence('guess', Type.Integer({ description: '1 Paid, 0 Pending, -10 Cancelled.' })),
    label: evidence('guess', Type.String()),
  },
  { ...closed, title: 'PaymentStatus' },
);
export interface PaymentStatus extends Static<typeof PaymentStatus> {}

export const Payment = Type.Object(
  {
    id: Id,
    label: evidence('guess', Type.String({ description: 'That of its payment method.' })),
    orderid: Id,
    paymentmethodid: described('Empty when none.', Id),
    externalid: Type.String({ description: 'Mollie’s id of it, or another system’s.' }),
    couponcode: Type.String(),
    notes: Type.String(),
    value: PaymentValue,
    paymentdate: Nullable(ZonedDateTime),
    status: PaymentStatus,
    paymentmethod: Nullable(PaymentMethod),
    counter: Nullable(Type.Object({ id: Id, label: Type.String() }, closed)),
  },
  { ...closed, title: 'Payment' },
);
export interface Payment extends Static<typeof Payment> {}

/** What a client says of a payment; ids may be empty, which says nothing of them. */
export const PAYMENT_FIELDS = {
  paymentmethodid: Type.Optional(described('Empty says nothing.', Id)),
  counterid: Type.Optional(described('Empty says nothing: the SDK never reads it.', Id)),
  externalid: Type.Optional(Type.String()),
  notes: Type.Optional(Type.String()),
  couponcode: Type.Optional(Type.String()),
  paymentdate: Type.Optional(
    Nullable(Type.String({ description: 'ISO 8601 with zone; null when not paid yet.' })),
  ),
  status: Type.Optional(
    Nullable(
      Type.Object(
        { id: IntegerLike, label: Type.Optional(Type.String()) },
        { title: 'PaymentStatusRequest' },
      ),
    ),
  ),
} as const;

export const PaymentValueRequest = Type.Object(
  {
    amount: described('Whole cents; negative gives back.', IntegerLike),
    expectedamount: Type.Optional(described('Whole cents; absent: the amount.', IntegerLike)),
    currency: Type.Optional(Type.String({ description: 'EUR.' })),
  },
  { title: 'PaymentValueRequest' },
);
export interface PaymentValueRequest extends Static<typeof PaymentValueRequest> {}
