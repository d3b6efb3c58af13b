import { requestBytes } from './load/http.ts';
import type { Call } from './load/http.ts';
import type { Contestant, Course, RatioBar, Round } from './contestant.ts';
import { startChild } from './process/child.ts';
import type { Child } from './process/child.ts';
import type { LoadFigures, Usage } from './process/dialogue.ts';

const connections = 50;
const maxRoundMs = 15_000;

/** Uncounted, before each round. */
export const warmCalls = (calls: number): number => Math.max(8_000, Math.round(calls / 2));

/** Calls to make, and text that every right answer holds. */
export interface Workload {
  readonly calls: readonly Call[];
  readonly expects: string;
}

/** A server in a process of its own, and what to ask of it. */
export interface Target {
  readonly name: string;
  readonly bar?: RatioBar;
  /** The script of the server; it answers `listen`. */
  readonly server: string;
  readonly dataset: string;
  /** Asked for anew before each round: a signature ages, and a round may want a fresh sandbox. */
  workload(port: number): Promise<Workload>;
}

export function overHttp(target: Target): Contestant {
  return {
    name: target.name,
    ...(target.bar ? { bar: target.bar } : {}),
    async start(course) {
      const server = await startChild(target.server);
      try {
        const port = await server.ask('listen', { dataset: target.dataset });
        return {
          round: () => measure(target, { ...course, server, port }),
          stop: () => server.stop(),
        };
      } catch (error) {
        await server.stop();
        throw error;
      }
    },
  };
}

interface Lane extends Course {
  readonly server: Child;
  readonly port: number;
}

async function measure(target: Target, lane: Lane): Promise<Round> {
  const { server, generator, port } = lane;
  const { calls, expects } = await target.workload(port);
  const requests = calls.map((call) => requestBytes(call, port));
  const asked = { port, requests, expects, connections, maxMs: maxRoundMs };
  const { heapBytes } = await server.ask('usage', { collect: true });
  // Collecting all garbage takes the engine's compiled code with it: what depends on the shapes of
  // objects that live for one call only. A server at work never gets there.
  const uncounted = warmCalls(lane.calls);
  await generator.ask('load', { ...asked, from: 0, count: uncounted });
  const before = { ...(await server.ask('usage', { collect: false })), heapBytes };
  const load = await generator.ask('load', { ...asked, from: uncounted, count: lane.calls });
  const after = await server.ask('usage', { collect: false });
  if (load.wrong > 0) {
    throw new Error(`${load.wrong} of ${load.completed} answers were wrong: ${load.firstWrong}`);
  }
  return roundOf(load, before, after);
}

const roundOf = (load: LoadFigures, before: Usage, after: Usage): Round => ({
  callsPerSecond: (load.completed / load.elapsedMs) * 1000,
  cpuUs: (after.cpuUs - before.cpuUs) / load.completed,
  p50Ms: load.p50Ms,
  p99Ms: load.p99Ms,
  generatorCpuUs: load.cpuUs / load.completed,
  heapBytes: before.heapBytes,
  rssBytes: after.rssBytes,
  heapLimitBytes: after.heapLimitBytes,
});
