import type { Instant } from '#kernel/instant.ts';
import type { Row } from '#kernel/table-spec.ts';

export interface Contact extends Row {
  /** Place in lists. */
  readonly number: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly mobilePhone: string;
  readonly language: string;
  readonly address: Address;
  /** Most contacts share one value of it. */
  readonly details: ContactDetails;
}

export interface ContactDetails {
  /** ISO 3166-1 alpha-2. */
  readonly nationality: string;
  readonly bornAt: Instant | undefined;
  readonly companyName: string;
  readonly companyFunction: string;
  readonly vatNumber: string;
}

export const NO_CONTACT_DETAILS: ContactDetails = {
  nationality: '',
  bornAt: undefined,
  companyName: '',
  companyFunction: '',
  vatNumber: '',
};

export interface Address {
  readonly line1: string;
  readonly line2: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
}

/** `LECOMTE Marianne` */
export const contactLabel = ({ firstName, lastName }: Contact): string =>
  `${lastName.toUpperCase()} ${firstName}`.trim();
