import {
  getAttraction,
  getEvent,
  getTimeSlot,
  getVenue,
  listAttractions,
  listEvents,
  listTimeSlots,
  listVenues,
} from '#mocks/utick/domain/agenda-behaviours.ts';
import {
  createContact,
  getContact,
  listContacts,
  updateContact,
} from '#mocks/utick/domain/contact-behaviours.ts';
import { getPack, getPackDetails, listPacks } from '#mocks/utick/domain/pack-behaviours.ts';
import {
  attractionMessage,
  eventMessage,
  timeSlotMessage,
  venueMessage,
} from './agenda-message.ts';
import { given, pageOf } from './commands.ts';
import { contactEdit, listContactsCommand } from './contact-commands.ts';
import { contactMessage } from './contact-message.ts';
import { packDetailsMessage, packMessage } from './pack-message.ts';
import { as, type UtickWiring } from './wiring.ts';

const contacts: Pick<
  UtickWiring,
  'listContacts' | 'getContact' | 'createContact' | 'updateContact'
> = {
  listContacts: (draft, { message }, env) => {
    const command = listContactsCommand(message, env.settings);
    if (!command.ok) return command;
    return as(listContacts(draft, command.value, env), (found) => found.map(contactMessage));
  },

  getContact: (draft, { message: { id } }, env) =>
    as(getContact(draft, { id }, env), contactMessage),

  createContact: (draft, { message }, env) => {
    const edit = contactEdit(message);
    if (!edit.ok) return edit;
    return as(createContact(draft, edit.value, env), contactMessage);
  },

  updateContact: (draft, { message }, env) => {
    const edit = contactEdit(message);
    if (!edit.ok) return edit;
    return as(updateContact(draft, { id: message.id, ...edit.value }, env), contactMessage);
  },
};

const events: Pick<UtickWiring, 'listEvents' | 'getEvent' | 'listTimeSlots' | 'getTimeSlot'> = {
  listEvents: (draft, { message, links }, env) => {
    const page = pageOf(message, env.settings);
    if (!page.ok) return page;
    return as(listEvents(draft, page.value, env), (sheets) =>
      sheets.map((sheet) => eventMessage(sheet, links)),
    );
  },

  getEvent: (draft, { message: { id }, links }, env) =>
    as(getEvent(draft, { id }, env), (sheet) => eventMessage(sheet, links)),

  listTimeSlots: (draft, { message }, env) => {
    const page = pageOf(message, env.settings);
    if (!page.ok) return page;
    const command = { ...page.value, eventId: given(message.eventid) };
    return as(listTimeSlots(draft, command, env), (sheets) => sheets.map(timeSlotMessage));
  },

  getTimeSlot: (draft, { message: { id } }, env) =>
    as(getTimeSlot(draft, { id }, env), timeSlotMessage),
};

const places: Pick<UtickWiring, 'listAttractions' | 'getAttraction' | 'listVenues' | 'getVenue'> = {
  listAttractions: (draft, { message }, env) => {
    const page = pageOf(message, env.settings);
    if (!page.ok) return page;
    const command = { ...page.value, externalId: given(message.externalid) };
    return as(listAttractions(draft, command, env), (sheets) => sheets.map(attractionMessage));
  },

  getAttraction: (draft, { message: { id } }, env) =>
    as(getAttraction(draft, { id }, env), attractionMessage),

  listVenues: (draft, { message }, env) => {
    const page = pageOf(message, env.settings);
    if (!page.ok) return page;
    return as(listVenues(draft, page.value, env), (venues) => venues.map(venueMessage));
  },

  getVenue: (draft, { message: { id } }, env) => as(getVenue(draft, { id }, env), venueMessage),
};

const packs: Pick<UtickWiring, 'listPacks' | 'getPack' | 'getPackDetails'> = {
  listPacks: (draft, { message, links }, env) => {
    const page = pageOf(message, env.settings);
    if (!page.ok) return page;
    return as(listPacks(draft, page.value, env), (found) =>
      found.map((pack) => packMessage(pack, links)),
    );
  },

  getPack: (draft, { message: { id }, links }, env) =>
    as(getPack(draft, { id }, env), (pack) => packMessage(pack, links)),

  getPackDetails: (draft, { message: { id, stockid }, links }, env) =>
    as(getPackDetails(draft, { id, stockId: given(stockid) }, env), (sheet) =>
      packDetailsMessage(sheet, links),
    ),
};

export const catalogue = { ...contacts, ...events, ...places, ...packs };
