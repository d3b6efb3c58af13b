import type { S360Draft } from '#mocks/s360/state.ts';
import type { Changes } from './changes.ts';
import type { Movement, Operation } from './order.ts';
import { freePlacesOf } from './places.ts';

export const operationsOf = (draft: S360Draft, orderId: string): readonly Operation[] =>
  draft.operations.where('byOrder', orderId);

export const movementsOf = (draft: S360Draft, operationId: string): readonly Movement[] =>
  draft.movements.where('byOperation', operationId);

/** The operation of the charge that was calculated for another one. */
export const chargesFor = (draft: S360Draft, operation: Operation): readonly Operation[] =>
  operationsOf(draft, operation.orderId).filter(
    ({ sale }) => sale.kind === 'charge' && sale.forOperationId === operation.id,
  );

export interface Removing {
  readonly draft: S360Draft;
  readonly changes: Changes;
}

/** Removes some movements of an operation; with the last one it goes itself, and its charge. */
export function removeMovements(
  removing: Removing,
  operation: Operation,
  movements: readonly Movement[],
): void {
  const { draft, changes } = removing;
  if (movements.length === 0) return;
  const { sale } = operation;
  freePlacesOf(draft, sale.kind === 'item' ? sale.capacityId : undefined, movements);
  for (const { id } of movements) {
    draft.movements.drop(id);
    changes.removedMovement(id);
  }
  const quantity = operation.quantity - movements.length;
  if (quantity > 0) {
    draft.operations.put({ ...operation, quantity });
    changes.operation(operation.id);
  } else {
    draft.operations.drop(operation.id);
    changes.removedOperation(operation.id);
  }
  for (const charge of chargesFor(draft, operation)) shrink(removing, charge, quantity);
}

/** Takes the last movements away, so that so many are left. */
export function shrink(removing: Removing, operation: Operation, quantity: number): void {
  removeMovements(removing, operation, movementsOf(removing.draft, operation.id).slice(quantity));
}
