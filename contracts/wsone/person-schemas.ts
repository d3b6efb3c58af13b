import { Type, type Static } from '@sinclair/typebox';
import { evidence, List, Nullable } from '#kit/types.ts';
import { AccountResponse, EntityResponse } from './reference-schemas.ts';
import {
  ActivationDateText,
  closed,
  DateText,
  DateTimeText,
  double,
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

/** The inner one of two objects that stand under this key. */
export const PersonResponse = Type.Object(
  {
    groupeId: Type.String({ description: 'Of the customer; spelt so.' }),
    firstName: Sometimes(Type.String()),
    lastName: Sometimes(Type.String()),
    birthDate: Sometimes(DateText),
    title: Sometimes(Type.Integer({ description: '1 Monsieur; 2 Madame, 3 Mademoiselle.' })),
  },
  { ...closed, title: 'PersonResponse' },
);
export interface PersonResponse extends Static<typeof PersonResponse> {}

export const IdentifierResponse = Type.Object(
  {
    activationDate: Sometimes(ActivationDateText),
    identifierValue: Type.String(),
    identifierType: Type.Integer({ description: '1 card; 10 WEB account.' }),
  },
  { ...closed, title: 'IdentifierResponse' },
);
export interface IdentifierResponse extends Static<typeof IdentifierResponse> {}

export const SubscriptionResponse = Type.Object(
  {
    id: Type.String(),
    label: Type.String(),
    activate: Type.Boolean(),
    updatedAt: Nullable(DateTimeText),
  },
  { ...closed, title: 'SubscriptionResponse' },
);

export const ContactsResponse = Type.Object(
  {
    EmailResponse: Sometimes(EmailResponse),
    CellPhoneResponse: Sometimes(CellPhoneResponse),
    AddressResponse: Sometimes(AddressResponse),
  },
  { ...closed, title: 'ContactsResponse' },
);
export interface ContactsResponse extends Static<typeof ContactsResponse> {}

/** All that is told of a customer: below `PersonResponse` in getFullPerson, elsewhere at the top. */
export const PERSON = {
  PersonResponse,
  IdentifierResponse: List(IdentifierResponse),
  EntityResponse: Sometimes(EntityResponse),
  SubscriptionResponse: List(SubscriptionResponse),
  ContactsResponse,
  InfoPersonResponse: List(Type.Unknown()),
} as const;

/** The vendor's menu has the name, spelt `GetPersonReponse`. */
export const GetPersonResponse = Type.Object(PERSON, { ...closed, title: 'GetPersonResponse' });
export interface GetPersonResponse extends Static<typeof GetPersonResponse> {}

/** Fewer fields: enough to tell customers apart, and the key of most operations. */
export const PersonLiteResponse = Type.Object(
  { PersonResponse, IdentifierResponse: List(IdentifierResponse) },
  { ...closed, title: 'PersonLiteResponse' },
);
export interface PersonLiteResponse extends Static<typeof PersonLiteResponse> {}

const DISCOUNT = {
  globalMinPrice: double('Minimum basket.'),
  offerName: Type.String(),
  offerDescription: Type.String(),
  offerDiscountType: Type.Integer({ description: '1 euro; 2 percent (guess).' }),
  offerDiscountValue: double(),
  triggerOffer: Type.Integer({ description: '0 seen; meaning unknown.' }),
  objApplication: Type.String({ description: 'ARTICLE seen.' }),
  typeRestrictionOffer: Type.Integer({ description: '0 seen; meaning unknown.' }),
} as const;

const classifications = List(Type.Unknown(), { description: 'Empty in the sample.' });
const immediateUse = Type.Integer({ description: '0 seen; meaning unknown.' });
const offerId = Type.String({ description: 'Of the offer’s definition.' });
const channelId = Sometimes(Type.String({ description: '8 seen; meaning unknown.' }));

/** An offer that a customer holds. */
export const GetOffersResponse = Type.Object(
  {
    used: Type.Boolean(),
    startDate: DateTimeText,
    classifications,
    offerNumber: Type.String(),
    immediateUse,
    offerId,
    channelId,
    endDate: DateTimeText,
    sendDate: DateTimeText,
    ...DISCOUNT,
  },
  { ...closed, title: 'GetOffersResponse' },
);
export interface GetOffersResponse extends Static<typeof GetOffersResponse> {}

/** An offer that a customer could have: nothing that only an issued one has. */
export const EnableOfferResponse = Type.Object(
  { classifications, immediateUse, offerId, channelId, ...DISCOUNT },
  { ...closed, title: 'EnableOfferResponse' },
);
export interface EnableOfferResponse extends Static<typeof EnableOfferResponse> {}

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
export interface AccountsResponse extends Static<typeof AccountsResponse> {}

/** The order of keys is that of IdentifierResponse. */
export const NewIdentifierResponse = Type.Object(
  {
    activationDate: Sometimes(ActivationDateText),
    identifierValue: Type.String(),
    identifierType: Type.Integer(),
  },
  { ...closed, title: 'NewIdentifierResponse' },
);
export interface NewIdentifierResponse extends Static<typeof NewIdentifierResponse> {}

/** The vendor's menu has the name; that a badge is one is a guess. */
export const SegmentationResponse = Type.Object(
  { id: Type.String(), label: Type.String() },
  { ...closed, title: 'SegmentationResponse' },
);
