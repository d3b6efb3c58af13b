import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { MonextDraft } from '#mocks/monext/state.ts';
import type { MonextBehaviour, MonextEnv } from './behaviour.ts';
import { enter, openPayment, type Entry } from './booking.ts';
import { AUTHORISATION_NUMBER } from './card-behaviours.ts';
import { scheduleCapture, unscheduleCapture } from './deferred.ts';
import type { FailureOf, ReauthorisationFailure } from './failure.ts';
import { contractId } from './merchant.ts';
import type { Order, OrderFields } from './order.ts';
import { openingOf, type LookupFailure } from './payment-behaviours.ts';
import { termsOf, type PaymentFields, type Terms, type TermsFailure } from './payment-fields.ts';
import { reauthorisable, type Payment } from './payment.ts';
import { contextOf, judgeOrder, judgePrivateData } from './request.ts';
import type { Called, OrderFailure } from './request.ts';
import type { Pair, Transaction } from './transaction.ts';

export interface Reauthorise extends Called {
  readonly transactionId: string | undefined;
  readonly payment: PaymentFields;
  readonly order: OrderFields | undefined;
  readonly privateData: readonly Pair[];
  readonly media: string | undefined;
}

/** 101 captures what it authorises: the vendor lists a type for that. */
const AND_CAPTURE = '101';
const ACTIONS = { both: ['101', '202'], '101': ['101'], '202': ['202'] } as const;

/** What was not captured of an authorisation is authorised anew, on the same card. */
export const reauthorise: MonextBehaviour<Reauthorise, Transaction, ReauthoriseFailure> = (
  draft,
  command,
  env,
) => {
  const judged = judgeFields(command, env);
  if (!judged.ok) return judged;
  const found = openingOf(draft, command);
  if (!found.ok) return found;
  const payment = renewable(draft, { opening: found.value, terms: judged.value.terms, env });
  if (!payment.ok) return payment;
  const { terms } = judged.value;
  const transaction = enter(draft, entryOf(found.value, judged.value, command), env);
  openPayment(draft, transaction, env);
  if (terms.deferredTo !== undefined) scheduleCapture(draft, transaction.id, terms.deferredTo);
  draft.payments.put({ ...payment.value, status: 'superseded', by: transaction.id });
  unscheduleCapture(draft, payment.value.id);
  return done(transaction);
};

type FieldFailure = TermsFailure | OrderFailure | FailureOf<'private-data-too-many'>;
type StateFailure = ReauthorisationFailure | FailureOf<'transaction-unfit' | 'currency-differs'>;
export type ReauthoriseFailure = FieldFailure | LookupFailure | StateFailure;

interface Judged {
  readonly terms: Terms;
  readonly order: Order | undefined;
}

function judgeFields(command: Reauthorise, env: MonextEnv): Outcome<Judged, FieldFailure> {
  const { payment, order: orderFields, privateData } = command;
  const context = contextOf(command, payment.action, env);
  const terms = termsOf(payment, ACTIONS[env.settings.reauthorisationActions], context);
  if (!terms.ok) return terms;
  const order = judgeOrder(orderFields, true, context);
  if (!order.ok) return order;
  const tooMany = judgePrivateData(privateData, env);
  return tooMany ? refused(tooMany) : done({ terms: terms.value, order: order.value });
}

interface Renewing {
  readonly opening: Transaction;
  readonly terms: Terms;
  readonly env: MonextEnv;
}

/** The payment whose rest may be authorised anew: option, state, amount, currency. */
function renewable(
  draft: MonextDraft,
  { opening, terms, env }: Renewing,
): Outcome<Payment, StateFailure> {
  const contract = draft.contracts.get(contractId(opening.merchantId, opening.contractNumber));
  if (!contract?.reauthorises) return refused({ kind: 'reauthorisation-unsubscribed' });
  const payment = draft.payments.get(opening.id);
  if (!payment) return refused({ kind: 'transaction-unfit' });
  const { earlyReauthorisation, reauthorisationLimit } = env.settings;
  const asked = {
    amountMinor: terms.amountMinor,
    isEarlyAllowed: earlyReauthorisation,
    isLimited: reauthorisationLimit === 'original',
  };
  const allowed = reauthorisable(payment, asked, env.now);
  if (!allowed.ok) return allowed;
  return terms.currency === payment.currency ? allowed : refused({ kind: 'currency-differs' });
}

const NOTHING_TOLD = { buyer: undefined, subMerchant: undefined, travelFileNumber: undefined };

function entryOf(
  opening: Transaction,
  { terms, order }: Judged,
  { payment, privateData, media }: Reauthorise,
): Entry {
  const { merchantId, contractNumber, card, linkedTransactionId } = opening;
  const isSale = terms.action === AND_CAPTURE;
  return {
    type: isSale ? 'resale' : 'reauthorisation',
    merchantId,
    contractNumber,
    card,
    linkedTransactionId,
    originId: opening.id,
    orderRef: order?.ref,
    amountMinor: terms.amountMinor,
    currency: terms.currency,
    authorisationNumber: AUTHORISATION_NUMBER,
    settlement: isSale && terms.deferredTo === undefined ? 'pending' : 'none',
    payment,
    purchase: { ...NOTHING_TOLD, ...opening.purchase, order, privateData, media },
  };
}
