import type {
  Attraction,
  Contact,
  Event,
  Order,
  Pack,
  Payment,
  PaymentMethod,
  Product,
  PromoCode,
  Stock,
  StockCategory,
  StockPrice,
  Ticket,
  TimeSlot,
  Venue,
} from '#contracts/utick/index.ts';
import {
  date,
  dateOrNull,
  id,
  idOrEmpty,
  idOrNull,
  keys,
  some,
  text,
  url,
  whole,
  wholeOrNull,
  yesOrNo,
  type Part,
  type Parts,
} from '../matching.ts';
import { examples } from './partner.ts';

// What the contract requires of each object: the client checks it all, so it relies on it all.
// Values are matched by their type and form; where a call fixes one, its agreement says so.

type But<T> = Partial<Parts<T>>;

/** A status whose id is fixed; its label is for people. */
export const status = (statusId: number, label: string): Part => ({
  id: statusId,
  label: text(label),
});

export const order = (but: But<Order> = {}): Parts<Order> => ({
  id: id(examples.orderId),
  label: id('ORD00000000'),
  created: date(),
  expires: date('2026-03-04T10:20:00+01:00'),
  contactid: idOrEmpty(),
  info_url: url('https://shop.example.com/?oid=EXAMPLE-ORDER'),
  status: { id: whole(0), label: text('Creating') },
  name: text(''),
  language: text('fr'),
  country: text(''),
  postalcode: text(''),
  automaticcancel: yesOrNo(),
  haspromocodes: yesOrNo(),
  notes: text(''),
  metadata: keys(),
  ...but,
});

export const ticket = (): Parts<Ticket> => ({
  id: id('10000001'),
  typeid: whole(1),
  spectatorlabel: text('EXAMPLE Nobody'),
  positionlabel: text('A 1'),
  categorylabel: text('EXAMPLE - FULL PRICE'),
  entrycount: whole(1),
  pricelabel: text('10,00 €'),
  price: whole(1000),
  orderreference: id('ORD00000000'),
  qrcode: id('10000001-1'),
  attractionlabel: text('Example show'),
  eventstarttime: dateOrNull('2026-04-03T19:00:00+02:00'),
  eventendtime: dateOrNull(),
  presentinglabel: text(''),
  notes: text(''),
  venuelabel: text('Example hall'),
  venueaddressL1: text('Example street 1'),
  venueaddressL2: text('0000 NOWHERE'),
  language: text('fr'),
  metadata: keys([]),
});

const labelled = { label: text('EXAMPLE'), description: text('') } as const;
const money = (amount = 1000): Part => ({ amount: whole(amount), currency: 'EUR' });

export const product = (but: But<Product> = {}): Parts<Product> => ({
  id: id(examples.productId),
  label: text(''),
  orderid: id(examples.orderId),
  stockid: id(examples.stockId),
  quantity: whole(1),
  typeid: whole(1),
  mainproductid: idOrNull(),
  category: { id: id(examples.categoryId), ...labelled },
  price: { id: id(examples.priceId), ...labelled, value: money() },
  usage: { statusid: whole(-1), by: text(''), date: dateOrNull() },
  ticket: ticket(),
  ...but,
});

export const stockPrice = (but: But<StockPrice> = {}): Parts<StockPrice> => ({
  id: id(examples.priceId),
  ...labelled,
  quantity_min: whole(0),
  quantity_max: whole(10),
  value: money(),
  ...but,
});

export const stockCategory = (): Parts<StockCategory> => ({
  id: id(examples.categoryId),
  ...labelled,
  capacity_total: whole(100),
  capacity_free: whole(50),
  prices: some(stockPrice()),
});

export const stock = (but: But<Stock> = {}): Parts<Stock> => ({
  id: id(examples.stockId),
  label: text('QUOTA-EXAMPLE'),
  typeid: whole(1),
  producttypeid: whole(1),
  eventid: idOrEmpty(examples.eventId),
  timeslotid: idOrEmpty(),
  streamid: idOrEmpty(),
  planid: idOrEmpty(),
  priceconfigid: idOrEmpty(),
  merchandisingid: idOrEmpty(),
  packid: idOrEmpty(),
  capacity_total: whole(100),
  capacity_free: whole(50),
  shop_url: text('https://shop.example.com/'),
  notes: text(''),
  haspromocodes: yesOrNo(),
  categories: some(stockCategory()),
  ...but,
});

