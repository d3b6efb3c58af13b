import type { Attraction, Event, UtickDraft } from '#mocks/utick/state.ts';
import { addressOf } from './address.ts';
import { dateOf, eachNamed, referred, type DatasetMoment, type Ids } from './names.ts';
import type { DatasetAttraction, DatasetEvent, DatasetSection } from './schema.ts';

interface Installing {
  readonly ids: Ids;
  readonly moment: DatasetMoment;
}

export function installAgenda(
  draft: UtickDraft,
  section: DatasetSection,
  installing: Installing,
): void {
  const { ids, moment } = installing;
  installPlaces(draft, section, ids);
  const withSlots = new Set(Object.values(section.timeSlots ?? {}).map((slot) => slot.event));
  eachNamed(section.events, (event, name) => {
    draft.events.put({ ...eventRow(event, name, installing), hasTimeSlots: withSlots.has(name) });
  });
  eachNamed(section.timeSlots, (slot, name) => {
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

function installPlaces(draft: UtickDraft, section: DatasetSection, ids: Ids): void {
  eachNamed(section.attractions, (attraction, name, rank) => {
    const { label, description = '', type = 'show' } = attraction;
    const id = referred(ids.attractions, name, `/attractions/${name}`);
    draft.attractions.put({ id, rank, label, description, type, details: detailsOf(attraction) });
  });
  eachNamed(section.venues, (venue, name, rank) => {
    const id = referred(ids.venues, name, `/venues/${name}`);
    draft.venues.put({ id, rank, label: venue.label, address: addressOf(venue) });
  });
  eachNamed(section.series, ({ label }, name) => {
    draft.series.put({ id: referred(ids.series, name, `/series/${name}`), label });
  });
}

const detailsOf = (attraction: DatasetAttraction): Attraction['details'] => ({
  ageLimit: attraction.ageLimit,
  cast: attraction.cast ?? '',
  duration: attraction.duration ?? '',
  imageUrl: attraction.imageUrl ?? '',
  externalId: attraction.externalId ?? '',
});

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
