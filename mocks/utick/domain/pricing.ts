import type { UtickDraft } from '#mocks/utick/state.ts';
import type { UtickEnv } from './behaviour.ts';
import type { Order } from './order.ts';
import { amountWith, type PromoCode } from './promo-code.ts';
import { promoLedger, type PromoLedger, type Sale } from './promo-uses.ts';
import type { Price } from './stock.ts';

/** So many places of one price, and what may make them cheaper. */
export interface Priced {
  readonly price: Price;
  readonly quantity: number;
  readonly order: Order | undefined;
  /** Those that serve the offer, the best one first. */
  readonly codes: readonly PromoCode[];
  readonly request: {
    readonly forcedAmountMinor: number | undefined;
    readonly promoCodeIds: readonly string[];
  };
}

/** What each place of each wish costs; undefined when one of them cannot be sold so. */
export function salesOf(
  draft: UtickDraft,
  wishes: readonly Priced[],
  env: UtickEnv,
): readonly (readonly Sale[])[] | undefined {
  const ledger = promoLedger(draft, env);
  const all: (readonly Sale[])[] = [];
  for (const wish of wishes) {
    const sales = salesOfWish(wish, ledger, env);
    if (!sales) return undefined;
    all.push(sales);
  }
  return all;
}

/** Key of the order that a call opens, while it has no id. */
const NEW_ORDER = '';

function salesOfWish(
  wish: Priced,
  ledger: PromoLedger,
  { settings }: UtickEnv,
): readonly Sale[] | undefined {
  const { price, quantity, request, order, codes } = wish;
  const forcedMinor = settings.forcedPrice === 'honoured' ? request.forcedAmountMinor : undefined;
  if (forcedMinor !== undefined) return repeated(fullPrice(forcedMinor), quantity);
  const isCodeNeeded =
    price.isHidden || (settings.unusablePromoCode === 'empty' && request.promoCodeIds.length > 0);
  const sales: Sale[] = [];
  for (let place = 0; place < quantity; place += 1) {
    const code = ledger.take(codes, order?.id ?? NEW_ORDER);
    if (!code && isCodeNeeded) return undefined;
    sales.push(code ? saleWith(code, price) : fullPrice(price.amountMinor));
  }
  return sales;
}

const repeated = (sale: Sale, times: number): readonly Sale[] =>
  Array.from({ length: times }, () => sale);

const fullPrice = (amountMinor: number): Sale => ({ amountMinor, promoCodeId: undefined });

const saleWith = (code: PromoCode, { amountMinor }: Price): Sale => ({
  amountMinor: amountWith(code, amountMinor),
  promoCodeId: code.id,
});
