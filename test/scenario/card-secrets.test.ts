import { expect, test } from 'vitest';
import { htmlOf, jsonOf, junitOf, textOf } from '#harness/scenario/index.ts';
import { replayed, scenarioOf, story } from './telling.ts';

const PAN = '4970100000325734';
const CVX = '86420';

const paying = (code: string): string =>
  story(`- call: monext.doAuthorization
  with:
    payment:
      { amount: 1000, currency: '978', action: '100', mode: CPT, contractNumber: '1234567' }
    card: { number: '${PAN}', type: CB, expirationDate: '1230', cvx: '${CVX}' }
    order: { ref: COAT-9, amount: 1000, currency: '978', date: 04/03/2026 09:59 }
  expect: { result: { code: '${code}' } }`).replace(
    'steps:',
    "given: { dataset: demo, clock: '2026-03-04T10:00:00+01:00' }\nsteps:",
  );

test('no report of a payment tells the card number or the security code', async () => {
  const report = await replayed([
    await scenarioOf(paying('00000'), 'accepted'),
    await scenarioOf(paying('99999'), 'otherwise-than-expected'),
  ]);
  const told = [textOf(report), junitOf(report), jsonOf(report), htmlOf(report)].join('\n');
  expect(told).toContain('doAuthorization');
  expect(told).toContain('497010XXXXXXXX34');
  expect(told).not.toContain(PAN);
  expect(told).not.toContain(CVX);
});
