import { describe, expect, it, test } from 'vitest';
import { associateNewIdentifier } from '#mocks/wsone/domain/identifier-behaviours.ts';
import { getAvailableOffers } from '#mocks/wsone/domain/offer-reading.ts';
import {
  createPerson,
  createPersonAndIdentifier,
  getPerson,
  updatePerson,
} from '#mocks/wsone/domain/person-behaviours.ts';
import type { PersonEdit } from '#mocks/wsone/domain/person-edit.ts';
import type { WsoneSettings } from '#mocks/wsone/settings.ts';
import type { Person } from '#mocks/wsone/state.ts';
import { newPersonEdit, personEdit } from '#mocks/wsone/wire/person-edit-command.ts';
import { personMessage } from '#mocks/wsone/wire/person-message.ts';
import { card, failureOf, openBrand, OPENING, valueOf, webAccount } from './brand.ts';

const LEFEVRE = card('2900000000001');
const SON = card('2900000000004');
const NEW = card('2900000000099');

const DURAND = { PersonRequest: { lastName: 'Durand', firstName: 'Zoé', birthDate: '29/02/2000' } };

const edit = (message: Parameters<typeof personEdit>[0]): PersonEdit =>
  valueOf(personEdit(message));

const durand = (message: object = {}) => ({
  storeId: '666666',
  edit: valueOf(newPersonEdit({ ...DURAND, ...message })),
});

const somebody = (identifier: typeof NEW | undefined, groupeId?: string) => ({
  identifier,
  groupeId,
  storeId: undefined,
});

describe('a new customer', () => {
  test('gets a groupeId of the double’s own and belongs to the store that asks', async () => {
    const brand = await openBrand();
    const { person, identifiers } = valueOf(await brand.ask(createPerson, durand()));
    expect([person.id, person.storeId, identifiers]).toEqual(['2000004', '666666', []]);
    expect(valueOf(await brand.ask(createPerson, durand())).person.id).toBe('2000005');
  });

  test('is read back as it was sent', async () => {
    const brand = await openBrand();
    const sheet = valueOf(
      await brand.ask(
        createPerson,
        durand({
          ContactRequest: {
            EmailRequest: { emailValue: ' zoe@example.com ', status: '2' },
            CellPhoneRequest: { cellPhoneValue: 600000009, allowCompanySolicitation: 0 },
            AdressRequest: { address1: '2 rue Basse', zipCode: 33000 },
            AddressRequest: { city: 'Bordeaux' },
          },
          SubscriptionRequest: [{ id: 31, activate: 'TRUE' }],
          PersonProfilRequest: { anything: 'is taken' },
        }),
      ),
    );
    expect(JSON.parse(JSON.stringify(personMessage(sheet)))).toEqual({
      PersonResponse: {
        groupeId: '2000004',
        firstName: 'Zoé',
        lastName: 'Durand',
        birthDate: '29/02/2000',
      },
      IdentifierResponse: [],
      EntityResponse: { entityIdentifier: '666666' },
      SubscriptionResponse: [{ id: '31', label: 'LETTER', activate: true, updatedAt: null }],
      ContactsResponse: {
        EmailResponse: {
          status: 2,
          emailValue: 'zoe@example.com',
          allowCompanySolicitation: 1,
          allowTrustedSolicitation: 1,
        },
        CellPhoneResponse: {
          status: 1,
          cellPhoneValue: '600000009',
          allowCompanySolicitation: 0,
          allowTrustedSolicitation: 1,
        },
        AddressResponse: { address1: '2 rue Basse', zipCode: '33000', city: 'Bordeaux' },
      },
      InfoPersonResponse: [],
    });
  });

  test('with a WEB account has its e-mail, unless another one is given', async () => {
    const brand = await openBrand();
    const identifier = webAccount('zoe@example.com');
    const { person } = valueOf(
      await brand.ask(createPersonAndIdentifier, { ...durand(), identifier }),
    );
    expect(person.email).toBe('zoe@example.com');
    const other = durand({ ContactRequest: { EmailRequest: { emailValue: 'z@example.com' } } });
    const second = { ...other, identifier: webAccount('second@example.com') };
    const created = valueOf(await brand.ask(createPersonAndIdentifier, second));
    expect(created.person.email).toBe('z@example.com');
  });

  it.each([
    ['in an unknown store', { storeId: '9' }, {}, 'entity-unknown'],
    ['with a card that is there', {}, { identifier: LEFEVRE }, 'identifier-taken'],
    ['with a card of the stock', {}, { identifier: card('2900000000090') }, 'identifier-taken'],
    [
      'who subscribes to what is not there',
      durand({ SubscriptionRequest: [{ id: '99', activate: true }] }),
      {},
      'subscription-unknown',
    ],
  ])('%s is refused, and nothing of it is kept', async (_, differs, identified, kind) => {
    const brand = await openBrand();
    const command = { ...durand(), identifier: NEW, ...differs, ...identified };
    const outcome = await brand.ask(createPersonAndIdentifier, command);
    expect(failureOf(outcome).kind).toBe(kind);
    expect(brand.rows<Person>('persons')).toHaveLength(3);
    expect(valueOf(await brand.ask(createPerson, durand())).person.id).toBe('2000004');
  });

  const doubles = [
    ['with the day of birth', { birthDate: '02/01/1980' }, {}, '1'],
    ['with the e-mail', {}, { EmailRequest: { emailValue: 'ERIC@example.com' } }, '2'],
    ['with the telephone', {}, { CellPhoneRequest: { cellPhoneValue: '0033600000001' } }, '1'],
    ['with nothing else in common', { birthDate: '03/03/1990' }, {}, undefined],
  ] as const;

  it.each(doubles)('of a known name, %s, is refused when told to', async (_, who, how, double) => {
    const brand = await openBrand({ settings: { duplicatePersons: 'refuse' } });
    const PersonRequest = { lastName: 'lefevre', firstName: 'ÉRIC', ...who };
    const command = durand({ PersonRequest, ContactRequest: how });
    const outcome = await brand.ask(createPerson, command);
    expect(outcome.ok ? undefined : outcome.failure).toEqual(
      double && { kind: 'person-exists', groupeId: double },
    );
    const tolerant = await openBrand();
    expect((await tolerant.ask(createPerson, command)).ok).toBe(true);
  });
});

