import { Type, type Static } from '@sinclair/typebox';
import {
  described,
  evidence,
  FreeObject,
  Id,
  IntegerLike,
  List,
  Money,
  Nullable,
  OneOf,
  ZonedDateTime,
} from '#kit/types.ts';

const closed = { additionalProperties: false } as const;

/** What each order status id means. */
export const ORDER_STATUS_LABELS = {
  [-20]: 'Abandoned',
  [-10]: 'Cancelled',
  0: 'Creating',
  1: 'Confirmed',
  10: 'To pay',
  12: 'Partially paid',
  15: 'Paid',
  18: 'Overpaid',
  20: 'To deliver',
  25: 'To print',
  30: 'Completed',
  99: 'Archived',
} as const;

export const OrderStatus = Type.Object(
  {
    id: OneOf([-20, -10, 0, 1, 10, 12, 15, 18, 20, 25, 30, 99]),
    label: Type.String(),
  },
  { ...closed, title: 'OrderStatus' },
);
export interface OrderStatus extends Static<typeof OrderStatus> {}

export const Order = Type.Object(
  {
    id: Id,
    label: Type.String({ description: '`ORD` and eight digits.' }),
    created: ZonedDateTime,
    expires: described('When it is abandoned if not confirmed.', ZonedDateTime),
    contactid: described('Empty until the order is confirmed.', Id),
    info_url: Type.String({ format: 'uri' }),
    status: OrderStatus,
    name: evidence('public', Type.String()),
    language: evidence('public', Type.String()),
    country: evidence('public', Type.String()),
    postalcode: evidence('public', Type.String()),
    automaticcancel: evidence('public', Type.Boolean()),
    haspromocodes: evidence('public', Type.Boolean()),
    notes: evidence('public', Type.String()),
    metadata: evidence('public', described('Keys of the caller’s own.', FreeObject)),
  },
  { ...closed, title: 'Order' },
);
export interface Order extends Static<typeof Order> {}

export const ProductCategory = Type.Object(
  { id: Id, label: Type.String(), description: Type.String() },
  { ...closed, title: 'ProductCategory' },
);
export interface ProductCategory extends Static<typeof ProductCategory> {}

export const ProductPrice = Type.Object(
  { id: Id, label: Type.String(), description: Type.String(), value: Money },
  { ...closed, title: 'ProductPrice' },
);
export interface ProductPrice extends Static<typeof ProductPrice> {}

export const ProductUsage = Type.Object(
  {
    statusid: Type.Integer({ description: '-1 not used; 1 used.' }),
    by: Type.String({ description: 'Label of the device that scanned it.' }),
    date: Nullable(ZonedDateTime),
  },
  { ...closed, title: 'ProductUsage' },
);
export interface ProductUsage extends Static<typeof ProductUsage> {}

const optionalText = Type.Optional(evidence('public', Type.String()));

export const Ticket = Type.Object(
  {
    id: Id,
    typeid: Type.Integer(),
    spectatorlabel: Type.String({ description: 'LASTNAME Firstname; empty before a contact.' }),
    spectatorfirstname: optionalText,
    spectatorlastname: optionalText,
    spectatoremail: optionalText,
    spectatorid: optionalText,
    positionlabel: Type.String({ description: 'The seat: `D 16`.' }),
    categorylabel: Type.String({ description: 'Category and price.' }),
    entrycount: Type.Integer({ description: 'How often it lets somebody in.' }),
    pricelabel: Type.String({ description: 'Euros in French notation: `10,00 €`.' }),
    price: Type.Integer({ description: 'Whole cents.' }),
    orderreference: Type.String({ description: 'Label of the order.' }),
    orderdate: Type.Optional(evidence('public', Nullable(ZonedDateTime))),
    qrcode: Type.String(),
    attractionlabel: Type.String(),
    eventstarttime: Nullable(ZonedDateTime),
    eventendtime: Nullable(ZonedDateTime),
    validitydate: Type.Optional(evidence('public', Nullable(ZonedDateTime))),
    presentinglabel: Type.String(),
    notes: Type.String(),
    venuelabel: Type.String(),
    venueaddressL1: Type.String({ description: 'With a capital L, unlike a contact’s.' }),
    venueaddressL2: Type.String(),
    language: Type.String(),
    metadata: Type.Union([List(Type.Unknown()), FreeObject]),
  },
  { ...closed, title: 'Ticket' },
);
export interface Ticket extends Static<typeof Ticket> {}

