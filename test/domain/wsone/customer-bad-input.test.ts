import { beforeEach, describe, expect, it, test } from 'vitest';
import { personOperations } from '#contracts/wsone/person-operations.ts';
import { createSosie, type Sosie } from '#server/index.ts';
import { wsone } from '../../support/wsone.ts';

type Message = Readonly<Record<string, unknown>>;
type Operation = keyof typeof personOperations;

const who = { IdentifierRequest: { identifierType: 1, identifierValue: '2990000000095' } };
const store = { EntityRequest: { entityIdentifier: '666666' } };
const fresh = { identifierType: 1, identifierValue: '2990000000999' };
const dupuis = {
  PersonRequest: { lastName: 'DUPUIS', firstName: 'LÉA', birthDate: '29/02/2000', title: 2 },
  ContactRequest: {
    EmailRequest: { emailValue: 'lea@example.com', status: 1 },
    CellPhoneRequest: { cellPhoneValue: '0600000099', allowCompanySolicitation: '1' },
    AdressRequest: { address1: '1 rue Haute', zipCode: 33000 },
  },
  SubscriptionRequest: [{ id: '31', activate: true }],
};
const sought = {
  PersonRequest: { lastName: 'DENIS', birthDate: '30/11/2007', title: 1 },
  ContactRequest: { EmailRequest: { emailValue: 'julien.denis.junior@example.com' } },
};
const date = '04/03/2026 12:00:00';
const answers = { formId: 'tastes', AnswerRequest: [{ questionId: 'genre', answer: 'Danse' }] };

/** A call to each operation that is done. */
const sound: Readonly<Record<Operation, Message>> = {
  createPersonAndIdentifier: { ...dupuis, NewIdentifierRequest: fresh, ...store },
  createPerson: { FullPersonRequest: dupuis, ...store },
  createIdentifier: { NewIdentifierRequest: fresh, ...store },
  associateNewIdentifier: { ...who, NewIdentifierRequest: fresh, ...store },
  associateIdentifier: {
    ...who,
    AssociatedIdentifierRequest: { identifierType: '1', identifierValue: '2990000000088' },
  },
  replaceIdentifier: { ...who, NewIdentifierRequest: fresh },
  getPerson: { ...who, ...store },
  searchPerson: sought,
  getAccounts: { ...who, ...store },
  getFullPerson: { ...who, ...store, date, filter: 0 },
  searchPersonLite: { FullPersonRequest: sought, ...store },
  getBadge: who,
  updatePerson: { ...who, ...dupuis },
  getAvailableOffers: { ...who, date },
  getEnableOffers: who,
  editOffer: { ...who, offerId: '60450' },
  getForm: { ...who, formId: 'tastes' },
  updateForm: { ...who, FormAnsweredRequest: answers },
  getEntities: store,
  getEntityParents: store,
};

const operations = Object.entries(sound);

/** All that is in a message, its objects and lists too, with JSON pointers. */
function placesIn(value: unknown, at = ''): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) => [
    [`${at}/${key}`, part] as const,
    ...placesIn(part, `${at}/${key}`),
  ]);
}

/** The same message with something else in one place. */
function withAt(value: unknown, [key = '', ...rest]: readonly string[], put: unknown): unknown {
  if (key === '') return put;
  if (Array.isArray(value)) {
    return value.map((part, at) => (String(at) === key ? withAt(part, rest, put) : part));
  }
  const object = value as Message;
  return { ...object, [key]: withAt(object[key], rest, put) };
}

const at = (message: Message, pointer: string, put: unknown): Message =>
  withAt(message, pointer.slice(1).split('/'), put) as Message;

let sosie: Sosie;

beforeEach(async () => {
  sosie = await createSosie({ clock: '2026-03-04T10:00:00+01:00', hardened: true });
  return () => sosie.close();
});

const sequence = (): number | undefined => sosie.core.sandboxes.get('default')?.state.sequence;

const send = async (operation: string, body: object) =>
  (await wsone(sosie, { path: `2.0/personWebService/${operation}`, body })).body;

/** Refused with one of these codes, as the vendor would say it, and nothing is kept of it. */
async function expectRefused(operation: string, body: Message, codes: readonly string[]) {
  const before = sequence();
  const { responseCode, infos, ...more } = await send(operation, body);
  expect([JSON.stringify(body), codes]).toEqual([
    JSON.stringify(body),
    expect.arrayContaining([responseCode]),
  ]);
  expect([Object.keys(more), infos]).toEqual([[], expect.stringMatching(/\(code \d{3} is a pro/)]);
  expect(sequence()).toBe(before);
}

test.each(operations)('%s is done as it is sent here', async (operation, message) => {
  expect((await send(operation, message)).responseCode).toBe('000');
});

const isLeaf = (value: unknown): boolean => typeof value !== 'object';

describe('what no field of the customer service can be is refused, and nothing is kept:', () => {
  it.each(operations)('%s', async (operation, message) => {
    for (const [place, value] of placesIn(message)) {
      const wrongs = isLeaf(value) ? [{}, [], null] : ['text', 7, [[]], null];
      for (const wrong of wrongs) {
        await expectRefused(operation, at(message, place, wrong), ['900', '901']);
      }
    }
  });
});

describe('a text that says nothing is no identifier, no store and no date:', () => {
  const telling =
    /\/(identifierValue|identifierType|entityIdentifier|status|activate|allow\w+|offerId|questionId)$/;

  it.each(operations)('%s', async (operation, message) => {
    for (const [place] of placesIn(message)) {
      if (!telling.test(place)) continue;
      await expectRefused(operation, at(message, place, '  '), ['901', '902', '951']);
    }
  });
});

describe('a required part that is left out is named:', () => {
  it.each(operations)('%s', async (operation, message) => {
    const { required = [] } = personOperations[operation as Operation].request;
    for (const name of required) {
      const rest = Object.fromEntries(Object.entries(message).filter(([key]) => key !== name));
      const { responseCode, infos } = await send(operation, rest);
      expect([responseCode, infos]).toEqual(['901', expect.stringContaining(`: ${name} (`)]);
    }
  });
});

test('all scalars can be sent as text, and the whole ones as numbers', async () => {
  for (const [operation, message] of operations) {
    const asText = JSON.parse(JSON.stringify(message), (_, value: unknown) =>
      typeof value === 'number' || typeof value === 'boolean' ? String(value) : value,
    ) as Message;
    const alone = await createSosie({ clock: '2026-03-04T10:00:00+01:00', hardened: true });
    const path = `2.0/personWebService/${operation}`;
    const { body } = await wsone(alone, { path, body: asText });
    expect([operation, body.responseCode]).toEqual([operation, '000']);
    await alone.close();
  }
  const number = { IdentifierRequest: { identifierType: 1, identifierValue: 2990000000095 } };
  expect((await send('getPerson', number)).responseCode).toBe('000');
});
