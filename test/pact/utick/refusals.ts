import { expect } from 'vitest';
import type { UtickAnswer } from '#client/index.ts';
import { type State } from '../agreement.ts';
import { refused } from './answers.ts';
import { KEYS, signedWith, type Agreement, examples, given } from './partner.ts';

const { categoryId, contactId, orderId, packProductId, priceId, stockId, unknownId } = examples;
const UNKNOWN: State = ['nothing has the id that is asked for'];
const IN_CREATION: State = ['an order in creation', { places: 1 }];

/** The client gives the vendor's no back as a value, with its code. */
function expectRefusal(answer: UtickAnswer<unknown>, code: number): void {
  expect(answer.ok ? 'done' : answer.failure.code).toBe(code);
}

const callers: readonly Agreement[] = [
  {
    that: 'a signature made with another private key is refused',
    given: [['a call signed with another private key']],
    asks: 'GET /v1/system/authenticate',
    with: signedWith(),
    answers: refused(401),
    by: async (utick) => expectRefusal(await utick.authenticate(), 401),
  },
  {
    that: 'a public key that no application has is refused',
    given: [['a call signed with an unknown public key']],
    asks: 'GET /v1/shop/orders',
    with: signedWith(),
    answers: refused(401),
    by: async (utick) => expectRefusal(await utick.listOrders(), 401),
  },
];

const unknown = (what: string, kind: string, by: Agreement['by']): Agreement => ({
  that: `${what} that does not exist is refused`,
  given: [KEYS, UNKNOWN],
  asks: `GET /v1/${kind}/\${unknownId}`,
  with: signedWith(),
  answers: refused(404),
  by,
});

const id = unknownId;
const lookUps: readonly Agreement[] = [
  unknown('an order', 'shop/orders', async (utick) => {
    expectRefusal(await utick.getOrder({ id }), 404);
  }),
  unknown('a product', 'shop/products', async (utick) => {
    expectRefusal(await utick.getProduct({ id }), 404);
  }),
  unknown('a stock', 'shop/products/stocks', async (utick) => {
    expectRefusal(await utick.getStock({ id }), 404);
  }),
  unknown('a contact', 'contacts', async (utick) => {
    expectRefusal(await utick.getContact({ id }), 404);
  }),
  unknown('a payment', 'shop/orders/payments', async (utick) => {
    expectRefusal(await utick.getPayment({ id }), 404);
  }),
];

const sales: readonly Agreement[] = [
  {
    that: 'an order without products is not confirmed',
    given: [KEYS, ['an order without products']],
    asks: 'PATCH /v1/shop/orders/${orderId}',
    with: signedWith({ contactid: given('contactId'), statusid: 1 }),
    answers: refused(409),
    by: async (utick) => {
      expectRefusal(await utick.confirmOrder({ id: orderId, contactid: contactId }), 409);
    },
  },
  {
    that: 'an order without a contact is not confirmed',
    given: [KEYS, IN_CREATION],
    asks: 'PATCH /v1/shop/orders/${orderId}',
    with: signedWith({ statusid: 1 }),
    answers: refused(409),
    by: async (utick) => {
      expectRefusal(await utick.updateOrder({ id: orderId, statusid: 1 }), 409);
    },
  },
  {
    that: 'a status that no client sets is refused',
    given: [KEYS, IN_CREATION],
    asks: 'PATCH /v1/shop/orders/${orderId}',
    with: signedWith({ statusid: 99 }),
    answers: refused(400),
    by: async (utick) => {
      expectRefusal(await utick.updateOrder({ id: orderId, statusid: 99 }), 400);
    },
  },
  {
    that: 'a cancelled order is not confirmed',
    given: [KEYS, ['a cancelled order'], ['a contact']],
    asks: 'PATCH /v1/shop/orders/${orderId}',
    with: signedWith({ contactid: given('contactId'), statusid: 1 }),
    answers: refused(409),
    by: async (utick) => {
      expectRefusal(await utick.confirmOrder({ id: orderId, contactid: contactId }), 409);
    },
  },
  {
    that: 'an order with an incomplete pack is not confirmed',
    given: [KEYS, ['a pack and a place in one order'], ['a contact']],
    asks: 'PATCH /v1/shop/orders/${orderId}',
    with: signedWith({ contactid: given('contactId'), statusid: 1 }),
    answers: refused(409),
    by: async (utick) => {
      expectRefusal(await utick.confirmOrder({ id: orderId, contactid: contactId }), 409);
    },
  },
  {
    that: 'places of a stock that does not exist are refused',
    given: [KEYS, ['a stock with free places'], UNKNOWN],
    asks: 'POST /v1/shop/products',
    with: signedWith({
      requests: [
        {
          stockid: given('unknownId'),
          categoryid: given('categoryId'),
          priceid: given('priceId'),
          quantity: 1,
        },
      ],
    }),
    answers: refused(404),
    by: async (utick) => {
      const request = { stockid: unknownId, categoryid: categoryId, priceid: priceId, quantity: 1 };
      expectRefusal(await utick.requestProducts({ requests: [request] }), 404);
    },
  },
  {
    that: 'a pack is not put into itself',
    given: [KEYS, ['a pack and a place in one order']],
    asks: 'PATCH /v1/shop/products/${packProductId}/attach',
    with: signedWith({ mainproductid: given('packProductId') }),
    answers: refused(409),
    by: async (utick) => {
      const itself = { id: packProductId, mainproductid: packProductId };
      expectRefusal(await utick.attachProduct(itself), 409);
    },
  },
  {
    that: 'a seat that another order has is not taken',
    given: [KEYS, ['an order that wants a seat of another order']],
    asks: 'PATCH /v1/shop/products/stocks/plancategories/${stockId}',
    with: signedWith({ orderid: given('orderId'), planseatid: given('seatId') }),
    answers: refused(409),
    by: async (utick) => {
      const seat = { stockid: stockId, orderid: orderId, planseatid: examples.seatId };
      expectRefusal(await utick.takeSeat(seat), 409);
    },
  },
];

const money: readonly Agreement[] = [
  {
    that: 'a payment for an order in creation is refused',
    given: [KEYS, IN_CREATION, ['a payment method']],
    asks: 'POST /v1/shop/orders/payments',
    with: signedWith({
      orderid: given('orderId'),
      paymentmethodid: given('paymentMethodId'),
      value: { amount: 100 },
    }),
    answers: refused(409),
    by: async (utick) => {
      const answer = await utick.createPayment({
        orderid: orderId,
        paymentmethodid: examples.paymentMethodId,
        value: { amount: 100 },
      });
      expectRefusal(answer, 409);
    },
  },
  {
    that: 'the tickets of an order that is not paid are not linked to',
    given: [KEYS, IN_CREATION],
    asks: 'GET /v1/shop/orders/tickets/pdf',
    with: signedWith({ orderid: given('orderId') }),
    answers: refused(409),
    by: async (utick) => expectRefusal(await utick.getTicketPdf({ orderid: orderId }), 409),
  },
  {
    that: 'a contact without a last name is refused',
    given: [KEYS],
    asks: 'POST /v1/contacts',
    with: signedWith({ firstname: 'Nobody', lastname: '' }),
    answers: refused(400),
    by: async (utick) => {
      expectRefusal(await utick.createContact({ firstname: 'Nobody', lastname: '' }), 400);
    },
  },
];

export const refusals: readonly Agreement[] = [...callers, ...lookUps, ...sales, ...money];
