// Resident memory of a started product that nobody has called but for its health.
import { setTimeout as after } from 'node:timers/promises';
import { answering } from '../process/answering.ts';
import { repeated } from './repeated.ts';
import { residentMb, whileStarted } from './started.ts';

const settlingMs = 1_000;

const idle = (): Promise<number> =>
  whileStarted(async ({ pid }) => {
    await after(settlingMs);
    return residentMb(pid);
  });

answering({ probe: () => repeated(5, idle) });
