// Time to advance a clock over orders that all run out: each expiry is a commit of its own.
import { answering, collectGarbage } from '../process/answering.ts';
import { answerTo, inProcess, openSosie, whileListening } from '../product/open.ts';
import { getOrder, requestProducts, roomiestOffer } from '../product/utick.ts';
import { repeated } from './repeated.ts';

const orders = 100_000;
/** An unconfirmed order lives for twenty minutes. */
const step = 'PT21M';

answering({ probe: ({ quick }) => repeated(quick ? 1 : 3, advance) });

async function advance(): Promise<number> {
  const sosie = await openSosie('utick-large:1000');
  const offer = await whileListening(sosie, (port) => roomiestOffer(port, orders));
  const reserve = inProcess(requestProducts(offer, 1));
  for (let order = 1; order < orders; order += 1) await sosie.handle(reserve);
  const last = await answerTo(sosie, reserve, '"orderid"');
  const sandbox = sosie.sandboxes.get('default');
  if (!sandbox) throw new Error('there is no sandbox called default');
  collectGarbage();
  const startedAt = performance.now();
  await sandbox.clock.advance(step);
  const elapsedMs = performance.now() - startedAt;
  const id = /"orderid":"([^"]+)"/.exec(last)?.[1] ?? '';
  await answerTo(sosie, inProcess(getOrder(id)), '"status":{"id":-20');
  await sosie.close();
  return elapsedMs;
}
