import type { Contestant, RatioBar } from '../contestant.ts';
import { startChild } from '../process/child.ts';

/** The product without a socket, in rounds like the others. */
export const inProcessContestant = (bar: RatioBar): Contestant => ({
  name: 'in process, request products',
  bar,
  async start(course) {
    const child = await startChild('bench/product/calls.ts');
    return {
      async round() {
        const { completed, elapsedMs, cpuUs } = await child.ask('calls', { count: course.calls });
        const usage = await child.ask('usage', { collect: false });
        return {
          ...usage,
          callsPerSecond: (completed / elapsedMs) * 1000,
          cpuUs: cpuUs / completed,
        };
      },
      stop: () => child.stop(),
    };
  },
});
