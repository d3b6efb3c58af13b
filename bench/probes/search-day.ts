// What a search through a day of 100,000 payments takes: by order, by buyer, by amount, in turn.
import { answering } from '../process/answering.ts';
import { transactionsOfDay } from '../product/monext.ts';
import { answerTo, inProcess, openSosie } from '../product/open.ts';

const searches = 60;
const warmSearches = 15;
/** Of the day before the clock's, and of the one before that. */
const payments = 200_000;
const day = '03/03/2026';

answering({
  probe: async () => {
    const sosie = await openSosie(`monext-large:${payments}`);
    const samples: number[] = [];
    for (let at = 0; at < warmSearches + searches; at += 1) {
      const request = inProcess(transactionsOfDay(day, filtersOf(at)));
      const startedAt = performance.now();
      await answerTo(sosie, request, '<obj:code>00000</obj:code>');
      if (at >= warmSearches) samples.push(performance.now() - startedAt);
    }
    await sosie.close();
    return samples;
  },
});

/** One payment, fifty, and about a thousand. */
function filtersOf(at: number): Readonly<Record<string, string>> {
  switch (at % 3) {
    case 0:
      return { orderRef: `LARGE-${payments - at}` };
    case 1:
      return { email: `buyer${at + 1}@example.com` };
    default:
      return { minAmount: '29700', maxAmount: '30000' };
  }
}
