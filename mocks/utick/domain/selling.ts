import type { UtickDraft } from '#mocks/utick/state.ts';
import type { UtickEnv } from './behaviour.ts';
import type { Position } from './capacity.ts';
import { TICKET_NUMBERS_FROM, type Product } from './product.ts';
import { takeUses, type Sale } from './promo-uses.ts';
import { occupy, seatsFor } from './seats.ts';
import type { Offer } from './stock.ts';

/** Places of one offer that go into one order; their capacity has been taken. */
export interface Lot extends Offer {
  readonly orderId: string;
  /** One for each place. */
  readonly sales: readonly Sale[];
  /** Of numbered places; absent: the server chooses. */
  readonly seats?: readonly Position[];
}

/** Makes a product of each place. */
export function sell(draft: UtickDraft, lot: Lot, env: UtickEnv): readonly Product[] {
  const seats = lot.seats ?? seatsOf(draft, lot, env);
  const products = lot.sales.map((sale, place) => {
    const seat = seats[place];
    const product = productOf(draft, { lot, sale, seat }, env);
    if (seat) occupy(draft, seat, product.id);
    return product;
  });
  takeUses(draft, products);
  for (const product of products) draft.products.put(product);
  return products;
}

function seatsOf(
  draft: UtickDraft,
  { stock, category, sales }: Lot,
  { settings }: UtickEnv,
): readonly Position[] {
  if (stock.productType !== 'numbered-seat') return [];
  const { capacityId } = category;
  return seatsFor(draft, { capacityId, quantity: sales.length }, settings);
}

interface Place {
  readonly lot: Lot;
  readonly sale: Sale;
  readonly seat: Position | undefined;
}

const productOf = (draft: UtickDraft, { lot, sale, seat }: Place, env: UtickEnv): Product => ({
  id: env.random.hex(32),
  orderId: lot.orderId,
  stockId: lot.stock.id,
  categoryId: lot.category.id,
  priceId: lot.price.id,
  amountMinor: sale.amountMinor,
  ticketNumber: TICKET_NUMBERS_FROM + draft.next('tickets'),
  positionId: seat?.id,
  mainProductId: undefined,
  promoCodeId: sale.promoCodeId,
});
