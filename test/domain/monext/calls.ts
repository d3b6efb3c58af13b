import type { Instant } from '#kernel/instant.ts';
import { authorise, type Authorise } from '#mocks/monext/domain/card-behaviours.ts';
import type { CardFields } from '#mocks/monext/domain/card.ts';
import type { OrderFields } from '#mocks/monext/domain/order.ts';
import {
  capturePayment,
  refundPayment,
  type FollowUp,
} from '#mocks/monext/domain/payment-behaviours.ts';
import type { PaymentFields } from '#mocks/monext/domain/payment-fields.ts';
import { reauthorise, type Reauthorise } from '#mocks/monext/domain/reauthorise-behaviour.ts';
import { resetTransaction, type ResetTransaction } from '#mocks/monext/domain/reset-behaviours.ts';
import type { Till } from './till.ts';

export const GOOD_CARD: CardFields = {
  number: '4970100000325734',
  type: 'CB',
  expirationDate: '1230',
  cvx: '123',
};

export const goodOrder = (fields: OrderFields = {}): OrderFields => ({
  ref: 'ORDER-1',
  amount: '6000',
  currency: '978',
  date: '04/03/2026 09:59',
  ...fields,
});

export const goodPayment = (fields: PaymentFields = {}): PaymentFields => ({
  amount: '6000',
  currency: '978',
  action: '100',
  mode: 'CPT',
  contractNumber: '1234567',
  ...fields,
});

/** What a payment by card is asked for with; what is not said is right. */
export interface Buying {
  readonly payment?: PaymentFields;
  readonly card?: CardFields;
  readonly order?: OrderFields;
  readonly more?: Partial<Authorise>;
}

export const buying = (till: Till, { payment, card, order, more }: Buying = {}): Authorise => ({
  merchant: till.merchant,
  version: 34,
  payment: goodPayment(payment),
  card: card ?? GOOD_CARD,
  order: goodOrder(order),
  with3dSecure: false,
  privateData: [],
  linkedTransactionId: undefined,
  told: { buyer: undefined, subMerchant: undefined, media: undefined, travelFileNumber: undefined },
  ...more,
});

export const buy = (till: Till, what: Buying = {}, at?: Instant) =>
  till.ask(authorise, buying(till, what), at);

export const following = (till: Till, id: string, payment: PaymentFields): FollowUp => ({
  merchant: till.merchant,
  version: 34,
  transactionId: id,
  payment: { currency: '978', mode: 'CPT', ...payment },
  sequenceNumber: undefined,
  comment: undefined,
  privateData: [],
});

/** An amount, and what else differs from a plain call. */
type Some = Partial<FollowUp> & { readonly action?: string; readonly currency?: string };

export const capture = (
  till: Till,
  id: string,
  amount: number,
  { action = '201', currency = '978', ...more }: Some = {},
  at?: Instant,
) => {
  const plain = following(till, id, { amount: String(amount), action, currency });
  return till.ask(capturePayment, { ...plain, ...more }, at);
};

export const refund = (
  till: Till,
  id: string,
  amount: number,
  { action = '421', currency = '978', ...more }: Some = {},
  at?: Instant,
) => {
  const plain = following(till, id, { amount: String(amount), action, currency });
  return till.ask(refundPayment, { ...plain, ...more }, at);
};

export const reset = (till: Till, id: string, more: Partial<ResetTransaction> = {}, at?: Instant) =>
  till.ask(
    resetTransaction,
    {
      merchant: till.merchant,
      version: 34,
      transactionId: id,
      amount: undefined,
      currency: undefined,
      comment: undefined,
      sequenceNumber: undefined,
      privateData: [],
      ...more,
    },
    at,
  );

export const renew = (
  till: Till,
  id: string,
  payment: PaymentFields = {},
  at?: Instant,
  more: Partial<Reauthorise> = {},
) =>
  till.ask(
    reauthorise,
    {
      merchant: till.merchant,
      version: 34,
      transactionId: id,
      payment: goodPayment({ action: '202', ...payment }),
      order: goodOrder(),
      privateData: [],
      media: undefined,
      ...more,
    },
    at,
  );
