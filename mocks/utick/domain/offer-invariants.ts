import type { Inspection, Invariant } from '#kernel/vendor.ts';
import type { UtickTables } from '#mocks/utick/state.ts';

type UtickState = Inspection<UtickTables>;

/** What must always hold of promo codes and packs. */
export const offerInvariants: Readonly<Record<string, Invariant<UtickTables>>> = {
  'the uses of a promo code are the products and orders sold with it': (state) => {
    const sold = soldByCode(state);
    const wrong: string[] = [];
    for (const { id, uses } of state.promoCodes.rows()) {
      const { products = 0, orders = new Set() } = sold.get(id) ?? {};
      const counted = `${uses.products} products, ${uses.orders} orders`;
      const real = `${products} products, ${orders.size} orders`;
      if (counted !== real) wrong.push(`${id}: ${counted}, not ${real}`);
    }
    return wrong;
  },
  'what is attached to a pack is in the order of the pack': (state) => {
    const wrong: string[] = [];
    for (const { id, orderId, mainProductId } of state.products.rows()) {
      if (mainProductId === undefined) continue;
      if (state.products.get(mainProductId)?.orderId !== orderId) {
        wrong.push(`product ${id}: ${mainProductId} is not in order ${orderId}`);
      }
    }
    return wrong;
  },
};

interface Sold {
  products: number;
  readonly orders: Set<string>;
}

function soldByCode(state: UtickState): ReadonlyMap<string, Sold> {
  const byCode = new Map<string, Sold>();
  for (const { promoCodeId, orderId } of state.products.rows()) {
    if (promoCodeId === undefined) continue;
    const sold = byCode.get(promoCodeId) ?? { products: 0, orders: new Set() };
    sold.products += 1;
    sold.orders.add(orderId);
    byCode.set(promoCodeId, sold);
  }
  return byCode;
}
