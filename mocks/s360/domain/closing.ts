import { SECOND_MS } from '#kernel/instant.ts';
import { sum } from '#kernel/money.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { S360Draft } from '#mocks/s360/state.ts';
import type { S360Behaviour, S360Env } from './behaviour.ts';
import { Changes, type OrderUpdate } from './changes.ts';
import type { FailureOf } from './failure.ts';
import { findOrder, unknownContact, type OrderRef } from './finding.ts';
import { settled } from './idleness.ts';
import { keepOrder, totalMilli } from './order-files.ts';
import { offSale } from './offers.ts';
import type { Operation, Order } from './order.ts';
import { findPayments, takePayments, type AskedPayment, type PaymentFailure } from './payments.ts';
import { movementsOf, operationsOf } from './removing.ts';
import { issueBarCodes, issueTickets, scheduleBarCodes } from './tickets.ts';

export interface CloseOrder extends OrderRef {
  /** Contact who pays where a payment does not say. */
  readonly payer: string | undefined;
  readonly payments: readonly AskedPayment[];
  readonly wantsBarCodes: boolean;
  /** How long the caller would wait for them. */
  readonly waitsMs: number;
}

export type CloseFailure =
  | FailureOf<'order-unknown' | 'order-expired' | 'order-closed' | 'order-frozen'>
  | FailureOf<'contact-unknown' | 'order-empty' | 'item-off-sale' | 'payment-amount'>
  | PaymentFailure;

/** Sells what is in the order. The order of checks: order, contact, content, payments. */
export const closeOrder: S360Behaviour<CloseOrder, OrderUpdate, CloseFailure> = (
  draft,
  command,
  env,
) => {
  const order = findSellable(draft, command);
  if (!order.ok) return order;
  const { id, institutionId } = order.value;
  const payers = command.payer === undefined ? [] : [command.payer];
  const stranger = unknownContact(draft, institutionId, payers);
  if (stranger) return refused(stranger);
  const operations = operationsOf(draft, id);
  if (operations.length === 0) return refused({ kind: 'order-empty', id });
  const suspended = operations.map((operation) => suspension(draft, operation, env)).find(Boolean);
  if (suspended) return refused(suspended);
  const payments = findPayments(draft, order.value, command);
  if (!payments.ok) return payments;
  const dueMilli = totalMilli(draft, id);
  const failure = amountFailure({ payments: payments.value, dueMilli }, env);
  if (failure) return refused(failure);
  const paid = takePayments(draft, { order: order.value, payments: payments.value }, env);
  const closed = keepOrder(draft, settled(draft, { ...paid, status: 'closed' }), env);
  issueTickets(draft, operations);
  issueOrPromise(draft, closed, { command, env });
  const changes = new Changes();
  for (const operation of operations) {
    changes.operation(operation.id);
    for (const movement of movementsOf(draft, operation.id)) changes.movement(movement.id);
  }
  return done(changes.of(closed, operations[0]?.id));
};

function findSellable(
  draft: S360Draft,
  ref: OrderRef,
): Outcome<Order, FailureOf<'order-unknown' | 'order-expired' | 'order-closed' | 'order-frozen'>> {
  const order = findOrder(draft, ref);
  if (!order.ok) return order;
  const { id, status } = order.value;
  switch (status) {
    case 'open':
    case 'validated':
      return order;
    case 'closed':
      return refused({ kind: 'order-closed', id });
    case 'expired':
      return refused({ kind: 'order-expired', id });
    case 'abandoned':
      return refused({ kind: 'order-frozen', id, status });
  }
}

/** What was taken off sale while it was in the basket. */
function suspension(
  draft: S360Draft,
  { sale }: Operation,
  { settings }: S360Env,
): FailureOf<'item-off-sale'> | undefined {
  if (settings.suspendedInBasket === 'sold' || sale.kind === 'charge') return undefined;
  const item = draft.items.get(sale.itemId);
  const product = item && draft.products.get(item.productId);
  return product && offSale(draft, product, draft.performances.get(item.performanceId ?? ''));
}

interface Money {
  readonly payments: Parameters<typeof takePayments>[1]['payments'];
  readonly dueMilli: number;
}

/** A thousand million of the currency: above it a sum of many would not be exact any more. */
const MOST_MILLI = 1_000_000_000_000;

/** What a sum other than the one due means is not public: `payments` says. */
function amountFailure(
  { payments, dueMilli }: Money,
  { settings }: S360Env,
): FailureOf<'payment-amount'> | undefined {
  const amounts = payments.map(({ amountMilli }) => amountMilli);
  // Of one that is less than nothing, or more than can be counted, no sum tells anything.
  const absurd = amounts.find((amountMilli) => amountMilli < 0 || amountMilli > MOST_MILLI);
  if (absurd !== undefined) return { kind: 'payment-amount', dueMilli, paidMilli: absurd };
  const paidMilli = sum(amounts);
  const takesTooMuch = payments.some(({ method }) => method.takesTooMuch);
  const isTooMuch = paidMilli > dueMilli && !takesTooMuch;
  const isTooLittle = paidMilli < dueMilli && settings.payments === 'strict';
  return isTooMuch || isTooLittle ? { kind: 'payment-amount', dueMilli, paidMilli } : undefined;
}

/** No call waits on the sandbox's clock: bar codes are there within the time, or come later. */
function issueOrPromise(
  draft: S360Draft,
  order: Order,
  { command, env }: { readonly command: CloseOrder; readonly env: S360Env },
): void {
  const own = draft.barCodeDelays.get(order.institutionId)?.delayMs;
  const delayMs = own ?? env.settings.barCodeDelaySeconds * SECOND_MS;
  if (command.wantsBarCodes && delayMs <= command.waitsMs) issueBarCodes(draft, order.id, env);
  else scheduleBarCodes(draft, order.id, env.now + delayMs);
}
