import { Type, type Static } from '@sinclair/typebox';
import { evidence, List } from '#kit/types.ts';
import { amount, closed, double, text, Sometimes } from './scalars.ts';

/** Who: the key of most operations. */
export const IdentifierRequest = Type.Object(
  {
    identifierType: text('1 card; 10 WEB account, known by its e-mail.'),
    identifierValue: text('Its check digit is never judged.'),
  },
  { title: 'IdentifierRequest' },
);
export interface IdentifierRequest extends Static<typeof IdentifierRequest> {}

/** Where: a store. */
export const EntityRequest = Type.Object(
  { entityIdentifier: text('Number of the store.') },
  { title: 'EntityRequest' },
);
export interface EntityRequest extends Static<typeof EntityRequest> {}

/** What the till grants by itself. */
export const AccountAdvantageRequest = Type.Object(
  {
    type: text('1 points.'),
    value: amount('How many.'),
  },
  { title: 'AccountAdvantageRequest' },
);
export interface AccountAdvantageRequest extends Static<typeof AccountAdvantageRequest> {}

export const EntityResponse = Type.Object(
  { entityIdentifier: Type.String() },
  { ...closed, title: 'EntityResponse' },
);
export interface EntityResponse extends Static<typeof EntityResponse> {}

/** A store by itself; elsewhere only its number is told. */
export const EntityDetailsResponse = Type.Object(
  {
    entityIdentifier: Type.String(),
    label: evidence('guess', Type.String({ description: 'What it is called.' })),
  },
  { ...closed, title: 'EntityDetailsResponse' },
);
export interface EntityDetailsResponse extends Static<typeof EntityDetailsResponse> {}

/** A balance, or inside an offer a movement of one. */
export const AccountResponse = Type.Object(
  {
    name: Type.String({ description: 'point or visites.' }),
    value: Type.Integer(),
    unit: Type.String({ description: 'pts or visites.' }),
    EntityResponse,
  },
  { ...closed, title: 'AccountResponse' },
);
export interface AccountResponse extends Static<typeof AccountResponse> {}

export const OfferResponse = Type.Object(
  {
    used: Type.Boolean({ description: 'Consumed by this transaction.' }),
    edited: Type.Boolean({ description: 'Issued by this transaction.' }),
    name: Sometimes(Type.String({ description: 'Left out of an offer that is unknown.' })),
    value: Sometimes(double('Euro, or percent.')),
    type: Sometimes(Type.Integer({ description: '1 amount off; 2 percent off (guess).' })),
    order: Type.Integer({ description: 'Counted from 0, in the order of the request.' }),
    offerNumber: Type.String(),
    AccountResponse: evidence(
      'guess',
      List(AccountResponse, { description: 'Movements that the offer caused.' }),
    ),
  },
  { ...closed, title: 'OfferResponse' },
);
export interface OfferResponse extends Static<typeof OfferResponse> {}