describe('a welcome offer', () => {
  /** How many a new customer has after getting these identifiers, one after the other. */
  const held = async (
    settings: Partial<WsoneSettings>,
    identifiers: readonly (typeof NEW)[],
  ): Promise<number> => {
    const brand = await openBrand({ settings });
    const { person } = valueOf(await brand.ask(createPerson, durand()));
    for (const associated of identifiers) {
      const command = { ...somebody(undefined, person.id), associated };
      valueOf(await brand.ask(associateNewIdentifier, command));
    }
    const [identifier = NEW] = identifiers;
    const asked = { identifier, storeId: undefined, at: undefined };
    return valueOf(await brand.ask(getAvailableOffers, asked)).length;
  };
  const web = webAccount('zoe@example.com');
  const second = card('2900000000098');

  it.each([
    ['first-card', [NEW], 1],
    ['first-card', [NEW, second], 1],
    ['first-card', [web], 0],
    ['first-card', [web, NEW], 1],
    ['each-card', [NEW, second], 2],
    ['each-card', [NEW, web], 1],
    ['first-identifier', [web], 1],
    ['first-identifier', [web, NEW], 1],
  ] as const)('by setting %s for %j: %i', async (welcomeOffer, identifiers, count) => {
    expect(await held({ welcomeOffer }, identifiers)).toBe(count);
  });

  test('is not issued while the marketing engine is off', async () => {
    expect(await held({ marketingEngine: false }, [NEW])).toBe(0);
  });
});

