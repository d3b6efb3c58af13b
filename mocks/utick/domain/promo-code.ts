import type { Instant } from '#kernel/instant.ts';
import { percentageOf } from '#kernel/money.ts';
import type { Row } from '#kernel/table-spec.ts';
import type { UtickSettings } from '#mocks/utick/settings.ts';
import type { Price } from './stock.ts';

/** What a customer types to pay less, or to see prices that others do not see. */
export type PromoCode = DiscountCode | RevealCode;

export interface DiscountCode extends PromoTerms {
  readonly kind: 'discount';
  /** Hundredths of a percent. */
  readonly percentage: number;
  readonly valueMinor: number;
}

export interface RevealCode extends PromoTerms {
  readonly kind: 'price-reveal';
}

interface PromoTerms extends Row {
  readonly label: string;
  readonly description: string;
  readonly message: string;
  readonly createdAt: Instant;
  readonly startsAt: Instant;
  readonly endsAt: Instant | undefined;
  readonly stockIds: readonly string[];
  /** The only category it applies to. */
  readonly category: PromoCategory | undefined;
  readonly uses: PromoUses;
}

export interface PromoCategory {
  readonly id: string;
  readonly label: string;
  readonly description: string;
}

/** Products and orders are both counted, so that `promoCount` may change at any time. */
export interface PromoUses {
  readonly total: number;
  /** Used outside of the orders here. */
  readonly elsewhere: number;
  readonly products: number;
  readonly orders: number;
}

export type PromoProblem = 'not-yet-valid' | 'expired' | 'used-up' | 'not-applicable';

export const freeUses = (
  { uses }: PromoCode,
  { promoCount }: Pick<UtickSettings, 'promoCount'>,
): number =>
  Math.max(0, uses.total - uses.elsewhere - uses[promoCount === 'product' ? 'products' : 'orders']);

/** From the first instant to the last, both included. */
export function validityProblem({ startsAt, endsAt }: PromoCode, now: Instant) {
  if (now < startsAt) return 'not-yet-valid';
  return endsAt !== undefined && now > endsAt ? 'expired' : undefined;
}

export const covers = (
  { stockIds, category }: PromoCode,
  { stockId, categoryId }: { readonly stockId: string; readonly categoryId: string },
): boolean => stockIds.includes(stockId) && (category === undefined || category.id === categoryId);

const WHOLE = 10_000;

/** The percentage first, then the value; never below nothing, a half cent up. */
export function amountWith(code: PromoCode, amountMinor: number): number {
  if (code.kind === 'price-reveal') return amountMinor;
  return Math.max(0, percentageOf(amountMinor, WHOLE - code.percentage) - code.valueMinor);
}

/** Codes do not add up: a hidden price is sold with the code that reveals it, nothing else. */
export const servesPrice = ({ kind }: PromoCode, { isHidden }: Price): boolean =>
  kind === (isHidden ? 'price-reveal' : 'discount');
