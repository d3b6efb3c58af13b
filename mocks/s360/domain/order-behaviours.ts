import { done, refused } from '#kernel/outcome.ts';
import type { S360Draft } from '#mocks/s360/state.ts';
import type { S360Behaviour } from './behaviour.ts';
import { Changes, type OrderUpdate } from './changes.ts';
import type { FailureOf } from './failure.ts';
import { findOpenOrder, findOrder, type ChangeFailure, type OrderRef } from './finding.ts';
import { giveUp, looked, stirred } from './idleness.ts';
import { keepOrder } from './order-files.ts';
import type { Movement, Operation, Order } from './order.ts';
import { movementsOf, operationsOf, removeMovements } from './removing.ts';

export interface RemoveLines extends OrderRef {
  readonly operationIds: readonly string[];
  readonly movementIds: readonly string[];
}

export type RemoveFailure =
  ChangeFailure | FailureOf<'parameter-missing' | 'operation-unknown' | 'movement-unknown'>;

export const getOrder: S360Behaviour<OrderRef, Order, FailureOf<'order-unknown'>> = (
  draft,
  ref,
  env,
) => {
  const order = findOrder(draft, ref);
  return order.ok ? done(looked(draft, order.value, env)) : order;
};

/** The first of two phases. A second time changes nothing. */
export const validateOrder: S360Behaviour<
  OrderRef,
  Order,
  ChangeFailure | FailureOf<'order-empty'>
> = (draft, ref, env) => {
  const found = findOrder(draft, ref);
  if (found.ok && found.value.status === 'validated') return found;
  const order = findOpenOrder(draft, ref);
  if (!order.ok) return order;
  const { id } = order.value;
  if (operationsOf(draft, id).length === 0) return refused({ kind: 'order-empty', id });
  const validated = stirred(draft, { ...order.value, status: 'validated' }, env);
  return done(keepOrder(draft, validated, env));
};

/** The alternative to closing it. What came to nothing already stays so. */
export const abandonOrder: S360Behaviour<
  OrderRef,
  Order,
  FailureOf<'order-unknown' | 'order-frozen'>
> = (draft, ref, env) => {
  const order = findOrder(draft, ref);
  if (!order.ok) return order;
  const { id, status } = order.value;
  switch (status) {
    case 'open':
    case 'validated':
      return done(giveUp(draft, order.value, { status: 'abandoned', env }));
    case 'abandoned':
    case 'expired':
      return order;
    case 'closed':
      return refused({ kind: 'order-frozen', id, status });
  }
};

/** Removes whole operations and single movements; clients name an operation and its movement. */
export const removeLines: S360Behaviour<RemoveLines, OrderUpdate, RemoveFailure> = (
  draft,
  { operationIds, movementIds, ...ref },
  env,
) => {
  if (operationIds.length + movementIds.length === 0) {
    return refused({ kind: 'parameter-missing', parameter: 'operationIds or movementIds' });
  }
  const order = findOpenOrder(draft, ref);
  if (!order.ok) return order;
  const leaving = new Map<string, Movement>();
  for (const id of operationIds) {
    const operation = draft.operations.get(id);
    if (operation?.orderId !== ref.orderId) return refused({ kind: 'operation-unknown', id });
    for (const movement of movementsOf(draft, id)) leaving.set(movement.id, movement);
  }
  for (const id of movementIds) {
    const movement = draft.movements.get(id);
    if (movement?.orderId !== ref.orderId) return refused({ kind: 'movement-unknown', id });
    leaving.set(id, movement);
  }
  const changes = new Changes();
  for (const [operation, movements] of byOperation(draft, [...leaving.values()])) {
    // With what it was for, a charge may have gone already.
    const left = movements.filter(({ id }) => draft.movements.get(id));
    const current = draft.operations.get(operation.id);
    if (current) removeMovements({ draft, changes }, current, left);
  }
  const kept = keepOrder(draft, stirred(draft, order.value, env), env);
  return done(changes.of(kept));
};

function byOperation(
  draft: S360Draft,
  movements: readonly Movement[],
): ReadonlyMap<Operation, readonly Movement[]> {
  const grouped = new Map<Operation, Movement[]>();
  for (const movement of movements) {
    const operation = draft.operations.get(movement.operationId);
    if (!operation) continue;
    grouped.set(operation, [...(grouped.get(operation) ?? []), movement]);
  }
  return grouped;
}
