import { Type, type TProperties } from '@sinclair/typebox';
import type { Evidence } from '#kit/operation.ts';
import { described, evidence, List } from '#kit/types.ts';
import { ENVELOPE } from './envelope.ts';
import { personOperation as operation } from './operation.ts';
import {
  AccountsResponse,
  ContactRequest,
  GetOffersResponse,
  NewIdentifierRequest,
  NewIdentifierResponse,
  OffersResponse,
  PersonRequest,
  PersonResponse,
  SubscriptionRequest,
} from './person-schemas.ts';
import {
  AccountResponse,
  EntityRequest,
  EntityResponse,
  IdentifierRequest,
  OfferResponse,
} from './reference-schemas.ts';
import { count, text } from './scalars.ts';

/** Who is meant, asked by which store. */
const WHO = { IdentifierRequest, EntityRequest: Type.Optional(EntityRequest) } as const;

const PROFILE = {
  PersonRequest: Type.Optional(PersonRequest),
  ContactRequest: Type.Optional(ContactRequest),
  SubscriptionRequest: Type.Optional(List(SubscriptionRequest)),
} as const;

/** Known by name: its messages are proposals. */
const declared = <Q extends TProperties, P extends TProperties>(
  name: string,
  { summary, known = 'guess', asks, gives }: Declared<Q, P>,
) =>
  operation(name, {
    summary,
    evidence: known,
    request: Type.Object(asks),
    payload: gives,
    notBuilt: true,
  });

interface Declared<Q extends TProperties, P extends TProperties> {
  readonly summary: string;
  readonly known?: Evidence;
  readonly asks: Q;
  readonly gives: P;
}

const creation = {
  createPersonAndIdentifier: declared('createPersonAndIdentifier', {
    summary: 'Creates a customer with a card or a WEB account.',
    asks: { ...PROFILE, NewIdentifierRequest, EntityRequest },
    gives: { PersonResponse, NewIdentifierResponse },
  }),
  createPerson: declared('createPerson', {
    summary: 'Creates a customer without an identifier.',
    asks: { ...PROFILE, EntityRequest },
    gives: { PersonResponse },
  }),
  createIdentifier: declared('createIdentifier', {
    summary: 'Creates an identifier that is attached to nobody.',
    asks: { NewIdentifierRequest, EntityRequest },
    gives: { NewIdentifierResponse },
  }),
  associateNewIdentifier: declared('associateNewIdentifier', {
    summary: 'Creates an identifier and attaches it to a customer.',
    asks: { ...WHO, NewIdentifierRequest },
    gives: { NewIdentifierResponse },
  }),
  associateIdentifier: declared('associateIdentifier', {
    summary: 'Attaches an identifier that is free to a customer.',
    asks: { ...WHO, AssociatedIdentifierRequest: IdentifierRequest },
    gives: { NewIdentifierResponse },
  }),
  replaceIdentifier: declared('replaceIdentifier', {
    summary: 'Replaces a lost card: accounts and offers follow the customer.',
    asks: { ...WHO, NewIdentifierRequest },
    gives: { NewIdentifierResponse },
  }),
} as const;

const consultation = {
  getPerson: declared('getPerson', {
    summary: 'The one customer who has an identifier.',
    known: 'inferred',
    asks: WHO,
    gives: { PersonResponse },
  }),
  searchPerson: declared('searchPerson', {
    summary: 'Customers by name, title, e-mail or telephone: may be several.',
    asks: { ...PROFILE, EntityRequest: Type.Optional(EntityRequest) },
    gives: { PersonResponse: List(PersonResponse) },
  }),
  getAccounts: declared('getAccounts', {
    summary: 'The balances of a customer.',
    known: 'inferred',
    asks: WHO,
    gives: { AccountResponse: List(AccountResponse) },
  }),
  getFullPerson: {
    ...declared('getFullPerson', {
      summary: 'Personal data, balances and usable offers of a customer.',
      known: 'public',
      asks: {
        IdentifierRequest,
        EntityRequest: Type.Optional(EntityRequest),
        date: Type.Optional(text('dd/MM/yyyy HH:mm:ss: the moment at which offers are judged.')),
        filter: Type.Optional(count('0 seen; meaning unknown, without effect.')),
      },
      gives: { PersonResponse, OffersResponse, AccountsResponse },
    }),
    response: Type.Object(
      {
        PersonResponse,
        OffersResponse,
        AccountsResponse,
        responseCode: Type.Optional(evidence('guess', ENVELOPE.responseCode)),
        infos: Type.Optional(evidence('guess', ENVELOPE.infos)),
      },
      { additionalProperties: false },
    ),
  },
  searchPersonLite: declared('searchPersonLite', {
    summary: 'The same search with fewer fields in the answer.',
    asks: { ...PROFILE, EntityRequest: Type.Optional(EntityRequest) },
    gives: { PersonResponse: List(PersonResponse) },
  }),
  getBadge: declared('getBadge', {
    summary: 'Badges of a customer.',
    asks: WHO,
    gives: { BadgeResponse: List(Type.Unknown()) },
  }),
} as const;

const update = {
  updatePerson: declared('updatePerson', {
    summary: 'Changes what is sent of a customer; the rest stays.',
    known: 'inferred',
    asks: { ...WHO, ...PROFILE },
    gives: { PersonResponse },
  }),
} as const;

const offers = {
  getAvailableOffers: declared('getAvailableOffers', {
    summary: 'Offers that a customer holds and can use.',
    known: 'inferred',
    asks: { ...WHO, date: Type.Optional(text('dd/MM/yyyy HH:mm:ss.')) },
    gives: { GetOffersResponses: List(GetOffersResponse) },
  }),
  getEnableOffers: declared('getEnableOffers', {
    summary: 'Offers that a customer could have issued.',
    asks: WHO,
    gives: { GetOffersResponses: List(GetOffersResponse) },
  }),
  editOffer: declared('editOffer', {
    summary: 'Issues an offer to a customer for points.',
    asks: { ...WHO, offerId: text('Of the offer’s definition.') },
    gives: { OfferResponse },
  }),
} as const;

const forms = {
  getForm: declared('getForm', {
    summary: 'A questionnaire and what a customer answered.',
    asks: { ...WHO, formId: Type.Optional(text('Of the questionnaire.')) },
    gives: { FormResponse: Type.Unknown() },
  }),
  updateForm: declared('updateForm', {
    summary: 'Keeps what a customer answers to a questionnaire.',
    asks: { ...WHO, FormAnsweredRequest: described('Answers.', Type.Unknown()) },
    gives: {},
  }),
} as const;

const stores = {
  getEntities: declared('getEntities', {
    summary: 'The stores.',
    asks: {},
    gives: { EntityResponse: List(EntityResponse) },
  }),
  getEntityParents: declared('getEntityParents', {
    summary: 'What a store belongs to, nearest first.',
    asks: { EntityRequest },
    gives: { EntityResponse: List(EntityResponse) },
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
