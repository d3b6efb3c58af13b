import { expect, it, test } from 'vitest';
import { cents, type Scalar } from '#mocks/wsone/wire/numbers.ts';
import { rowsOf, told } from '../utick/text-table.ts';

const read = (given: Scalar): string => {
  const amount = cents(given, '/amount');
  return amount.ok ? String(amount.value) : amount.failure.kind;
};

const amounts = rowsOf(`
  sent                 is
  37.56                3756
  37.5                 3750
  37                   3700
  -8                   -800
  +8.01                801
  0                    0
  -0.00                0
  1.15                 115
  1.005                101
  -1.005               -101
  0.30000000000000004  30
  9999999.99           999999999
  10000000             parameter-unreadable
  9999999.999          parameter-unreadable
  37,56                parameter-unreadable
  1e3                  parameter-unreadable
  .5                   parameter-unreadable
`);

it.each(told(amounts, 'reads $sent as $is'))('%s', (_, { sent = '', is }) => {
  expect(read(sent)).toBe(is);
});

test('an amount is read to the cent, as text and as a number', () => {
  for (let amountMinor = -12_345; amountMinor <= 123_456; amountMinor += 1) {
    const whole = String(amountMinor);
    const readings = [read((amountMinor / 100).toFixed(2)), read(amountMinor / 100)];
    if (readings.some((reading) => reading !== whole)) expect(readings).toEqual([whole, whole]);
  }
  expect(read(0.1 + 0.2)).toBe('30');
});