describe('a change', () => {
  test('keeps what is not sent', async () => {
    const brand = await openBrand();
    const [before] = brand.rows<Person>('persons');
    const change = edit({ ContactRequest: { AddressRequest: { city: 'Pessac' } } });
    const command = { ...somebody(LEFEVRE), edit: change };
    const { person } = valueOf(await brand.ask(updatePerson, command));
    expect(person).toEqual({ ...before, address: { ...before?.address, city: 'Pessac' } });
  });

  test('takes a value back where an empty text is sent', async () => {
    const brand = await openBrand();
    const change = edit({
      PersonRequest: { birthDate: '', title: '', firstName: '' },
      ContactRequest: {
        EmailRequest: { emailValue: '' },
        CellPhoneRequest: { cellPhoneValue: '' },
      },
    });
    const { person } = valueOf(
      await brand.ask(updatePerson, { ...somebody(LEFEVRE), edit: change }),
    );
    const { birthDate, title, firstName, email, cellPhone, lastName } = person;
    expect([birthDate, title, firstName, email, cellPhone]).toEqual(['', undefined, '', '', '']);
    expect(lastName).toBe('Lefèvre');
  });

  test('dates a subscription, an old one as a new one', async () => {
    const brand = await openBrand();
    const change = edit({
      SubscriptionRequest: [
        { id: '31', activate: 1 },
        { id: '30', activate: 'false' },
      ],
    });
    const { person } = valueOf(
      await brand.ask(updatePerson, { ...somebody(undefined, '1'), edit: change }),
    );
    expect(person.subscriptions).toEqual([
      { id: '30', label: 'WALLET', isActive: false, updatedAt: OPENING },
      { id: '31', label: 'LETTER', isActive: true, updatedAt: OPENING },
    ]);
  });

  it.each([
    ['of nobody', somebody(undefined, '9'), 'person-unknown'],
    ['of two customers at once', somebody(SON, '1'), 'person-unknown'],
    ['of a customer by a replaced card', somebody(card('2900000000002')), 'identifier-inactive'],
    ['asked for by an unknown store', { ...somebody(SON), storeId: '9' }, 'entity-unknown'],
  ])('%s is refused', async (_, who, kind) => {
    const brand = await openBrand();
    const before = brand.rows('persons');
    const command = { ...who, edit: edit({ PersonRequest: { firstName: 'X' } }) };
    expect(failureOf(await brand.ask(updatePerson, command)).kind).toBe(kind);
    expect(brand.rows('persons')).toEqual(before);
  });

  test('of one part is refused with another that cannot be: nothing is half-applied', async () => {
    const brand = await openBrand();
    const before = brand.rows('persons');
    const change = edit({
      PersonRequest: { firstName: 'X' },
      SubscriptionRequest: [
        { id: '31', activate: true },
        { id: '99', activate: true },
      ],
    });
    const outcome = await brand.ask(updatePerson, { ...somebody(LEFEVRE), edit: change });
    expect(failureOf(outcome)).toEqual({ kind: 'subscription-unknown', id: '99' });
    expect(brand.rows('persons')).toEqual(before);
  });
});

test('a customer is shown with active identifiers only', async () => {
  const brand = await openBrand();
  const sheet = valueOf(await brand.ask(getPerson, { identifier: LEFEVRE, storeId: '123456' }));
  expect(sheet.identifiers.map(({ value }) => value)).toEqual([
    '2900000000001',
    'Eric.Lefevre@example.com',
  ]);
});

const of = (person: object) => ({ PersonRequest: { lastName: 'X', ...person } });
const reached = (contact: object) => ({ ...DURAND, ContactRequest: contact });
const subscribing = (activate: unknown) => ({
  ...DURAND,
  SubscriptionRequest: [{ id: '30', activate }],
});
const EMAIL = '/ContactRequest/EmailRequest';
const PHONE = '/ContactRequest/CellPhoneRequest';

describe('what is sent of a customer is refused for its', () => {
  it.each<[string, object]>([
    ['/PersonRequest', {}],
    ['/PersonRequest/lastName', { PersonRequest: {} }],
    ['/PersonRequest/lastName', of({ lastName: ' ' })],
    ['/FullPersonRequest/PersonRequest/title', { FullPersonRequest: of({ title: '1st' }) }],
    ['/PersonRequest/birthDate', of({ birthDate: '2000-01-01' })],
    ['/PersonRequest/birthDate', of({ birthDate: '29/02/1900' })],
    ['/PersonRequest/title', of({ title: 'M' })],
    ['/PersonRequest/title', of({ title: '1.5' })],
    [`${EMAIL}/emailValue`, reached({ EmailRequest: { emailValue: 'a b@example.com' } })],
    [`${EMAIL}/status`, reached({ EmailRequest: { status: 'ok' } })],
    [`${PHONE}/cellPhoneValue`, reached({ CellPhoneRequest: { cellPhoneValue: 'none' } })],
    [`${PHONE}/cellPhoneValue`, reached({ CellPhoneRequest: { cellPhoneValue: '+-()' } })],
    [`${PHONE}/status`, reached({ CellPhoneRequest: { status: '' } })],
    ['/SubscriptionRequest/0/activate', subscribing('oui')],
    ['/SubscriptionRequest/0/activate', subscribing(2)],
  ])('%s: %j', (pointer, message) => {
    expect(failureOf(newPersonEdit(message))).toMatchObject({ pointer });
  });
});
