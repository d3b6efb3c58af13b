import { Type } from '@sinclair/typebox';
import { described, evidence, Id, List } from '#kit/types.ts';
import { AUTH, PAGE } from './envelope.ts';
import { operation } from './operation.ts';
import { Counter, PlanCategory, PromoCode, TicketPdf, TicketSet } from './promo-schemas.ts';
import { Product, Stock } from './schemas.ts';

const promoCodes = {
  validatePromoCode: operation({
    method: 'GET',
    path: '/v1/shop/promocodes',
    summary: 'Validates a promo code: an empty list when it is not valid.',
    evidence: 'documented',
    access: 'application',
    request: Type.Object({
      ...AUTH,
      label: Type.Optional(Type.String()),
      stockid: Type.Optional(Id),
      orderid: Type.Optional(evidence('public', Id)),
    }),
    result: List(PromoCode),
  }),
  getPromoCode: operation({
    method: 'GET',
    path: '/v1/shop/promocodes/{id}',
    summary: 'One promo code, valid or not.',
    evidence: 'documented',
    access: 'application',
    request: Type.Object({ id: Id, ...AUTH }),
    result: PromoCode,
  }),
  attachPromoCode: operation({
    method: 'POST',
    path: '/v1/shop/promocodes/{id}',
    summary: 'Reprices the products of an order with a promo code; answers those repriced.',
    evidence: 'public',
    access: 'application',
    request: Type.Object({ id: Id, ...AUTH, orderid: Id }),
    result: List(Product),
  }),
} as const;

const packProducts = {
  updateProduct: operation({
    method: 'PATCH',
    path: '/v1/shop/products/{id}',
    summary: 'Takes fields whose names are not known, without effect; answers the product.',
    evidence: 'public',
    access: 'application',
    request: Type.Object({ id: Id, ...AUTH }),
    result: Product,
  }),
  attachProduct: operation({
    method: 'PATCH',
    path: '/v1/shop/products/{id}/attach',
    summary: 'Attaches a product to a pack product of the same order.',
    evidence: 'documented',
    access: 'application',
    request: Type.Object({
      id: Id,
      ...AUTH,
      mainproductid: described('The pack product.', Id),
    }),
    result: Product,
  }),
} as const;

const stocks = {
  adaptStock: operation({
    method: 'PATCH',
    path: '/v1/shop/products/stocks/adapt/{id}',
    summary: 'Takes fields whose names are not known, without effect.',
    evidence: 'public',
    access: 'application',
    request: Type.Object({ id: Id, ...AUTH }),
    result: evidence('inferred', Type.Null()),
  }),
  listSuggestedStocks: operation({
    method: 'GET',
    path: '/v1/shop/products/stocks/suggestions/{id}',
    summary: 'Other stocks with free places, those of the same attraction first.',
    evidence: 'documented',
    access: 'application',
    request: Type.Object({ id: Id, ...AUTH }),
    result: List(Stock),
  }),
  listPlanCategories: operation({
    method: 'GET',
    path: '/v1/shop/products/stocks/plancategories/{stockid}',
    summary: 'The numbered seats of a stock that are still free, by category.',
    evidence: 'public',
    access: 'application',
    request: Type.Object({ stockid: Id, ...AUTH }),
    result: List(PlanCategory),
  }),
  takeSeat: operation({
    method: 'PATCH',
    path: '/v1/shop/products/stocks/plancategories/{stockid}',
    summary: 'Takes one numbered seat for an order; answers its category without it.',
    evidence: 'public',
    access: 'application',
    request: Type.Object({ stockid: Id, ...AUTH, orderid: Id, planseatid: Id }),
    result: PlanCategory,
  }),
} as const;

const tickets = {
  listTicketSets: operation({
    method: 'GET',
    path: '/v1/shop/orders/tickets',
    summary: 'Tickets of an order or of a contact, one set per stock.',
    evidence: 'documented',
    access: 'application',
    request: Type.Object({
      ...AUTH,
      orderid: Type.Optional(Id),
      contactid: Type.Optional(Id),
    }),
    result: List(TicketSet),
  }),
  getTicketPdf: operation({
    method: 'GET',
    path: '/v1/shop/orders/tickets/pdf',
    summary: 'Links to the tickets of an order as PDF.',
    evidence: 'documented',
    access: 'application',
    request: Type.Object({ ...AUTH, orderid: Id }),
    result: TicketPdf,
  }),
} as const;

const counters = {
  listCounters: operation({
    method: 'GET',
    path: '/v1/shop/counters',
    summary: 'Counters.',
    evidence: 'documented',
    access: 'application',
    request: Type.Object({ ...AUTH, ...PAGE }),
    result: List(Counter),
  }),
  getCounter: operation({
    method: 'GET',
    path: '/v1/shop/counters/{id}',
    summary: 'One counter.',
    evidence: 'documented',
    access: 'application',
    request: Type.Object({ id: Id, ...AUTH }),
    result: Counter,
  }),
} as const;

/** Beside orders and products: promo codes, packs, seats, tickets, counters. */
export const sales = {
  ...promoCodes,
  ...packProducts,
  ...stocks,
  ...tickets,
  ...counters,
} as const;
