import type { Row } from '#kernel/table-spec.ts';

export interface Contact extends Row {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly mobilePhone: string;
  readonly language: string;
  readonly address: Address;
}

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
