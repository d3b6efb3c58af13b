import { percentageOf } from '#kernel/money.ts';
import type { WsoneSettings } from '#mocks/wsone/settings.ts';
import type { Discount } from './offer.ts';
import { lineTotal, type Receipt } from './receipt.ts';

/** What an offer takes off what is left to pay: never more than that. */
export function reductionOf(discount: Discount, leftMinor: number): number {
  switch (discount.kind) {
    case 'amount':
      return Math.min(discount.amountMinor, leftMinor);
    case 'percentage':
      return percentageOf(leftMinor, discount.percentage);
  }
}

const WHOLE = 10_000;

/**
 * A reduction without its tax, half a cent up. Fitted, not known: 34.58 − 15 / 1.02 is the 19.87 of
 * the vendor's one sample, and no French rate of tax gives it.
 */
export const withoutTax = (amountMinor: number, taxRate: number): number =>
  Math.floor((2 * amountMinor * WHOLE + WHOLE + taxRate) / (2 * (WHOLE + taxRate)));

export interface Paid {
  readonly receipt: Receipt;
  /** What the offers took off. */
  readonly reductionMinor: number;
}

const EURO_MINOR = 100;
const wholeEuros = (amountMinor: number): number => Math.floor(amountMinor / EURO_MINOR);

/** Points for what was paid, one for each whole euro; all three rules give the sample's 22. */
export function earnedBy({ receipt, reductionMinor }: Paid, { earnRule }: WsoneSettings): number {
  const paidMinor = Math.max(0, receipt.totalMinor) - reductionMinor;
  switch (earnRule) {
    case 'total-after-offers':
      return wholeEuros(paidMinor);
    case 'per-line':
      return perLine(receipt, reductionMinor) ?? wholeEuros(paidMinor);
    case 'total-less-offers':
      return Math.max(0, wholeEuros(receipt.totalMinor) - wholeEuros(reductionMinor));
  }
}

/** The reduction is spread over the lines by their price; undefined when there are none. */
function perLine({ lines }: Receipt, reductionMinor: number): number | undefined {
  const wholeMinor = lines.reduce((sum, line) => sum + lineTotal(line), 0);
  if (wholeMinor <= 0) return undefined;
  const points = lines.map((line) => {
    const shareMinor = (reductionMinor * lineTotal(line)) / wholeMinor;
    return Math.trunc((lineTotal(line) - shareMinor) / EURO_MINOR);
  });
  return Math.max(
    0,
    points.reduce((sum, earned) => sum + earned, 0),
  );
}

/** Points that the till grants by itself, as far as they are added. */
export function grantedBy(receipt: Receipt, { tillAdvantages }: WsoneSettings): number {
  switch (tillAdvantages) {
    case 'ignored':
      return 0;
    case 'receipt':
      return receipt.points;
    case 'all':
      return receipt.lines.reduce((sum, { points }) => sum + points, receipt.points);
  }
}

/** What is left of a receipt's points when only so much of its money is. */
export function pointsLeft(
  { earned, granted }: { readonly earned: number; readonly granted: number },
  leftMinor: number,
): number {
  return leftMinor === 0 ? 0 : Math.min(earned, wholeEuros(leftMinor)) + granted;
}
