import { expect } from 'vitest';
import { valueOf, type State } from '../agreement.ts';
import { id, including, some, text, whole } from '../matching.ts';
import { answered, doneWithoutMore } from './answers.ts';
import { stock, stockCategory, stockPrice } from './shapes.ts';
import { KEYS, signedWith, type Agreement, examples, given } from './partner.ts';

const { categoryId, eventId, orderId, promoCodeId, seatId, stockId } = examples;
const FREE: State = ['a stock with free places'];
const PROMOTED: State = ['a promo code for a stock'];

const reducedPrice = {
  ...stockPrice({ value: { amount: whole(900), currency: 'EUR' } }),
  promo: { description: text('10% off'), initalprice: whole(1000) },
};

const reading: readonly Agreement[] = [
  {
    that: 'the stocks of an event are listed with their categories and prices',
    given: [KEYS, FREE],
    asks: 'GET /v1/shop/products/stocks',
    with: signedWith({ eventid: given('eventId') }),
    answers: answered(some(stock({ eventid: id(eventId) }))),
    by: async (utick) => {
      const [found] = valueOf(await utick.listStocks({ eventid: eventId }));
      expect(found?.categories[0]?.prices[0]?.value.amount).toBe(1000);
    },
  },
  {
    that: 'one stock is read',
    given: [KEYS, FREE],
    asks: 'GET /v1/shop/products/stocks/${stockId}',
    with: signedWith(),
    answers: answered(stock()),
    by: async (utick) => {
      expect(valueOf(await utick.getStock({ id: stockId })).capacity_free).toBe(50);
    },
  },
  {
    that: 'a promo code shows the new price of a stock and the one before',
    given: [KEYS, PROMOTED],
    asks: 'GET /v1/shop/products/stocks/${stockId}',
    with: signedWith({ promocodeids: [given('promoCodeId')] }),
    answers: answered(
      stock({
        haspromocodes: true,
        // Among its prices; one may be free of charge, which no code reduces.
        categories: some({ ...stockCategory(), prices: including(reducedPrice) }),
      }),
    ),
    by: async (utick) => {
      const read = await utick.getStock({ id: stockId, promocodeids: [promoCodeId] });
      const [price] = valueOf(read).categories[0]?.prices ?? [];
      expect([price?.value.amount, price?.promo?.initalprice]).toEqual([900, 1000]);
    },
  },
  {
    that: 'other stocks are suggested',
    given: [KEYS, FREE],
    asks: 'GET /v1/shop/products/stocks/suggestions/${stockId}',
    with: signedWith(),
    answers: answered(some(stock())),
    by: async (utick) => {
      expect(valueOf(await utick.listSuggestedStocks({ id: stockId }))).toHaveLength(1);
    },
  },
];

const seats: readonly Agreement[] = [
  {
    that: 'the numbered seats that are free are listed by category',
    given: [KEYS, ['a stock of numbered seats with free ones']],
    asks: 'GET /v1/shop/products/stocks/plancategories/${stockId}',
    with: signedWith(),
    answers: answered(some(planCategory())),
    by: async (utick) => {
      const [category] = valueOf(await utick.listPlanCategories({ stockid: stockId }));
      expect(category?.seatids).toEqual([seatId]);
    },
  },
  {
    that: 'a numbered seat is taken for an order',
    given: [KEYS, ['an order with a numbered seat']],
    asks: 'PATCH /v1/shop/products/stocks/plancategories/${stockId}',
    with: signedWith({ orderid: given('orderId'), planseatid: given('seatId') }),
    answers: answered(planCategory()),
    by: async (utick) => {
      const taken = await utick.takeSeat({
        stockid: stockId,
        orderid: orderId,
        planseatid: seatId,
      });
      expect(valueOf(taken).id).toBe(categoryId);
    },
  },
  {
    that: 'a stock takes an adaption whose fields are not known',
    given: [KEYS, FREE],
    asks: 'PATCH /v1/shop/products/stocks/adapt/${stockId}',
    with: signedWith(),
    answers: doneWithoutMore,
    by: async (utick) => {
      expect((await utick.adaptStock({ id: stockId })).ok).toBe(true);
    },
  },
];

function planCategory() {
  return {
    id: id(categoryId),
    label: text('EXAMPLE'),
    description: text(''),
    color: text('#264653'),
    seatids: some(id(seatId)),
  };
}

export const stocks: readonly Agreement[] = [...reading, ...seats];
