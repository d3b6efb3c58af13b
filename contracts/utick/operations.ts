import { Type } from '@sinclair/typebox';
import { described, evidence, FreeObject, Id, IntegerLike, List } from '#kit/types.ts';
import { catalogue } from './catalogue-operations.ts';
import { declared } from './declared.ts';
import { AUTH, PAGE } from './envelope.ts';
import { operation } from './operation.ts';
import { sales } from './sales-operations.ts';
import { ORDER_FIELDS } from './order-fields.ts';
import { paymentOperations } from './payment-operations.ts';
import { Application, Order, Product, Stock, StockRequest } from './schemas.ts';

const system = {
  ping: operation({
    method: 'GET',
    path: '/v1/ping',
    summary: 'Answers pong; the only call without authentication.',
    evidence: 'public',
    access: 'none',
    request: Type.Object({ language: AUTH.language }),
    result: Type.Object(
      {
        message: Type.String(),
        params: Type.Optional(
          evidence('public', described('The fields that were sent.', FreeObject)),
        ),
      },
      { additionalProperties: false },
    ),
  }),
  authenticate: operation({
    method: 'GET',
    path: '/v1/system/authenticate',
    summary: 'The application that the credentials belong to.',
    evidence: 'public',
    access: 'application',
    request: Type.Object(AUTH),
    result: Application,
  }),
} as const;

const orders = {
  listOrders: operation({
    method: 'GET',
    path: '/v1/shop/orders',
    summary: 'Orders, filtered by contact or by e-mail.',
    evidence: 'documented',
    access: 'application',
    request: Type.Object({
      ...AUTH,
      ...PAGE,
      email: Type.Optional(Type.String()),
      contactid: Type.Optional(Id),
    }),
    result: List(Order),
  }),
  getOrder: operation({
    method: 'GET',
    path: '/v1/shop/orders/{id}',
    summary: 'One order.',
    evidence: 'documented',
    access: 'application',
    request: Type.Object({ id: Id, ...AUTH }),
    result: Order,
  }),
  updateOrder: operation({
    method: 'PATCH',
    path: '/v1/shop/orders/{id}',
    summary: 'Confirms or cancels an order, or changes its status, contact, notes or metadata.',
    evidence: 'documented',
    access: 'application',
    request: Type.Object({
      id: Id,
      ...AUTH,
      statusid: Type.Optional(
        described(
          '0 Creating, 1 Confirmed, 15 Paid, 30 Paid and delivered, -10 Cancelled.',
          IntegerLike,
        ),
      ),
      ...ORDER_FIELDS,
    }),
    result: Order,
  }),
  createOrder: operation({
    method: 'POST',
    path: '/v1/shop/orders',
    summary: 'Creates an order without products.',
    evidence: 'public',
    access: 'application',
    request: Type.Object({ ...AUTH, ...ORDER_FIELDS }),
    result: Order,
  }),
  clearOrder: operation({
    method: 'DELETE',
    path: '/v1/shop/orders/{id}',
    summary: 'Removes all products of an order.',
    evidence: 'public',
    access: 'application',
    request: Type.Object({ id: Id, ...AUTH }),
    result: Order,
  }),
} as const;

const products = {
  requestProducts: operation({
    method: 'POST',
    path: '/v1/shop/products',
    summary: 'Takes places from stocks; an empty list when the requests cannot be satisfied.',
    evidence: 'documented',
    access: 'application',
    request: Type.Object({ ...AUTH, requests: List(StockRequest) }),
    result: List(Product),
  }),
  listProducts: operation({
    method: 'GET',
    path: '/v1/shop/products',
    summary: 'Products, filtered by order, by pack product or by contact.',
    evidence: 'documented',
    access: 'application',
    request: Type.Object({
      ...AUTH,
      ...PAGE,
      orderid: Type.Optional(Id),
      mainproductid: Type.Optional(Id),
      contactid: Type.Optional(Id),
    }),
    result: List(Product),
  }),
  getProduct: operation({
    method: 'GET',
    path: '/v1/shop/products/{id}',
    summary: 'One product.',
    evidence: 'documented',
    access: 'application',
    request: Type.Object({ id: Id, ...AUTH }),
    result: Product,
  }),
  deleteProduct: operation({
    method: 'DELETE',
    path: '/v1/shop/products/{id}',
    summary: 'Removes one product from its order.',
    evidence: 'documented',
    access: 'application',
    request: Type.Object({ id: Id, ...AUTH }),
    result: evidence('inferred', Type.Null()),
  }),
  deleteProducts: operation({
    method: 'DELETE',
    path: '/v1/shop/products',
    summary: 'Removes all products of an order.',
    evidence: 'documented',
    access: 'application',
    request: Type.Object({ ...AUTH, orderid: Id }),
    result: evidence('inferred', Type.Null()),
  }),
} as const;

const stocks = {
  listStocks: operation({
    method: 'GET',
    path: '/v1/shop/products/stocks',
    summary: 'Stocks of an event, time slot, stream or pack, priced with the given promo codes.',
    evidence: 'documented',
    access: 'application',
    request: Type.Object({
      ...AUTH,
      ...PAGE,
      eventid: Type.Optional(Id),
      timeslotid: Type.Optional(Id),
      streamid: Type.Optional(Id),
      packid: Type.Optional(Id),
      merchandisingid: Type.Optional(evidence('inferred', Id)),
      promocodeids: Type.Optional(described('Ids, not labels.', List(Id))),
    }),
    result: List(Stock),
  }),
  getStock: operation({
    method: 'GET',
    path: '/v1/shop/products/stocks/{id}',
    summary: 'One stock; never empty.',
    evidence: 'documented',
    access: 'application',
    request: Type.Object({
      id: Id,
      ...AUTH,
      promocodeids: Type.Optional(evidence('public', described('Ids, not labels.', List(Id)))),
    }),
    result: Stock,
  }),
} as const;

export const operations = {
  ...system,
  ...orders,
  ...products,
  ...stocks,
  ...paymentOperations,
  ...sales,
  ...catalogue,
  ...declared,
} as const;
