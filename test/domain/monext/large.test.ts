import { expect, test } from 'vitest';
import { createSosie } from '#server/index.ts';
import { call } from '../../support/monext.ts';

const clock = 'frozen@2026-03-04T10:00:00+01:00';

test('a large data set keeps every rule, and its payments are found by their orders', async () => {
  const sosie = await createSosie({ dataset: 'monext-large:500', clock, hardened: true });
  expect(sosie.sandbox.invariants()).toMatchObject({ hold: true });
  const asked = { version: '34', orderRef: 'LARGE-499' };
  const found = await call(sosie, 'getTransactionDetails', asked);
  expect([found.code, found.text('transaction/date')?.slice(0, 10)]).toEqual([
    '00000',
    '03/03/2026',
  ]);
  // Sales are settled, authorisations wait.
  const id = found.text('transaction/id') ?? '';
  const amount = found.text('payment/amount') ?? '';
  const payment = { amount, currency: '978', action: '201', mode: 'CPT' };
  const captured = await call(sosie, 'doCapture', { version: '34', transactionID: id, payment });
  expect(captured.code).toBe('00000');
  await sosie.close();
});

test('a large data set is the same for the same seed, and another for another', async () => {
  const amounts = async (seed: number): Promise<string> => {
    const sosie = await createSosie({ dataset: 'monext-large:20', clock, seed });
    const { rows } = sosie.sandbox.state('monext', 'payments', { limit: 100 });
    await sosie.close();
    return JSON.stringify(rows);
  };
  expect(await amounts(1)).toBe(await amounts(1));
  expect(await amounts(2)).not.toBe(await amounts(1));
});
