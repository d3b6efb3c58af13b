import { assert } from '#kernel/defect.ts';
import type { UtickSettings } from '#mocks/utick/settings.ts';
import type { UtickDraft } from '#mocks/utick/state.ts';
import type { UtickEnv } from './behaviour.ts';
import type { Product } from './product.ts';
import {
  amountWith,
  covers,
  freeUses,
  servesPrice,
  validityProblem,
  type PromoCode,
} from './promo-code.ts';
import type { Offer, Price } from './stock.ts';

/** What a place costs, and the code that made it so. */
export interface Sale {
  readonly amountMinor: number;
  readonly promoCodeId: string | undefined;
}

/** The codes among these ids that may be used now; unknown ones count as absent. */
export function validCodes(
  draft: UtickDraft,
  ids: readonly string[],
  { now }: UtickEnv,
): readonly PromoCode[] {
  return ids.flatMap((id) => {
    const code = draft.promoCodes.get(id);
    return code && validityProblem(code, now) === undefined ? [code] : [];
  });
}

/** Those of the codes that serve an offer, the best one first; of equals the first named. */
export function codesFor(codes: readonly PromoCode[], offer: Offer): readonly PromoCode[] {
  if (codes.length === 0) return codes;
  const { stock, category, price } = offer;
  const place = { stockId: stock.id, categoryId: category.id };
  return codes
    .filter((code) => servesPrice(code, price) && covers(code, place) && changes(code, price))
    .toSorted((a, b) => amountWith(a, price.amountMinor) - amountWith(b, price.amountMinor));
}

const changes = (code: PromoCode, { isHidden, amountMinor }: Price): boolean =>
  isHidden || amountWith(code, amountMinor) < amountMinor;

/** The uses that are left while several places are priced, before any of them is sold. */
export interface PromoLedger {
  /** The first of the codes that still has a use; an order that has used it needs no other. */
  take(codes: readonly PromoCode[], orderKey: string): PromoCode | undefined;
}

export function promoLedger(draft: UtickDraft, { settings }: UtickEnv): PromoLedger {
  const left = new Map<string, number>();
  const users = new Set<string>();
  const isPerOrder = settings.promoCount === 'order';
  const leftOf = (code: PromoCode): number => left.get(code.id) ?? freeUses(code, settings);
  const isUsedBy = (code: PromoCode, orderKey: string): boolean =>
    isPerOrder && (users.has(`${code.id}/${orderKey}`) || isUsedInOrder(draft, code.id, orderKey));
  return {
    take: (codes, orderKey) => {
      const code = codes.find((one) => isUsedBy(one, orderKey) || leftOf(one) > 0);
      if (!code || isUsedBy(code, orderKey)) return code;
      left.set(code.id, leftOf(code) - 1);
      users.add(`${code.id}/${orderKey}`);
      return code;
    },
  };
}

const isUsedInOrder = (draft: UtickDraft, codeId: string, orderId: string): boolean =>
  draft.products.where('withPromoCode', orderId).some(({ promoCodeId }) => promoCodeId === codeId);

/** Whether a code is attached to something in an order, or could be. */
export function hasPromoCodes(
  draft: UtickDraft,
  orderId: string,
  { orderHasPromoCodes }: UtickSettings,
): boolean {
  if (orderHasPromoCodes === 'attached') {
    return draft.products.where('withPromoCode', orderId, { limit: 1 }).length > 0;
  }
  return draft.products
    .where('byOrder', orderId)
    .some(({ stockId }) => draft.stocks.get(stockId)?.hasPromoCodes === true);
}

/** Counts uses of products that are about to be put. */
export const takeUses = (draft: UtickDraft, products: readonly Product[]): void =>
  countUses(draft, products, 1);

/** Counts uses of products that have just been dropped, or have lost their code. */
export const giveBackUses = (draft: UtickDraft, products: readonly Product[]): void =>
  countUses(draft, products, -1);

/** None of the products is in the table with its code: an order's others tell whether it counts. */
function countUses(draft: UtickDraft, products: readonly Product[], sign: 1 | -1): void {
  const seen = new Set<string>();
  for (const { promoCodeId, orderId } of products) {
    if (promoCodeId === undefined) continue;
    const code = draft.promoCodes.get(promoCodeId);
    assert(code, `there is no promo code ${promoCodeId}`);
    const key = `${promoCodeId}/${orderId}`;
    const isOnlyUser = !seen.has(key) && !isUsedInOrder(draft, promoCodeId, orderId);
    seen.add(key);
    const { uses } = code;
    const orders = uses.orders + (isOnlyUser ? sign : 0);
    draft.promoCodes.put({ ...code, uses: { ...uses, products: uses.products + sign, orders } });
  }
}

/** Sells a product again: at another price, with another code or none. */
export function resell(draft: UtickDraft, product: Product, sale: Sale): Product {
  if (product.amountMinor === sale.amountMinor && product.promoCodeId === sale.promoCodeId) {
    return product;
  }
  const bare = { ...product, promoCodeId: undefined };
  draft.products.put(bare);
  giveBackUses(draft, [product]);
  const sold = { ...bare, ...sale };
  takeUses(draft, [sold]);
  draft.products.put(sold);
  return sold;
}
