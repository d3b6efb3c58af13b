import type { Instant } from '#kernel/instant.ts';
import { parseMinute } from './calendar.ts';

/** An ordered item as a client fills it in. */
export interface ItemFields {
  readonly ref?: string;
  readonly price?: string;
  readonly quantity?: string;
  readonly comment?: string;
  readonly category?: string;
  readonly brand?: string;
  readonly subcategory1?: string;
  readonly subcategory2?: string;
  readonly additionalData?: string;
  readonly taxRate?: string;
  readonly seller?: string;
  readonly sellerType?: string;
}

/** The Order object as a client fills it in; a field that is empty is not there. */
export interface OrderFields {
  readonly ref?: string;
  readonly origin?: string;
  readonly country?: string;
  readonly taxes?: string;
  readonly amount?: string;
  readonly currency?: string;
  readonly date?: string;
  readonly details?: { readonly details?: readonly ItemFields[] };
  readonly deliveryTime?: string;
  readonly deliveryMode?: string;
  readonly deliveryExpectedDate?: string;
  readonly deliveryExpectedDelay?: string;
  readonly deliveryCharge?: string;
  readonly discountAmount?: string;
  readonly otaPackageType?: string;
  readonly otaDestinationCountry?: string;
  readonly bookingReference?: string;
  readonly orderDetail?: string;
  readonly orderExtended?: string;
  readonly orderOTA?: string;
}

/** The versions of the protocol with which fields came; an older client’s are ignored. */
export const SINCE = {
  deliveryCharge: 18,
  discountAmount: 21,
  otaPackageType: 21,
  otaDestinationCountry: 21,
  bookingReference: 21,
  orderDetail: 21,
  orderExtended: 21,
  orderOTA: 21,
} as const satisfies Partial<Record<keyof OrderFields, number>>;

/** An order that was accepted, as it is told again. */
export interface Order {
  readonly ref: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly placedAt: Instant;
  /** The rest, as it was sent. */
  readonly fields: OrderFields;
}

const fieldsSince = Object.entries(SINCE);
const ORDER_DETAIL_ORIGINS: readonly (string | undefined)[] = ['MO', 'TO'];

/** Without what the client's version of the protocol does not know, nor what its origin rules out. */
export function knownFields(fields: OrderFields, version: number): OrderFields {
  const newer = fieldsSince.filter(([name, since]) => name in fields && version < since);
  const dropped = new Set(newer.map(([name]) => name));
  // Documented as “used only for origin = MO or TO”.
  if (!ORDER_DETAIL_ORIGINS.includes(fields.origin)) dropped.add('orderDetail');
  if (![...dropped].some((name) => name in fields)) return fields;
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !dropped.has(name)));
}

/** Of fields that broke no rule. */
export function orderOf(fields: OrderFields): Order {
  const { ref = '', amount = '', currency = '', date = '' } = fields;
  return { ref, amountMinor: Number(amount), currency, placedAt: parseMinute(date) ?? 0, fields };
}
