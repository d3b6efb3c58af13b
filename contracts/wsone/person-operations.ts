import { Type, type TProperties } from '@sinclair/typebox';
import type { Evidence } from '#kit/operation.ts';
import { evidence, List, OneOf } from '#kit/types.ts';
import { ENVELOPE } from './envelope.ts';
import { FormAnsweredRequest, FormResponse } from './form-schemas.ts';
import { personOperation as operation } from './operation.ts';
import {
  AssociatedIdentifierRequest,
  NewIdentifierRequest,
  PersonRequest,
  PROFILE,
} from './person-requests.ts';
import {
  AccountsResponse,
  EnableOfferResponse,
  GetOffersResponse,
  GetPersonResponse,
  NewIdentifierResponse,
  OffersResponse,
  PERSON,
  PersonLiteResponse,
  SegmentationResponse,
} from './person-schemas.ts';
import {
  AccountResponse,
  EntityDetailsResponse,
  EntityRequest,
  IdentifierRequest,
  OfferResponse,
} from './reference-schemas.ts';
import { closed, count, text } from './scalars.ts';

/** The store that asks. */
const ASKING = { EntityRequest: Type.Optional(EntityRequest) } as const;

/** Who is meant, and which store asks. */
const WHO = { IdentifierRequest, ...ASKING } as const;

/** The same, or by groupeId: a customer need not have an identifier. */
const SOMEBODY = {
  IdentifierRequest: Type.Optional(IdentifierRequest),
  PersonRequest: Type.Optional(PersonRequest),
  ...ASKING,
} as const;

const SEARCH = {
  ...PROFILE,
  IdentifierRequest: Type.Optional(IdentifierRequest),
  ...ASKING,
} as const;

/** Known by name: its messages are proposals. */
const proposed = <Q extends TProperties, P extends TProperties>(
  name: string,
  { summary, known = 'guess', asks, gives }: Proposed<Q, P>,
) => operation(name, { summary, evidence: known, request: Type.Object(asks), payload: gives });

/** The same for what changes nothing. */
const reading = <Q extends TProperties, P extends TProperties>(
  name: string,
  described: Proposed<Q, P>,
) => ({ ...proposed(name, described), readOnly: true as const });

interface Proposed<Q extends TProperties, P extends TProperties> {
  readonly summary: string;
  readonly known?: Evidence;
  readonly asks: Q;
  readonly gives: P;
}

const creation = {
  createPersonAndIdentifier: proposed('createPersonAndIdentifier', {
    summary: 'Creates a customer with a card or a WEB account.',
    asks: { ...PROFILE, NewIdentifierRequest, EntityRequest },
    gives: { ...PERSON, NewIdentifierResponse },
  }),
  createPerson: proposed('createPerson', {
    summary: 'Creates a customer without an identifier.',
    asks: { ...PROFILE, EntityRequest },
    gives: PERSON,
  }),
  createIdentifier: proposed('createIdentifier', {
    summary: 'Creates an identifier that is attached to nobody.',
    asks: { NewIdentifierRequest, EntityRequest },
    gives: { NewIdentifierResponse },
  }),
  associateNewIdentifier: proposed('associateNewIdentifier', {
    summary: 'Creates an identifier and attaches it to a customer.',
    asks: { ...SOMEBODY, NewIdentifierRequest },
    gives: { NewIdentifierResponse },
  }),
  associateIdentifier: proposed('associateIdentifier', {
    summary: 'Attaches an identifier that is free to a customer.',
    asks: { ...SOMEBODY, AssociatedIdentifierRequest },
    gives: { NewIdentifierResponse },
  }),
  replaceIdentifier: proposed('replaceIdentifier', {
    summary: 'Replaces a lost card: balances and offers stay with the customer.',
    asks: { ...WHO, NewIdentifierRequest },
    gives: { NewIdentifierResponse },
  }),
} as const;

const FULL_PERSON = {
  PersonResponse: GetPersonResponse,
  OffersResponse,
  AccountsResponse,
} as const;

