import type { Order } from './order.ts';

/** What a call did to an order, as its answer tells it: by id, in the order in which it happened. */
export interface OrderUpdate {
  readonly order: Order;
  readonly operationIds: readonly string[];
  readonly removedOperationIds: readonly string[];
  readonly movementIds: readonly string[];
  readonly removedMovementIds: readonly string[];
  /** The first operation that it made. */
  readonly mainOperationId: string | undefined;
}

/** Collects them; what is made and removed in one call was never there. */
export class Changes {
  readonly #operations = new Set<string>();
  readonly #movements = new Set<string>();
  readonly #removedOperations = new Set<string>();
  readonly #removedMovements = new Set<string>();

  operation(id: string): void {
    this.#operations.add(id);
  }

  movement(id: string): void {
    this.#movements.add(id);
  }

  removedOperation(id: string): void {
    this.#operations.delete(id);
    this.#removedOperations.add(id);
  }

  removedMovement(id: string): void {
    this.#movements.delete(id);
    this.#removedMovements.add(id);
  }

  of(order: Order, mainOperationId?: string): OrderUpdate {
    return {
      order,
      operationIds: [...this.#operations],
      removedOperationIds: [...this.#removedOperations],
      movementIds: [...this.#movements],
      removedMovementIds: [...this.#removedMovements],
      mainOperationId,
    };
  }
}
