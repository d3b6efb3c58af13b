import { expect } from 'vitest';
import { valueOf, type State } from '../agreement.ts';
import { id, some } from '../matching.ts';
import { answered, doneWithoutMore } from './answers.ts';
import { product } from './shapes.ts';
import { KEYS, signedWith, type Agreement, examples, given } from './partner.ts';

const { categoryId, contactId, orderId, packProductId, priceId, productId, stockId } = examples;
const IN_CREATION: State = ['an order in creation', { places: 2 }];
const PACK: State = ['a pack and a place in one order'];

/** The fields of a request for places, as they are sent and as they are given. */
const wanted = { stockid: stockId, categoryid: categoryId, priceid: priceId } as const;
const asked = {
  stockid: given('stockId'),
  categoryid: given('categoryId'),
  priceid: given('priceId'),
} as const;

const requesting: readonly Agreement[] = [
  {
    that: 'two places are taken in a new order',
    given: [KEYS, ['a stock with free places']],
    asks: 'POST /v1/shop/products',
    with: signedWith({ requests: [{ ...asked, quantity: 2 }] }),
    answers: answered([product({ quantity: 1 }), product({ quantity: 1 })]),
    by: async (utick) => {
      const requests = [{ ...wanted, quantity: 2 }];
      expect(valueOf(await utick.requestProducts({ requests }))).toHaveLength(2);
    },
  },
  {
    that: 'one more place is taken in an order that is open',
    given: [KEYS, ['an order in creation', { places: 1 }]],
    asks: 'POST /v1/shop/products',
    with: signedWith({ requests: [{ ...asked, quantity: 1, orderid: given('orderId') }] }),
    answers: answered([product()]),
    by: async (utick) => {
      const requests = [{ ...wanted, quantity: 1, orderid: orderId }];
      const [added] = valueOf(await utick.requestProducts({ requests }));
      expect(added?.orderid).toBe(orderId);
    },
  },
  {
    that: 'a place is taken at the price of a promo code',
    given: [KEYS, ['a promo code for a stock']],
    asks: 'POST /v1/shop/products',
    with: signedWith({
      requests: [{ ...asked, quantity: 1, promocodeids: [given('promoCodeId')] }],
    }),
    answers: answered([product()]),
    by: async (utick) => {
      const requests = [{ ...wanted, quantity: 1, promocodeids: [examples.promoCodeId] }];
      const [reduced] = valueOf(await utick.requestProducts({ requests }));
      expect(reduced?.price.value.currency).toBe('EUR');
    },
  },
  {
    that: 'a request that cannot be satisfied is answered with an empty list',
    given: [KEYS, ['a stock without free places']],
    asks: 'POST /v1/shop/products',
    with: signedWith({ requests: [{ ...asked, quantity: 2 }] }),
    answers: answered([]),
    by: async (utick) => {
      const requests = [{ ...wanted, quantity: 2 }];
      expect(valueOf(await utick.requestProducts({ requests }))).toEqual([]);
    },
  },
];

const reading: readonly Agreement[] = [
  {
    that: 'the products of an order are listed',
    given: [KEYS, IN_CREATION],
    asks: 'GET /v1/shop/products',
    with: signedWith({ orderid: given('orderId') }),
    answers: answered([product(), product()]),
    by: async (utick) => {
      expect(valueOf(await utick.listProducts({ orderid: orderId }))).toHaveLength(2);
    },
  },
  {
    that: 'the products of a contact are listed',
    given: [KEYS, ['a confirmed order']],
    asks: 'GET /v1/shop/products',
    with: signedWith({ contactid: given('contactId') }),
    answers: answered(some(product())),
    by: async (utick) => {
      expect(valueOf(await utick.listProducts({ contactid: contactId }))).toHaveLength(1);
    },
  },
  {
    that: 'a product is read with its ticket',
    given: [KEYS, IN_CREATION],
    asks: 'GET /v1/shop/products/${productId}',
    with: signedWith(),
    answers: answered(product()),
    by: async (utick) => {
      const { ticket, usage } = valueOf(await utick.getProduct({ id: productId }));
      expect([ticket.qrcode, usage.statusid]).toEqual(['10000001-1', -1]);
    },
  },
];

const changing: readonly Agreement[] = [
  {
    that: 'a product takes fields of the caller’s own without effect',
    given: [KEYS, IN_CREATION],
    asks: 'PATCH /v1/shop/products/${productId}',
    with: signedWith(),
    answers: answered(product()),
    by: async (utick) => {
      expect(valueOf(await utick.updateProduct({ id: productId })).id).toBe(productId);
    },
  },
  {
    that: 'a place is put into a pack of the same order',
    given: [KEYS, PACK],
    asks: 'PATCH /v1/shop/products/${productId}/attach',
    with: signedWith({ mainproductid: given('packProductId') }),
    answers: answered(product({ mainproductid: id(packProductId) })),
    by: async (utick) => {
      const attached = await utick.attachProduct({ id: productId, mainproductid: packProductId });
      expect(valueOf(attached).mainproductid).toBe(packProductId);
    },
  },
  {
    that: 'one product is removed from its order',
    given: [KEYS, IN_CREATION],
    asks: 'DELETE /v1/shop/products/${productId}',
    with: signedWith(),
    answers: doneWithoutMore,
    by: async (utick) => {
      expect((await utick.deleteProduct({ id: productId })).ok).toBe(true);
    },
  },
  {
    that: 'all products are removed from an order',
    given: [KEYS, IN_CREATION],
    asks: 'DELETE /v1/shop/products',
    with: signedWith({ orderid: given('orderId') }),
    answers: doneWithoutMore,
    by: async (utick) => {
      expect((await utick.deleteProducts({ orderid: orderId })).ok).toBe(true);
    },
  },
];

export const products: readonly Agreement[] = [...requesting, ...reading, ...changing];
