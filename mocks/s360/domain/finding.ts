import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { S360Draft } from '#mocks/s360/state.ts';
import type { FailureOf } from './failure.ts';
import type { Order } from './order.ts';

export interface OrderRef {
  readonly institutionId: string;
  readonly orderId: string;
}

export function findOrder(
  draft: S360Draft,
  { institutionId, orderId }: OrderRef,
): Outcome<Order, FailureOf<'order-unknown'>> {
  const order = draft.orders.get(orderId);
  if (order?.institutionId === institutionId) return done(order);
  return refused({ kind: 'order-unknown', id: orderId });
}

export type ChangeFailure = FailureOf<'order-unknown' | 'order-expired' | 'order-frozen'>;

/** An order whose content may still be changed. */
export function findOpenOrder(draft: S360Draft, ref: OrderRef): Outcome<Order, ChangeFailure> {
  const found = findOrder(draft, ref);
  if (!found.ok || found.value.status === 'open') return found;
  const { id, status } = found.value;
  if (status === 'expired') return refused({ kind: 'order-expired', id });
  return refused({ kind: 'order-frozen', id, status });
}

/** The first of some contacts that the institution has not. */
export function unknownContact(
  draft: S360Draft,
  institutionId: string,
  numbers: readonly string[],
): FailureOf<'contact-unknown'> | undefined {
  const number = numbers.find((one) => draft.contacts.get(one)?.institutionId !== institutionId);
  return number === undefined ? undefined : { kind: 'contact-unknown', number };
}
