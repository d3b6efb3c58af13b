import { describe, expect, it, test } from 'vitest';
import { getAccounts } from '#mocks/wsone/domain/account-reading.ts';
import { blockCard } from '#mocks/wsone/domain/back-office.ts';
import {
  associateIdentifier,
  associateNewIdentifier,
  createIdentifier,
  replaceIdentifier,
} from '#mocks/wsone/domain/identifier-behaviours.ts';
import {
  attach,
  block,
  freeIdentifier,
  retire,
  type Identifier,
} from '#mocks/wsone/domain/identifier.ts';
import { getAvailableOffers } from '#mocks/wsone/domain/offer-reading.ts';
import { getPerson } from '#mocks/wsone/domain/person-behaviours.ts';
import { rowsOf, told } from '../utick/text-table.ts';
import { card, failureOf, openBrand, OPENING, valueOf, webAccount, type Brand } from './brand.ts';

const LEFEVRE = card('2900000000001');
const REPLACED = card('2900000000002');
const BLOCKED = card('2900000000003');
const SON = card('2900000000004');
const STOCK = card('2900000000090');
const NEW = card('2900000000099');

/** Asked by no store in particular. */
const by = (identifier: typeof NEW) => ({ identifier, storeId: undefined });
const somebody = (identifier: typeof NEW) => ({ ...by(identifier), groupeId: undefined });

const transitions = rowsOf(`
  from              attach                block                 replace
  free              active, of 7          blocked               replaced
  active, of 7      identifier-taken      blocked, of 7         replaced, of 7
  blocked           identifier-inactive   blocked               replaced
  blocked, of 7     identifier-inactive   blocked, of 7         replaced, of 7
  replaced, of 7    identifier-inactive   identifier-inactive   identifier-inactive
`);

function identifierFrom(text: string): Identifier {
  const [status = '', owner] = text.split(', of ');
  return {
    ...freeIdentifier(NEW),
    status: status === 'free' ? 'active' : (status as Identifier['status']),
    personId: owner,
  };
}

const shown = (outcome: ReturnType<typeof attach>): string => {
  if (!outcome.ok) return outcome.failure.kind;
  const { status, personId } = outcome.value;
  return personId === undefined ? status : `${status}, of ${personId}`;
};

describe('an identifier that is', () => {
  it.each(told(transitions, '$from becomes by attaching $attach, by blocking $block'))(
    '%s',
    (_, { from = '', ...expected }) => {
      const identifier = identifierFrom(from);
      expect({
        attach: shown(attach(identifier, '7', OPENING)),
        block: shown(block(identifier)),
        replace: shown(retire(identifier)),
      }).toEqual(expected);
    },
  );
});

const lookUp = async (brand: Brand, identifier: typeof NEW): Promise<string> => {
  const outcome = await brand.ask(getPerson, by(identifier));
  return outcome.ok ? outcome.value.person.id : outcome.failure.kind;
};

describe('a lost card', () => {
  test('is refused once it is replaced, and balances and offers are those of the new one', async () => {
    const brand = await openBrand();
    const before = valueOf(await brand.ask(getAccounts, by(LEFEVRE)));
    valueOf(await brand.ask(replaceIdentifier, { ...by(LEFEVRE), successor: NEW }));
    expect(await lookUp(brand, LEFEVRE)).toBe('identifier-inactive');
    expect(await lookUp(brand, NEW)).toBe('1');
    expect(valueOf(await brand.ask(getAccounts, by(NEW)))).toEqual(before);
  });

  test('brings no second welcome offer when it is replaced', async () => {
    const brand = await openBrand();
    valueOf(await brand.ask(replaceIdentifier, { ...by(LEFEVRE), successor: NEW }));
    const held = { ...by(NEW), at: undefined };
    expect(valueOf(await brand.ask(getAvailableOffers, held))).toEqual([]);
  });

  test('may be blocked before it is replaced', async () => {
    const brand = await openBrand();
    valueOf(await brand.ask(blockCard, LEFEVRE));
    expect(await lookUp(brand, LEFEVRE)).toBe('identifier-inactive');
    valueOf(await brand.ask(replaceIdentifier, { ...by(LEFEVRE), successor: NEW }));
    expect(await lookUp(brand, NEW)).toBe('1');
  });

  test('is replaced by a card of the stock', async () => {
    const brand = await openBrand();
    const { activatedAt } = valueOf(
      await brand.ask(replaceIdentifier, { ...by(LEFEVRE), successor: STOCK }),
    );
    expect(activatedAt).toBe(OPENING);
    expect(await lookUp(brand, STOCK)).toBe('1');
  });

  it.each([
    ['an unknown card', NEW, STOCK, 'identifier-unknown'],
    ['a card that is nobody’s', STOCK, NEW, 'identifier-unknown'],
    ['a card that was replaced before', REPLACED, NEW, 'identifier-inactive'],
    ['a new card of another customer', LEFEVRE, SON, 'identifier-taken'],
    ['a new card that is blocked', LEFEVRE, card('2900000000091'), 'identifier-inactive'],
    ['itself', LEFEVRE, LEFEVRE, 'identifier-taken'],
  ])('is not replaced: %s', async (_, lost, successor, kind) => {
    const brand = await openBrand();
    const before = brand.rows('identifiers');
    const outcome = await brand.ask(replaceIdentifier, { ...by(lost), successor });
    expect(failureOf(outcome).kind).toBe(kind);
    expect(brand.rows('identifiers')).toEqual(before);
  });
});

