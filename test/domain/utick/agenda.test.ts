import { expect, test } from 'vitest';
import { validatorOf } from '#kit/ajv.ts';
import { Event } from '#contracts/utick/index.ts';
import {
  getEvent,
  getTimeSlot,
  listAttractions,
  listEvents,
  listTimeSlots,
} from '#mocks/utick/domain/agenda-behaviours.ts';
import { getCounter, listCounters } from '#mocks/utick/domain/counter-behaviours.ts';
import { requestProducts } from '#mocks/utick/domain/request-products.ts';
import { suggestStocks } from '#mocks/utick/domain/stock-behaviours.ts';
import { eventMessage, timeSlotMessage } from '#mocks/utick/wire/agenda-message.ts';
import { offersHouse } from './offers-house.ts';
import { NOBODY, openShop, valueOf, type Shop } from './shop.ts';

const links = { personal: (path: string) => `http://127.0.0.1${path}`, service: () => '' };
const all = { offset: 0, limit: 200 };

test('every event has an attraction, a start, a status, a venue and a serie', async () => {
  const shop = await openShop();
  const sheets = valueOf(await shop.ask(listEvents, all));
  expect(sheets).toHaveLength(3);
  for (const sheet of sheets) {
    const message = eventMessage(sheet, links);
    expect(validatorOf(Event)(message)).toEqual([]);
    const { attraction, venue, serie, status } = message;
    expect([attraction.label, venue.label, serie.label, status]).toEqual([
      'Hedda',
      'Hall',
      'Saison',
      { id: 10, label: 'Published' },
    ]);
  }
});

test('events are listed earliest first, and pages of one differ', async () => {
  const shop = await openShop();
  const ids = valueOf(await shop.ask(listEvents, all)).map(({ event }) => event.id);
  expect(ids).toEqual(['visit', 'hedda', 'edmond'].map((name) => shop.id('events', name)));
  const [second] = valueOf(await shop.ask(listEvents, { offset: 1, limit: 1 }));
  expect(second?.event.id).toBe(ids[1]);
});

test('an attraction tells its first and last performance, and how many there are', async () => {
  const shop = await openShop();
  const sheet = valueOf(await shop.ask(getEvent, { id: shop.id('events', 'hedda') }));
  expect(eventMessage(sheet, links).attraction).toMatchObject({
    nb_events: 3,
    firstevent_date: '2026-03-11T10:00:00+01:00',
    lastevent_date: '2026-04-18T20:00:00+02:00',
  });
});

test('time slots are listed by event, with the places of their stocks', async () => {
  const shop = await openShop();
  const eventId = shop.id('events', 'visit');
  const [sheet] = valueOf(await shop.ask(listTimeSlots, { ...all, eventId }));
  expect(sheet && timeSlotMessage(sheet)).toMatchObject({ eventid: eventId, capacity: 2 });
  const other = { ...all, eventId: shop.id('events', 'hedda') };
  expect(valueOf(await shop.ask(listTimeSlots, other))).toEqual([]);
  expect(valueOf(await shop.ask(listTimeSlots, { ...all, eventId: undefined }))).toHaveLength(1);
});

test('attractions are found by the id that another system gave them', async () => {
  const attractions = {
    play: { label: 'Hedda', externalId: 'H-1' },
    other: { label: 'Edmond', externalId: 'E-1' },
  };
  const shop = await openShop({ data: { ...offersHouse, attractions } });
  const found = valueOf(await shop.ask(listAttractions, { ...all, externalId: 'E-1' }));
  expect(found.map(({ attraction, events }) => [attraction.label, events.length])).toEqual([
    ['Edmond', 0],
  ]);
});

test('what is not there is refused', async () => {
  const shop = await openShop();
  const outcomes = [
    await shop.ask(getEvent, { id: NOBODY }),
    await shop.ask(getTimeSlot, { id: NOBODY }),
    await shop.ask(getCounter, { id: NOBODY }),
    await shop.ask(suggestStocks, { id: NOBODY }),
  ];
  expect(outcomes.map((one) => (one.ok ? 'there' : one.failure.kind))).toEqual([
    'event-unknown',
    'time-slot-unknown',
    'counter-unknown',
    'stock-unknown',
  ]);
});

test('counters are listed in their order', async () => {
  const shop = await openShop({ data: offersHouse });
  const counters = valueOf(await shop.ask(listCounters, all));
  expect(counters.map(({ label }) => label)).toEqual(['Caisse principale', 'Caisse du foyer']);
});

const suggestions = async (shop: Shop, name: string) => {
  const sheets = valueOf(await shop.ask(suggestStocks, { id: shop.id('stocks', name) }));
  return sheets.map(({ stock }) => stock.label);
};

test('other stocks of the attraction with free places are suggested', async () => {
  const shop = await openShop({ data: offersHouse });
  expect(await suggestions(shop, 'hedda')).toEqual(['VISIT', 'EDMOND']);
  const requests = [shop.wish('visit_single_full', 2)];
  valueOf(await shop.ask(requestProducts, { requests }));
  expect(await suggestions(shop, 'hedda')).toEqual(['EDMOND']);
});

test('those of other attractions are suggested after them, as many as the vendor is set to', async () => {
  const data = {
    ...offersHouse,
    attractions: { play: { label: 'Hedda' }, tour: { label: 'Visite' } },
    events: {
      ...offersHouse.events,
      visit: { attraction: 'tour', venue: 'hall', serie: 'season', starts: 'now+7d@10:00' },
    },
  };
  expect(await suggestions(await openShop({ data }), 'hedda')).toEqual(['EDMOND', 'VISIT']);
  const settings = { suggestedStocks: 1 };
  expect(await suggestions(await openShop({ data, settings }), 'hedda')).toEqual(['EDMOND']);
});
