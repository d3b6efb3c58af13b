import { expect, test } from 'vitest';
import { createSosie, type Sosie } from '#server/index.ts';
import { namesOf, NOON, utick } from '../../support/utick.ts';
import { isReadable, type FieldClass } from './client-types.ts';

type Fields = Readonly<Record<string, FieldClass | readonly [FieldClass, string]>>;

const texts = (...names: readonly string[]): Fields =>
  Object.fromEntries(names.map((name) => [name, 'S' as const]));

/** By object: the class of each field; a pair names the object that the field holds. */
const objects: Readonly<Record<string, Fields>> = {
  promoCode: {
    ...texts('id', 'label', 'description', 'message'),
    starttime: 'D',
    endtime: 'D',
    typeid: 'I',
    capacity_total: 'I',
    capacity_free: 'I',
    discount: ['O', 'discount'],
    product_category: ['O', 'category'],
  },
  discount: texts('value', 'percentage'),
  category: texts('id', 'label', 'description'),
  stock: {
    ...texts('id', 'label', 'eventid', 'timeslotid', 'streamid', 'planid', 'priceconfigid'),
    ...texts('merchandisingid', 'packid', 'shop_url', 'notes'),
    typeid: 'I',
    producttypeid: 'I',
    capacity_total: 'I',
    capacity_free: 'I',
    haspromocodes: 'B',
    categories: ['L', 'stockCategory'],
  },
  stockCategory: {
    ...texts('id', 'label', 'description', 'color'),
    capacity_total: 'I',
    capacity_free: 'I',
    prices: ['L', 'price'],
  },
  price: {
    ...texts('id', 'label', 'description'),
    quantity_min: 'I',
    quantity_max: 'I',
    quantity_step: 'I',
    quantity_byweight: 'B',
    value: ['O', 'value'],
    promo: ['O', 'promo'],
  },
  value: { amount: 'I', currency: 'S', maxamount: 'I', step: 'I' },
  promo: { description: 'S', initalprice: 'I' },
  counter: texts('id', 'label'),
  planCategory: { ...texts('id', 'label', 'description', 'color'), seatids: 'L' },
  ticketSet: { stockid: 'S', tickets: ['L', 'ticket'] },
  ticket: {
    ...texts('id', 'typeid', 'spectatorlabel', 'positionlabel', 'categorylabel', 'pricelabel'),
    ...texts('orderreference', 'qrcode', 'attractionlabel', 'presentinglabel', 'notes'),
    ...texts('venuelabel', 'venueaddressL1', 'venueaddressL2'),
    entrycount: 'I',
    price: 'any',
    language: 'any',
    eventstarttime: 'd',
    eventendtime: 'd',
    metadata: 'M',
  },
  contact: {
    ...texts('id', 'label', 'firstname', 'lastname', 'email', 'mobilephone', 'addressl1'),
    ...texts('addressl2', 'postalcode', 'city', 'country', 'nationality', 'language'),
    ...texts('companyname', 'companyfunction', 'vatnumber'),
    birthdate: 'D',
  },
  event: {
    ...texts('id', 'label', 'shop_url', 'notes'),
    starttime: 'D',
    endtime: 'D',
    status: ['O', 'status'],
    serie: ['O!', 'serie'],
    venue: ['O!', 'venue'],
    attraction: ['O!', 'attraction'],
    hastimeslots: 'B',
    metadata: 'M',
  },
  status: texts('id', 'label'),
  serie: texts('id', 'label', 'shop_url'),
  venue: {
    ...texts('id', 'label', 'addressl1', 'addressl2', 'postalcode', 'city', 'country', 'map_url'),
    metadata: 'M',
  },
  attraction: {
    ...texts('id', 'label', 'description', 'image_url', 'image_url_small'),
    categories: 'L',
    firstevent_date: 'D',
    lastevent_date: 'D',
    nb_events: 'I',
    metadata: 'M',
  },
  timeSlot: {
    ...texts('id', 'label', 'eventid', 'notes'),
    starttime: 'D',
    endtime: 'D',
    capacity: 'I',
  },
  pack: {
    ...texts('id', 'label', 'description', 'mainpackid', 'shop_url', 'image_url'),
    itemnb_min: 'I',
    itemnb_max: 'I',
    metadata: 'M',
    sets: ['L', 'packSet'],
  },
  packSet: {
    ...texts('id', 'label', 'description'),
    itemnb_min: 'I',
    itemnb_max: 'I',
    stocks: ['L', 'stock'],
  },
};

