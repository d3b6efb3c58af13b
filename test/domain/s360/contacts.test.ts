import { beforeEach, expect, test } from 'vitest';
import { openMuseum, pass, type Museum } from './museum.ts';

let museum: Museum;
beforeEach(async () => {
  museum = await openMuseum();
  return () => museum.sandbox.drop();
});

interface Contact {
  readonly contactNumber: string;
  readonly guest: boolean;
  readonly individualContact: { readonly email: string; readonly individualLastname: string };
}

const on = <T>(method: string, body: object) =>
  museum.call<T>(`contactInformationPublicService/v2_21/${method}`, { ...body }, 'tnco');
const create = (...contactDataList: object[]) =>
  on<{ culturalContactData: Contact[]; identifierContactMap: Record<string, string> }>(
    'createCulturalContact',
    { contactDataList },
  );

test.each([['5442'], [5442]])(
  'getContactData answers %o with the individual, whatever was asked',
  async (contactNumber) => {
    const { body } = await on<Contact>('getContactData', { contactNumber });
    expect(body).toMatchObject({
      ...{ statusCode: 'success', contactId: 5442, contactNumber: '5442', role: 'PUBLIC' },
      individualContact: { email: 'marianne.lecomte@example.com', active: true },
    });
  },
);

test('getContactData takes any details', async () => {
  const details = ['GENERAL', 'ADDRESSES'];
  const { body } = await on<Contact>('getContactData', { contactNumber: '333', details });
  expect(body.individualContact.individualLastname).toBe('Martin');
});

test.each(['1', '752565', '__proto__', ''])(
  'getContactData refuses “%s”',
  async (contactNumber) => {
    const { body } = await on('getContactData', { contactNumber });
    expect(body.statusCode).toBe('error.contact.notFound');
  },
);

test('searchContact finds by e-mail, in any case, within the institution', async () => {
  const search = async (email: string) =>
    (await on<{ contactDatas: Contact[] }>('searchContact', { email })).body.contactDatas;
  const found = await search('Marianne.Lecomte@Example.com');
  expect(found.map(({ contactNumber }) => contactNumber)).toEqual(['5442']);
  expect(await search('sofia.bernard@example.com')).toEqual([]);
  expect(await search('')).toEqual([]);
});

test('several contacts share an e-mail', async () => {
  const email = 'famille@example.com';
  await create({ lastName: 'Petit', email }, { lastName: 'Petit', firstName: 'Zoé', email });
  const { body } = await on<{ contactDatas: Contact[] }>('searchContact', { email });
  expect(body.contactDatas).toHaveLength(2);
});

test('a contact that was created buys', async () => {
  const { body } = await create({ identifier: '77', lastName: 'Neuf', email: 'neuf@example.com' });
  const number = body.identifierContactMap['77'];
  expect(body.culturalContactData).toMatchObject([{ contactNumber: number, guest: true }]);
  const purchasersInfo = [{ contactReference: number }];
  const { orderId } = await museum.updated({ purchasersInfo, simpleProductOperations: [pass(1)] });
  expect((await museum.details(orderId)).contactReference).toBe(number);
});

test('a known number answers the contact that has it', async () => {
  const { body } = await create({ contactNumber: '5443', identifier: 1 });
  expect(body.identifierContactMap).toEqual({ 1: '5443' });
});

test.each<[string, object[], string]>([
  ['without a name', [{ email: 'x@example.com' }], 'error.parameter.mandatory'],
  [
    'with a login and no e-mail',
    [{ lastName: 'X', createLogin: true }],
    'error.parameter.mandatory',
  ],
  [
    'with a login that another has',
    [{ lastName: 'X', createLogin: 'true', email: 'marianne.lecomte@example.com' }],
    'error.contact.loginExists',
  ],
  ['with an unknown number', [{ contactNumber: '1' }], 'error.contact.notFound'],
  [
    'after one that is right',
    [{ lastName: 'Y', email: 'y@example.com' }, {}],
    'error.parameter.mandatory',
  ],
])('nobody is created %s', async (_, list, code) => {
  expect((await create(...list)).body.statusCode).toBe(code);
  const { body } = await on<{ contactDatas: Contact[] }>('searchContact', {
    email: 'y@example.com',
  });
  expect(body.contactDatas).toEqual([]);
});
