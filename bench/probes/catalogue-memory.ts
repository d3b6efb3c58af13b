// The most memory that a started product ever takes while 50 connections ask for the whole catalogue
// of S-360's large data set, over REST and over SOAP in turn. Each answer is about a megabyte.
import { requestBytes } from '../load/http.ts';
import { answering } from '../process/answering.ts';
import { startChild } from '../process/child.ts';
import { arenaToken, catalogueOverRest, catalogueOverSoap } from '../product/s360.ts';
import { repeated } from './repeated.ts';
import { peakMb, whileStarted, type Started } from './started.ts';

const load = { expects: 'physicalConfigurations', connections: 50, from: 0, maxMs: 60_000 };

answering({
  probe: ({ quick }) =>
    repeated(quick ? 1 : 3, () =>
      whileStarted(
        (started) => peakUnder(started, quick ? 400 : 2_000),
        ['--dataset', 's360-large'],
      ),
    ),
});

async function peakUnder({ pid, port }: Started, count: number): Promise<number> {
  const calls = [catalogueOverRest(await arenaToken(port)), catalogueOverSoap];
  const requests = calls.map((call) => requestBytes(call, port));
  const generator = await startChild('bench/load/generator.ts');
  try {
    const { wrong, firstWrong, completed } = await generator.ask('load', {
      ...load,
      ...{ port, requests, count },
    });
    if (wrong > 0 || completed < count) {
      throw new Error(`${completed} of ${count} answered, ${wrong} of them wrongly: ${firstWrong}`);
    }
    return await peakMb(pid);
  } finally {
    await generator.stop();
  }
}
