import { Type, type Static } from '@sinclair/typebox';
import { List } from '#kit/types.ts';
import { count, text } from './scalars.ts';

// Of all these only the type names are known, from the vendor's menu: what is in them is a guess,
// modelled on the answers.

const optional = (description: string) => Type.Optional(text(description));

export const PersonRequest = Type.Object(
  {
    groupeId: optional('Of a customer who is known.'),
    firstName: optional('First name.'),
    lastName: optional('Last name.'),
    birthDate: optional('dd/MM/yyyy.'),
    title: Type.Optional(count('1 Monsieur, 2 Madame, 3 Mademoiselle.')),
  },
  { title: 'PersonRequest' },
);
export interface PersonRequest extends Static<typeof PersonRequest> {}

const REACH = {
  status: Type.Optional(count('1 valid.')),
  allowCompanySolicitation: Type.Optional(count('1 yes.')),
  allowTrustedSolicitation: Type.Optional(count('1 yes.')),
} as const;

export const EmailRequest = Type.Object(
  { emailValue: optional('Where to write to; absent: as it was.'), ...REACH },
  { title: 'EmailRequest' },
);
export interface EmailRequest extends Static<typeof EmailRequest> {}

export const CellPhoneRequest = Type.Object(
  { cellPhoneValue: optional('Where to call; absent: as it was.'), ...REACH },
  { title: 'CellPhoneRequest' },
);
export interface CellPhoneRequest extends Static<typeof CellPhoneRequest> {}

export const AddressRequest = Type.Object(
  {
    address1: optional('Street.'),
    address2: optional('More of it.'),
    zipCode: optional('Postal code.'),
    city: optional('Town.'),
    country: optional('Country.'),
  },
  { title: 'AddressRequest' },
);
export interface AddressRequest extends Static<typeof AddressRequest> {}

/** The vendor's menu spells one type name with one d: both keys are taken. */
export const ContactRequest = Type.Object(
  {
    EmailRequest: Type.Optional(EmailRequest),
    CellPhoneRequest: Type.Optional(CellPhoneRequest),
    AdressRequest: Type.Optional(AddressRequest),
    AddressRequest: Type.Optional(AddressRequest),
  },
  { title: 'ContactRequest' },
);
export interface ContactRequest extends Static<typeof ContactRequest> {}

export const SubscriptionRequest = Type.Object(
  {
    id: text('Of the subscription.'),
    activate: Type.Union([Type.Boolean(), Type.String(), Type.Integer()], {
      description: 'true or false, also as text; 1 or 0.',
    }),
  },
  { title: 'SubscriptionRequest' },
);
export interface SubscriptionRequest extends Static<typeof SubscriptionRequest> {}

const PARTS = {
  PersonRequest: Type.Optional(PersonRequest),
  ContactRequest: Type.Optional(ContactRequest),
  SubscriptionRequest: Type.Optional(List(SubscriptionRequest)),
  PersonProfilRequest: Type.Optional(
    Type.Unknown({ description: 'What is in it is not known: taken, and not kept.' }),
  ),
} as const;

/** The same parts in one object, as getFullPerson answers them. */
export const FullPersonRequest = Type.Object(PARTS, { title: 'FullPersonRequest' });
export interface FullPersonRequest extends Static<typeof FullPersonRequest> {}

/** What is said of a customer: in one object or beside one another, whose parts then stand back. */
export const PROFILE = {
  FullPersonRequest: Type.Optional(FullPersonRequest),
  ...PARTS,
} as const;

export const NewIdentifierRequest = Type.Object(
  {
    identifierType: text('1 card; 10 WEB account.'),
    identifierValue: text('The number on the card, or the e-mail.'),
  },
  { title: 'NewIdentifierRequest' },
);

/** The one that is free and is to be attached. */
export const AssociatedIdentifierRequest = Type.Object(
  {
    identifierType: text('1 card; 10 WEB account.'),
    identifierValue: text('The number on the card, or the e-mail.'),
  },
  { title: 'AssociatedIdentifierRequest' },
);
