import { beforeEach, describe, expect, it, test } from 'vitest';
import { wsone as contract, type WsoneOperations } from '#contracts/wsone/index.ts';
import { createSosie, type Sosie } from '#server/index.ts';
import { wsone } from '../../support/wsone.ts';

type Message = Readonly<Record<string, unknown>>;
type Operation = keyof WsoneOperations;

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
const line = {
  ean: '111111',
  quantity: '1',
  allTaxesIncludedUnitPrice: '19.90',
  preTaxUnitPrice: '16.58',
  discountAmount: '0',
  AccountAdvantageRequest: [{ type: 1, value: '5' }],
};
const head = {
  receiptNumber: 'T-1',
  transactionDate: date,
  allTaxesIncludedAmount: '19.90',
  preTaxAmount: 16.58,
  discountAmount: 0,
  currency: 1,
  cashdeskNumber: '2',
  cashdeskIpAddress: '127.0.0.1',
  AccountAdvantageRequest: [{ type: '1', value: 0 }],
  ...who,
  ...store,
};
const receipt = {
  ReceiptRequest: head,
  DetailsRequest: {
    nbItems: '1',
    nbOfferNumbers: 1,
    OfferNumberRequest: [{ offerNumber: '2558000057275' }],
    TransactionItemRequest: [line],
  },
};
/** Of the receipts that the data set has: one is pending, one is valid. */
const buyer = { IdentifierRequest: { identifierType: '1', identifierValue: '2990000000033' } };
const pending = {
  receiptNumber: 'DEMO-2',
  EntityRequest: { entityIdentifier: '123456' },
  ...buyer,
};
const refund = {
  receiptNumber: 'R-1',
  originalReceiptNumber: 'DEMO-1',
  transactionDate: date,
  allTaxesIncludedAmount: '10.00',
  currency: '1',
  cashdeskNumber: 1,
  ...buyer,
  ...store,
};
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
  sendTransaction: receipt,
  validTransaction: { ReceiptRequest: pending },
  sendAndValidTransaction: receipt,
  sendAndValidFullTransaction: receipt,
  verifyTransaction: receipt,
  cancelTransactionsNotValidated: { ...who, ...store },
  sendSimpleTransaction: { ReceiptRequest: head },
  refundTransaction: { ReceiptRequest: refund },
  getLastTransaction: { ...buyer, ...store },
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

const pathOf = (operation: string): string =>
  contract.operations[operation as Operation].path.replace('/rest/', '');

const send = async (operation: string, body: object) =>
  (await wsone(sosie, { path: pathOf(operation), body })).body;

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

describe('what no field can be is refused, and nothing is kept:', () => {
  it.each(operations)('%s', async (operation, message) => {
    for (const [place, value] of placesIn(message)) {
      const wrongs = isLeaf(value) ? [{}, [], null] : ['text', 7, [[]], null];
      for (const wrong of wrongs) {
        await expectRefused(operation, at(message, place, wrong), ['900', '901']);
      }
    }
  });
});

describe('a text that says nothing is no identifier, no store, no date and no number:', () => {
  const telling =
    /\/(identifierValue|identifierType|entityIdentifier|status|activate|allow\w+|offerId|questionId|receiptNumber|transactionDate|\w+Amount|\w+UnitPrice|quantity|currency|offerNumber|type|value)$/;

  it.each(operations)('%s', async (operation, message) => {
    for (const [place] of placesIn(message)) {
      if (!telling.test(place)) continue;
      await expectRefused(operation, at(message, place, '  '), ['901', '902', '951']);
    }
  });
});

describe('a required part that is left out is named:', () => {
  it.each(operations)('%s', async (operation, message) => {
    const { required = [] } = contract.operations[operation as Operation].request;
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
    const { body } = await wsone(alone, { path: pathOf(operation), body: asText });
    expect([operation, body.responseCode]).toEqual([operation, '000']);
    await alone.close();
  }
  const number = { IdentifierRequest: { identifierType: 1, identifierValue: 2990000000095 } };
  expect((await send('getPerson', number)).responseCode).toBe('000');
});

test('blanks around what names a receipt are none of its name', async () => {
  const sent = { ...head, receiptNumber: ' T-7 ', cashdeskNumber: ' 2' };
  await send('sendTransaction', { ReceiptRequest: sent });
  const named = { receiptNumber: '\tT-7', cashdeskNumber: '2 ', ...store };
  expect((await send('validTransaction', { ReceiptRequest: named })).responseCode).toBe('000');
  const back = { ...head, receiptNumber: 'R-7', originalReceiptNumber: ' T-7' };
  expect((await send('refundTransaction', { ReceiptRequest: back })).responseCode).toBe('000');
});

test('a blank number names no receipt, and no transaction', async () => {
  await expectRefused('cancelTransactionsNotValidated', { transactionId: ' ' }, ['901']);
  await expectRefused('validTransaction', { transactionId: ' ' }, ['901']);
});
