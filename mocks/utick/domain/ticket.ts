import { assert } from '#kernel/defect.ts';
import type { UtickDraft } from '#mocks/utick/state.ts';
import type { Attraction, Event, TimeSlot, Venue } from './agenda.ts';
import type { Contact } from './contact.ts';
import { offerOf } from './holding.ts';
import type { Order } from './order.ts';
import type { Product } from './product.ts';
import type { Offer, Stock } from './stock.ts';

/** A product with all that its ticket shows; each product has exactly one ticket. */
export interface Ticketed {
  readonly product: Product;
  readonly order: Order;
  readonly holder: Contact | undefined;
  readonly offer: Offer;
  /** The same object for all tickets of a stock, so that it is put into words once. */
  readonly show: Show | undefined;
  readonly positionLabel: string;
}

/** What is played, where and when; a pack or merchandise has none. */
export interface Show {
  readonly event: Event;
  readonly timeSlot: TimeSlot | undefined;
  readonly attraction: Attraction;
  readonly venue: Venue;
}

/** Looks up what tickets show; orders and shows are read once, however many products they have. */
export function ticketed(draft: UtickDraft, products: readonly Product[]): readonly Ticketed[] {
  const orders = new Map<string, Order>();
  const shows = new Map<string, Show | undefined>();
  return products.map((product) => {
    const order = orders.get(product.orderId) ?? orderOf(draft, product);
    orders.set(order.id, order);
    const offer = offerOf(draft, product);
    const { stock } = offer;
    if (!shows.has(stock.id)) shows.set(stock.id, showOf(draft, stock));
    return {
      product,
      order,
      holder: order.contactId === undefined ? undefined : draft.contacts.get(order.contactId),
      offer,
      show: shows.get(stock.id),
      positionLabel: positionLabel(draft, product),
    };
  });
}

function orderOf(draft: UtickDraft, product: Product): Order {
  const order = draft.orders.get(product.orderId);
  assert(order, `product ${product.id} is in no order`);
  return order;
}

function showOf(draft: UtickDraft, stock: Stock): Show | undefined {
  const event = stock.eventId === undefined ? undefined : draft.events.get(stock.eventId);
  if (!event) return undefined;
  const attraction = draft.attractions.get(event.attractionId);
  const venue = draft.venues.get(event.venueId);
  assert(attraction && venue, `event ${event.id} has no attraction or no venue`);
  const { timeSlotId } = stock;
  const timeSlot = timeSlotId === undefined ? undefined : draft.timeSlots.get(timeSlotId);
  return { event, timeSlot, attraction, venue };
}

function positionLabel(draft: UtickDraft, { positionId }: Product): string {
  return positionId === undefined ? '' : (draft.positions.get(positionId)?.label ?? '');
}
