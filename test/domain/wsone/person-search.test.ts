import { describe, expect, it, test } from 'vitest';
import { updatePerson } from '#mocks/wsone/domain/person-behaviours.ts';
import { searchPersons } from '#mocks/wsone/domain/person-search.ts';
import { phoneKey } from '#mocks/wsone/domain/person.ts';
import type { DatasetSection } from '#mocks/wsone/dataset/schema.ts';
import { searchCommand } from '#mocks/wsone/wire/person-commands.ts';
import { personEdit } from '#mocks/wsone/wire/person-edit-command.ts';
import { rowsOf, told } from '../utick/text-table.ts';
import { failureOf, openBrand, valueOf, type Brand } from './brand.ts';
import { smallBrand } from './small-brand.ts';

const find = async (brand: Brand, message: object) => {
  const { sheets } = valueOf(await brand.ask(searchPersons, valueOf(searchCommand(message))));
  return sheets.map(({ person }) => person.id).join(', ') || '-';
};

const asked = {
  name: (lastName: string) => ({ PersonRequest: { lastName } }),
  person: (json: string) => ({ PersonRequest: JSON.parse(json) as object }),
  mail: (emailValue: string) => ({ ContactRequest: { EmailRequest: { emailValue } } }),
  phone: (cellPhoneValue: string) => ({ ContactRequest: { CellPhoneRequest: { cellPhoneValue } } }),
  card: (identifierValue: string) => ({
    IdentifierRequest: { identifierType: '1', identifierValue },
  }),
  web: (identifierValue: string) => ({
    IdentifierRequest: { identifierType: 10, identifierValue },
  }),
};

const searches = rowsOf(`
  by      what                                                    found
  name    LEFÈVRE                                                 1, 2, 3
  name    lefevre                                                 1, 2, 3
  name    Lef                                                     -
  name    Nobody                                                  -
  person  {"lastName":"Lefevre","firstName":"eric"}               1, 2
  person  {"lastName":"Lefevre","title":2}                        3
  person  {"lastName":"Lefevre","title":"1"}                      1, 2
  person  {"lastName":"Lefevre","birthDate":"07/06/2005"}         2
  person  {"lastName":"Lefevre","firstName":"","title":""}        1, 2, 3
  person  {"groupeId":2}                                          2
  person  {"groupeId":"2","lastName":"Durand"}                    -
  mail    eric.lefevre@EXAMPLE.com                                1
  mail    eric@example.com                                        2, 3
  mail    nobody@example.com                                      -
  phone   0600000001                                              1
  phone   +33600000001                                            1
  phone   0033 (0)6 00 00 00 02                                   2
  phone   06.00.00.00.03                                          -
  card    2900000000004                                           2
  card    2900000000002                                           1
  card    2900000000003                                           1
  card    2900000000090                                           -
  card    2900000000099                                           -
  web     ERIC.LEFEVRE@example.com                                1
`);

describe('customers are searched', () => {
  it.each(told(searches, 'by $by: $what finds $found'))('%s', async (_, row) => {
    const by = asked[row['by'] as keyof typeof asked];
    expect(await find(await openBrand(), by(row['what'] ?? ''))).toBe(row['found']);
  });

  test('by several things, all of which must fit', async () => {
    const brand = await openBrand();
    const both = { ...asked.mail('eric@example.com'), PersonRequest: { firstName: 'Anne' } };
    expect(await find(brand, both)).toBe('3');
    expect(await find(brand, { ...asked.card('2900000000004'), ...both })).toBe('-');
    const town = {
      PersonRequest: { lastName: 'Lefevre' },
      ContactRequest: { AdressRequest: { city: 'bordeaux' } },
    };
    expect(await find(brand, town)).toBe('1, 2');
    const code = { AddressRequest: { zipCode: 33000 }, AdressRequest: { city: 'Bordeaux' } };
    expect(await find(brand, { ...town, ContactRequest: code })).toBe('1');
  });

  test('by what they are called now, and no longer by what they were', async () => {
    const brand = await openBrand();
    const edit = valueOf(personEdit({ PersonRequest: { lastName: 'Durand' } }));
    const command = { identifier: undefined, groupeId: '1', storeId: undefined, edit };
    valueOf(await brand.ask(updatePerson, command));
    expect(await find(brand, asked.name('Lefevre'))).toBe('2, 3');
    expect(await find(brand, asked.name('Durand'))).toBe('1');
  });

  test('by parts in one object as by parts beside one another', async () => {
    const brand = await openBrand();
    expect(await find(brand, { FullPersonRequest: asked.name('Lefevre') })).toBe('1, 2, 3');
  });
});