export const Product = Type.Object(
  {
    id: Id,
    label: Type.String(),
    orderid: Id,
    stockid: Id,
    quantity: Type.Integer({ description: 'Always 1: each place is a product of its own.' }),
    typeid: Type.Integer({
      description:
        '1 Seat, 2 Numbered seat, 10 Pack, 11 Subscription, 101 Entries, 502 Restaurant seat, ' +
        '601 Transport shuttle, 1101 Workshop, 1102 Training.',
    }),
    mainproductid: described('The pack product it is attached to.', Nullable(Id)),
    positionid: Type.Optional(evidence('public', described('The seat.', Id))),
    category: ProductCategory,
    price: ProductPrice,
    usage: ProductUsage,
    ticket: Ticket,
  },
  { ...closed, title: 'Product' },
);
export interface Product extends Static<typeof Product> {}

export const StockPromo = Type.Object(
  {
    description: Type.String(),
    initalprice: Type.Integer({ description: 'Price before, in cents; spelt so by the vendor.' }),
  },
  { ...closed, title: 'StockPromo' },
);
export interface StockPromo extends Static<typeof StockPromo> {}

export const StockPriceValue = Type.Object(
  {
    amount: Type.Integer({ description: 'Whole cents; the price to pay.' }),
    currency: Type.String({ description: 'ISO 4217 code.' }),
    maxamount: Type.Optional(
      evidence('public', Type.Integer({ description: 'Above 0 the price is a range.' })),
    ),
    step: Type.Optional(evidence('public', Type.Integer({ description: 'Step in a range.' }))),
  },
  { ...closed, title: 'StockPriceValue' },
);
export interface StockPriceValue extends Static<typeof StockPriceValue> {}

export const StockPrice = Type.Object(
  {
    id: Id,
    label: Type.String(),
    description: Type.String(),
    quantity_min: Type.Integer({ description: 'For one request; -1 is no limit.' }),
    quantity_max: Type.Integer({ description: 'For one request; -1 is no limit.' }),
    quantity_step: Type.Optional(evidence('public', Type.Integer())),
    quantity_byweight: Type.Optional(evidence('public', Type.Boolean())),
    value: StockPriceValue,
    promo: Type.Optional(StockPromo),
    suggested_payments: Type.Optional(evidence('public', List(Type.Unknown()))),
  },
  { ...closed, title: 'StockPrice' },
);
export interface StockPrice extends Static<typeof StockPrice> {}

export const StockCategory = Type.Object(
  {
    id: Id,
    label: Type.String(),
    description: Type.String(),
    color: Type.Optional(evidence('public', Type.String())),
    capacity_total: Type.Integer(),
    capacity_free: Type.Integer(),
    prices: List(StockPrice),
  },
  { ...closed, title: 'StockCategory' },
);
export interface StockCategory extends Static<typeof StockCategory> {}

export const Stock = Type.Object(
  {
    id: described('May be compound: `<stock>-TS-<timeslot>`.', Id),
    label: Type.String(),
    typeid: Type.Integer({
      description:
        '1 Production, 2 Coproduction, 10 Host, 11 Foreign host, 15 Other activity, 20 Rental.',
    }),
    producttypeid: Type.Integer({ description: 'The `typeid` of its products.' }),
    eventid: described('Empty when none.', Id),
    timeslotid: described('Empty when none.', Id),
    streamid: described('Empty when none.', Id),
    planid: evidence('public', described('Empty when none.', Id)),
    priceconfigid: evidence('public', described('Empty when none.', Id)),
    merchandisingid: evidence('public', described('Empty when none.', Id)),
    packid: evidence('public', described('Empty when none.', Id)),
    capacity_total: Type.Integer(),
    capacity_free: Type.Integer(),
    shop_url: Type.String(),
    notes: Type.String(),
    haspromocodes: Type.Boolean({ description: 'Promo codes exist for it.' }),
    categories: List(StockCategory),
  },
  { ...closed, title: 'Stock' },
);
export interface Stock extends Static<typeof Stock> {}

/** So many places of one price in one category of one stock; each place becomes a product. */
export const StockRequest = Type.Object(
  {
    quantity: IntegerLike,
    stockid: Id,
    categoryid: Id,
    priceid: Id,
    promocodeids: Type.Optional(described('Ids, not labels.', List(Id))),
    orderid: Type.Optional(described('Absent: one new order for the whole call.', Id)),
    counterid: Type.Optional(evidence('public', Id)),
    forcedpricevalue: Type.Optional(
      evidence('public', Nullable(Type.Union([Type.Integer(), Type.String()]))),
    ),
    requestedprice: Type.Optional(
      evidence('public', Nullable(Type.Union([Type.Integer(), Type.String()]))),
    ),
  },
  { title: 'StockRequest' },
);
export interface StockRequest extends Static<typeof StockRequest> {}

export const Application = Type.Object(
  {
    id: Id,
    label: Type.String(),
    client: Type.Object({ id: Id, label: Type.String() }, closed),
  },
  { ...closed, title: 'Application' },
);
export interface Application extends Static<typeof Application> {}
