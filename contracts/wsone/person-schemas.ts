import { Type, type Static } from '@sinclair/typebox';
import { evidence, javaDouble, List, Nullable } from '#kit/types.ts';
import { AccountResponse, EntityResponse } from './reference-schemas.ts';
import {
  ActivationDateText,
  closed,
  count,
  DateText,
  DateTimeText,
  text,
  Sometimes,
} from './scalars.ts';

/** That 1 is yes is inferred; the values are the vendor's. */
const STATUS = { status: Type.Integer({ description: '1 valid.' }) } as const;
const CONSENT = {
  allowCompanySolicitation: Type.Integer({ description: '1 yes.' }),
  allowTrustedSolicitation: Type.Integer({ description: '1 yes.' }),
} as const;

export const EmailResponse = Type.Object(
  { ...STATUS, emailValue: Type.String(), ...CONSENT },
  { ...closed, title: 'EmailResponse' },
);

export const CellPhoneResponse = evidence(
  'guess',
  Type.Object(
    { ...STATUS, cellPhoneValue: Type.String(), ...CONSENT },
    { ...closed, title: 'CellPhoneResponse' },
  ),
);

export const AddressResponse = evidence(
  'guess',
  Type.Object(
    {
      address1: Sometimes(Type.String()),
      address2: Sometimes(Type.String()),
      zipCode: Sometimes(Type.String()),
      city: Sometimes(Type.String()),
      country: Sometimes(Type.String()),
    },
    { ...closed, title: 'AddressResponse' },
  ),
);

/** What stands in the inner one of two objects of this name. */
export const PersonFields = Type.Object(
  {
    groupeId: Type.String({ description: 'Of the customer; spelt so.' }),
    firstName: Sometimes(Type.String()),
    lastName: Sometimes(Type.String()),
    birthDate: Sometimes(DateText),
    title: Sometimes(Type.Integer({ description: '1 Monsieur; 2 Madame, 3 Mademoiselle.' })),
  },
  { ...closed, title: 'PersonFields' },
);

export const IdentifierResponse = Type.Object(
  {
    activationDate: Sometimes(ActivationDateText),
    identifierValue: Type.String(),
    identifierType: Type.Integer({ description: '1 card; 10 WEB account.' }),
  },
  { ...closed, title: 'IdentifierResponse' },
);

export const SubscriptionResponse = Type.Object(
  {
    id: Type.String(),
    label: Type.String(),
    activate: Type.Boolean(),
    updatedAt: Nullable(DateTimeText),
  },
  { ...closed, title: 'SubscriptionResponse' },
);

export const PersonResponse = Type.Object(
  {
    PersonResponse: PersonFields,
    IdentifierResponse: List(IdentifierResponse),
    EntityResponse: Sometimes(EntityResponse),
    SubscriptionResponse: List(SubscriptionResponse),
    ContactsResponse: Type.Object(
      {
        EmailResponse: Sometimes(EmailResponse),
        CellPhoneResponse: Sometimes(CellPhoneResponse),
        AddressResponse: Sometimes(AddressResponse),
      },
      { ...closed, title: 'ContactsResponse' },
    ),
    InfoPersonResponse: List(Type.Unknown()),
  },
  { ...closed, title: 'PersonResponse' },
);
export interface PersonResponse extends Static<typeof PersonResponse> {}

/** An offer that a customer holds. */
export const GetOffersResponse = Type.Object(
  {
    used: Type.Boolean(),
    startDate: DateTimeText,
    classifications: List(Type.Unknown()),
    offerNumber: Type.String(),
    immediateUse: Type.Integer(),
    offerId: Type.String({ description: 'Of the offer’s definition.' }),
    channelId: Type.String(),
    endDate: DateTimeText,
    sendDate: DateTimeText,
    globalMinPrice: javaDouble(Type.Number({ description: 'Minimum basket.' })),
    offerName: Type.String(),
    offerDescription: Type.String(),
    offerDiscountType: Type.Integer({ description: '1 euro; 2 percent (guess).' }),
    offerDiscountValue: javaDouble(Type.Number()),
    triggerOffer: Type.Integer(),
    objApplication: Type.String(),
    typeRestrictionOffer: Type.Integer(),
  },
  { ...closed, title: 'GetOffersResponse' },
);
export interface GetOffersResponse extends Static<typeof GetOffersResponse> {}

export const OffersResponse = Type.Object(
  { GetOffersResponses: List(GetOffersResponse) },
  { ...closed, title: 'OffersResponse' },
);

/** It carries an envelope of its own, without the line that names the instance. */
export const AccountsResponse = Type.Object(
  {
    responseCode: Type.String(),
    infos: Type.String({ description: '2 account(s) found' }),
    AccountResponse: List(AccountResponse),
  },
  { ...closed, title: 'AccountsResponse' },
);

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

const REACH = {
  status: Type.Optional(count('1 valid.')),
  allowCompanySolicitation: Type.Optional(count('1 yes.')),
  allowTrustedSolicitation: Type.Optional(count('1 yes.')),
} as const;

export const EmailRequest = Type.Object(
  { emailValue: text('Where to write to.'), ...REACH },
  { title: 'EmailRequest' },
);
export const CellPhoneRequest = Type.Object(
  { cellPhoneValue: text('Where to call.'), ...REACH },
  { title: 'CellPhoneRequest' },
);

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

export const NewIdentifierRequest = Type.Object(
  {
    identifierType: text('1 card; 10 WEB account.'),
    identifierValue: text('The number on the card, or the e-mail.'),
  },
  { title: 'NewIdentifierRequest' },
);

export const NewIdentifierResponse = Type.Object(
  {
    identifierType: Type.Integer(),
    identifierValue: Type.String(),
    activationDate: Sometimes(ActivationDateText),
  },
  { ...closed, title: 'NewIdentifierResponse' },
);

export const SubscriptionRequest = Type.Object(
  { id: text('Of the subscription.'), activate: Type.Union([Type.Boolean(), Type.String()]) },
  { title: 'SubscriptionRequest' },
);
