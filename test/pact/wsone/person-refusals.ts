import { asking, CLIENT, examples, given, refused, type Agreement } from './partner.ts';
import { expectRefusal } from './refusals.ts';
import { CUSTOMER, customer, store, STORE } from './sale.ts';

const { newCard } = examples;

export const personRefusals: readonly Agreement[] = [
  {
    that: 'nobody is read by a card that nobody has',
    given: [CLIENT, ['a card that nobody has']],
    ...asking('getPerson'),
    with: { IdentifierRequest: customer },
    answers: refused,
    by: async (wsone) => expectRefusal(await wsone.getPerson({ IdentifierRequest: CUSTOMER })),
  },
  {
    that: 'nobody is read by a card that was replaced',
    given: [CLIENT, ['a card that was replaced']],
    ...asking('getPerson'),
    with: { IdentifierRequest: customer },
    answers: refused,
    by: async (wsone) => expectRefusal(await wsone.getPerson({ IdentifierRequest: CUSTOMER })),
  },
  {
    that: 'a customer is not created with a card that another one has',
    given: [CLIENT, ['a store'], ['a card that another customer has']],
    ...asking('createPersonAndIdentifier'),
    with: {
      PersonRequest: { lastName: 'EXAMPLE' },
      NewIdentifierRequest: { identifierType: '1', identifierValue: given('newCard') },
      EntityRequest: store,
    },
    answers: refused,
    by: async (wsone) => {
      const created = await wsone.createPersonAndIdentifier({
        PersonRequest: { lastName: 'EXAMPLE' },
        NewIdentifierRequest: { identifierType: '1', identifierValue: newCard },
        EntityRequest: STORE,
      });
      expectRefusal(created);
    },
  },
];
