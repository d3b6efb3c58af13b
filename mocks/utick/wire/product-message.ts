import type { Product as ProductMessage, Ticket as TicketMessage } from '#contracts/utick/index.ts';
import { assert } from '#kernel/defect.ts';
import type { UtickEnv } from '#mocks/utick/domain/behaviour.ts';
import { contactLabel } from '#mocks/utick/domain/contact.ts';
import type { Product } from '#mocks/utick/domain/product.ts';
import { ticketed, type Show, type Ticketed } from '#mocks/utick/domain/ticket.ts';
import type { UtickSettings } from '#mocks/utick/settings.ts';
import type { UtickDraft } from '#mocks/utick/state.ts';
import { dateOrNull, orderLabel, priceLabel, productTypeIds } from './mapping.ts';

/** The part of a ticket that all tickets of a stock share. */
type ShowText = Pick<
  TicketMessage,
  | 'attractionlabel'
  | 'eventstarttime'
  | 'eventendtime'
  | 'presentinglabel'
  | 'notes'
  | 'venuelabel'
  | 'venueaddressL1'
  | 'venueaddressL2'
>;

const USAGE_NONE: ProductMessage['usage'] = { statusid: -1, by: '', date: null };
const NO_METADATA: TicketMessage['metadata'] = [];
/** What it counts is not documented; every sample says 1. */
const TICKET_TYPE = 1;

export const productsAs =
  (draft: UtickDraft, { settings }: UtickEnv) =>
  (products: readonly Product[]): readonly ProductMessage[] =>
    productMessages(ticketed(draft, products), settings);

export const productAs =
  (draft: UtickDraft, { settings }: UtickEnv) =>
  (product: Product): ProductMessage => {
    const [message] = productMessages(ticketed(draft, [product]), settings);
    assert(message, 'one product makes one message');
    return message;
  };

export function productMessages(
  products: readonly Ticketed[],
  settings: UtickSettings,
): readonly ProductMessage[] {
  const textOf = showTexts();
  return products.map((one) => productMessage(one, textOf(one), settings));
}

export function ticketMessages(
  tickets: readonly Ticketed[],
  settings: UtickSettings,
): readonly TicketMessage[] {
  const textOf = showTexts();
  return tickets.map((one) => ticketMessage(one, textOf(one), settings));
}

/** A show is put into words once, however many tickets of it follow one another. */
function showTexts(): (one: Ticketed) => ShowText {
  let lastShow: Show | undefined;
  let lastText = NO_SHOW;
  return ({ show }) => {
    if (show !== lastShow) {
      lastShow = show;
      lastText = show ? showText(show) : NO_SHOW;
    }
    return lastText;
  };
}

function productMessage(one: Ticketed, show: ShowText, settings: UtickSettings): ProductMessage {
  const { product, order, offer } = one;
  const { stock, category, price } = offer;
  const { id, label, description } = category;
  const value = { amount: product.amountMinor, currency: price.currency };
  return {
    id: product.id,
    label: '',
    orderid: order.id,
    stockid: stock.id,
    quantity: 1,
    typeid: productTypeIds[stock.productType],
    mainproductid: product.mainProductId ?? null,
    ...(product.positionId === undefined ? {} : { positionid: product.positionId }),
    category: { id, label, description },
    price: { id: price.id, label: price.label, description: price.description, value },
    usage: USAGE_NONE,
    ticket: ticketMessage(one, show, settings),
  };
}

function ticketMessage(one: Ticketed, show: ShowText, settings: UtickSettings): TicketMessage {
  const { product, order, offer, holder } = one;
  const reference = orderLabel(order.number);
  const qrOrder = settings.qrPattern === 'order-number' ? order.number : reference;
  return {
    id: String(product.ticketNumber),
    typeid: TICKET_TYPE,
    spectatorlabel: holder ? contactLabel(holder) : '',
    positionlabel: one.positionLabel,
    categorylabel: `${offer.category.label} - ${offer.price.label}`,
    entrycount: 1,
    pricelabel: priceLabel(product.amountMinor),
    price: product.amountMinor,
    orderreference: reference,
    qrcode: `${product.ticketNumber}-${qrOrder}`,
    attractionlabel: show.attractionlabel,
    eventstarttime: show.eventstarttime,
    eventendtime: show.eventendtime,
    presentinglabel: show.presentinglabel,
    notes: show.notes,
    venuelabel: show.venuelabel,
    venueaddressL1: show.venueaddressL1,
    venueaddressL2: show.venueaddressL2,
    language: order.details.language === '' ? 'fr' : order.details.language,
    metadata: NO_METADATA,
  };
}

/** Of what is not played: a pack, merchandise. */
const NO_SHOW: ShowText = {
  attractionlabel: '',
  eventstarttime: null,
  eventendtime: null,
  presentinglabel: '',
  notes: '',
  venuelabel: '',
  venueaddressL1: '',
  venueaddressL2: '',
};

function showText({ event, timeSlot, attraction, venue }: Show): ShowText {
  const { line1, postalCode, city } = venue.address;
  const { startsAt, endsAt } = timeSlot ?? event;
  return {
    attractionlabel: attraction.label,
    eventstarttime: dateOrNull(startsAt),
    eventendtime: dateOrNull(endsAt),
    presentinglabel: event.presenting,
    notes: event.notes,
    venuelabel: venue.label,
    venueaddressL1: line1,
    venueaddressL2: `${postalCode} ${city}`.trim(),
  };
}
