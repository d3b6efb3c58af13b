import { assert } from '#kernel/defect.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { FailureOf } from './failure.ts';
import { addMovements, NO_PLACES, type Making } from './lines.ts';
import { checkQuantity, type LineFailure } from './new-lines.ts';
import { findOffer, type Offer, type Wanted } from './offers.ts';
import type { Operation, Order } from './order.ts';
import { seatsFor, takePlaces } from './places.ts';
import { chargesFor, movementsOf, shrink } from './removing.ts';

/** How an operation is to be from now on; what is not said stays. */
export interface ChangedLine {
  readonly operationId: string;
  /** 0 removes it. */
  readonly quantity: number | undefined;
  readonly audienceSubCategoryId: string | undefined;
  readonly preferredAreaIds: readonly string[];
}

type ItemOperation = Operation & { readonly sale: { readonly kind: 'item' } };
export type ChangeLineFailure = FailureOf<'operation-unknown'> | LineFailure;

/** Its movements stay as far as they go: the last ones leave, new ones are added behind them. */
export function changeOperation(
  making: Making,
  order: Order,
  line: ChangedLine,
): Outcome<undefined, ChangeLineFailure> {
  const { draft, changes } = making;
  const operation = draft.operations.get(line.operationId);
  if (operation?.orderId !== order.id || !isOfItem(operation)) {
    return refused({ kind: 'operation-unknown', id: line.operationId });
  }
  const { quantity = operation.quantity } = line;
  if (quantity === 0) {
    shrink(making, operation, 0);
    return done(undefined);
  }
  const offer = findOffer(draft, wishOf(making, operation, line), order);
  if (!offer.ok) return offer;
  const places = Math.max(0, quantity);
  const failure = checkQuantity(draft, { line: { quantity }, offer: offer.value, places });
  if (failure) return refused(failure);
  const repriced = withOffer(operation, offer.value);
  draft.operations.put(repriced);
  changes.operation(operation.id);
  if (quantity < operation.quantity) shrink(making, repriced, quantity);
  if (quantity > operation.quantity) {
    return grow(making, repriced, { quantity, offer: offer.value, line });
  }
  return done(undefined);
}

const isOfItem = (operation: Operation): operation is ItemOperation =>
  operation.sale.kind === 'item';

function wishOf({ draft }: Making, { sale }: Operation, line: ChangedLine) {
  assert(sale.kind === 'item', 'charges are changed with what they are for');
  const { itemId, seatCategoryId, contingentId } = sale;
  const performanceId = draft.items.get(itemId)?.performanceId;
  const wanted: Wanted =
    performanceId === undefined || seatCategoryId === undefined
      ? { kind: 'item', itemId }
      : { kind: 'performance', performanceId, seatCategoryId };
  const { audienceSubCategoryId = sale.audienceSubCategoryId } = line;
  return { wanted, audienceSubCategoryId, contingentId };
}

function withOffer(operation: Operation, { price }: Offer): Operation {
  const { sale } = operation;
  if (sale.kind !== 'item') return operation;
  const { audienceSubCategoryId, amountMilli } = price;
  return { ...operation, unitMilli: amountMilli, sale: { ...sale, audienceSubCategoryId } };
}

interface Growing {
  readonly quantity: number;
  readonly offer: Offer;
  readonly line: ChangedLine;
}

function grow(
  making: Making,
  operation: Operation,
  { quantity, offer, line }: Growing,
): Outcome<undefined, FailureOf<'sold-out'>> {
  const { draft, changes } = making;
  // Of what was counted when it was sold: an item may have got a quota since.
  const capacityId = operation.sale.kind === 'item' ? operation.sale.capacityId : undefined;
  const added = quantity - operation.quantity;
  const taken = takePlaces(draft, capacityId, added);
  if (!taken.ok) return taken;
  const { preferredAreaIds } = line;
  const isNumbered = offer.showing?.isNumbered === true && capacityId !== undefined;
  const search = { capacityId: capacityId ?? '', quantity: added, preferredAreaIds };
  const seats = isNumbered ? seatsFor(draft, { ...search, taken: new Set() }) : [];
  const grown = { ...operation, quantity };
  draft.operations.put(grown);
  addMovements(making, grown, { seats, preferredAreaIds, offer });
  for (const charge of chargesFor(draft, operation)) {
    const extended = { ...charge, quantity };
    draft.operations.put(extended);
    changes.operation(charge.id);
    if (movementsOf(draft, charge.id).length < quantity) addMovements(making, extended, NO_PLACES);
  }
  return done(undefined);
}
