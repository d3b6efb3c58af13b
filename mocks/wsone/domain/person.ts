import type { Instant } from '#kernel/instant.ts';
import type { Row } from '#kernel/table-spec.ts';

/** 1 Monsieur; 2 Madame, 3 Mademoiselle (guess). */
export type Title = number;

/** A customer; the id is the `groupeId` that the vendor hands out. */
export interface Person extends Row {
  /** Place in lists. */
  readonly number: number;
  /** The store that the customer belongs to. */
  readonly storeId: string;
  readonly title: Title | undefined;
  readonly firstName: string;
  readonly lastName: string;
  /** `2000-01-31` */
  readonly birthDate: string;
  readonly email: string;
  readonly cellPhone: string;
  /** Most customers share one value of each. */
  readonly emailConsent: Consent;
  readonly cellPhoneConsent: Consent;
  readonly address: Address;
  readonly subscriptions: readonly Subscription[];
  readonly segments: readonly Segment[];
}

/** Whether somebody may be written to; 1 is valid, 1 is yes. */
export interface Consent {
  readonly status: number;
  readonly company: number;
  readonly trusted: number;
}

export const ALL_CONSENT: Consent = { status: 1, company: 1, trusted: 1 };

export interface Address {
  readonly line1: string;
  readonly line2: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
}

export const NO_ADDRESS: Address = { line1: '', line2: '', postalCode: '', city: '', country: '' };

export interface Subscription {
  readonly id: string;
  readonly label: string;
  readonly isActive: boolean;
  readonly updatedAt: Instant | undefined;
}

export const NO_SUBSCRIPTIONS: readonly Subscription[] = [];

/** A group that the brand puts a customer into. */
export interface Segment {
  readonly id: string;
  readonly label: string;
}

export const NO_SEGMENTS: readonly Segment[] = [];

/** What customers can subscribe to: a newsletter, the card in a telephone's wallet. */
export interface SubscriptionKind extends Row {
  readonly label: string;
}

const ACCENTS = /[\u0300-\u036f]/g;
const PLAIN = /^[ -~]*$/;

/** Names are found whatever their case and their accents. */
export function nameKey(name: string): string {
  const upper = name.trim().toUpperCase();
  return PLAIN.test(upper) ? upper : upper.normalize('NFD').replace(ACCENTS, '');
}

export const fullNameKey = (lastName: string, firstName: string): string =>
  `${nameKey(lastName)}|${nameKey(firstName)}`;

export const emailKey = (email: string): string => email.trim().toLowerCase();

const FRENCH = /^(?:\+|00)33(?:\(0\)|0)?/;

/** `06 12 34 56 78`, `+33612345678` and `0033 6 12 34 56 78` are one number. */
export const phoneKey = (phone: string): string =>
  phone
    .replaceAll(/[^\d+()]/g, '')
    .replace(FRENCH, '0')
    .replaceAll(/\D/g, '');

const GROUPE_IDS_FROM = 2_000_000;

/** Seven digits, as in the vendor's sample; a data set's own numbers are far below. */
export const groupeId = (number: number): string => String(GROUPE_IDS_FROM + number);
