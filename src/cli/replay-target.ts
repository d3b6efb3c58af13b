import { doubleTarget, realTarget, type Target } from '#harness/scenario/index.ts';
import { undiciTransport } from '#client/index.ts';
import { loadTarget } from '#server/config/index.ts';
import { didYouMean } from '#server/control/problem.ts';
import { below, controlOf } from './control.ts';
import { isRunning, profileIn } from './harness-target.ts';
import { inProcess } from './in-process.ts';

interface TargetFlags {
  readonly target: string;
  readonly token?: string;
}

/** What the word behind `--target` means. */
export async function targetOf(flags: TargetFlags): Promise<Target> {
  const { target, token } = flags;
  if (isRunning(flags)) return runningDouble(target, token);
  if (target === 'double') return ownDouble();
  const profile = profileIn(target);
  return realTarget({ profile, given: target, hint: didYouMean });
}

/** A sosie of this run's own, without a port. */
async function ownDouble(): Promise<Target> {
  const { createSosie } = await import('#server/index.ts');
  const sosie = await createSosie();
  return doubleTarget({
    // No name of a host is looked up: the calls stay in this process.
    address: { url: 'http://localhost', transport: inProcess(sosie) },
    title: 'double, in process',
    hint: didYouMean,
    close: () => sosie.close(),
  });
}

async function runningDouble(given: string, flag: string | undefined): Promise<Target> {
  const { url, token } = await loadTarget({ url: given, token: flag });
  // Says best who is not there, or wants another token.
  await controlOf({ url, token }).ask('GET', below`/catalogue`);
  const transport = undiciTransport();
  return doubleTarget({
    address: { url, transport, token },
    title: `double at ${url}`,
    ...{ given, hint: didYouMean },
    close: async () => transport.close?.(),
  });
}
