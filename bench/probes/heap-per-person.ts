// What one customer of WsOne keeps on the heap: card, balance and its movement, indexes, and of
// some a WEB account or an offer. The journal lives outside the heap.
import { answering, collectGarbage } from '../process/answering.ts';
import { answerTo, inProcess, openSosie } from '../product/open.ts';
import { searchPerson } from '../product/wsone.ts';

const few = 1_000;

answering({
  probe: async ({ quick }) => {
    const many = quick ? 100_000 : 1_000_000;
    // Warms up what is loaded or compiled once, whatever the number of customers.
    const small = await openSosie(`wsone-large:${few}`);
    const before = heapBytes();
    const large = await openSosie(`wsone-large:${many}`);
    const perPerson = (heapBytes() - before) / many;
    const last = { EmailRequest: { emailValue: `customer${many}@example.com` } };
    await answerTo(
      large,
      inProcess(searchPerson({ contact: last })),
      `customer${many}@example.com`,
    );
    await small.close();
    await large.close();
    return [perPerson];
  },
});

function heapBytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}