export const payment = (but: But<Payment> = {}): Parts<Payment> => ({
  id: id(examples.paymentId),
  label: text('Example cash'),
  orderid: id(examples.orderId),
  paymentmethodid: idOrEmpty(examples.paymentMethodId),
  externalid: text(''),
  couponcode: text(''),
  notes: text(''),
  value: { amount: whole(100), expectedamount: whole(100), currency: 'EUR' },
  paymentdate: dateOrNull('2026-03-04T10:00:00+01:00'),
  status: { id: whole(1), label: text('Paid') },
  paymentmethod: paymentMethod(),
  counter: null,
  ...but,
});

export function paymentMethod(): Parts<PaymentMethod> {
  return {
    id: id(examples.paymentMethodId),
    label: text('Example cash'),
    typeid: whole(1),
    metadata: keys(),
  };
}

export const promoCode = (but: But<PromoCode> = {}): Parts<PromoCode> => ({
  id: id(examples.promoCodeId),
  label: id(examples.promoLabel),
  created: date(),
  description: text('10% off'),
  starttime: date(),
  endtime: dateOrNull('2027-03-04T10:00:00+01:00'),
  typeid: whole(100),
  capacity_total: whole(100),
  capacity_free: whole(50),
  discount: { value: text('0'), percentage: text('1000') },
  ...but,
});

export const contact = (but: But<Contact> = {}): Parts<Contact> => ({
  id: id(examples.contactId),
  label: text('EXAMPLE Nobody'),
  firstname: text('Nobody'),
  lastname: text(examples.lastName),
  email: text(examples.email),
  mobilephone: text('+32000000000'),
  addressl1: text('Example street 1'),
  addressl2: text(''),
  postalcode: text('0000'),
  city: text('Nowhere'),
  country: text('be'),
  nationality: text('be'),
  birthdate: dateOrNull('1970-01-16T00:00:00+01:00'),
  language: text('fr'),
  companyname: text(''),
  companyfunction: text(''),
  vatnumber: text(''),
  ...but,
});

export const venue = (): Parts<Venue> => ({
  id: id(examples.venueId),
  label: text('Example hall'),
  addressl1: text('Example street 1'),
  addressl2: text(''),
  postalcode: text('0000'),
  city: text('Nowhere'),
  country: text('be'),
  map_url: text(''),
  metadata: keys(),
});

export const attraction = (): Parts<Attraction> => ({
  id: id(examples.attractionId),
  label: text('Example show'),
  description: text('<p>An example</p>'),
  typeid: text('1'),
  agelimit: wholeOrNull(12),
  cast: text(''),
  duration: text('1h45'),
  additionaldescription: text(''),
  image_url: text(''),
  image_url_small: text(''),
  categories: keys([]),
  firstevent_date: dateOrNull('2026-04-03T19:00:00+02:00'),
  lastevent_date: dateOrNull('2026-04-03T19:00:00+02:00'),
  nb_events: whole(1),
  externalid: text(''),
  metadata: keys(),
});

export const event = (): Parts<Event> => ({
  id: id(examples.eventId),
  label: text('Example show'),
  starttime: date('2026-04-03T19:00:00+02:00'),
  endtime: dateOrNull(),
  status: { id: whole(10), label: text('Published') },
  serie: { id: id('EXAMPLE-SERIE'), label: text('Example season'), shop_url: text('') },
  venue: venue(),
  attraction: attraction(),
  shop_url: text('https://shop.example.com/'),
  notes: text(''),
  hastimeslots: yesOrNo(),
  metadata: keys(),
});

export const timeSlot = (): Parts<TimeSlot> => ({
  id: id(examples.timeSlotId),
  label: text('10:30'),
  eventid: id(examples.eventId),
  starttime: date('2026-04-03T10:30:00+02:00'),
  endtime: dateOrNull(),
  capacity: whole(15),
  notes: text(''),
});

export const pack = (): Parts<Pack> => ({
  id: id(examples.packId),
  label: text('Example pack'),
  description: text(''),
  typeid: whole(20),
  itemnb_min: whole(2),
  itemnb_max: whole(4),
  mainpackid: idOrEmpty(),
  shop_url: text('https://shop.example.com/'),
  image_url: text(''),
  metadata: keys(),
});
