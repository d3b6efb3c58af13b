import { describe, expect, test } from 'vitest';
import {
  earnedBy,
  grantedBy,
  pointsLeft,
  reductionOf,
  withoutTax,
} from '#mocks/wsone/domain/engine.ts';
import { offerNumber } from '#mocks/wsone/domain/offer.ts';
import { settingsReader } from '#kernel/settings.ts';
import { settings, type WsoneSettings } from '#mocks/wsone/settings.ts';
import { rowsOf, told } from '../utick/text-table.ts';
import { lineOf, receiptOf, sampleReceipt } from './receipts.ts';

const settingsWith = (changes: Partial<WsoneSettings>): WsoneSettings =>
  settingsReader(settings)(changes).settings;

const rules = ['total-after-offers', 'per-line', 'total-less-offers'] as const;

describe('points for what was paid', () => {
  test.each(rules)('by the rule %s the vendor’s sample earns its 22', (earnRule) => {
    const paid = { receipt: sampleReceipt, reductionMinor: 1500 };
    expect(earnedBy(paid, settingsWith({ earnRule }))).toBe(22);
  });

  const cases = rowsOf(`
    rule                total   off    points
    total-after-offers  2000    0      20
    total-after-offers  1999    0      19
    total-after-offers  99      0      0
    total-after-offers  3000    1001   19
    total-after-offers  -500    0      0
    total-less-offers   3099    1500   15
    total-less-offers   1000    1000   0
    per-line            3000    1001   19
  `);
  test.each(told(cases, 'by $rule $total cents less $off earn $points'))('%s', (_, row) => {
    const receipt = receiptOf({ totalMinor: Number(row['total']) });
    const rule = settingsWith({ earnRule: row['rule'] as (typeof rules)[number] });
    const paid = { receipt, reductionMinor: Number(row['off']) };
    expect(earnedBy(paid, rule)).toBe(Number(row['points']));
  });

  test('line by line, each line loses its cents', () => {
    const lines = [lineOf({ unitPriceMinor: 199 }), lineOf({ unitPriceMinor: 199, quantity: 2 })];
    const receipt = receiptOf({ totalMinor: 597, lines });
    const perLine = settingsWith({ earnRule: 'per-line' });
    expect(earnedBy({ receipt, reductionMinor: 0 }, perLine)).toBe(1 + 3);
    expect(earnedBy({ receipt, reductionMinor: 0 }, settingsWith({}))).toBe(5);
  });

  test('line by line, what is brought back takes its points away', () => {
    const lines = [lineOf({ unitPriceMinor: 2000 }), lineOf({ unitPriceMinor: 800, quantity: -1 })];
    const receipt = receiptOf({ totalMinor: 1200, lines });
    const perLine = settingsWith({ earnRule: 'per-line' });
    expect(earnedBy({ receipt, reductionMinor: 0 }, perLine)).toBe(12);
  });
});

test.each([
  ['receipt', 5],
  ['ignored', 0],
  ['all', 15],
] as const)(
  'with tillAdvantages %s the till’s points for receipt and line are %i',
  (rule, points) => {
    const receipt = receiptOf({ points: 5, lines: [lineOf({ points: 10 }), lineOf()] });
    expect(grantedBy(receipt, settingsWith({ tillAdvantages: rule }))).toBe(points);
  },
);

describe('what an offer takes off', () => {
  const percentage = { kind: 'percentage', percentage: 1000 } as const;
  test.each([
    ['its amount', { kind: 'amount', amountMinor: 1500 } as const, 3756, 1500],
    ['no more than there is to pay', { kind: 'amount', amountMinor: 1500 } as const, 950, 950],
    ['its share', percentage, 6000, 600],
    ['its share, half a cent up', percentage, 5, 1],
    ['nothing of nothing', percentage, 0, 0],
  ])('is %s', (_, discount, leftMinor, off) => {
    expect(reductionOf(discount, leftMinor)).toBe(off);
  });

  test.each([
    [1500, 200, 1471],
    [1500, 2000, 1250],
    [1500, 0, 1500],
    [0, 200, 0],
    [51, 200, 50],
  ])('%i cents without a tax of %i hundredths of a percent are %i', (amount, rate, net) => {
    expect(withoutTax(amount, rate)).toBe(net);
  });

  test('the sample’s pre-tax amount comes out of it: 34.58 less 14.71 is 19.87', () => {
    expect(3458 - withoutTax(1500, 200)).toBe(1987);
  });
});

test.each([
  [{ earned: 22, granted: 0 }, 1256, 12],
  [{ earned: 22, granted: 5 }, 1256, 17],
  [{ earned: 22, granted: 5 }, 0, 0],
  [{ earned: 3, granted: 0 }, 1256, 3],
  [{ earned: 22, granted: 0 }, 99, 0],
])('of %j, %i cents that are left keep %i points', (points, leftMinor, left) => {
  expect(pointsLeft(points, leftMinor)).toBe(left);
});

test.each([
  [5727, '2558000057275'],
  [15727, '2558000157272'],
  [105727, '2558001057274'],
])('the serial %i has the number of the vendor’s sample, %s', (serial, number) => {
  expect(offerNumber(serial)).toBe(number);
});
