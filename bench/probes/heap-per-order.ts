// What one order of two products keeps on the heap. The journal lives outside the heap, and no
// call is made before the second measurement.
import { answering, collectGarbage } from '../process/answering.ts';
import { answerTo, inProcess, openSosie, whileListening } from '../product/open.ts';
import type { Sosie } from '../product/open.ts';
import { listProducts, orderIds } from '../product/utick.ts';

const few = 1_000;

answering({
  probe: async ({ quick }) => {
    const many = quick ? 100_000 : 1_000_000;
    // Warms up what is loaded or compiled once, whatever the number of orders.
    const small = await openSosie(`utick-large:${few}`);
    const before = heapBytes();
    const large = await openSosie(`utick-large:${many}`);
    const perOrder = (heapBytes() - before) / many;
    await assertTwoProducts(large, many);
    await small.close();
    await large.close();
    return [perOrder];
  },
});

function heapBytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

async function assertTwoProducts(sosie: Sosie, orders: number): Promise<void> {
  const ids = await whileListening(sosie, (port) => orderIds(port, orders, 10));
  for (const id of ids) {
    const text = await answerTo(sosie, inProcess(listProducts(id)), '"ticket"');
    const products = text.split('"orderid"').length - 1;
    if (products !== 2) throw new Error(`order ${id} has ${products} products, not 2`);
  }
}
