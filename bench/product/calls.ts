// The product called in its own process, without a socket: what a test suite pays per call.
import { answering, collectGarbage, cpuUsSoFar } from '../process/answering.ts';
import { warmCalls } from '../over-http.ts';
import type { CallFigures } from '../process/dialogue.ts';
import { freshForks, within } from './control.ts';
import { answerTo, inProcess, openSosie, whileListening } from './open.ts';
import type { Sosie } from './open.ts';
import { requestProducts, roomiestOffer } from './utick.ts';

const dataset = 'utick-large:1000';
const nextFork = freshForks();
let opened: Promise<Sosie> | undefined;

answering({ calls: ({ count }) => makeCalls(count) });

/** One product for all rounds, each in a fresh fork of its data set, as over a socket. */
async function makeCalls(count: number): Promise<CallFigures> {
  const sosie = await (opened ??= openSosie(dataset));
  const calls = 2 * (count + warmCalls(count));
  const call = await whileListening(sosie, async (port) => {
    const offer = await roomiestOffer(port, calls);
    return within(await nextFork(port), requestProducts(offer, 2));
  });
  const request = inProcess(call);
  collectGarbage();
  for (let call = 0; call < warmCalls(count); call += 1) await sosie.handle(request);
  const cpuBefore = cpuUsSoFar();
  const startedAt = performance.now();
  for (let call = 0; call < count; call += 1) await sosie.handle(request);
  const elapsedMs = performance.now() - startedAt;
  const cpuUs = cpuUsSoFar() - cpuBefore;
  await answerTo(sosie, request, '"orderid"');
  return { completed: count, elapsedMs, cpuUs };
}
