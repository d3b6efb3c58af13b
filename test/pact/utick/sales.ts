import { expect } from 'vitest';
import { valueOf, type State } from '../agreement.ts';
import { id, some, text, url } from '../matching.ts';
import { answered } from './answers.ts';
import { product, promoCode, ticket } from './shapes.ts';
import { KEYS, signedWith, type Agreement, examples, given } from './partner.ts';

const { contactId, counterId, orderId, promoCodeId, promoLabel, stockId } = examples;
const PROMOTED: State = ['a promo code for a stock'];
const PAID: State = ['a paid order'];

const promoCodes: readonly Agreement[] = [
  {
    that: 'a promo code that a customer types is found for a stock',
    given: [KEYS, PROMOTED],
    asks: 'GET /v1/shop/promocodes',
    with: signedWith({ label: given('promoLabel'), stockid: given('stockId') }),
    answers: answered(some(promoCode())),
    by: async (utick) => {
      const [code] = valueOf(
        await utick.validatePromoCode({ label: promoLabel, stockid: stockId }),
      );
      expect(code?.discount.percentage).toBe('1000');
    },
  },
  {
    that: 'a promo code that nobody knows is answered with an empty list',
    given: [KEYS, ['a stock with free places']],
    asks: 'GET /v1/shop/promocodes',
    with: signedWith({ label: 'NO-SUCH-CODE', stockid: given('stockId') }),
    answers: answered([]),
    by: async (utick) => {
      const found = await utick.validatePromoCode({ label: 'NO-SUCH-CODE', stockid: stockId });
      expect(valueOf(found)).toEqual([]);
    },
  },
  {
    that: 'one promo code is read',
    given: [KEYS, PROMOTED],
    asks: 'GET /v1/shop/promocodes/${promoCodeId}',
    with: signedWith(),
    answers: answered(promoCode()),
    by: async (utick) => {
      expect(valueOf(await utick.getPromoCode({ id: promoCodeId })).label).toBe(promoLabel);
    },
  },
  {
    that: 'a promo code reprices the products of an order',
    given: [KEYS, ['an order in creation', { places: 1 }], PROMOTED],
    asks: 'POST /v1/shop/promocodes/${promoCodeId}',
    with: signedWith({ orderid: given('orderId') }),
    answers: answered(some(product())),
    by: async (utick) => {
      const repriced = await utick.attachPromoCode({ id: promoCodeId, orderid: orderId });
      expect(valueOf(repriced)[0]?.price.value.amount).toBe(1000);
    },
  },
];

const ticketSet = { stockid: id(stockId), tickets: some(ticket()) };

const tickets: readonly Agreement[] = [
  {
    that: 'the tickets of a paid order are listed by stock',
    given: [KEYS, PAID],
    asks: 'GET /v1/shop/orders/tickets',
    with: signedWith({ orderid: given('orderId') }),
    answers: answered(some(ticketSet)),
    by: async (utick) => {
      const [set] = valueOf(await utick.listTicketSets({ orderid: orderId }));
      expect(set?.tickets[0]?.orderreference).toBe('ORD00000000');
    },
  },
  {
    that: 'the tickets of a contact are listed by stock',
    given: [KEYS, PAID],
    asks: 'GET /v1/shop/orders/tickets',
    with: signedWith({ contactid: given('contactId') }),
    answers: answered(some(ticketSet)),
    by: async (utick) => {
      const [set] = valueOf(await utick.listTicketSets({ contactid: contactId }));
      expect(set?.stockid).toBe(stockId);
    },
  },
  {
    that: 'an order has no tickets before it is paid',
    given: [KEYS, ['an order in creation', { places: 1 }]],
    asks: 'GET /v1/shop/orders/tickets',
    with: signedWith({ orderid: given('orderId') }),
    answers: answered([]),
    by: async (utick) => {
      expect(valueOf(await utick.listTicketSets({ orderid: orderId }))).toEqual([]);
    },
  },
  {
    that: 'the tickets of a paid order are linked to as PDF',
    given: [KEYS, PAID],
    asks: 'GET /v1/shop/orders/tickets/pdf',
    with: signedWith({ orderid: given('orderId') }),
    answers: answered({
      ticket_url: url('https://tickets.example.com/EXAMPLE.pdf'),
      mobile_ticket_url: url('https://tickets.example.com/EXAMPLE-mobile.pdf'),
    }),
    by: async (utick) => {
      const { ticket_url } = valueOf(await utick.getTicketPdf({ orderid: orderId }));
      expect(ticket_url).toBe('https://tickets.example.com/EXAMPLE.pdf');
    },
  },
];

const counter = { id: id(counterId), label: text('Example counter') };

const counters: readonly Agreement[] = [
  {
    that: 'the counters are listed',
    given: [KEYS, ['a counter']],
    asks: 'GET /v1/shop/counters',
    with: signedWith({ limit: 10, offset: 0 }),
    answers: answered(some(counter)),
    by: async (utick) => {
      expect(valueOf(await utick.listCounters({ limit: 10, offset: 0 }))).toHaveLength(1);
    },
  },
  {
    that: 'one counter is read',
    given: [KEYS, ['a counter']],
    asks: 'GET /v1/shop/counters/${counterId}',
    with: signedWith(),
    answers: answered(counter),
    by: async (utick) => {
      expect(valueOf(await utick.getCounter({ id: counterId })).label).toBe('Example counter');
    },
  },
];

export const sales: readonly Agreement[] = [...promoCodes, ...tickets, ...counters];
