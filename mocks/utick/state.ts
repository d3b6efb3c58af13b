import type { Draft } from '#kernel/draft.ts';
import { many, ordered, table, unique } from '#kernel/table-spec.ts';
import type { Attraction, Event, Serie, TimeSlot, Venue } from './domain/agenda.ts';
import type { Application, Device } from './domain/application.ts';
import type { Capacity, Position } from './domain/capacity.ts';
import type { Contact } from './domain/contact.ts';
import type { Counter } from './domain/counter.ts';
import type { Order } from './domain/order.ts';
import type { Pack } from './domain/pack.ts';
import type { MolliePayment, Payment, PaymentMethod } from './domain/payment.ts';
import type { Product } from './domain/product.ts';
import type { PromoCode } from './domain/promo-code.ts';
import type { Category, Price, Stock } from './domain/stock.ts';

export const tables = {
  applications: table<Application>()({
    byPublicKey: unique((application) => application.publicKey),
  }),
  devices: table<Device>()({}),
  contacts: table<Contact>()({
    byNumber: ordered((contact) => contact.number),
    byEmail: many(
      (contact) => (contact.email === '' ? undefined : contact.email),
      (contact) => contact.number,
    ),
    byLastName: many(
      (contact) => contact.lastName,
      (contact) => contact.number,
    ),
    byPostalCode: many(
      (contact) => (contact.address.postalCode === '' ? undefined : contact.address.postalCode),
      (contact) => contact.number,
    ),
  }),
  attractions: table<Attraction>()({
    byRank: ordered((attraction) => attraction.rank),
    byExternalId: many(
      ({ details }) => (details.externalId === '' ? undefined : details.externalId),
      (attraction) => attraction.rank,
    ),
  }),
  venues: table<Venue>()({ byRank: ordered((venue) => venue.rank) }),
  series: table<Serie>()({}),
  events: table<Event>()({
    byStart: ordered((event) => event.startsAt),
    byAttraction: many(
      (event) => event.attractionId,
      (event) => event.startsAt,
    ),
  }),
  timeSlots: table<TimeSlot>()({
    byStart: ordered((slot) => slot.startsAt),
    byEvent: many(
      (slot) => slot.eventId,
      (slot) => slot.startsAt,
    ),
  }),
  packs: table<Pack>()({
    published: ordered((pack) => (pack.isPublished ? pack.rank : undefined)),
  }),
  promoCodes: table<PromoCode>()({ byLabel: many((code) => code.label) }),
  stocks: table<Stock>()({
    byRank: ordered((stock) => stock.rank),
    /** Keys from `offeringKey`: a time slot's stock is its event's too. */
    byOffering: many(
      (stock) => offeringsOf(stock),
      (stock) => stock.rank,
    ),
  }),
  /** By the id of a stock, or `categoryCapacityId`. */
  capacities: table<Capacity>()({}),
  positions: table<Position>()({
    free: many(
      (position) => (position.productId === undefined ? position.capacityId : undefined),
      (position) => position.rank,
    ),
  }),
  orders: table<Order>()({
    byNumber: ordered((order) => order.number),
    byContact: many(
      (order) => order.contactId,
      (order) => order.number,
    ),
  }),
  products: table<Product>()({
    byTicket: ordered((product) => product.ticketNumber),
    byOrder: many(
      (product) => product.orderId,
      (product) => product.ticketNumber,
    ),
    byMainProduct: many(
      (product) => product.mainProductId,
      (product) => product.ticketNumber,
    ),
    /** By order: those that were sold with a promo code. */
    withPromoCode: many(({ promoCodeId, orderId }) =>
      promoCodeId === undefined ? undefined : orderId,
    ),
  }),
  paymentMethods: table<PaymentMethod>()({
    byRank: ordered((method) => method.rank),
    byType: many(
      (method) => method.type,
      (method) => method.rank,
    ),
  }),
  payments: table<Payment>()({
    byNumber: ordered((payment) => payment.number),
    byOrder: many(
      (payment) => payment.orderId,
      (payment) => payment.number,
    ),
  }),
  /** What Mollie would say, by its id of a payment; of most it is asked without a row here. */
  molliePayments: table<MolliePayment>()({}),
  counters: table<Counter>()({ byRank: ordered((counter) => counter.rank) }),
};

export type UtickTables = typeof tables;
export type UtickDraft = Draft<UtickTables>;

/** What a stock is offered under. */
export type Offering = 'event' | 'timeSlot' | 'stream' | 'pack' | 'merchandise';

export const offeringKey = (offering: Offering, id: string): string => `${offering}:${id}`;

export function offeringsOf(stock: Stock): readonly string[] {
  const offerings: readonly (readonly [Offering, string | undefined])[] = [
    ['event', stock.eventId],
    ['timeSlot', stock.timeSlotId],
    ['stream', stock.streamId],
    ['pack', stock.packId],
    ['merchandise', stock.merchandiseId],
  ];
  return offerings.flatMap(([offering, id]) =>
    id === undefined ? [] : [offeringKey(offering, id)],
  );
}

export { categoryCapacityId, NO_LIMIT } from './domain/stock.ts';
export { NO_ATTRACTION_DETAILS } from './domain/agenda.ts';
export { NO_CONTACT_DETAILS } from './domain/contact.ts';
export { NEW_ORDER_DETAILS } from './domain/order.ts';
export { TICKET_NUMBERS_FROM } from './domain/product.ts';
export type {
  Application,
  Attraction,
  Capacity,
  Category,
  Contact,
  Counter,
  Device,
  Event,
  MolliePayment,
  Order,
  Payment,
  PaymentMethod,
  Pack,
  Position,
  Price,
  Product,
  PromoCode,
  Serie,
  Stock,
  TimeSlot,
  Venue,
};
