import { expect } from 'vitest';
import { valueOf, type State } from '../agreement.ts';
import { id, some } from '../matching.ts';
import { answered, asking, CLIENT, examples, given, type Agreement } from './partner.ts';
import { contactsWith, heldOffer, names, person, personLite } from './person-shapes.ts';
import { CUSTOMER, customer, SOLD_TO, store, STORE } from './sale.ts';
import { account } from './shapes.ts';

const { card, email, firstName, groupeId, lastName, purchaseDate } = examples;
const WITH_MAIL: State = ['a customer with an e-mail address'];
const HELD: State = ['a customer who holds an offer'];

const WHO = { IdentifierRequest: CUSTOMER, EntityRequest: STORE };
const who = { IdentifierRequest: customer, EntityRequest: store };

const reading: readonly Agreement[] = [
  {
    that: 'a customer is read by a card',
    given: [CLIENT, SOLD_TO],
    ...asking('getPerson'),
    with: who,
    answers: answered(person()),
    by: async (wsone) => {
      const { PersonResponse, IdentifierResponse } = valueOf(await wsone.getPerson(WHO));
      expect(PersonResponse).toEqual({ groupeId, firstName, lastName });
      expect(IdentifierResponse).toEqual([{ identifierValue: card, identifierType: 1 }]);
    },
  },
  {
    that: 'a customer is read by the e-mail address of a WEB account',
    given: [CLIENT, ['a customer with a WEB account']],
    ...asking('getPerson'),
    with: { IdentifierRequest: { identifierType: '10', identifierValue: given('email') } },
    answers: answered(person()),
    by: async (wsone) => {
      const IdentifierRequest = { identifierType: '10', identifierValue: email };
      const found = valueOf(await wsone.getPerson({ IdentifierRequest }));
      expect(found.PersonResponse.groupeId).toBe(groupeId);
    },
  },
  {
    that: 'the balances of a customer are read',
    given: [CLIENT, SOLD_TO],
    ...asking('getAccounts'),
    with: who,
    answers: answered({ AccountResponse: some(account()) }),
    by: async (wsone) => {
      const [points] = valueOf(await wsone.getAccounts(WHO)).AccountResponse;
      expect(points).toMatchObject({ name: 'point', value: 62 });
    },
  },
  {
    // Whether it has a code and a message of its own is not known: neither is relied on.
    that: 'a customer is read with offers and balances at once',
    given: [CLIENT, ['a store'], HELD],
    ...asking('getFullPerson'),
    with: { ...who, date: given('purchaseDate'), filter: '0' },
    answers: {
      status: 200,
      body: {
        PersonResponse: person(),
        OffersResponse: { GetOffersResponses: some(heldOffer()) },
        AccountsResponse: {
          responseCode: '000',
          infos: id('1 account(s) found'),
          AccountResponse: some(account()),
        },
      },
    },
    by: async (wsone) => {
      const asked = { ...WHO, date: purchaseDate, filter: '0' };
      const all = valueOf(await wsone.getFullPerson(asked));
      expect(all.PersonResponse.PersonResponse.groupeId).toBe(groupeId);
      expect(all.OffersResponse.GetOffersResponses[0]?.offerDiscountValue).toBe('5.5');
      expect(all.AccountsResponse.AccountResponse[0]?.value).toBe(62);
    },
  },
  {
    that: 'the badges of a customer are read',
    given: [CLIENT, ['a customer with a badge']],
    ...asking('getBadge'),
    with: { IdentifierRequest: customer },
    answers: answered({ SegmentationResponse: some({ id: id('GOLD'), label: id('Example') }) }),
    by: async (wsone) => {
      const badges = valueOf(await wsone.getBadge({ IdentifierRequest: CUSTOMER }));
      expect(badges.SegmentationResponse).toEqual([{ id: 'GOLD', label: 'Example' }]);
    },
  },
];

const searching: readonly Agreement[] = [
  {
    that: 'customers are found by their e-mail address',
    given: [CLIENT, WITH_MAIL],
    ...asking('searchPerson'),
    with: { ContactRequest: { EmailRequest: { emailValue: given('email') } } },
    answers: answered({
      PersonResponse: some({ ...person(), ContactsResponse: contactsWith(id(email)) }),
    }),
    by: async (wsone) => {
      const ContactRequest = { EmailRequest: { emailValue: email } };
      const { PersonResponse: found } = valueOf(await wsone.searchPerson({ ContactRequest }));
      expect(found[0]?.ContactsResponse.EmailResponse?.emailValue).toBe(email);
    },
  },
  {
    that: 'customers are found by their name, with what tells them apart',
    given: [CLIENT, ['two customers of one name']],
    ...asking('searchPersonLite'),
    with: { PersonRequest: { lastName: given('lastName'), firstName: given('firstName') } },
    answers: answered({ PersonResponse: some(personLite()) }),
    by: async (wsone) => {
      const PersonRequest = { lastName, firstName };
      const { PersonResponse: found } = valueOf(await wsone.searchPersonLite({ PersonRequest }));
      expect(found.map(({ PersonResponse: one }) => one.groupeId)).toEqual([groupeId]);
    },
  },
];

const changing: readonly Agreement[] = [
  {
    that: 'a customer moves and changes the e-mail address',
    given: [CLIENT, WITH_MAIL],
    ...asking('updatePerson'),
    with: {
      PersonRequest: { groupeId: given('groupeId') },
      ContactRequest: {
        EmailRequest: { emailValue: 'ada.moved@example.com' },
        AddressRequest: { address1: '2 example street', zipCode: '75001', city: 'PARIS' },
      },
    },
    answers: answered({
      ...person(),
      PersonResponse: names(),
      ContactsResponse: {
        ...(contactsWith('ada.moved@example.com') as object),
        AddressResponse: { address1: '2 example street', zipCode: '75001', city: 'PARIS' },
      },
    }),
    by: async (wsone) => {
      const changed = await wsone.updatePerson({
        PersonRequest: { groupeId },
        ContactRequest: {
          EmailRequest: { emailValue: 'ada.moved@example.com' },
          AddressRequest: { address1: '2 example street', zipCode: '75001', city: 'PARIS' },
        },
      });
      expect(valueOf(changed).ContactsResponse.AddressResponse?.city).toBe('PARIS');
    },
  },
];

export const persons: readonly Agreement[] = [...reading, ...searching, ...changing];
