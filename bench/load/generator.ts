// The process that makes the load: it shares two cores with the server, so it must stay cheap.
import { answering, cpuUsSoFar } from '../process/answering.ts';
import type { Load, LoadFigures } from '../process/dialogue.ts';
import { drive, openConnection } from './connection.ts';
import { openHistogram } from './histogram.ts';

/** How long the last answers may take once no more requests are sent. */
const graceMs = 5_000;

answering({ load });

async function load(order: Load): Promise<LoadFigures> {
  const expects = Buffer.from(order.expects);
  const latencies = openHistogram();
  const sockets = await Promise.all(
    Array.from({ length: order.connections }, () => openConnection(order.port)),
  );
  let sent = 0;
  let completed = 0;
  let wrong = 0;
  let firstWrong: string | undefined;
  const cpuBefore = cpuUsSoFar();
  const startedAt = performance.now();
  const next = (): Uint8Array | undefined => {
    if (sent >= order.count || performance.now() - startedAt > order.maxMs) return undefined;
    return order.requests[(order.from + sent++) % order.requests.length];
  };
  const traffic = {
    next,
    answered: (reply: { ms: number; status: number; body: Buffer }): void => {
      completed += 1;
      latencies.add(reply.ms);
      if (reply.status === 200 && reply.body.includes(expects)) return;
      wrong += 1;
      firstWrong ??= `HTTP ${reply.status} ${reply.body.subarray(0, 300).toString()}`;
    },
  };
  const giveUp = setTimeout(() => {
    for (const socket of sockets) socket.destroy(new Error('the server stopped answering'));
  }, order.maxMs + graceMs);
  await Promise.all(sockets.map((socket) => drive(socket, traffic)));
  clearTimeout(giveUp);
  return {
    completed,
    elapsedMs: performance.now() - startedAt,
    p50Ms: latencies.percentileMs(0.5),
    p99Ms: latencies.percentileMs(0.99),
    cpuUs: cpuUsSoFar() - cpuBefore,
    wrong,
    firstWrong,
  };
}
