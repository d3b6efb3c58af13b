import { getCounter, listCounters } from '#mocks/utick/domain/counter-behaviours.ts';
import type { Counter } from '#mocks/utick/domain/counter.ts';
import { attachProduct } from '#mocks/utick/domain/pack-products.ts';
import { getProduct } from '#mocks/utick/domain/product-behaviours.ts';
import {
  attachPromoCode,
  getPromoCode,
  validatePromoCode,
} from '#mocks/utick/domain/promo-behaviours.ts';
import {
  listPlanCategories,
  takeSeat,
  type PlanSheet,
} from '#mocks/utick/domain/seat-behaviours.ts';
import { getStock, suggestStocks } from '#mocks/utick/domain/stock-behaviours.ts';
import { issuedTickets, listTicketSets } from '#mocks/utick/domain/ticket-behaviours.ts';
import { given, pageOf } from './commands.ts';
import { productAs, productsAs, ticketMessages } from './product-message.ts';
import { promoCodeMessage } from './promo-message.ts';
import { stockMessages } from './stock-message.ts';
import { ticketUrl } from './ticket-file.ts';
import { as, type UtickWiring } from './wiring.ts';

const counterMessage = ({ id, label }: Counter) => ({ id, label });

const planMessage = ({ category, freeSeats }: PlanSheet) => ({
  id: category.id,
  label: category.label,
  description: category.description,
  color: category.color,
  seatids: freeSeats.map(({ id }) => id),
});

const promoCodes: Pick<UtickWiring, 'validatePromoCode' | 'getPromoCode' | 'attachPromoCode'> = {
  validatePromoCode: (draft, { message }, env) => {
    const command = {
      label: given(message.label),
      stockId: given(message.stockid),
      orderId: given(message.orderid),
    };
    return as(validatePromoCode(draft, command, env), (codes) =>
      codes.map((code) => promoCodeMessage(code, env.settings)),
    );
  },

  getPromoCode: (draft, { message: { id } }, env) =>
    as(getPromoCode(draft, { id }, env), (code) => promoCodeMessage(code, env.settings)),

  attachPromoCode: (draft, { message: { id, orderid: orderId } }, env) =>
    as(attachPromoCode(draft, { id, orderId }, env), productsAs(draft, env)),
};

const places: Pick<
  UtickWiring,
  | 'updateProduct'
  | 'attachProduct'
  | 'adaptStock'
  | 'listSuggestedStocks'
  | 'listPlanCategories'
  | 'takeSeat'
> = {
  /** What it may change is not known, so it changes nothing. */
  updateProduct: (draft, { message: { id } }, env) =>
    as(getProduct(draft, { id }, env), productAs(draft, env)),

  attachProduct: (draft, { message: { id, mainproductid: mainProductId } }, env) =>
    as(attachProduct(draft, { id, mainProductId }, env), productAs(draft, env)),

  /** Nor what this would adapt. */
  adaptStock: (draft, { message: { id } }, env) =>
    as(getStock(draft, { id, promoCodeIds: [] }, env), () => null),

  listSuggestedStocks: (draft, { message: { id }, links }, env) =>
    as(suggestStocks(draft, { id }, env), stockMessages(links)),

  listPlanCategories: (draft, { message: { stockid: stockId } }, env) =>
    as(listPlanCategories(draft, { stockId }, env), (sheets) => sheets.map(planMessage)),

  takeSeat: (draft, { message }, env) => {
    const { stockid: stockId, orderid: orderId, planseatid: seatId } = message;
    return as(takeSeat(draft, { stockId, orderId, seatId }, env), planMessage);
  },
};

const tickets: Pick<UtickWiring, 'listTicketSets' | 'getTicketPdf'> = {
  listTicketSets: (draft, { message }, env) => {
    const command = { orderId: given(message.orderid), contactId: given(message.contactid) };
    return as(listTicketSets(draft, command, env), (sets) =>
      sets.map((set) => ({
        stockid: set.stockId,
        tickets: ticketMessages(set.tickets, env.settings),
      })),
    );
  },

  getTicketPdf: (draft, { message: { orderid: orderId }, links }, { settings }) =>
    as(issuedTickets(draft, orderId, settings), () => ({
      ticket_url: ticketUrl(orderId, 'sheet', links),
      mobile_ticket_url: ticketUrl(orderId, 'mobile', links),
    })),
};

const counters: Pick<UtickWiring, 'listCounters' | 'getCounter'> = {
  listCounters: (draft, { message }, env) => {
    const page = pageOf(message, env.settings);
    if (!page.ok) return page;
    return as(listCounters(draft, page.value, env), (found) => found.map(counterMessage));
  },

  getCounter: (draft, { message: { id } }, env) =>
    as(getCounter(draft, { id }, env), counterMessage),
};

export const sales = { ...promoCodes, ...places, ...tickets, ...counters };
