import { expect } from 'vitest';
import { valueOf } from '../agreement.ts';
import { date, id, some, text, whole } from '../matching.ts';
import { answered } from './answers.ts';
import { attraction, contact, event, pack, stock, timeSlot, venue } from './shapes.ts';
import { KEYS, signedWith, type Agreement, examples, given } from './partner.ts';

const { attractionId, contactId, email, eventId, lastName, packId, timeSlotId, venueId } = examples;

/** What the form of a shop asks of a new customer. */
const newContact = {
  firstname: 'Nobody',
  lastname: 'Example',
  email: 'nobody@example.com',
  mobilephone: '+32000000000',
  addressl1: 'Example street 1',
  postalcode: '0000',
  city: 'Nowhere',
  country: 'be',
  nationality: 'be',
} as const;

const contacts: readonly Agreement[] = [
  {
    that: 'a contact is found by last name and e-mail address',
    given: [KEYS, ['a contact']],
    asks: 'GET /v1/contacts',
    with: signedWith({ lastname: given('lastName'), email: given('email') }),
    answers: answered(some(contact())),
    by: async (utick) => {
      const [found] = valueOf(await utick.listContacts({ lastname: lastName, email }));
      expect(found?.id).toBe(contactId);
    },
  },
  {
    that: 'one contact is read',
    given: [KEYS, ['a contact']],
    asks: 'GET /v1/contacts/${contactId}',
    with: signedWith(),
    answers: answered(contact()),
    by: async (utick) => {
      expect(valueOf(await utick.getContact({ id: contactId })).email).toBe(email);
    },
  },
  {
    that: 'a contact is made, and its label computed',
    given: [KEYS],
    asks: 'POST /v1/contacts',
    with: signedWith({ ...newContact, birthdate: '1970-01-16T00:00:00+01:00' }),
    answers: answered(
      contact({
        ...newContact,
        label: 'EXAMPLE Nobody',
        birthdate: date('1970-01-16T00:00:00+01:00'),
      }),
    ),
    by: async (utick) => {
      const birthdate = '1970-01-16T00:00:00+01:00';
      const made = await utick.createContact({ ...newContact, birthdate });
      expect(valueOf(made).label).toBe('EXAMPLE Nobody');
    },
  },
  {
    that: 'a contact moves to another city',
    given: [KEYS, ['a contact']],
    asks: 'PATCH /v1/contacts/${contactId}',
    with: signedWith({ lastname: given('lastName'), city: 'Elsewhere' }),
    answers: answered(contact({ city: 'Elsewhere' })),
    by: async (utick) => {
      const moved = await utick.updateContact({
        id: contactId,
        lastname: lastName,
        city: 'Elsewhere',
      });
      expect(valueOf(moved).city).toBe('Elsewhere');
    },
  },
];

const agenda: readonly Agreement[] = [
  {
    that: 'the events are listed, each with venue, series and attraction',
    given: [KEYS, ['a published event']],
    asks: 'GET /v1/agenda/events',
    with: signedWith({ limit: 10 }),
    answers: answered(some(event())),
    by: async (utick) => {
      expect(valueOf(await utick.listEvents({ limit: 10 }))[0]?.venue.id).toBe(venueId);
    },
  },
  {
    that: 'one event is read',
    given: [KEYS, ['a published event']],
    asks: 'GET /v1/agenda/events/${eventId}',
    with: signedWith(),
    answers: answered(event()),
    by: async (utick) => {
      const { attraction: shown } = valueOf(await utick.getEvent({ id: eventId }));
      expect(shown.label).toBe('Example show');
    },
  },
  {
    that: 'the time slots of an event are listed',
    given: [KEYS, ['an event with time slots']],
    asks: 'GET /v1/agenda/timeslots',
    with: signedWith({ eventid: given('eventId'), limit: 10 }),
    answers: answered(some(timeSlot())),
    by: async (utick) => {
      const [slot] = valueOf(await utick.listTimeSlots({ eventid: eventId, limit: 10 }));
      expect(slot?.starttime).toBe('2026-04-03T10:30:00+02:00');
    },
  },
  {
    that: 'one time slot is read',
    given: [KEYS, ['a time slot']],
    asks: 'GET /v1/agenda/timeslots/${timeSlotId}',
    with: signedWith(),
    answers: answered(timeSlot()),
    by: async (utick) => {
      expect(valueOf(await utick.getTimeSlot({ id: timeSlotId })).capacity).toBe(15);
    },
  },
  {
    that: 'the attractions are listed',
    given: [KEYS, ['an attraction']],
    asks: 'GET /v1/agenda/attractions',
    with: signedWith({ limit: 10 }),
    answers: answered(some(attraction())),
    by: async (utick) => {
      expect(valueOf(await utick.listAttractions({ limit: 10 }))).toHaveLength(1);
    },
  },
  {
    that: 'one attraction is read',
    given: [KEYS, ['an attraction']],
    asks: 'GET /v1/agenda/attractions/${attractionId}',
    with: signedWith(),
    answers: answered(attraction()),
    by: async (utick) => {
      expect(valueOf(await utick.getAttraction({ id: attractionId })).nb_events).toBe(1);
    },
  },
  {
    that: 'the venues are listed',
    given: [KEYS, ['a venue']],
    asks: 'GET /v1/agenda/venues',
    with: signedWith(),
    answers: answered(some(venue())),
    by: async (utick) => {
      expect(valueOf(await utick.listVenues())[0]?.city).toBe('Nowhere');
    },
  },
  {
    that: 'one venue is read',
    given: [KEYS, ['a venue']],
    asks: 'GET /v1/agenda/venues/${venueId}',
    with: signedWith(),
    answers: answered(venue()),
    by: async (utick) => {
      expect(valueOf(await utick.getVenue({ id: venueId })).country).toBe('be');
    },
  },
];

const packSet = {
  id: id('EXAMPLE-SET'),
  label: text('Example set'),
  description: text(''),
  itemnb_min: whole(0),
  itemnb_max: whole(3),
  stocks: some(stock()),
};

const packs: readonly Agreement[] = [
  {
    that: 'the published packs are listed',
    given: [KEYS, ['a published pack']],
    asks: 'GET /v1/catalogue/packs',
    with: signedWith({ limit: 10, offset: 0 }),
    answers: answered(some(pack())),
    by: async (utick) => {
      expect(valueOf(await utick.listPacks({ limit: 10, offset: 0 }))).toHaveLength(1);
    },
  },
  {
    that: 'one published pack is read',
    given: [KEYS, ['a published pack']],
    asks: 'GET /v1/catalogue/packs/${packId}',
    with: signedWith(),
    answers: answered(pack()),
    by: async (utick) => {
      expect(valueOf(await utick.getPack({ id: packId })).itemnb_max).toBe(4);
    },
  },
  {
    that: 'one published pack is read with its sets and their stocks',
    given: [KEYS, ['a published pack']],
    asks: 'GET /v1/catalogue/packs/details/${packId}',
    with: signedWith(),
    answers: answered({ ...pack(), sets: some(packSet) }),
    by: async (utick) => {
      const { sets } = valueOf(await utick.getPackDetails({ id: packId }));
      expect(sets[0]?.stocks).toHaveLength(1);
    },
  },
];

export const catalogue: readonly Agreement[] = [...contacts, ...agenda, ...packs];
