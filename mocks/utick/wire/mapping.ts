import { ORDER_STATUS_LABELS, type OrderStatus as StatusMessage } from '#contracts/utick/index.ts';
import type { Instant } from '#kernel/instant.ts';
import { formatZoned } from '#kernel/zone.ts';
import {
  settableStatuses,
  statusNumbers,
  type OrderStatus,
  type SettableStatus,
} from '#mocks/utick/domain/order.ts';
import type { ProductType, StockType } from '#mocks/utick/domain/stock.ts';

/** Server times of the vendor's samples carry Belgium's winter and summer offsets. */
export const ZONE = 'Europe/Brussels';

/** To the second: the SDK fails on fractions and on dates without a zone. */
export const dateText = (instant: Instant): string => formatZoned(instant, ZONE);

export const dateOrNull = (instant: Instant | undefined): string | null =>
  instant === undefined ? null : dateText(instant);

const statusOf = (status: OrderStatus): StatusMessage => {
  const id = statusNumbers[status];
  return { id, label: ORDER_STATUS_LABELS[id] };
};

/** One object per status, shared by all messages. */
export const statusMessages: Readonly<Record<OrderStatus, StatusMessage>> = {
  abandoned: statusOf('abandoned'),
  cancelled: statusOf('cancelled'),
  creating: statusOf('creating'),
  confirmed: statusOf('confirmed'),
  'to-pay': statusOf('to-pay'),
  'partially-paid': statusOf('partially-paid'),
  paid: statusOf('paid'),
  overpaid: statusOf('overpaid'),
  'to-deliver': statusOf('to-deliver'),
  'to-print': statusOf('to-print'),
  completed: statusOf('completed'),
  archived: statusOf('archived'),
};

export const settableStatus = (id: number): SettableStatus | 'unlisted' =>
  settableStatuses.find((status) => statusNumbers[status] === id) ?? 'unlisted';

export const stockTypeIds: Readonly<Record<StockType, number>> = {
  production: 1,
  coproduction: 2,
  host: 10,
  'foreign-host': 11,
  'other-activity': 15,
  rental: 20,
};

export const productTypeIds: Readonly<Record<ProductType, number>> = {
  seat: 1,
  'numbered-seat': 2,
  pack: 10,
  subscription: 11,
  entries: 101,
  'restaurant-seat': 502,
  'transport-shuttle': 601,
  workshop: 1101,
  training: 1102,
};

/** `ORD` and eight digits. */
export const orderLabel = (number: number): string => `ORD${String(number).padStart(8, '0')}`;

/** The number in a label; `unknown` when no order can have that label. */
export function orderNumberOf(label: string): number | 'unknown' {
  const number = Number(/^ORD(\d{8,15})$/.exec(label)?.[1]);
  return orderLabel(number) === label ? number : 'unknown';
}

/** `10,00 €`: French, whatever the language of the answer. */
export function priceLabel(amountMinor: number): string {
  const cents = String(Math.abs(amountMinor)).padStart(3, '0');
  const sign = amountMinor < 0 ? '-' : '';
  return `${sign}${cents.slice(0, -2)},${cents.slice(-2)} €`;
}
