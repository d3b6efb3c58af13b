import { expect } from 'vitest';
import { valueOf, type State } from '../agreement.ts';
import { some } from '../matching.ts';
import { answered, asking, CLIENT, examples, given, type Agreement } from './partner.ts';
import { enableOffer, heldOffer, issuedOffer } from './person-shapes.ts';
import { CUSTOMER, customer } from './sale.ts';

const { offerId, offerNumber } = examples;
const SUFFICING: State = ['a customer with points enough for an offer'];

const WHO = { IdentifierRequest: CUSTOMER };
const who = { IdentifierRequest: customer };

export const personOffers: readonly Agreement[] = [
  {
    that: 'the offers are listed that a customer can use',
    given: [CLIENT, ['a customer who holds an offer']],
    ...asking('getAvailableOffers'),
    with: who,
    answers: answered({ GetOffersResponses: some(heldOffer()) }),
    by: async (wsone) => {
      const [offer] = valueOf(await wsone.getAvailableOffers(WHO)).GetOffersResponses;
      expect(offer).toMatchObject({ offerNumber, globalMinPrice: '30.5', used: false });
    },
  },
  {
    that: 'the offers are listed that the points of a customer suffice for',
    given: [CLIENT, SUFFICING],
    ...asking('getEnableOffers'),
    with: who,
    answers: answered({ GetOffersResponses: some(enableOffer()) }),
    by: async (wsone) => {
      const [offer] = valueOf(await wsone.getEnableOffers(WHO)).GetOffersResponses;
      expect(offer).toMatchObject({ offerId, offerDiscountValue: '5.5' });
    },
  },
  {
    that: 'an offer is issued for points',
    given: [CLIENT, SUFFICING],
    ...asking('editOffer'),
    with: { ...who, offerId: given('offerId') },
    answers: answered({ OfferResponse: issuedOffer() }),
    by: async (wsone) => {
      const { OfferResponse: issued } = valueOf(await wsone.editOffer({ ...WHO, offerId }));
      expect(issued).toMatchObject({ offerNumber, edited: true, used: false });
    },
  },
];
