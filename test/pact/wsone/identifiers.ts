import { expect } from 'vitest';
import { valueOf, type State } from '../agreement.ts';
import { answered, asking, CLIENT, examples, given, type Agreement } from './partner.ts';
import { identifier, newIdentifier } from './person-shapes.ts';
import { CUSTOMER, customer, SOLD_TO, store, STORE } from './sale.ts';

const { freeCard, newCard } = examples;
const NEW: State = ['a number that no card has'];

const newOne = { NewIdentifierRequest: { identifierType: '1', identifierValue: given('newCard') } };
const NEW_ONE = { NewIdentifierRequest: { identifierType: '1', identifierValue: newCard } };

export const identifiers: readonly Agreement[] = [
  {
    that: 'a card is created for the stock of a store',
    given: [CLIENT, ['a store'], NEW],
    ...asking('createIdentifier'),
    with: { ...newOne, EntityRequest: store },
    answers: answered({ NewIdentifierResponse: identifier(newCard) }),
    by: async (wsone) => {
      const created = valueOf(await wsone.createIdentifier({ ...NEW_ONE, EntityRequest: STORE }));
      expect(created.NewIdentifierResponse).toEqual({
        identifierValue: newCard,
        identifierType: 1,
      });
    },
  },
  {
    that: 'a customer is given a second card',
    given: [CLIENT, SOLD_TO, NEW],
    ...asking('associateNewIdentifier'),
    with: { IdentifierRequest: customer, ...newOne, EntityRequest: store },
    answers: answered({ NewIdentifierResponse: newIdentifier(newCard) }),
    by: async (wsone) => {
      const asked = { IdentifierRequest: CUSTOMER, ...NEW_ONE, EntityRequest: STORE };
      const { NewIdentifierResponse: card } = valueOf(await wsone.associateNewIdentifier(asked));
      expect(card.activationDate).toBe('2026-03-04 10:00:00.000');
    },
  },
  {
    that: 'a customer is given a card of the stock',
    given: [CLIENT, SOLD_TO, ['a card that is attached to nobody']],
    ...asking('associateIdentifier'),
    with: {
      IdentifierRequest: customer,
      AssociatedIdentifierRequest: { identifierType: '1', identifierValue: given('freeCard') },
      EntityRequest: store,
    },
    answers: answered({ NewIdentifierResponse: newIdentifier(freeCard) }),
    by: async (wsone) => {
      const given = await wsone.associateIdentifier({
        IdentifierRequest: CUSTOMER,
        AssociatedIdentifierRequest: { identifierType: '1', identifierValue: freeCard },
        EntityRequest: STORE,
      });
      expect(valueOf(given).NewIdentifierResponse.identifierValue).toBe(freeCard);
    },
  },
  {
    that: 'a lost card is replaced',
    given: [CLIENT, SOLD_TO, NEW],
    ...asking('replaceIdentifier'),
    with: { IdentifierRequest: customer, ...newOne, EntityRequest: store },
    answers: answered({ NewIdentifierResponse: newIdentifier(newCard) }),
    by: async (wsone) => {
      const asked = { IdentifierRequest: CUSTOMER, ...NEW_ONE, EntityRequest: STORE };
      const { NewIdentifierResponse: card } = valueOf(await wsone.replaceIdentifier(asked));
      expect(card.identifierValue).toBe(newCard);
    },
  },
];
