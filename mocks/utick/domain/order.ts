import { MINUTE_MS, type Instant } from '#kernel/instant.ts';
import type { Row } from '#kernel/table-spec.ts';
import type { UtickSettings } from '#mocks/utick/settings.ts';
import type { Ledger } from './payment.ts';

export type OrderStatus =
  | 'abandoned'
  | 'cancelled'
  | 'creating'
  | 'confirmed'
  | 'to-pay'
  | 'partially-paid'
  | 'paid'
  | 'overpaid'
  | 'to-deliver'
  | 'to-print'
  | 'completed'
  | 'archived';

/** The vendor's own numbers. They grow with how far an order has come; what was given up is below 0. */
export const statusNumbers = {
  abandoned: -20,
  cancelled: -10,
  creating: 0,
  confirmed: 1,
  'to-pay': 10,
  'partially-paid': 12,
  paid: 15,
  overpaid: 18,
  'to-deliver': 20,
  'to-print': 25,
  completed: 30,
  archived: 99,
} as const satisfies Record<OrderStatus, number>;

/** What a client may ask for: the seed prints this shorter list under “Confirm an order”. */
export const settableStatuses = [
  'creating',
  'confirmed',
  'paid',
  'completed',
  'cancelled',
] as const;
export type SettableStatus = (typeof settableStatuses)[number];

export interface Order extends Row {
  /** Behind `ORD` in its label. */
  readonly number: number;
  readonly status: OrderStatus;
  readonly createdAt: Instant;
  /** When it is abandoned if not confirmed; kept afterwards. */
  readonly expiresAt: Instant;
  readonly contactId: string | undefined;
  /** What was still open when a client declared it paid: it counts as paid elsewhere. */
  readonly declaredPaidMinor: number;
  /** Most orders share one value of it: a million orders pay for it once. */
  readonly details: OrderDetails;
}

export interface OrderDetails {
  readonly name: string;
  readonly language: string;
  readonly country: string;
  readonly postalCode: string;
  readonly automaticCancel: boolean;
  readonly notes: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** None: as the organiser's orders are by default. */
  readonly shipping: Shipping | undefined;
}

/** How tickets reach their holder; API orders have no field for it. */
export type Shipping = 'none' | 'post' | 'desk' | 'home';

export const NEW_ORDER_DETAILS: OrderDetails = {
  name: '',
  language: 'fr',
  country: '',
  postalCode: '',
  automaticCancel: false,
  notes: '',
  metadata: {},
  shipping: undefined,
};

/** What an order holds, and what its payments come to, at the moment of a decision. */
export interface Basket extends Ledger {
  readonly places: number;
  readonly dueMinor: number;
}

/** Nothing brings such an order back. */
export const isClosed = ({ status }: Order): boolean =>
  status === 'abandoned' || status === 'cancelled' || status === 'archived';

/** Its places are free again; an archived order keeps them. */
export const isGivenUp = ({ status }: Order): boolean =>
  status === 'abandoned' || status === 'cancelled';

/** Not confirmed yet. */
export const isWaiting = ({ status }: Order): boolean => status === 'creating';

/** What was handed over is not added to. */
export const takesProducts = (order: Order): boolean =>
  !isClosed(order) && order.status !== 'completed';

export const isShipped = ({ status }: Order): boolean =>
  status === 'to-deliver' || status === 'to-print' || status === 'completed';

export const expiryAfter = (now: Instant, { orderTtlMinutes }: UtickSettings): Instant =>
  now + orderTtlMinutes * MINUTE_MS;
