import {
  dateOf,
  idsOf,
  mapNamed,
  referred,
  type DatasetMoment,
  type Ids,
} from './dataset/names.ts';
import { installOrders } from './dataset/orders.ts';
import { DatasetSection, type DatasetEvent } from './dataset/schema.ts';
import { installStocks } from './dataset/stocks.ts';
import type { Address } from './domain/contact.ts';
import type { Event, UtickDraft } from './state.ts';

/** How a data set's section becomes rows; answers the ids of what it names. */
export const dataset = {
  schema: DatasetSection,
  install: (draft: UtickDraft, section: DatasetSection, moment: DatasetMoment) => {
    const ids = idsOf(section, moment.random);
    installCallers(draft, section, ids);
    installAgenda(draft, section, { ids, moment });
    installStocks(draft, section.stocks ?? {}, ids);
    const orders = installOrders(draft, section.orders ?? {}, { ids, moment });
    return { ...ids, orders };
  },
};

interface Installing {
  readonly ids: Ids;
  readonly moment: DatasetMoment;
}

function installCallers(draft: UtickDraft, section: DatasetSection, ids: Ids): void {
  mapNamed(section.applications, (application, name) => {
    const { label, publicKey, privateKey, client } = application;
    const id = referred(ids.applications, name, `/applications/${name}`);
    const owner = { id: client.id ?? `${id}-CLIENT`, label: client.label };
    draft.applications.put({ id, label, publicKey, privateKey, client: owner });
  });
  mapNamed(section.devices, ({ label }, name) => {
    draft.devices.put({ id: referred(ids.devices, name, `/devices/${name}`), label });
  });
  mapNamed(section.contacts, (contact, name) => {
    draft.contacts.put({
      id: referred(ids.contacts, name, `/contacts/${name}`),
      firstName: contact.firstName ?? '',
      lastName: contact.lastName,
      email: contact.email ?? '',
      mobilePhone: contact.mobilePhone ?? '',
      language: contact.language ?? '',
      address: addressOf(contact),
    });
  });
}

function installAgenda(draft: UtickDraft, section: DatasetSection, installing: Installing): void {
  const { ids, moment } = installing;
  mapNamed(section.attractions, ({ label, description = '' }, name) => {
    const id = referred(ids.attractions, name, `/attractions/${name}`);
    draft.attractions.put({ id, label, description });
  });
  mapNamed(section.venues, (venue, name) => {
    const id = referred(ids.venues, name, `/venues/${name}`);
    draft.venues.put({ id, label: venue.label, address: addressOf(venue) });
  });
  mapNamed(section.series, ({ label }, name) => {
    draft.series.put({ id: referred(ids.series, name, `/series/${name}`), label });
  });
  const withSlots = new Set(Object.values(section.timeSlots ?? {}).map((slot) => slot.event));
  mapNamed(section.events, (event, name) => {
    draft.events.put({ ...eventRow(event, name, installing), hasTimeSlots: withSlots.has(name) });
  });
  mapNamed(section.timeSlots, (slot, name) => {
    const pointer = `/timeSlots/${name}`;
    draft.timeSlots.put({
      id: referred(ids.timeSlots, name, pointer),
      label: slot.label ?? '',
      eventId: referred(ids.events, slot.event, `${pointer}/event`),
      startsAt: dateOf(slot.starts, moment.now, `${pointer}/starts`),
      endsAt:
        slot.ends === undefined ? undefined : dateOf(slot.ends, moment.now, `${pointer}/ends`),
      notes: slot.notes ?? '',
    });
  });
}

function eventRow(
  event: DatasetEvent,
  name: string,
  { ids, moment }: Installing,
): Omit<Event, 'hasTimeSlots'> {
  const pointer = `/events/${name}`;
  return {
    id: referred(ids.events, name, pointer),
    label: event.label ?? '',
    status: event.status ?? 'published',
    startsAt: dateOf(event.starts, moment.now, `${pointer}/starts`),
    endsAt:
      event.ends === undefined ? undefined : dateOf(event.ends, moment.now, `${pointer}/ends`),
    attractionId: referred(ids.attractions, event.attraction, `${pointer}/attraction`),
    venueId: referred(ids.venues, event.venue, `${pointer}/venue`),
    serieId: referred(ids.series, event.serie, `${pointer}/serie`),
    presenting: event.presenting ?? '',
    notes: event.notes ?? '',
  };
}

interface Addressed {
  readonly address?: string;
  readonly address2?: string;
  readonly postalCode?: string;
  readonly city?: string;
  readonly country?: string;
}

const addressOf = (one: Addressed): Address => ({
  line1: one.address ?? '',
  line2: one.address2 ?? '',
  postalCode: one.postalCode ?? '',
  city: one.city ?? '',
  country: one.country ?? '',
});
