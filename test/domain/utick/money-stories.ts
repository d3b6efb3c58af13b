import type { Store } from '#kernel/store.ts';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Row } from '#kernel/table-spec.ts';
import {
  archiveOrder,
  recordBankTransfer,
  refund,
  setShippingMethod,
} from '#mocks/utick/domain/back-office.ts';
import type { UtickBehaviour } from '#mocks/utick/domain/behaviour.ts';
import { updateMolliePayment } from '#mocks/utick/domain/mollie.ts';
import { createOrder, getOrder, updateOrder } from '#mocks/utick/domain/order-behaviours.ts';
import { settableStatuses } from '#mocks/utick/domain/order.ts';
import {
  createPayment,
  deletePayment,
  updatePayment,
} from '#mocks/utick/domain/payment-behaviours.ts';
import {
  clearOrder,
  deleteProduct,
  deleteProducts,
} from '#mocks/utick/domain/product-behaviours.ts';
import { requestProducts } from '#mocks/utick/domain/request-products.ts';
import { tables, type Order, type Payment } from '#mocks/utick/state.ts';
import { MINUTE, NOBODY, OPENING, openShop, type Shop } from './shop.ts';

const prices = ['hedda_single_full', 'hedda_single_invited', 'edmond_stalls_full'];
const amounts = [100, 2300, 4600, 4000, -100, -2300, 0];

const which = fc.nat(3);
const amountMinor = fc.constantFrom(...amounts);
const paymentStatus = fc.constantFrom(
  'paid' as const,
  'paid' as const,
  'pending' as const,
  'cancelled' as const,
);
const told = <K extends string>(kind: K) => ({ kind: fc.constant(kind), which });

/** One thing that a client or the back office does; `which` picks among the orders there are. */
const deed = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      ...told('request'),
      price: fc.constantFrom(...prices),
      places: fc.integer({ min: 1, max: 3 }),
      isNew: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      ...told('update'),
      status: fc.constantFrom(...settableStatuses, 'confirmed' as const, 'confirmed' as const),
      contact: fc.constantFrom('denis', 'lecomte', undefined),
    }),
  },
  { weight: 6, arbitrary: fc.record({ ...told('pay'), amountMinor, status: paymentStatus }) },
  { weight: 3, arbitrary: fc.record({ ...told('change'), amountMinor, status: paymentStatus }) },
  fc.record(told('unpay')),
  fc.record({ ...told('mollie'), id: fc.constantFrom('tr_1', 'tr_2') }),
  fc.record({ ...told('transfer'), amountMinor: fc.constantFrom(100, 2300, 4600) }),
  fc.record({ ...told('refund'), amountMinor: fc.constantFrom(undefined, 100, 2300) }),
  fc.record(told('archive')),
  fc.record({ ...told('ship'), shipping: fc.constantFrom('none', 'post', 'desk', 'home') }),
  fc.record(told('remove')),
  fc.record(told('removeAll')),
  fc.record(told('clear')),
  fc.record({ ...told('create'), contact: fc.constantFrom('denis', undefined) }),
  fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 12 }) }),
);
export type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

export const story = fc.record({
  deeds: fc.array(deed, { minLength: 8, maxLength: 30 }),
  settings: fc.record({
    delivery: fc.constantFrom('none', 'none', 'post', 'desk', 'home'),
    confirmAnswers: fc.constantFrom(1, 10),
    freeOrderStatus: fc.constantFrom(15, 30),
    cancelCompleted: fc.boolean(),
    confirmEmpty: fc.boolean(),
    mollieOutcome: fc.constantFrom('paid', 'pending', 'cancelled'),
  }),
});
export type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

const sold = {
  kind: 'request',
  which: 0,
  price: 'hedda_single_full',
  places: 2,
  isNew: true,
} as const;
const confirmed = { kind: 'update', status: 'confirmed', contact: 'denis' } as const;
/** Two orders of 4600 cents that are confirmed: without them most deeds would be refused. */
const opening = [sold, sold, { ...confirmed, which: 0 }, { ...confirmed, which: 1 }];

