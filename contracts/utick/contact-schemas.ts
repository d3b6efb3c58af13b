import { Type, type Static } from '@sinclair/typebox';
import { described, evidence, Id, Nullable, ZonedDateTime } from '#kit/types.ts';

const known = evidence('public', Type.String());

export const Contact = Type.Object(
  {
    id: Id,
    label: Type.String({ description: 'Computed: the last name in capitals, the first name.' }),
    firstname: Type.String(),
    lastname: Type.String(),
    email: Type.String(),
    mobilephone: Type.String(),
    addressl1: Type.String({ description: 'With a small l, unlike a ticket’s.' }),
    addressl2: Type.String(),
    postalcode: Type.String(),
    city: Type.String(),
    country: Type.String({ description: 'ISO 3166-1 alpha-2.' }),
    nationality: Type.String({ description: 'ISO 3166-1 alpha-2.' }),
    birthdate: described('A full date and time.', Nullable(ZonedDateTime)),
    language: known,
    companyname: known,
    companyfunction: known,
    vatnumber: known,
  },
  { additionalProperties: false, title: 'Contact' },
);
export interface Contact extends Static<typeof Contact> {}

const Text = Type.Optional(Type.String());

/** What a client says of a contact; `label` is read-only, so what is sent of it is ignored. */
export const CONTACT_FIELDS = {
  label: Text,
  firstname: Text,
  lastname: Text,
  email: Text,
  mobilephone: Text,
  addressl1: Text,
  addressl2: Text,
  postalcode: Type.Optional(Type.Union([Type.String(), Type.Integer()])),
  city: Text,
  country: Text,
  nationality: Text,
  birthdate: Type.Optional(
    Nullable(Type.String({ description: 'ISO 8601 with zone; empty or null: unknown.' })),
  ),
  companyname: Text,
  companyfunction: Text,
  vatnumber: Text,
} as const;
