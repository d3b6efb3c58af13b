import { Type, type Static } from '@sinclair/typebox';
import type { Env } from '#kernel/behaviour.ts';
import { done } from '#kernel/outcome.ts';
import { OneOf } from '#kit/types.ts';
import {
  archiveOrder,
  recordBankTransfer,
  refund,
  setShippingMethod,
} from './domain/back-office.ts';
import type { UtickEnv } from './domain/behaviour.ts';
import { setMolliePayment } from './domain/mollie.ts';
import { MOST_CENTS } from './domain/payment.ts';
import { setCapacity } from './domain/set-capacity.ts';
import type { UtickDraft } from './state.ts';

const closed = { additionalProperties: false } as const;

const SetCapacity = Type.Object(
  {
    stockid: Type.String({ description: 'Stock whose places are changed.' }),
    categoryid: Type.Optional(
      Type.String({ description: 'Category in it; absent: the stock as a whole.' }),
    ),
    capacity: Type.Integer({ minimum: 0, description: 'Places in total, sold ones included.' }),
  },
  closed,
);
type SetCapacity = Static<typeof SetCapacity>;

const OrderId = Type.String({ description: 'Order that it is about.' });
const Cents = (description: string) =>
  Type.Integer({ minimum: 1, maximum: MOST_CENTS, description });
const Notes = Type.Optional(Type.String({ description: 'Kept with the payment.' }));

const RecordBankTransfer = Type.Object(
  { orderid: OrderId, amount: Cents('Whole cents that came in.'), notes: Notes },
  closed,
);
const Refund = Type.Object(
  {
    orderid: OrderId,
    amount: Type.Optional(
      Cents('Whole cents to give back; absent: what was paid too much, or in vain.'),
    ),
    method: Type.Optional(
      OneOf(['cash', 'bank-transfer', 'online', 'invoice', 'client-account'], {
        description: 'How; absent: by bank transfer.',
      }),
    ),
    notes: Notes,
  },
  closed,
);
const ArchiveOrder = Type.Object({ orderid: OrderId }, closed);
const SetShippingMethod = Type.Object(
  {
    orderid: OrderId,
    method: OneOf(['none', 'post', 'desk', 'home'], {
      description: 'Post: to deliver; desk: to print; home: completed, as soon as it is paid.',
    }),
  },
  closed,
);
const SetMolliePayment = Type.Object(
  {
    molliepaymentid: Type.String({ minLength: 1, description: 'What Mollie calls it: `tr_…`.' }),
    status: OneOf(['paid', 'pending', 'cancelled']),
    amount: Type.Optional(Cents('Whole cents; absent: what is open on the order.')),
  },
  closed,
);

/** The kernel gives an action its vendor's own settings, whose type it does not know. */
const own = (env: Env): UtickEnv => env as UtickEnv;

/** What the organiser does behind the counter. */
export const actions = {
  'set-capacity': {
    summary: 'Changes how many places a stock, or a category in it, has in total.',
    parameters: SetCapacity,
    evidence: 'guess',
    run: (draft: UtickDraft, { stockid, categoryid, capacity }: SetCapacity) =>
      setCapacity(draft, { stockId: stockid, categoryId: categoryid, total: capacity }),
  },
  'record-bank-transfer': {
    summary: 'Records money that came by bank transfer, also for a cancelled or abandoned order.',
    parameters: RecordBankTransfer,
    evidence: 'inferred',
    run: (draft: UtickDraft, asked: Static<typeof RecordBankTransfer>, env: Env) => {
      const { orderid: orderId, amount: amountMinor, notes = '' } = asked;
      return recordBankTransfer(draft, { orderId, amountMinor, notes }, own(env));
    },
  },
  refund: {
    summary: 'Gives money back: a negative payment, for the vendor refunds nothing by itself.',
    parameters: Refund,
    evidence: 'public',
    run: (draft: UtickDraft, asked: Static<typeof Refund>, env: Env) => {
      const { orderid: orderId, amount: amountMinor, notes = '' } = asked;
      const methodType = asked.method ?? 'bank-transfer';
      return refund(draft, { orderId, amountMinor, methodType, notes }, own(env));
    },
  },
  archive: {
    summary: 'Archives a completed order: nothing changes it any more.',
    parameters: ArchiveOrder,
    evidence: 'inferred',
    run: (draft: UtickDraft, { orderid: orderId }: Static<typeof ArchiveOrder>, env: Env) =>
      archiveOrder(draft, { orderId }, own(env)),
  },
  'set-shipping-method': {
    summary: 'Says how the tickets of an order reach their holder; a paid order goes on by it.',
    parameters: SetShippingMethod,
    evidence: 'inferred',
    run: (draft: UtickDraft, asked: Static<typeof SetShippingMethod>, env: Env) => {
      const { orderid: orderId, method: shipping } = asked;
      return setShippingMethod(draft, { orderId, shipping }, own(env));
    },
  },
  'set-mollie-payment': {
    summary: 'Says what the next look-up of a payment at Mollie finds.',
    parameters: SetMolliePayment,
    evidence: 'inferred',
    run: (draft: UtickDraft, asked: Static<typeof SetMolliePayment>) => {
      const { molliepaymentid: id, status, amount: amountMinor } = asked;
      return done(setMolliePayment(draft, { id, amountMinor, status }));
    },
  },
} as const;