/** Lives a story through; after each deed every rule holds, and a refused one changed nothing. */
export async function live({ deeds, settings }: Story, store?: Store): Promise<void> {
  const shop = await openShop(store ? { settings, store } : { settings });
  for (const one of opening) await act(shop, one, OPENING);
  let at = OPENING;
  for (const one of deeds) {
    if (one.kind === 'wait') at += one.minutes * MINUTE;
    // Any call lets the time pass up to it.
    await shop.ask(getOrder, { id: NOBODY }, at);
    const before = rowsOf(shop);
    if (one.kind === 'wait') continue;
    const isDone = await act(shop, one, at);
    if (!isDone) expect(rowsOf(shop)).toEqual(before);
    expect([one, shop.brokenRules()]).toEqual([one, []]);
  }
}

const rowsOf = (shop: Shop): readonly (readonly Row[])[] =>
  Object.keys(tables).map((name) => [...shop.sandbox.state.table<Row>(`utick.${name}`).rows()]);

/** Answers whether it was done. */
async function act(shop: Shop, one: Exclude<Deed, { kind: 'wait' }>, at: number): Promise<boolean> {
  const orderId = orderPicked(shop, one.which);
  const ask = async <C, T, F>(behaviour: UtickBehaviour<C, T, F>, command: C): Promise<boolean> =>
    (await shop.ask(behaviour, command, at)).ok;
  const contactOf = (name: string | undefined) => name && shop.id('contacts', name);
  switch (one.kind) {
    case 'request': {
      const requests = [shop.wish(one.price, one.places, one.isNew ? undefined : orderId)];
      return ask(requestProducts, { requests });
    }
    case 'update': {
      const contactId = contactOf(one.contact);
      return ask(updateOrder, { orderId, contactId, status: one.status, details: {} });
    }
    case 'create':
      return ask(createOrder, { contactId: contactOf(one.contact), details: {} });
    case 'clear':
      return ask(clearOrder, { id: orderId });
    case 'remove':
      return ask(deleteProduct, { id: shop.products(orderId)[0]?.id ?? NOBODY });
    case 'removeAll':
      return ask(deleteProducts, { orderId });
    case 'ship':
      return ask(setShippingMethod, { orderId, shipping: one.shipping });
    case 'archive':
      return ask(archiveOrder, { orderId });
    default:
      return pay(shop, one, { orderId, ask });
  }
}

interface Paying {
  readonly orderId: string;
  readonly ask: <C, T, F>(behaviour: UtickBehaviour<C, T, F>, command: C) => Promise<boolean>;
}

type MoneyDeed = Extract<
  Deed,
  { kind: 'pay' | 'change' | 'unpay' | 'mollie' | 'transfer' | 'refund' }
>;

function pay(shop: Shop, one: MoneyDeed, { orderId, ask }: Paying): Promise<boolean> {
  const id = paymentPicked(shop, one.which);
  switch (one.kind) {
    case 'pay': {
      const fields = { status: one.status, expectedMinor: Math.abs(one.amountMinor) };
      return ask(createPayment, { orderId, amountMinor: one.amountMinor, fields });
    }
    case 'change': {
      const fields = { amountMinor: one.amountMinor, status: one.status };
      return ask(updatePayment, { id, orderId: undefined, fields });
    }
    case 'unpay':
      return ask(deletePayment, { id });
    case 'mollie':
      return ask(updateMolliePayment, { orderId, molliePaymentId: one.id });
    case 'transfer':
      return ask(recordBankTransfer, { orderId, amountMinor: one.amountMinor, notes: '' });
    case 'refund': {
      const { amountMinor } = one;
      return ask(refund, { orderId, amountMinor, methodType: 'cash', notes: '' });
    }
  }
}

const orderPicked = (shop: Shop, which: number): string =>
  picked<Order>(shop, 'utick.orders', which)?.id ?? NOBODY;
const paymentPicked = (shop: Shop, which: number): string =>
  picked<Payment>(shop, 'utick.payments', which)?.id ?? NOBODY;

function picked<R extends Row>(shop: Shop, table: string, which: number): R | undefined {
  const rows = [...shop.sandbox.state.table<R>(table).rows()];
  return rows[which % Math.max(1, rows.length)];
}