/** Its sample begins with the payload: whether an envelope follows is not known. */
const ENVELOPE_AT_THE_END = {
  responseCode: Type.Optional(evidence('guess', ENVELOPE.responseCode)),
  infos: Type.Optional(evidence('guess', ENVELOPE.infos)),
} as const;

const consultation = {
  getPerson: reading('getPerson', {
    summary: 'The one customer who has an identifier.',
    known: 'inferred',
    asks: WHO,
    gives: PERSON,
  }),
  searchPerson: reading('searchPerson', {
    summary: 'Customers by name, title, e-mail, telephone or card: may be several.',
    asks: SEARCH,
    gives: { PersonResponse: List(GetPersonResponse) },
  }),
  getAccounts: reading('getAccounts', {
    summary: 'The balances of a customer.',
    known: 'inferred',
    asks: WHO,
    gives: { AccountResponse: List(AccountResponse) },
  }),
  getFullPerson: {
    ...reading('getFullPerson', {
      summary: 'Personal data, balances and usable offers of a customer.',
      known: 'public',
      asks: {
        ...WHO,
        date: Type.Optional(text('dd/MM/yyyy HH:mm:ss: the moment at which offers are judged.')),
        filter: Type.Optional(count('0 seen; meaning unknown, without effect.')),
      },
      gives: {},
    }),
    result: Type.Object({ envelope: OneOf(['end', 'none']), ...FULL_PERSON }, closed),
    response: Type.Object({ ...FULL_PERSON, ...ENVELOPE_AT_THE_END }, closed),
  },
  searchPersonLite: reading('searchPersonLite', {
    summary: 'The same search with fewer fields in the answer.',
    asks: SEARCH,
    gives: { PersonResponse: List(PersonLiteResponse) },
  }),
  getBadge: reading('getBadge', {
    summary: 'Badges of a customer, taken for segments.',
    asks: WHO,
    gives: { SegmentationResponse: List(SegmentationResponse) },
  }),
} as const;

const update = {
  updatePerson: proposed('updatePerson', {
    summary: 'Changes what is sent of a customer; the rest stays.',
    known: 'inferred',
    asks: { ...SOMEBODY, ...PROFILE },
    gives: PERSON,
  }),
} as const;

const offers = {
  getAvailableOffers: reading('getAvailableOffers', {
    summary: 'Offers that a customer holds and can use.',
    known: 'inferred',
    asks: { ...WHO, date: Type.Optional(text('dd/MM/yyyy HH:mm:ss; absent: now.')) },
    gives: { GetOffersResponses: List(GetOffersResponse) },
  }),
  getEnableOffers: reading('getEnableOffers', {
    summary: 'Offers that a customer has the points for and could have issued.',
    asks: WHO,
    gives: { GetOffersResponses: List(EnableOfferResponse) },
  }),
  editOffer: proposed('editOffer', {
    summary: 'Issues an offer to a customer for points.',
    asks: { ...WHO, offerId: text('Of the offer’s definition.') },
    gives: { OfferResponse },
  }),
} as const;

const forms = {
  getForm: reading('getForm', {
    summary: 'The questionnaires, or one of them, and what a customer answered.',
    asks: { ...WHO, formId: Type.Optional(text('Of the questionnaire; absent: all.')) },
    gives: { FormResponse: List(FormResponse) },
  }),
  updateForm: proposed('updateForm', {
    summary: 'Keeps what a customer answers to a questionnaire; other answers stay.',
    asks: { ...WHO, FormAnsweredRequest },
    gives: { FormResponse: List(FormResponse) },
  }),
} as const;

const stores = {
  getEntities: reading('getEntities', {
    summary: 'The stores, or those that belong to one.',
    asks: ASKING,
    gives: { EntityResponse: List(EntityDetailsResponse) },
  }),
  getEntityParents: reading('getEntityParents', {
    summary: 'What a store belongs to, nearest first.',
    asks: { EntityRequest },
    gives: { EntityResponse: List(EntityDetailsResponse) },
  }),
} as const;

/** The customer service; only getFullPerson is known in part, of the others the name. */
export const personOperations = {
  ...creation,
  ...consultation,
  ...update,
  ...offers,
  ...forms,
  ...stores,
} as const;
