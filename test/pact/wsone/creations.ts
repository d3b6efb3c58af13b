import { expect } from 'vitest';
import { valueOf } from '../agreement.ts';
import { keys } from '../matching.ts';
import { answered, asking, CLIENT, examples, given, type Agreement } from './partner.ts';
import { newIdentifier, person } from './person-shapes.ts';
import { store, STORE } from './sale.ts';

const { groupeId, newCard } = examples;

/** All parts, of which a client may leave out all but the last name. */
const ADA = {
  PersonRequest: { title: '2', firstName: 'ADA', lastName: 'EXAMPLE', birthDate: '01/01/2000' },
  ContactRequest: {
    EmailRequest: { emailValue: 'ada.new@example.com', allowCompanySolicitation: '1' },
    CellPhoneRequest: { cellPhoneValue: '0600000000' },
    AddressRequest: { address1: '1 example street', zipCode: '33000', city: 'BORDEAUX' },
  },
};

export const creations: readonly Agreement[] = [
  {
    that: 'a customer is created with a card',
    given: [CLIENT, ['a store'], ['a number that no card has']],
    ...asking('createPersonAndIdentifier'),
    with: {
      ...ADA,
      NewIdentifierRequest: { identifierType: '1', identifierValue: given('newCard') },
      EntityRequest: store,
    },
    answers: answered({ ...person(), NewIdentifierResponse: newIdentifier(newCard) }),
    by: async (wsone) => {
      const created = await wsone.createPersonAndIdentifier({
        ...ADA,
        NewIdentifierRequest: { identifierType: '1', identifierValue: newCard },
        EntityRequest: STORE,
      });
      expect(valueOf(created).PersonResponse.groupeId).toBe(groupeId);
      expect(valueOf(created).NewIdentifierResponse.identifierValue).toBe(newCard);
    },
  },
  {
    that: 'a customer is created without a card',
    given: [CLIENT, ['a store']],
    ...asking('createPerson'),
    with: { ...ADA, EntityRequest: store },
    answers: answered(person(keys([]))),
    by: async (wsone) => {
      const created = valueOf(await wsone.createPerson({ ...ADA, EntityRequest: STORE }));
      expect(created.PersonResponse).toMatchObject({ groupeId, lastName: 'EXAMPLE' });
      expect(created.IdentifierResponse).toEqual([]);
    },
  },
];
