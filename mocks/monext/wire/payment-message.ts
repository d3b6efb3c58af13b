import type { ToldObject } from '#contracts/monext/index.ts';
import type { Order } from '#mocks/monext/domain/order.ts';
import type { PaymentFields } from '#mocks/monext/domain/payment-fields.ts';
import type { Pair } from '#mocks/monext/domain/transaction.ts';
import { longDate } from './mapping.ts';

/** Fields of a payment by the version of the protocol that they came with. */
const SINCE = {
  method: 10,
  softDescriptor: 13,
  cardBrand: 15,
  registrationToken: 18,
} as const satisfies Partial<Record<keyof PaymentFields, number>>;

const newerFields = Object.entries(SINCE) as readonly (readonly [keyof typeof SINCE, number])[]; // its own keys

/** What was paid, as it was asked for; newer fields are left out for an older client. */
export function paymentMessage(
  fields: PaymentFields,
  { contractNumber, version }: { readonly contractNumber: string; readonly version: number },
): ToldObject<'payment'> {
  const { amount = null, currency = '', action = '', mode = '' } = fields;
  const told: Partial<Record<keyof typeof SINCE, string | null>> = {};
  for (const [name, since] of newerFields) if (version >= since) told[name] = fields[name] ?? null;
  return {
    amount,
    currency,
    action,
    mode,
    contractNumber,
    differedActionDate: fields.differedActionDate ?? '',
    ...told,
  };
}

/** What a reply tells of an order; what was not sent comes back as nil. */
export function orderMessage({ fields, placedAt }: Order, version: number): ToldObject<'order'> {
  const { ref = '', amount = '', currency = '' } = fields;
  const newer = {
    discountAmount: fields.discountAmount ?? null,
    otaPackageType: fields.otaPackageType ?? null,
    otaDestinationCountry: fields.otaDestinationCountry ?? null,
    bookingReference: fields.bookingReference ?? null,
    orderExtended: fields.orderExtended ?? null,
    orderOTA: fields.orderOTA ?? null,
  };
  return {
    ref,
    origin: fields.origin ?? null,
    country: fields.country ?? null,
    taxes: fields.taxes ?? null,
    amount,
    currency,
    date: longDate(placedAt),
    // Samples show an empty element, whatever was ordered.
    details: { details: [] },
    deliveryTime: fields.deliveryTime ?? null,
    deliveryMode: fields.deliveryMode ?? null,
    deliveryExpectedDate: fields.deliveryExpectedDate ?? null,
    deliveryExpectedDelay: fields.deliveryExpectedDelay ?? null,
    ...(version >= ORDER_SINCE ? newer : {}),
  };
}

const ORDER_SINCE = 21;

export const privateDataMessage = (pairs: readonly Pair[]): ToldObject<'privateDataList'> | null =>
  pairs.length > 0 ? { privateData: pairs } : null;
