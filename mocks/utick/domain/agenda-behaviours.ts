import { assert } from '#kernel/defect.ts';
import { sum } from '#kernel/money.ts';
import { done, refused } from '#kernel/outcome.ts';
import { offeringKey, type UtickDraft } from '#mocks/utick/state.ts';
import type { Attraction, Event, Serie, TimeSlot, Venue } from './agenda.ts';
import type { ListPage, UtickBehaviour } from './behaviour.ts';
import type { FailureOf } from './failure.ts';

/** An event with all that clients read of it without asking whether it is there. */
export interface EventSheet {
  readonly event: Event;
  readonly attraction: AttractionSheet;
  readonly venue: Venue;
  readonly serie: Serie;
}

export interface AttractionSheet {
  readonly attraction: Attraction;
  /** Earliest first. */
  readonly events: readonly Event[];
}

export interface TimeSlotSheet {
  readonly slot: TimeSlot;
  readonly places: number;
}

export interface ListTimeSlots extends ListPage {
  readonly eventId: string | undefined;
}

export interface ListAttractions extends ListPage {
  readonly externalId: string | undefined;
}

export const getEvent: UtickBehaviour<{ id: string }, EventSheet, FailureOf<'event-unknown'>> = (
  draft,
  { id },
) => {
  const event = draft.events.get(id);
  return event ? done(eventSheet(draft, event)) : refused({ kind: 'event-unknown', id });
};

export const listEvents: UtickBehaviour<ListPage, readonly EventSheet[], never> = (
  draft,
  { offset, limit },
) => {
  const events = draft.events.range('byStart', { offset, limit });
  return done(events.map((event) => eventSheet(draft, event)));
};

function eventSheet(draft: UtickDraft, event: Event): EventSheet {
  const attraction = draft.attractions.get(event.attractionId);
  const venue = draft.venues.get(event.venueId);
  const serie = draft.series.get(event.serieId);
  assert(attraction && venue && serie, `event ${event.id} lacks attraction, venue or serie`);
  return { event, attraction: attractionSheet(draft, attraction), venue, serie };
}

export const getTimeSlot: UtickBehaviour<
  { id: string },
  TimeSlotSheet,
  FailureOf<'time-slot-unknown'>
> = (draft, { id }) => {
  const slot = draft.timeSlots.get(id);
  return slot ? done(timeSlotSheet(draft, slot)) : refused({ kind: 'time-slot-unknown', id });
};

export const listTimeSlots: UtickBehaviour<ListTimeSlots, readonly TimeSlotSheet[], never> = (
  draft,
  { eventId, offset, limit },
) => {
  const page = { offset, limit };
  const slots =
    eventId === undefined
      ? draft.timeSlots.range('byStart', page)
      : draft.timeSlots.where('byEvent', eventId, page);
  return done(slots.map((slot) => timeSlotSheet(draft, slot)));
};

function timeSlotSheet(draft: UtickDraft, slot: TimeSlot): TimeSlotSheet {
  const stocks = draft.stocks.where('byOffering', offeringKey('timeSlot', slot.id));
  return { slot, places: sum(stocks.map(({ id }) => draft.capacities.get(id)?.total ?? 0)) };
}

export const getAttraction: UtickBehaviour<
  { id: string },
  AttractionSheet,
  FailureOf<'attraction-unknown'>
> = (draft, { id }) => {
  const attraction = draft.attractions.get(id);
  if (!attraction) return refused({ kind: 'attraction-unknown', id });
  return done(attractionSheet(draft, attraction));
};

export const listAttractions: UtickBehaviour<ListAttractions, readonly AttractionSheet[], never> = (
  draft,
  { externalId, offset, limit },
) => {
  const page = { offset, limit };
  const attractions =
    externalId === undefined
      ? draft.attractions.range('byRank', page)
      : draft.attractions.where('byExternalId', externalId, page);
  return done(attractions.map((attraction) => attractionSheet(draft, attraction)));
};

const attractionSheet = (draft: UtickDraft, attraction: Attraction): AttractionSheet => ({
  attraction,
  events: draft.events.where('byAttraction', attraction.id),
});

export const getVenue: UtickBehaviour<{ id: string }, Venue, FailureOf<'venue-unknown'>> = (
  draft,
  { id },
) => {
  const venue = draft.venues.get(id);
  return venue ? done(venue) : refused({ kind: 'venue-unknown', id });
};

export const listVenues: UtickBehaviour<ListPage, readonly Venue[], never> = (
  draft,
  { offset, limit },
) => done(draft.venues.range('byRank', { offset, limit }));
