import type { Draft } from '#kernel/draft.ts';
import { many, ordered, table, unique } from '#kernel/table-spec.ts';
import type { Attraction, Event, Serie, TimeSlot, Venue } from './domain/agenda.ts';
import type { Application, Device } from './domain/application.ts';
import type { Capacity, Position } from './domain/capacity.ts';
import type { Contact } from './domain/contact.ts';
import type { Counter } from './domain/counter.ts';
import type { Order } from './domain/order.ts';
import type { Product } from './domain/product.ts';
import type { Category, Price, Stock } from './domain/stock.ts';

export const tables = {
  applications: table<Application>()({
    byPublicKey: unique((application) => application.publicKey),
  }),
  devices: table<Device>()({}),
  contacts: table<Contact>()({
    byEmail: many((contact) => (contact.email === '' ? undefined : contact.email)),
  }),
  attractions: table<Attraction>()({}),
  venues: table<Venue>()({}),
  series: table<Serie>()({}),
  events: table<Event>()({}),
  timeSlots: table<TimeSlot>()({}),
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
  }),
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
  Order,
  Position,
  Price,
  Product,
  Serie,
  Stock,
  TimeSlot,
  Venue,
};
