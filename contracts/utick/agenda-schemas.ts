import { Type, type Static } from '@sinclair/typebox';
import { described, FreeObject, Id, List, Nullable, OneOf, ZonedDateTime } from '#kit/types.ts';

const closed = { additionalProperties: false } as const;
const Text = Type.String();

/** What each event status id means. */
export const EVENT_STATUS_LABELS = {
  [-99]: 'Archived',
  [-10]: 'Cancelled',
  [-5]: 'Option',
  [-1]: 'Confirmed',
  10: 'Published',
  11: 'Published without button',
  20: 'Cancelled and published',
  25: 'Waiting list',
  30: 'Sold out',
  35: 'On site only',
  40: 'Subscription only',
} as const;

export const EventStatus = Type.Object(
  { id: OneOf([-99, -10, -5, -1, 10, 11, 20, 25, 30, 35, 40]), label: Text },
  { ...closed, title: 'EventStatus' },
);
export interface EventStatus extends Static<typeof EventStatus> {}

export const Serie = Type.Object(
  { id: Id, label: Text, shop_url: Text },
  { ...closed, title: 'Serie' },
);
export interface Serie extends Static<typeof Serie> {}

export const Venue = Type.Object(
  {
    id: Id,
    label: Text,
    addressl1: Text,
    addressl2: Text,
    postalcode: Text,
    city: Text,
    country: Text,
    map_url: Text,
    metadata: FreeObject,
  },
  { ...closed, title: 'Venue' },
);
export interface Venue extends Static<typeof Venue> {}

export const AttractionCategory = Type.Object(
  { id: Id, label: Text, description: Text, image_url: Text },
  { ...closed, title: 'AttractionCategory' },
);
export interface AttractionCategory extends Static<typeof AttractionCategory> {}

export const Attraction = Type.Object(
  {
    id: Id,
    label: Text,
    description: Type.String({ description: 'May be HTML.' }),
    typeid: Type.String({
      description:
        '1 show, 101 exhibition, 102 fair, 103 festival, 104 tour, 502 restaurant, 601 shuttle, ' +
        '602 travel, 1101 childcare, 1102 workshop; as text.',
    }),
    agelimit: Nullable(Type.Integer()),
    cast: Type.String({ description: 'May be HTML.' }),
    duration: Text,
    additionaldescription: Text,
    image_url: Text,
    image_url_small: Text,
    categories: List(AttractionCategory),
    firstevent_date: Nullable(ZonedDateTime),
    lastevent_date: Nullable(ZonedDateTime),
    nb_events: Type.Integer(),
    externalid: Text,
    metadata: FreeObject,
  },
  { ...closed, title: 'Attraction' },
);
export interface Attraction extends Static<typeof Attraction> {}

/** Clients read status, serie, venue and attraction of every event: none is ever missing. */
export const Event = Type.Object(
  {
    id: Id,
    label: Text,
    starttime: ZonedDateTime,
    endtime: Nullable(ZonedDateTime),
    status: EventStatus,
    serie: Serie,
    venue: Venue,
    attraction: Attraction,
    shop_url: Text,
    notes: Text,
    hastimeslots: Type.Boolean(),
    metadata: FreeObject,
  },
  { ...closed, title: 'Event' },
);
export interface Event extends Static<typeof Event> {}

export const TimeSlot = Type.Object(
  {
    id: Id,
    label: Text,
    eventid: Id,
    starttime: ZonedDateTime,
    endtime: Nullable(ZonedDateTime),
    capacity: described('Places of its stocks.', Type.Integer()),
    notes: Text,
  },
  { ...closed, title: 'TimeSlot' },
);
export interface TimeSlot extends Static<typeof TimeSlot> {}
