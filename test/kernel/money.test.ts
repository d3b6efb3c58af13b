import { describe, expect, it } from 'vitest';
import { assertMinor, percentageOf, sum } from '#kernel/money.ts';

describe('money in minor units', () => {
  it.each([
    ['5.5 % of 10.00 is 0.55', 1_000, 550, 55],
    ['5.5 % of 1.00 is 0.055, rounded up', 100, 550, 6],
    ['5.5 % of 0.90 is 0.0495, rounded to 0.05', 90, 550, 5],
    ['20 % of 12.34 is 2.468', 1_234, 2_000, 247],
    ['0.01 % of 49.99 is next to nothing', 4_999, 1, 0],
    ['0.01 % of 50.00 is half a cent, rounded up', 5_000, 1, 1],
    ['100 % is everything', 1_234, 10_000, 1_234],
    ['250 % is more', 1_000, 25_000, 2_500],
    ['nothing of nothing', 0, 550, 0],
    ['half a cent to pay back goes up to nothing', -5_000, 1, 0],
    ['a large amount stays exact', 9_007_199_254_740_991, 10_000, 9_007_199_254_740_991],
    ['a large amount stays exact at 5.5 %', 9_007_199_254_740_991, 550, 495_395_959_010_755],
  ])('%s', (_sentence, amountMinor, hundredthsOfPercent, expected) => {
    expect(percentageOf(amountMinor, hundredthsOfPercent)).toBe(expected);
  });

  it('adds up', () => {
    expect(sum([])).toBe(0);
    expect(sum([10, 20, -5])).toBe(25);
  });

  it('is never a fraction of a cent, nor beyond what a number holds exactly', () => {
    expect(() => assertMinor(10.5)).toThrow('10.5 is not a whole number of minor units');
    expect(() => assertMinor(Number.NaN)).toThrow('NaN');
    expect(() => sum([0.1])).toThrow('0.1');
    expect(() => sum([Number.MAX_SAFE_INTEGER, 1])).toThrow('minor units');
    expect(() => percentageOf(9_007_199_254_740_991, 20_000)).toThrow('minor units');
  });
});
