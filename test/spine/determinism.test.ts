import { expect, test } from 'vitest';
import { createSosie, type Sosie } from '#server/index.ts';
import { NOON, NOON_INSTANT, stockNamed, utick, wish, type WireProduct } from '../support/utick.ts';

/** A morning at the box office; `hostDelayMs` shifts the host’s clock, which must not matter. */
async function morning(seed: number, hostDelayMs: number): Promise<string> {
  const sosie = await createSosie({ clock: NOON, seed, hardened: true });
  const at = NOON_INSTANT + hostDelayMs;
  const requests = [await wish(sosie, stockNamed(sosie, 'hedda'), 2)];
  for (let buyer = 0; buyer < 5; buyer += 1) {
    const bought = await utick<readonly WireProduct[]>(sosie, {
      method: 'POST',
      path: 'shop/products//',
      fields: { requests },
      at,
    });
    const [product] = bought.body.response;
    await utick(sosie, { method: 'GET', path: `shop/orders/${product?.orderid}/`, at });
    if (buyer % 2 === 0) {
      await utick(sosie, { method: 'DELETE', path: `shop/products/${product?.id}/`, at });
    }
    await utick(sosie, { method: 'GET', path: 'shop/orders/none/', at });
    await sosie.sandbox.clock.advance('PT7M');
  }
  const canonical = sosie.sandbox.journal.canonical();
  await close(sosie);
  return canonical;
}

const close = (sosie: Sosie): Promise<void> => sosie.close();

test('two runs with one seed give byte-identical canonical journals', async () => {
  const [first, second] = [await morning(7, 0), await morning(7, 86_400_000)];
  expect(first.split('\n').length).toBeGreaterThan(20);
  expect(second).toBe(first);
});

test('another seed gives other ids', async () => {
  expect(await morning(8, 0)).not.toBe(await morning(7, 0));
});
