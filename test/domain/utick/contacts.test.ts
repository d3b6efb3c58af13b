import { describe, expect, it, test } from 'vitest';
import {
  createContact,
  getContact,
  listContacts,
  updateContact,
} from '#mocks/utick/domain/contact-behaviours.ts';
import { updateOrder } from '#mocks/utick/domain/order-behaviours.ts';
import { requestProducts } from '#mocks/utick/domain/request-products.ts';
import { defaultSettings } from '#mocks/utick/settings.ts';
import { contactEdit, listContactsCommand } from '#mocks/utick/wire/contact-commands.ts';
import { contactMessage } from '#mocks/utick/wire/contact-message.ts';
import { NOBODY, openShop, valueOf, type Shop } from './shop.ts';
import { rowsOf, told } from './text-table.ts';

const create = async (shop: Shop, message: object) =>
  valueOf(await shop.ask(createContact, valueOf(contactEdit({ lastname: 'Doe', ...message }))));

const find = async (shop: Shop, message: object) => {
  const command = valueOf(listContactsCommand(message, defaultSettings));
  return valueOf(await shop.ask(listContacts, command));
};

/** Of the small house: two of them share an e-mail and a last name. */
const searches = rowsOf(`
  message                                                   found
  {}                                                        Lecomte, Denis, Denis, Dupont
  {"lastname":"Denis"}                                      Denis, Denis
  {"lastname":"denis"}                                      -
  {"lastname":"Den"}                                        -
  {"email":"lecomte@example.com"}                           Lecomte
  {"email":"denis@example.com","lastname":"Dupont"}         -
  {"postalcode":"4000"}                                     -
  {"limit":1,"offset":1}                                    Denis
  {"email":"","lastname":"","orderreference":""}            Lecomte, Denis, Denis, Dupont
  {"orderreference":"ORD00000001"}                          -
  {"orderreference":"Lecomte"}                              -
`);

describe('contacts are searched exactly:', () => {
  it.each(told(searches, '$message finds $found'))('%s', async (_, row) => {
    const shop = await openShop();
    const found = await find(shop, JSON.parse(row['message'] ?? '') as object);
    expect(found.map(({ lastName }) => lastName).join(', ') || '-').toBe(row['found']);
  });

  test('by a postal code given as a number or as text', async () => {
    const shop = await openShop();
    const { id } = await create(shop, { postalcode: 1160 });
    expect((await find(shop, { postalcode: 1160 })).map((one) => one.id)).toEqual([id]);
    expect((await find(shop, { postalcode: '1160' })).map((one) => one.id)).toEqual([id]);
  });

  test('by the reference of an order, which finds its holder', async () => {
    const shop = await openShop();
    const requests = [shop.wish('hedda_single_full', 1)];
    const [product] = valueOf(await shop.ask(requestProducts, { requests }));
    const orderId = product?.orderId ?? '';
    const contactId = shop.id('contacts', 'nameless');
    valueOf(await shop.ask(updateOrder, { orderId, contactId, status: 'confirmed', details: {} }));
    const found = await find(shop, { orderreference: 'ORD00000001' });
    expect(found.map(({ lastName }) => lastName)).toEqual(['Dupont']);
    expect(await find(shop, { orderreference: 'ORD1' })).toEqual([]);
  });
});

describe('a contact', () => {
  /** As the vendor's client sends it: all seventeen fields. */
  const sent = {
    id: '',
    label: 'anything',
    firstname: 'George',
    lastname: 'Van Brugel',
    email: 'george.vanbrugel@example.com',
    nationality: 'be',
    mobilephone: '+32444449595',
    addressl1: "18 rue de l'Eglise",
    addressl2: '',
    postalcode: '1160',
    city: 'Bruxelles',
    country: 'be',
    companyfunction: '',
    companyname: '',
    vatnumber: '',
    birthdate: '1955-01-16T00:00:00+01:00',
    language: 'nl',
  };

  test('is created with all that is sent, its label computed', async () => {
    const shop = await openShop();
    const contact = await create(shop, sent);
    expect(contactMessage(contact)).toEqual({
      ...sent,
      id: contact.id,
      label: 'VAN BRUGEL George',
    });
  });

  test('is created from a last name alone', async () => {
    const shop = await openShop();
    expect(contactMessage(await create(shop, {}))).toMatchObject({
      label: 'DOE',
      firstname: '',
      birthdate: null,
      language: '',
    });
  });

  test('keeps what is not sent when it is changed', async () => {
    const shop = await openShop();
    const { id } = await create(shop, sent);
    const edit = valueOf(contactEdit({ id, city: 'Gent', birthdate: null }));
    valueOf(await shop.ask(updateContact, { id, ...edit }));
    const message = contactMessage(valueOf(await shop.ask(getContact, { id })));
    expect(message).toMatchObject({
      city: 'Gent',
      addressl1: sent.addressl1,
      birthdate: null,
      lastname: 'Van Brugel',
    });
  });

  test('is found under its new name, and no longer under its old one', async () => {
    const shop = await openShop();
    const { id } = await create(shop, sent);
    const edit = valueOf(contactEdit({ id, lastname: 'Brugel' }));
    valueOf(await shop.ask(updateContact, { id, ...edit }));
    expect(await find(shop, { lastname: 'Van Brugel' })).toEqual([]);
    expect(await find(shop, { lastname: 'Brugel' })).toHaveLength(1);
  });

  test('that is not there is refused', async () => {
    const shop = await openShop();
    const failure = { kind: 'contact-unknown', id: NOBODY };
    expect(await shop.ask(getContact, { id: NOBODY })).toEqual({ ok: false, failure });
    const edit = valueOf(contactEdit({ id: NOBODY, city: 'Gent' }));
    expect(await shop.ask(updateContact, { id: NOBODY, ...edit })).toEqual({ ok: false, failure });
  });

  it.each([
    ['/lastname', { lastname: '' }],
    ['/birthdate', { lastname: 'Doe', birthdate: '1955-01-16' }],
    ['/birthdate', { lastname: 'Doe', birthdate: 'soon' }],
  ])('is refused for its %s', (pointer, message) => {
    expect(contactEdit(message)).toMatchObject({
      failure: { kind: 'parameter-invalid', violation: { pointer } },
    });
  });
});
