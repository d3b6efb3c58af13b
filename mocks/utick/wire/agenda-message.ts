import {
  EVENT_STATUS_LABELS,
  type Attraction as AttractionMessage,
  type Event as EventMessage,
  type EventStatus as StatusMessage,
  type TimeSlot as TimeSlotMessage,
  type Venue as VenueMessage,
} from '#contracts/utick/index.ts';
import type {
  AttractionSheet,
  EventSheet,
  TimeSlotSheet,
} from '#mocks/utick/domain/agenda-behaviours.ts';
import type { AttractionType, EventStatus, Venue } from '#mocks/utick/domain/agenda.ts';
import type { Links } from '#wire/vendor.ts';
import { dateOrNull, dateText } from './mapping.ts';

const statusIds = {
  archived: -99,
  cancelled: -10,
  option: -5,
  confirmed: -1,
  published: 10,
  'published-without-button': 11,
  'cancelled-and-published': 20,
  'waiting-list': 25,
  'sold-out': 30,
  'on-site-only': 35,
  'subscription-only': 40,
} as const satisfies Record<EventStatus, StatusMessage['id']>;

function statusOf(status: EventStatus): StatusMessage {
  const id = statusIds[status];
  return { id, label: EVENT_STATUS_LABELS[id] };
}

/** As text, like the sample. */
const attractionTypeIds: Readonly<Record<AttractionType, string>> = {
  show: '1',
  exhibition: '101',
  fair: '102',
  festival: '103',
  tour: '104',
  restaurant: '502',
  shuttle: '601',
  travel: '602',
  childcare: '1101',
  workshop: '1102',
};

/** Serie, venue and attraction are always there: the SDK fails on an empty one. */
export const eventMessage = (sheet: EventSheet, links: Links): EventMessage => {
  const { event, attraction, venue, serie } = sheet;
  return {
    id: event.id,
    label: event.label,
    starttime: dateText(event.startsAt),
    endtime: dateOrNull(event.endsAt),
    status: statusOf(event.status),
    serie: { id: serie.id, label: serie.label, shop_url: shopUrl(links, 'SERIE', serie.id) },
    venue: venueMessage(venue),
    attraction: attractionMessage(attraction),
    shop_url: shopUrl(links, 'EVENT', event.id),
    notes: event.notes,
    hastimeslots: event.hasTimeSlots,
    metadata: {},
  };
};

/** Where a person would buy it. */
export const shopUrl = (links: Links, module: string, id: string): string =>
  links.personal(`/?module=${module}MODULE&id=${encodeURIComponent(id)}`);

export const timeSlotMessage = ({ slot, places }: TimeSlotSheet): TimeSlotMessage => ({
  id: slot.id,
  label: slot.label,
  eventid: slot.eventId,
  starttime: dateText(slot.startsAt),
  endtime: dateOrNull(slot.endsAt),
  capacity: places,
  notes: slot.notes,
});

export const venueMessage = ({ id, label, address }: Venue): VenueMessage => ({
  id,
  label,
  addressl1: address.line1,
  addressl2: address.line2,
  postalcode: address.postalCode,
  city: address.city,
  country: address.country,
  map_url: '',
  metadata: {},
});

export const attractionMessage = ({ attraction, events }: AttractionSheet): AttractionMessage => {
  const { id, label, description, type, details } = attraction;
  return {
    id,
    label,
    description,
    typeid: attractionTypeIds[type],
    agelimit: details.ageLimit ?? null,
    cast: details.cast,
    duration: details.duration,
    additionaldescription: '',
    image_url: details.imageUrl,
    image_url_small: '',
    categories: [],
    firstevent_date: dateOrNull(events[0]?.startsAt),
    lastevent_date: dateOrNull(events.at(-1)?.startsAt),
    nb_events: events.length,
    externalid: details.externalId,
    metadata: {},
  };
};