/** The fields that the client would break on, with their place. */
function unreadable(object: string, value: unknown, at: string): readonly string[] {
  const fields = value as Readonly<Record<string, unknown>>;
  return Object.entries(objects[object] ?? {}).flatMap(([name, field]) => {
    const [type, held] = typeof field === 'string' ? [field, undefined] : field;
    const found = fields[name];
    if (!isReadable(type, found)) return [`${at}/${name}: ${JSON.stringify(found)}`];
    if (held === undefined || found === undefined || found === null) return [];
    const parts: readonly unknown[] = Array.isArray(found) ? found : [found];
    return parts.flatMap((part, index) => unreadable(held, part, `${at}/${name}/${index}`));
  });
}

const openDemo = () => createSosie({ dataset: 'demo', seed: 1, clock: NOON, hardened: true });

const idOf = (sosie: Sosie, kind: string, name: string): string =>
  namesOf(sosie)[kind]?.[name] ?? '';

/** What is called, with fields of the demo, and the object that comes back once or in a list. */
const calls: readonly (readonly [string, string, (sosie: Sosie) => Record<string, unknown>])[] = [
  [
    'promoCode',
    'shop/promocodes//',
    (sosie) => ({ label: 'SUPERPROMO', stockid: idOf(sosie, 'stocks', 'hedda') }),
  ],
  [
    'promoCode',
    'shop/promocodes//',
    (sosie) => ({ label: 'BALCON', stockid: idOf(sosie, 'stocks', 'edmond') }),
  ],
  [
    'promoCode',
    'shop/promocodes//',
    (sosie) => ({ label: 'AMIS', stockid: idOf(sosie, 'stocks', 'edmond') }),
  ],
  [
    'stock',
    'shop/products/stocks//',
    (sosie) => ({ promocodeids: Object.values(namesOf(sosie)['promoCodes'] ?? {}) }),
  ],
  ['counter', 'shop/counters//', () => ({})],
  [
    'ticketSet',
    'shop/orders/tickets//',
    (sosie) => ({ contactid: idOf(sosie, 'contacts', 'lecomte') }),
  ],
  ['contact', 'contacts//', () => ({})],
  ['event', 'agenda/events//', () => ({})],
  ['timeSlot', 'agenda/timeslots//', () => ({})],
  ['attraction', 'agenda/attractions//', () => ({})],
  ['venue', 'agenda/venues//', () => ({})],
  ['pack', 'catalogue/packs//', () => ({})],
];

test.each(calls)('every %s of %s can be read by the vendor’s client', async (object, path, of) => {
  const sosie = await openDemo();
  const fields = of(sosie);
  const { body } = await utick<readonly unknown[]>(sosie, { method: 'GET', path, fields });
  expect(body.response.length).toBeGreaterThan(0);
  const problems = body.response.flatMap((one, at) => unreadable(object, one, `/${at}`));
  expect(problems).toEqual([]);
  await sosie.close();
});

test('what is one object can be read by the vendor’s client too', async () => {
  const sosie = await openDemo();
  const read = async (object: string, path: string) => {
    const { body } = await utick(sosie, { method: 'GET', path });
    return unreadable(object, body.response, path);
  };
  expect(
    await read('pack', `catalogue/packs/details/${idOf(sosie, 'packs', 'discovery')}/`),
  ).toEqual([]);
  expect(await read('event', `agenda/events/${idOf(sosie, 'events', 'hedda')}/`)).toEqual([]);
  const plan = `shop/products/stocks/plancategories/${idOf(sosie, 'stocks', 'edmond')}/`;
  const { body } = await utick<readonly unknown[]>(sosie, { method: 'GET', path: plan });
  expect(body.response.flatMap((one) => unreadable('planCategory', one, ''))).toEqual([]);
  await sosie.close();
});

test('an empty object, a fraction of a second and text for a number are found', () => {
  expect(isReadable('O!', {})).toBe(false);
  expect(isReadable('O!', [])).toBe(false);
  expect(isReadable('D', '2026-03-04T10:00:00.123+01:00')).toBe(false);
  expect(isReadable('D', '')).toBe(false);
  expect(isReadable('I', 'QUOTA')).toBe(false);
  expect(isReadable('S', {})).toBe(false);
  expect(isReadable('O', 'text')).toBe(false);
  expect(isReadable('D', null)).toBe(true);
});