describe('a customer', () => {
  test('is known by a WEB account whatever the case of its e-mail', async () => {
    const brand = await openBrand();
    expect(await lookUp(brand, webAccount('ERIC.lefevre@EXAMPLE.com'))).toBe('1');
    expect(await lookUp(brand, card('Eric.Lefevre@example.com'))).toBe('identifier-unknown');
  });

  test('without an identifier gets a first card by groupeId', async () => {
    const brand = await openBrand();
    const anne = { identifier: undefined, groupeId: '3', storeId: undefined };
    valueOf(await brand.ask(associateNewIdentifier, { ...anne, associated: NEW }));
    expect(await lookUp(brand, NEW)).toBe('3');
  });

  test('gets a card of the stock, which is activated then', async () => {
    const brand = await openBrand();
    const command = { ...somebody(SON), associated: STOCK };
    const { activatedAt } = valueOf(await brand.ask(associateIdentifier, command));
    expect(activatedAt).toBe(OPENING);
    expect(await lookUp(brand, STOCK)).toBe('2');
  });

  it.each([
    ['of somebody else', associateIdentifier, SON, 'identifier-taken'],
    ['that the customer has already', associateIdentifier, LEFEVRE, 'identifier-taken'],
    ['that is not there', associateIdentifier, NEW, 'identifier-unknown'],
    ['that is blocked', associateIdentifier, card('2900000000091'), 'identifier-inactive'],
    ['that is there, as a new one', associateNewIdentifier, STOCK, 'identifier-taken'],
  ] as const)('does not get a card %s', async (_, behaviour, associated, kind) => {
    const brand = await openBrand();
    const before = brand.rows('identifiers');
    const outcome = await brand.ask(behaviour, { ...somebody(LEFEVRE), associated });
    expect(failureOf(outcome).kind).toBe(kind);
    expect(brand.rows('identifiers')).toEqual(before);
  });

  it.each([
    ['who is unknown', { groupeId: '9' }, 'person-unknown'],
    ['whose card is another one’s', { identifier: SON, groupeId: '1' }, 'person-unknown'],
    ['whose card is blocked', { identifier: BLOCKED }, 'identifier-inactive'],
    ['of whom a store asks that is unknown', { groupeId: '1', storeId: '9' }, 'entity-unknown'],
  ])('%s gets none', async (_, who, kind) => {
    const brand = await openBrand();
    const nobody = { identifier: undefined, groupeId: undefined, storeId: undefined };
    const command = { ...nobody, ...who, associated: NEW };
    expect(failureOf(await brand.ask(associateNewIdentifier, command)).kind).toBe(kind);
  });
});

describe('a card of the stock', () => {
  test('is nobody’s and not activated', async () => {
    const brand = await openBrand();
    const created = valueOf(
      await brand.ask(createIdentifier, { identifier: NEW, storeId: '666666' }),
    );
    expect([created.personId, created.activatedAt]).toEqual([undefined, undefined]);
    expect(await lookUp(brand, NEW)).toBe('identifier-unknown');
  });

  it.each([
    ['in an unknown store', NEW, '9', 'entity-unknown'],
    ['twice', STOCK, '666666', 'identifier-taken'],
    ['that a customer has', LEFEVRE, '666666', 'identifier-taken'],
  ])('is not created %s', async (_, identifier, storeId, kind) => {
    const brand = await openBrand();
    const outcome = await brand.ask(createIdentifier, { identifier, storeId });
    expect(failureOf(outcome).kind).toBe(kind);
  });
});

test('a card can be blocked, and only when it is there', async () => {
  const brand = await openBrand();
  expect(valueOf(await brand.ask(blockCard, SON)).status).toBe('blocked');
  expect(failureOf(await brand.ask(blockCard, NEW)).kind).toBe('card-unknown');
});
