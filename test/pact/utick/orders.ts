import { expect } from 'vitest';
import { valueOf, type State } from '../agreement.ts';
import { id, some } from '../matching.ts';
import { answered } from './answers.ts';
import { order, status } from './shapes.ts';
import { KEYS, signedWith, type Agreement, examples, given } from './partner.ts';

const { contactId, email, orderId } = examples;
const CONTACT: State = ['a contact'];
const CONFIRMED: State = ['a confirmed order'];
const IN_CREATION: State = ['an order in creation', { places: 2 }];

const confirmed = order({ status: status(1, 'Confirmed'), contactid: id(contactId) });

const reading: readonly Agreement[] = [
  {
    that: 'the orders of a contact are listed',
    given: [KEYS, CONFIRMED],
    asks: 'GET /v1/shop/orders',
    with: signedWith({ contactid: given('contactId'), limit: 10 }),
    answers: answered(some(order({ contactid: id(contactId) }))),
    by: async (utick) => {
      const orders = valueOf(await utick.listOrders({ contactid: contactId, limit: 10 }));
      expect(orders.map((one) => one.id)).toEqual([orderId]);
    },
  },
  {
    that: 'the orders of an e-mail address are listed',
    given: [KEYS, CONFIRMED],
    asks: 'GET /v1/shop/orders',
    with: signedWith({ email: given('email') }),
    answers: answered(some(order({ contactid: id(contactId) }))),
    by: async (utick) => {
      expect(valueOf(await utick.listOrders({ email }))).toHaveLength(1);
    },
  },
  {
    that: 'an order in creation is read',
    given: [KEYS, IN_CREATION],
    asks: 'GET /v1/shop/orders/${orderId}',
    with: signedWith(),
    answers: answered(order({ status: status(0, 'Creating') })),
    by: async (utick) => {
      expect(valueOf(await utick.getOrder({ id: orderId })).status.id).toBe(0);
    },
  },
  {
    that: 'a confirmed order is read',
    given: [KEYS, CONFIRMED],
    asks: 'GET /v1/shop/orders/${orderId}',
    with: signedWith(),
    answers: answered(confirmed),
    by: async (utick) => {
      const { status: found, contactid } = valueOf(await utick.getOrder({ id: orderId }));
      expect([found.id, contactid]).toEqual([1, contactId]);
    },
  },
];

const changing: readonly Agreement[] = [
  {
    that: 'an order is made for a contact, without products',
    given: [KEYS, CONTACT],
    asks: 'POST /v1/shop/orders',
    with: signedWith({
      contactid: given('contactId'),
      notes: 'Two example seats',
      metadata: { basket: 'EXAMPLE-BASKET' },
    }),
    answers: answered(
      order({
        status: status(0, 'Creating'),
        contactid: id(contactId),
        notes: 'Two example seats',
        metadata: { basket: 'EXAMPLE-BASKET' },
      }),
    ),
    by: async (utick) => {
      const made = await utick.createOrder({
        contactid: contactId,
        notes: 'Two example seats',
        metadata: { basket: 'EXAMPLE-BASKET' },
      });
      expect(valueOf(made).metadata).toEqual({ basket: 'EXAMPLE-BASKET' });
    },
  },
  {
    that: 'an order is confirmed for a contact',
    given: [KEYS, IN_CREATION, CONTACT],
    asks: 'PATCH /v1/shop/orders/${orderId}',
    with: signedWith({ contactid: given('contactId'), statusid: 1 }),
    answers: answered(confirmed),
    by: async (utick) => {
      const { status: found } = valueOf(
        await utick.confirmOrder({ id: orderId, contactid: contactId }),
      );
      expect(found.id).toBe(1);
    },
  },
  {
    that: 'an order is cancelled',
    given: [KEYS, IN_CREATION],
    asks: 'PATCH /v1/shop/orders/${orderId}',
    with: signedWith({ statusid: -10 }),
    answers: answered(order({ status: status(-10, 'Cancelled') })),
    by: async (utick) => {
      expect(valueOf(await utick.cancelOrder({ id: orderId })).status.id).toBe(-10);
    },
  },
  {
    that: 'an order that was paid elsewhere is declared paid and delivered',
    given: [KEYS, CONFIRMED],
    asks: 'PATCH /v1/shop/orders/${orderId}',
    with: signedWith({ statusid: 30 }),
    answers: answered(order({ status: status(30, 'Completed'), contactid: id(contactId) })),
    by: async (utick) => {
      expect(valueOf(await utick.updateOrder({ id: orderId, statusid: 30 })).status.id).toBe(30);
    },
  },
  {
    that: 'an order keeps the notes that are written into it',
    given: [KEYS, IN_CREATION],
    asks: 'PATCH /v1/shop/orders/${orderId}',
    with: signedWith({ notes: 'Row A, please' }),
    answers: answered(order({ notes: 'Row A, please' })),
    by: async (utick) => {
      const { notes } = valueOf(await utick.updateOrder({ id: orderId, notes: 'Row A, please' }));
      expect(notes).toBe('Row A, please');
    },
  },
  {
    that: 'an order gives metadata back as an object that was sent as a text',
    given: [KEYS, IN_CREATION],
    asks: 'PATCH /v1/shop/orders/${orderId}',
    with: signedWith({ metadata: '{"basket":"EXAMPLE-BASKET"}' }),
    answers: answered(order({ metadata: { basket: 'EXAMPLE-BASKET' } })),
    by: async (utick) => {
      const metadata = '{"basket":"EXAMPLE-BASKET"}';
      const changed = valueOf(await utick.updateOrder({ id: orderId, metadata }));
      expect(changed.metadata).toEqual({ basket: 'EXAMPLE-BASKET' });
    },
  },
  {
    that: 'an order is cleared of its products',
    given: [KEYS, IN_CREATION],
    asks: 'DELETE /v1/shop/orders/${orderId}',
    with: signedWith(),
    answers: answered(order({ status: status(0, 'Creating') })),
    by: async (utick) => {
      expect(valueOf(await utick.clearOrder({ id: orderId })).id).toBe(orderId);
    },
  },
];

export const orders: readonly Agreement[] = [...reading, ...changing];
