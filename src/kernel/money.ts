import { assert } from './defect.ts';

/** Hundredths of a percent in one whole: 10,000 is 100 %. */
const WHOLE = 10_000;

/** Amounts are whole minor units (cents); anything else is an error of ours, not of the caller. */
export function assertMinor(amountMinor: number): void {
  assert(Number.isSafeInteger(amountMinor), `${amountMinor} is not a whole number of minor units`);
}

/** 550 hundredths of 1234 minor units is 5.5 % of 12.34. A half goes up, towards +infinity. */
export function percentageOf(amountMinor: number, hundredthsOfPercent: number): number {
  assertMinor(amountMinor);
  assertMinor(hundredthsOfPercent);
  // Split, so that large amounts stay exact: the plain product would leave the safe integers.
  const wholes = Math.floor(amountMinor / WHOLE);
  const rest = amountMinor - wholes * WHOLE;
  const result =
    wholes * hundredthsOfPercent + Math.floor((rest * hundredthsOfPercent + WHOLE / 2) / WHOLE);
  assertMinor(result);
  return result;
}

export function sum(amountsMinor: readonly number[]): number {
  let total = 0;
  for (const amountMinor of amountsMinor) {
    assertMinor(amountMinor);
    total += amountMinor;
  }
  assertMinor(total);
  return total;
}