/** A hundred and thirty of one name, every tenth of them a woman. */
const many: DatasetSection = {
  ...smallBrand,
  persons: Object.fromEntries(
    Array.from({ length: 130 }, (_, at) => [
      `p${at}`,
      { groupeId: String(at), store: 'shop', lastName: 'Martin', title: at % 10 === 0 ? 2 : 1 },
    ]),
  ),
};

describe('a search', () => {
  const search = async (brand: Brand, message: object) =>
    valueOf(await brand.ask(searchPersons, valueOf(searchCommand(message))));

  test('stops at its limit and says that there are more', async () => {
    const brand = await openBrand({ data: many });
    const { sheets, isCut } = await search(brand, asked.name('Martin'));
    expect([sheets.length, isCut, sheets.at(-1)?.person.id]).toEqual([100, true, '99']);
  });

  test('does not say so when the last one is the last there is', async () => {
    const brand = await openBrand({ data: many, settings: { searchLimit: 130 } });
    const { sheets, isCut } = await search(brand, asked.name('Martin'));
    expect([sheets.length, isCut]).toEqual([130, false]);
  });

  test('goes on to the end of an index for what few of a name have', async () => {
    const brand = await openBrand({ data: many, settings: { searchLimit: 12 } });
    const women = { PersonRequest: { lastName: 'Martin', title: 2 } };
    const { sheets, isCut } = await search(brand, women);
    expect([sheets.length, isCut, sheets.at(-1)?.person.id]).toEqual([12, true, '110']);
  });

  it.each([
    ['/PersonRequest/lastName', {}],
    ['/PersonRequest/lastName', { PersonRequest: { firstName: 'Eric', title: 1 } }],
    ['/PersonRequest/lastName', { PersonRequest: { lastName: '  ' } }],
    ['/FullPersonRequest/PersonRequest/lastName', { FullPersonRequest: { PersonRequest: {} } }],
    ['/PersonRequest/birthDate', { PersonRequest: { lastName: 'X', birthDate: '1/1/2000' } }],
    ['/PersonRequest/title', { PersonRequest: { lastName: 'X', title: 'M' } }],
  ])('is refused for its %s: %j', (pointer, message) => {
    expect(failureOf(searchCommand(message))).toMatchObject({ pointer });
  });

  test('by an unknown store is refused, one that finds nobody only when told to', async () => {
    const brand = await openBrand({ settings: { emptySearch: 'refuse' } });
    const message = { ...asked.name('Lefevre'), EntityRequest: { entityIdentifier: 9 } };
    const command = valueOf(searchCommand(message));
    expect(failureOf(await brand.ask(searchPersons, command)).kind).toBe('entity-unknown');
    const nobody = valueOf(searchCommand(asked.name('Nobody')));
    expect(failureOf(await brand.ask(searchPersons, nobody)).kind).toBe('nobody-found');
  });
});

test.each([
  ['06 12 34 56 78', '0612345678'],
  ['+33612345678', '0612345678'],
  ['+33 (0)6 12 34 56 78', '0612345678'],
  ['0033612345678', '0612345678'],
  ['+32 470 12 34 56', '32470123456'],
  ['33 12', '3312'],
  ['none', ''],
])('the telephone %s is looked for as %s', (phone, key) => {
  expect(phoneKey(phone)).toBe(key);
});
