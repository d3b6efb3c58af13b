import { Type } from '@sinclair/typebox';
import { described, evidence, Id, List } from '#kit/types.ts';
import { Attraction, Event, TimeSlot, Venue } from './agenda-schemas.ts';
import { Contact, CONTACT_FIELDS } from './contact-schemas.ts';
import { AUTH, PAGE } from './envelope.ts';
import { operation } from './operation.ts';
import { Pack, PackDetails } from './pack-schemas.ts';

const known = { evidence: 'public', access: 'application' } as const;
const One = Type.Object({ id: Id, ...AUTH });
const Paged = Type.Object({ ...AUTH, ...PAGE });
const Text = Type.Optional(Type.String());

const contacts = {
  listContacts: operation({
    method: 'GET',
    path: '/v1/contacts',
    summary: 'Contacts, by last name, postal code, e-mail or order, or all.',
    ...known,
    request: Type.Object({
      ...AUTH,
      ...PAGE,
      lastname: Text,
      postalcode: Type.Optional(Type.Union([Type.String(), Type.Integer()])),
      email: Text,
      orderreference: Type.Optional(Type.String({ description: 'Label of an order.' })),
    }),
    result: List(Contact),
  }),
  getContact: operation({
    method: 'GET',
    path: '/v1/contacts/{id}',
    summary: 'One contact.',
    ...known,
    request: One,
    result: Contact,
  }),
  createContact: operation({
    method: 'POST',
    path: '/v1/contacts',
    summary: 'Creates a contact; it needs a last name.',
    ...known,
    request: Type.Object({
      ...AUTH,
      ...CONTACT_FIELDS,
      lastname: Type.String(),
      stockid: Type.Optional(described('Accepted without effect.', Id)),
    }),
    result: Contact,
  }),
  updateContact: operation({
    method: 'PATCH',
    path: '/v1/contacts/{id}',
    summary: 'Changes the fields of a contact that are sent.',
    ...known,
    request: Type.Object({ id: Id, ...AUTH, ...CONTACT_FIELDS }),
    result: Contact,
  }),
} as const;

const agenda = {
  listEvents: operation({
    method: 'GET',
    path: '/v1/agenda/events',
    summary: 'Events, earliest first.',
    ...known,
    request: Paged,
    result: List(Event),
  }),
  getEvent: operation({
    method: 'GET',
    path: '/v1/agenda/events/{id}',
    summary: 'One event.',
    ...known,
    request: One,
    result: Event,
  }),
  listTimeSlots: operation({
    method: 'GET',
    path: '/v1/agenda/timeslots',
    summary: 'Time slots of an event, or all, earliest first.',
    ...known,
    request: Type.Object({ ...AUTH, ...PAGE, eventid: Type.Optional(Id) }),
    result: List(TimeSlot),
  }),
  getTimeSlot: operation({
    method: 'GET',
    path: '/v1/agenda/timeslots/{id}',
    summary: 'One time slot.',
    ...known,
    request: One,
    result: TimeSlot,
  }),
  listAttractions: operation({
    method: 'GET',
    path: '/v1/agenda/attractions',
    summary: 'Attractions.',
    ...known,
    request: Type.Object({ ...AUTH, ...PAGE, externalid: Text }),
    result: List(Attraction),
  }),
  getAttraction: operation({
    method: 'GET',
    path: '/v1/agenda/attractions/{id}',
    summary: 'One attraction.',
    ...known,
    request: One,
    result: Attraction,
  }),
  listVenues: operation({
    method: 'GET',
    path: '/v1/agenda/venues',
    summary: 'Venues.',
    ...known,
    request: Paged,
    result: List(Venue),
  }),
  getVenue: operation({
    method: 'GET',
    path: '/v1/agenda/venues/{id}',
    summary: 'One venue.',
    ...known,
    request: One,
    result: Venue,
  }),
} as const;

const packs = {
  listPacks: operation({
    method: 'GET',
    path: '/v1/catalogue/packs',
    summary: 'Published packs.',
    ...known,
    request: Paged,
    result: List(Pack),
  }),
  getPack: operation({
    method: 'GET',
    path: '/v1/catalogue/packs/{id}',
    summary: 'One published pack.',
    ...known,
    request: One,
    result: Pack,
  }),
  getPackDetails: operation({
    method: 'GET',
    path: '/v1/catalogue/packs/details/{id}',
    summary: 'One published pack with its sets of stocks.',
    ...known,
    request: Type.Object({
      id: Id,
      ...AUTH,
      stockid: Type.Optional(
        evidence('inferred', described('Keeps the sets that hold this stock.', Id)),
      ),
    }),
    result: PackDetails,
  }),
} as const;

/** What there is to see and to buy, and who buys it. */
export const catalogue = { ...contacts, ...agenda, ...packs } as const;
