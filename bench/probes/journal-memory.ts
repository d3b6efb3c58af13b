// Memory must stand still once the journal has reached its bound: calls that change nothing fill
// it first, then more of them must not add to what is kept.
import { answering, collectGarbage } from '../process/answering.ts';
import { answerTo, inProcess, openSosie, whileListening } from '../product/open.ts';
import { getOrder, orderIds } from '../product/utick.ts';
import { repeated } from './repeated.ts';

const orders = 1_000;
const windows = 5;
const callsPerWindow = 40_000;

answering({
  probe: async ({ quick }) => {
    const sosie = await openSosie(`utick-large:${orders}`);
    const ids = await whileListening(sosie, (port) => orderIds(port, orders, 100));
    const requests = ids.map((id) => inProcess(getOrder(id)));
    const makeCalls = async (count: number): Promise<void> => {
      for (let call = 0; call < count; call += requests.length) {
        for (const request of requests) await answerTo(sosie, request, '"info_url"');
      }
    };
    await makeCalls(quick ? callsPerWindow : 4 * callsPerWindow);
    let kept = keptBytes();
    const samples = await repeated(windows, async () => {
      await makeCalls(callsPerWindow);
      const before = kept;
      kept = keptBytes();
      return (kept - before) / callsPerWindow;
    });
    await sosie.close();
    return samples;
  },
});

function keptBytes(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
