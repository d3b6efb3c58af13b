import { expect, test } from 'vitest';
import { createSosie, type Sosie } from '#server/index.ts';
import { NOON, stockNamed, utick, wish, type WireProduct } from '../support/utick.ts';

const COUNT = 200;

/** One customer’s visit in a sandbox of its own; every third one lets the order expire. */
async function visit(sosie: Sosie, at: number): Promise<string> {
  const name = `visit-${at}`;
  const sandbox = await sosie.sandboxes.create({ name, clock: NOON, seed: at });
  const requests = [await wish(sosie, stockNamed(sosie, 'hedda', name), 1 + (at % 3), name)];
  const bought = await utick<readonly WireProduct[]>(sosie, {
    method: 'POST',
    path: 'shop/products',
    fields: { requests },
    sandbox: name,
  });
  if (at % 3 === 0) await sandbox.clock.advance('PT21M');
  const path = `shop/orders/${bought.body.response[0]?.orderid}`;
  await utick(sosie, { method: 'GET', path, sandbox: name });
  const canonical = sandbox.journal.canonical();
  await sandbox.drop();
  return canonical;
}

test(`${COUNT} sandboxes in parallel end as they do one after the other`, async () => {
  const sosie = await createSosie({ clock: NOON });
  const visits = Array.from({ length: COUNT }, (_, at) => at);
  const parallel = await Promise.all(visits.map((at) => visit(sosie, at)));
  const serial: string[] = [];
  for (const at of visits) serial.push(await visit(sosie, at));
  expect(parallel).toEqual(serial);
  expect(sosie.sandboxes.list().map(({ name }) => name)).toEqual(['default']);
  await sosie.close();
});
