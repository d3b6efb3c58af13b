import { MatchersV3 } from '@pact-foundation/pact';
import type {
  EnableOfferResponse,
  GetOffersResponse,
  GetPersonResponse,
  IdentifierResponse,
  OfferResponse,
  PersonLiteResponse,
  PersonResponse,
} from '#contracts/wsone/index.ts';
import { id, keys, some, text, whole, yesOrNo, type Part, type Parts } from '../matching.ts';
import { dateTime, double, examples } from './partner.ts';

/** A list of which a client relies on nothing but that it is one. */
const list = (): Part => keys([]);

export const identifier = (value: string = examples.card): Part => {
  const required: Parts<IdentifierResponse> = {
    identifierValue: id(value),
    identifierType: whole(1),
  };
  return required;
};

/** The one date that the vendor writes otherwise. */
const activationDate = (): Part =>
  MatchersV3.regex(
    '^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}\\.\\d{3}$',
    '2026-03-04 10:00:00.000',
  );

/** An identifier that was attached just now. */
export const newIdentifier = (value: string): Part => ({
  activationDate: activationDate(),
  ...(identifier(value) as object),
});

export const names = (): Part => {
  const required: Parts<PersonResponse> = { groupeId: id(examples.groupeId) };
  // A shop that names its customers relies on these two.
  return { ...required, firstName: text(examples.firstName), lastName: id(examples.lastName) };
};

/** Of a customer who has at least one identifier, or none. */
export const person = (identifiers: Part = some(identifier())): Readonly<Record<string, Part>> => {
  const required: Parts<GetPersonResponse> = {
    PersonResponse: names(),
    IdentifierResponse: identifiers,
    SubscriptionResponse: list(),
    ContactsResponse: keys(),
    InfoPersonResponse: list(),
  };
  return required;
};

export const personLite = (): Part => {
  const required: Parts<PersonLiteResponse> = {
    PersonResponse: names(),
    IdentifierResponse: some(identifier()),
  };
  return required;
};

/** The e-mail that a customer was found by. */
export const contactsWith = (email: Part): Part => ({
  EmailResponse: {
    status: whole(1),
    emailValue: email,
    allowCompanySolicitation: whole(1),
    allowTrustedSolicitation: whole(1),
  },
});

export const enableOffer = (): Parts<EnableOfferResponse> => ({
  classifications: list(),
  immediateUse: whole(0),
  offerId: id(examples.offerId),
  globalMinPrice: double(30.5),
  offerName: id('EXAMPLE_OFFER'),
  offerDescription: text('An example'),
  offerDiscountType: whole(1),
  offerDiscountValue: double(5.5),
  triggerOffer: whole(0),
  objApplication: text('ARTICLE'),
  typeRestrictionOffer: whole(0),
});

export const heldOffer = (): Part => {
  const required: Parts<GetOffersResponse> = {
    used: yesOrNo(false),
    startDate: dateTime('04/03/2026 00:00:00'),
    offerNumber: id(examples.offerNumber),
    endDate: dateTime('03/05/2026 23:59:59'),
    sendDate: dateTime(),
    ...enableOffer(),
  };
  return required;
};

/** An offer that was issued just now. */
export const issuedOffer = (): Part => {
  const required: Parts<OfferResponse> = {
    used: false,
    edited: true,
    order: whole(0),
    offerNumber: id(examples.offerNumber),
    AccountResponse: list(),
  };
  return required;
};
