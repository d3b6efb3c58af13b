import { expect, test } from 'vitest';
import { createSosie } from '#server/index.ts';
import { wsone } from '../../support/wsone.ts';

/** The keys of an object and of all below it, in the order in which they are written. */
function keysOf(value: unknown, at = ''): readonly string[] {
  if (Array.isArray(value)) return keysOf(value[0], `${at}[]`);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const place = at === '' ? key : `${at}.${key}`;
    return [place, ...keysOf(part, place)];
  });
}

const below = (place: string, keys: string): readonly string[] =>
  keys.split(/\s+/).map((key) => `${place}.${key}`);

/** The vendor's public page of getFullPerson shows them so, up to the second account. */
const publicKeys = [
  'PersonResponse',
  'PersonResponse.PersonResponse',
  ...below('PersonResponse.PersonResponse', 'groupeId firstName lastName birthDate title'),
  'PersonResponse.IdentifierResponse',
  ...below('PersonResponse.IdentifierResponse[]', 'activationDate identifierValue identifierType'),
  'PersonResponse.EntityResponse',
  'PersonResponse.EntityResponse.entityIdentifier',
  'PersonResponse.SubscriptionResponse',
  ...below('PersonResponse.SubscriptionResponse[]', 'id label activate updatedAt'),
  'PersonResponse.ContactsResponse',
  'PersonResponse.ContactsResponse.EmailResponse',
  ...below(
    'PersonResponse.ContactsResponse.EmailResponse',
    'status emailValue allowCompanySolicitation allowTrustedSolicitation',
  ),
  'PersonResponse.InfoPersonResponse',
  'OffersResponse',
  'OffersResponse.GetOffersResponses',
  ...below(
    'OffersResponse.GetOffersResponses[]',
    `used startDate classifications offerNumber immediateUse offerId channelId endDate sendDate
     globalMinPrice offerName offerDescription offerDiscountType offerDiscountValue triggerOffer
     objApplication typeRestrictionOffer`,
  ),
  'AccountsResponse',
  ...below('AccountsResponse', 'responseCode infos AccountResponse'),
  ...below('AccountsResponse.AccountResponse[]', 'name value unit EntityResponse'),
  'AccountsResponse.AccountResponse[].EntityResponse.entityIdentifier',
];

const asked = {
  IdentifierRequest: { identifierType: 1, identifierValue: '2990000000019' },
  EntityRequest: { entityIdentifier: '123456' },
  date: '04/03/2026 12:00:00',
  filter: 0,
};

test('getFullPerson answers the fields of the vendor’s page in its order', async () => {
  const sosie = await createSosie({ clock: '2026-03-04T10:00:00+01:00', hardened: true });
  const { body } = await wsone(sosie, { path: '2.0/personWebService/getFullPerson', body: asked });
  expect(keysOf(body)).toEqual([...publicKeys, 'responseCode', 'infos']);
  await sosie.close();
});

test('its amounts are written as Java writes doubles, its counts are whole', async () => {
  const sosie = await createSosie({ clock: '2026-03-04T10:00:00+01:00', hardened: true });
  const { text } = await wsone(sosie, { path: '2.0/personWebService/getFullPerson', body: asked });
  expect(text).toContain('"globalMinPrice":30.0,');
  expect(text).toContain('"offerDiscountType":1,"offerDiscountValue":5.0,');
  expect(text).toContain('"name":"visites","value":1,');
  await sosie.close();
});

test('where doubles are plain numbers it answers the same in the same order', async () => {
  const sosie = await createSosie({ clock: '2026-03-04T10:00:00+01:00', hardened: true });
  const call = { path: '2.0/personWebService/getFullPerson', body: asked };
  const { text: before } = await wsone(sosie, call);
  await sosie.sandbox.settings.set('wsone', { javaDoubles: false });
  const { text } = await wsone(sosie, call);
  expect(text).toContain('"offerDiscountType":1,"offerDiscountValue":5,');
  expect(text).toBe(before.replaceAll(/:(\d+)\.0,/g, ':$1,'));
  await sosie.close();
});

test.each(['personWebService', '2.0/personWebService', '3.1/personWebService'])(
  'it is found below %s',
  async (service) => {
    const sosie = await createSosie({ hardened: true });
    const { body } = await wsone(sosie, { path: `${service}/getFullPerson`, body: asked });
    expect(body.responseCode).toBe('000');
    await sosie.close();
  },
);
