import { Type } from '@sinclair/typebox';
import { described, evidence, List } from '#kit/types.ts';
import { given, GivenFlag, GivenId, GivenInt } from './scalars.ts';

/** A contact's number, as text or not. */
export const ContactReference = Type.Union([Type.String(), Type.Integer()]);

export const PurchaserInfo = given('PurchaserInfo', {
  contactReference: Type.Optional(ContactReference),
});

const operationId = Type.Optional(
  evidence('guess', described('Changes this operation in place of adding one.', GivenId)),
);
const contingentId = Type.Optional(
  evidence('inferred', described('Absent: the only one of the sales channel.', GivenId)),
);

export const SimpleProductOperation = given('SimpleProductOperation', {
  operationId,
  audienceSubCategoryId: Type.Optional(GivenId),
  quantity: Type.Optional(GivenInt),
  itemId: Type.Optional(GivenId),
  contingentId,
});

export const OperationAttribution = given('OperationAttribution', {
  operationId,
  audienceSubCategoryId: Type.Optional(GivenId),
  quantity: Type.Optional(GivenInt),
  performanceId: Type.Optional(GivenId),
  seatCategoryId: Type.Optional(GivenId),
  contingentId,
});

export const SingleEntryAttributionOperation = given('SingleEntryAttributionOperation', {
  operationAttributions: List(OperationAttribution),
  preferedAreas: Type.Optional(described('Spelt so by the vendor.', List(GivenId))),
});

export const NumberedMovementUpdate = given('NumberedMovementUpdate', {
  movementId: GivenId,
  seatId: GivenId,
});

/** Composed products: how they are ordered is not public, and not built. */
export const ComposedOperation = given('ComposedOperation', {
  itemId: Type.Optional(GivenId),
});

export const GivenOrigin = given('GivenOrigin', { toCreateToken: Type.Optional(GivenFlag) });

export const PaymentInfo = given('PaymentInfo', {
  amount: Type.Optional(described('Thousandths of the currency unit.', GivenId)),
  paymentMethodId: Type.Optional(GivenId),
  contactReference: Type.Optional(ContactReference),
  paymentIdentifier: Type.Optional(Type.String()),
  valueDate: Type.Optional(Type.String()),
});

export const WaitingAccountPayment = given('WaitingAccountPayment', {
  movementId: Type.Optional(GivenId),
  amount: Type.Optional(described('Thousandths of the currency unit.', GivenId)),
  paymentMethodId: Type.Optional(GivenId),
  contactReference: Type.Optional(ContactReference),
});
