import type { Instant } from '#kernel/instant.ts';
import type { Row } from '#kernel/table-spec.ts';
import type { Address } from './contact.ts';

export type EventStatus =
  | 'archived'
  | 'cancelled'
  | 'option'
  | 'confirmed'
  | 'published'
  | 'published-without-button'
  | 'cancelled-and-published'
  | 'waiting-list'
  | 'sold-out'
  | 'on-site-only'
  | 'subscription-only';

/** One performance of an attraction in a venue. */
export interface Event extends Row {
  readonly label: string;
  readonly status: EventStatus;
  readonly startsAt: Instant;
  readonly endsAt: Instant | undefined;
  readonly attractionId: string;
  readonly venueId: string;
  readonly serieId: string;
  readonly hasTimeSlots: boolean;
  /** What is printed on tickets above the title: an introduction before the play. */
  readonly presenting: string;
  readonly notes: string;
}

export interface TimeSlot extends Row {
  readonly label: string;
  readonly eventId: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant | undefined;
  readonly notes: string;
}

export type AttractionType =
  | 'show'
  | 'exhibition'
  | 'fair'
  | 'festival'
  | 'tour'
  | 'restaurant'
  | 'shuttle'
  | 'travel'
  | 'childcare'
  | 'workshop';

export interface Attraction extends Row {
  /** Place in lists. */
  readonly rank: number;
  readonly label: string;
  readonly description: string;
  readonly type: AttractionType;
  readonly details: AttractionDetails;
}

export interface AttractionDetails {
  readonly ageLimit: number | undefined;
  readonly cast: string;
  readonly duration: string;
  readonly imageUrl: string;
  readonly externalId: string;
}

export const NO_ATTRACTION_DETAILS: AttractionDetails = {
  ageLimit: undefined,
  cast: '',
  duration: '',
  imageUrl: '',
  externalId: '',
};

export interface Venue extends Row {
  /** Place in lists. */
  readonly rank: number;
  readonly label: string;
  readonly address: Address;
}

export interface Serie extends Row {
  readonly label: string;
}
