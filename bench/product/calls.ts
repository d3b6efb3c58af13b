// The product called in its own process, without a socket: what a test suite pays per call.
import { answering, cpuUsSoFar } from '../process/answering.ts';
import { warmCalls } from '../over-http.ts';
import type { CallFigures } from '../process/dialogue.ts';
import { answerTo, inProcess, openSosie, whileListening } from './open.ts';
import type { Sosie } from './open.ts';
import { requestProducts, roomiestOffer } from './utick.ts';
import type { Offer } from './utick.ts';

const dataset = 'utick-large:1000';

answering({ calls: ({ count }) => makeCalls(count) });

/** A new product for every round, so that each starts with the same orders. */
async function makeCalls(count: number): Promise<CallFigures> {
  const sosie = await openSosie(dataset);
  const offer = await whileListening(sosie, (port) =>
    roomiestOffer(port, 2 * (count + warmCalls(count))),
  );
  const figures = await reserve(sosie, offer, count);
  await sosie.close();
  return figures;
}

async function reserve(sosie: Sosie, offer: Offer, count: number): Promise<CallFigures> {
  const request = inProcess(requestProducts(offer, 2));
  globalThis.gc?.();
  for (let call = 0; call < warmCalls(count); call += 1) await sosie.handle(request);
  const cpuBefore = cpuUsSoFar();
  const startedAt = performance.now();
  for (let call = 0; call < count; call += 1) await sosie.handle(request);
  const elapsedMs = performance.now() - startedAt;
  const cpuUs = cpuUsSoFar() - cpuBefore;
  await answerTo(sosie, request, '"orderid"');
  return { completed: count, elapsedMs, cpuUs };
}
