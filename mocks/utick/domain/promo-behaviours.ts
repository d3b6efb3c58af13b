import { done, refused } from '#kernel/outcome.ts';
import type { UtickDraft } from '#mocks/utick/state.ts';
import type { UtickBehaviour, UtickEnv } from './behaviour.ts';
import type { FailureOf } from './failure.ts';
import { offerOf, productsOf, rebalance } from './holding.ts';
import { takesProducts } from './order.ts';
import type { Product } from './product.ts';
import {
  amountWith,
  covers,
  freeUses,
  validityProblem,
  type PromoCode,
  type PromoProblem,
} from './promo-code.ts';
import { promoLedger, resell } from './promo-uses.ts';

export interface ValidatePromoCode {
  readonly label: string | undefined;
  /** What it shall apply to: a stock, or a product of an order. */
  readonly stockId: string | undefined;
  readonly orderId: string | undefined;
}

export interface AttachPromoCode {
  readonly id: string;
  readonly orderId: string;
}

type AttachPromoCodeFailure = FailureOf<
  'promo-code-unknown' | 'order-unknown' | 'order-closed' | 'promo-code-unusable'
>;

export const getPromoCode: UtickBehaviour<
  { id: string },
  PromoCode,
  FailureOf<'promo-code-unknown'>
> = (draft, { id }) => {
  const code = draft.promoCodes.get(id);
  return code ? done(code) : refused({ kind: 'promo-code-unknown', id });
};

/** An unknown label, a wrong stock, a wrong date, no use left: the list is empty, no error. */
export const validatePromoCode: UtickBehaviour<ValidatePromoCode, readonly PromoCode[], never> = (
  draft,
  { label, stockId, orderId },
  env,
) => {
  const codes = label === undefined ? [] : draft.promoCodes.where('byLabel', label);
  return done(
    codes.filter(
      (code) =>
        validityProblem(code, env.now) === undefined &&
        freeUses(code, env.settings) > 0 &&
        (stockId === undefined || code.stockIds.includes(stockId)) &&
        (orderId === undefined || productsFor(draft, code, orderId).length > 0),
    ),
  );
};

/** Answers the products that have the code now, so that a call sent twice answers the same. */
export const attachPromoCode: UtickBehaviour<
  AttachPromoCode,
  readonly Product[],
  AttachPromoCodeFailure
> = (draft, { id, orderId }, env) => {
  const code = draft.promoCodes.get(id);
  if (!code) return refused({ kind: 'promo-code-unknown', id });
  const order = draft.orders.get(orderId);
  if (!order) return refused({ kind: 'order-unknown', id: orderId });
  if (!takesProducts(order)) return refused({ kind: 'order-closed', status: order.status });
  const products = productsFor(draft, code, orderId);
  const why = attachProblem(code, products, env);
  if (why) return refused({ kind: 'promo-code-unusable', id, why });
  const ledger = promoLedger(draft, env);
  for (const product of products) reprice(draft, product, { code, ledger });
  rebalance(draft, order, env.settings);
  return done(productsOf(draft, orderId).filter(({ promoCodeId }) => promoCodeId === id));
};

function attachProblem(
  code: PromoCode,
  products: readonly Product[],
  { now, settings }: UtickEnv,
): PromoProblem | undefined {
  const problem = validityProblem(code, now);
  if (problem) return problem;
  if (products.length === 0) return 'not-applicable';
  const isAttached = products.some(({ promoCodeId }) => promoCodeId === code.id);
  return isAttached || freeUses(code, settings) > 0 ? undefined : 'used-up';
}

/** What of an order a code can make cheaper: a seat in a pack has the pack's price. */
const productsFor = (draft: UtickDraft, code: PromoCode, orderId: string): readonly Product[] =>
  code.kind === 'price-reveal'
    ? []
    : productsOf(draft, orderId).filter(
        (product) =>
          product.mainProductId === undefined &&
          !offerOf(draft, product).price.isHidden &&
          covers(code, product),
      );

interface Repricing {
  readonly code: PromoCode;
  readonly ledger: ReturnType<typeof promoLedger>;
}

/** The better price stays, whichever code it comes from. */
function reprice(draft: UtickDraft, product: Product, { code, ledger }: Repricing): void {
  const amountMinor = amountWith(code, offerOf(draft, product).price.amountMinor);
  if (amountMinor >= product.amountMinor) return;
  if (!ledger.take([code], product.orderId)) return;
  resell(draft, product, { amountMinor, promoCodeId: code.id });
}
