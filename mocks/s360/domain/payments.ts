import { sum } from '#kernel/money.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { S360Draft } from '#mocks/s360/state.ts';
import type { S360Env } from './behaviour.ts';
import type { FailureOf } from './failure.ts';
import { unknownContact } from './finding.ts';
import type { PaymentMethod } from './institution.ts';
import { nextNumber } from './numbers.ts';
import type { Order } from './order.ts';

export interface AskedPayment {
  readonly amountMilli: number;
  /** None: on account. */
  readonly methodId: string | undefined;
  readonly contact: string | undefined;
  /** That it is for; it has to be of the order. */
  readonly movementId: string | undefined;
}

export interface FoundPayment {
  readonly amountMilli: number;
  readonly method: PaymentMethod;
  /** Whose account it is on. */
  readonly contactId: string | undefined;
}

export type PaymentFailure =
  | FailureOf<'contact-unknown' | 'movement-unknown' | 'payment-method-unknown'>
  | FailureOf<'waiting-account-forbidden'>;

interface Paying {
  readonly payer: string | undefined;
  readonly payments: readonly AskedPayment[];
}

/** Each payment with its method, and the account it is on; whether the sum is right comes after. */
export function findPayments(
  draft: S360Draft,
  order: Order,
  { payer, payments }: Paying,
): Outcome<readonly FoundPayment[], PaymentFailure> {
  const found: FoundPayment[] = [];
  for (const asked of payments) {
    const { movementId, amountMilli, contact = payer ?? order.purchasers[0] } = asked;
    const named = asked.contact === undefined ? [] : [asked.contact];
    const stranger = unknownContact(draft, order.institutionId, named);
    if (stranger) return refused(stranger);
    if (movementId !== undefined && draft.movements.get(movementId)?.orderId !== order.id) {
      return refused({ kind: 'movement-unknown', id: movementId });
    }
    const method = methodOf(draft, order, asked);
    if (!method) return refused({ kind: 'payment-method-unknown', id: asked.methodId ?? '' });
    const contactId = method.nature === 'waiting-account' ? contact : undefined;
    if (method.nature === 'waiting-account' && !mayPayOnAccount(draft, order, contactId)) {
      return refused({ kind: 'waiting-account-forbidden', number: contactId });
    }
    found.push({ amountMilli, method, contactId });
  }
  return done(found);
}

function methodOf(
  draft: S360Draft,
  { institutionId }: Order,
  { methodId }: AskedPayment,
): PaymentMethod | undefined {
  if (methodId === undefined) {
    const methods = draft.paymentMethods.where('byInstitution', institutionId);
    return methods.find(({ nature }) => nature === 'waiting-account');
  }
  const method = draft.paymentMethods.get(methodId);
  return method?.institutionId === institutionId ? method : undefined;
}

/** Only a contact that is able to may. */
function mayPayOnAccount(
  draft: S360Draft,
  { institutionId }: Order,
  number: string | undefined,
): boolean {
  const contact = number === undefined ? undefined : draft.contacts.get(number);
  return contact?.institutionId === institutionId && contact.hasWaitingAccount;
}

interface Taking {
  readonly order: Order;
  readonly payments: readonly FoundPayment[];
}

/** Books payments; what is on account is owed by its contact. Answers the order with its money. */
export function takePayments(
  draft: S360Draft,
  { order, payments }: Taking,
  { now }: S360Env,
): Order {
  for (const { amountMilli, method, contactId } of payments) {
    draft.payments.put({
      id: String(nextNumber(draft, 'payments')),
      orderId: order.id,
      methodId: method.id,
      amountMilli,
      contactId,
      state: method.nature === 'manual' ? 'awaiting-validation' : 'paid',
      at: now,
    });
    const contact = contactId === undefined ? undefined : draft.contacts.get(contactId);
    if (contact) {
      draft.contacts.put({ ...contact, balanceMilli: contact.balanceMilli - amountMilli });
    }
  }
  const sumOf = (chosen: (payment: FoundPayment) => boolean): number =>
    sum(payments.filter(chosen).map(({ amountMilli }) => amountMilli));
  return {
    ...order,
    // Money that somebody has yet to confirm is not there.
    paidMilli: sumOf(({ method }) => method.nature !== 'manual'),
    onAccountMilli: sumOf(({ contactId }) => contactId !== undefined),
  };
}
