import { assert } from '#kernel/defect.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { UtickDraft } from '#mocks/utick/state.ts';
import type { UtickBehaviour, UtickEnv } from './behaviour.ts';
import { demandOf, freePlaces, type Position } from './capacity.ts';
import type { FailureOf } from './failure.ts';
import { productsOf, rebalance, takePlaces } from './holding.ts';
import { takesProducts } from './order.ts';
import type { Product } from './product.ts';
import { occupy, vacate } from './seats.ts';
import { sell } from './selling.ts';
import type { Category, Stock } from './stock.ts';

/** A category of a numbered stock with its seats that are still free. */
export interface PlanSheet {
  readonly category: Category;
  readonly freeSeats: readonly Position[];
}

export interface TakeSeat {
  readonly stockId: string;
  readonly orderId: string;
  readonly seatId: string;
}

type SeatFailure = FailureOf<
  'order-unknown' | 'stock-unknown' | 'seat-unknown' | 'order-closed' | 'seat-taken'
>;

export const listPlanCategories: UtickBehaviour<
  { stockId: string },
  readonly PlanSheet[],
  FailureOf<'stock-unknown'>
> = (draft, { stockId }) => {
  const stock = draft.stocks.get(stockId);
  if (!stock) return refused({ kind: 'stock-unknown', id: stockId });
  if (stock.productType !== 'numbered-seat') return done([]);
  return done(stock.categories.map((category) => planSheet(draft, category)));
};

const planSheet = (draft: UtickDraft, category: Category): PlanSheet => ({
  category,
  freeSeats: draft.positions.where('free', category.capacityId),
});

/**
 * The call names no price, so a product of the order in the same category moves to the seat; only
 * without one is a place sold, at the first price of the category.
 */
export const takeSeat: UtickBehaviour<TakeSeat, PlanSheet, SeatFailure> = (draft, command, env) => {
  const { orderId, stockId, seatId } = command;
  const order = draft.orders.get(orderId);
  if (!order) return refused({ kind: 'order-unknown', id: orderId });
  const found = findSeat(draft, stockId, seatId);
  if (!found.ok) return found;
  if (!takesProducts(order)) return refused({ kind: 'order-closed', status: order.status });
  const { stock, category, seat } = found.value;
  if (seat.productId !== undefined) return refused({ kind: 'seat-taken', id: seatId });
  const mover = moverAmong(draft, productsOf(draft, orderId), found.value);
  if (mover) {
    move(draft, mover, seat);
  } else {
    if (!sellSeat(draft, { stock, category, seat, orderId }, env)) {
      return refused({ kind: 'seat-taken', id: seatId });
    }
    rebalance(draft, order, env.settings);
  }
  return done(planSheet(draft, category));
};

interface Found {
  readonly stock: Stock;
  readonly category: Category;
  readonly seat: Position;
}

function findSeat(
  draft: UtickDraft,
  stockId: string,
  seatId: string,
): Outcome<Found, FailureOf<'stock-unknown' | 'seat-unknown'>> {
  const stock = draft.stocks.get(stockId);
  if (!stock) return refused({ kind: 'stock-unknown', id: stockId });
  const seat = draft.positions.get(seatId);
  const category = stock.categories.find(({ capacityId }) => capacityId === seat?.capacityId);
  if (!seat || !category) return refused({ kind: 'seat-unknown', id: seatId, stockId });
  return done({ stock, category, seat });
}

/** One whose seat nobody has chosen yet, so that two calls seat two products. */
function moverAmong(
  draft: UtickDraft,
  products: readonly Product[],
  { stock, category }: Found,
): Product | undefined {
  const seated = products.filter(
    ({ stockId, categoryId }) => stockId === stock.id && categoryId === category.id,
  );
  const isUnchosen = ({ positionId = '' }: Product): boolean =>
    draft.positions.get(positionId)?.isChosen !== true;
  return seated.find(isUnchosen) ?? seated[0];
}

function move(draft: UtickDraft, product: Product, seat: Position): void {
  if (product.positionId !== undefined) vacate(draft, product.positionId);
  occupy(draft, { ...seat, isChosen: true }, product.id);
  draft.products.put({ ...product, positionId: seat.id });
}

interface SeatSale extends Found {
  readonly orderId: string;
}

/** False when the stock as a whole has no place left, or nothing to pay for it with. */
function sellSeat(draft: UtickDraft, sale: SeatSale, env: UtickEnv): boolean {
  const { stock, category, seat, orderId } = sale;
  const price = category.prices.find(({ isHidden }) => !isHidden);
  const capacity = draft.capacities.get(stock.id);
  assert(capacity, `stock ${stock.id} has no capacity`);
  if (!price || freePlaces(capacity) === 0) return false;
  takePlaces(draft, demandOf([{ stock, category, quantity: 1 }]));
  const sales = [{ amountMinor: price.amountMinor, promoCodeId: undefined }];
  const seats = [{ ...seat, isChosen: true }];
  sell(draft, { stock, category, price, orderId, sales, seats }, env);
  return true;
}
