import { startChild } from './process/child.ts';
import type { Samples } from './process/dialogue.ts';
import type { Progress } from './rounds.ts';

/** One figure of the product with an absolute bar; its script answers `probe` with samples. */
export interface Probe {
  readonly name: string;
  readonly unit: string;
  readonly atMost: number;
  readonly script: string;
}

export interface ProbeResult {
  readonly probe: Probe;
  readonly samples: Samples;
  readonly problem: string | undefined;
}

export const probes: readonly Probe[] = [
  {
    name: 'ready time, as printed',
    unit: 'ms',
    atMost: 500,
    script: 'bench/probes/ready-printed.ts',
  },
  {
    name: 'ready time, spawn to first health',
    unit: 'ms',
    atMost: 500,
    script: 'bench/probes/ready-wall.ts',
  },
  { name: 'idle RSS', unit: 'MB', atMost: 100, script: 'bench/probes/idle-memory.ts' },
  {
    name: 'heap per order of two products',
    unit: 'bytes',
    atMost: 2000,
    script: 'bench/probes/heap-per-order.ts',
  },
  {
    name: 'fork of a sandbox of 10,000 orders',
    unit: 'ms',
    atMost: 1,
    script: 'bench/probes/fork.ts',
  },
  {
    name: 'advance over 100,000 due expiries',
    unit: 'ms',
    atMost: 2000,
    script: 'bench/probes/advance.ts',
  },
  {
    name: 'heap per customer',
    unit: 'bytes',
    atMost: 1500,
    script: 'bench/probes/heap-per-person.ts',
  },
  {
    name: 'search among a million customers',
    unit: 'ms',
    atMost: 5,
    script: 'bench/probes/search-person.ts',
  },
  {
    name: 'search a day of 100,000 payments',
    unit: 'ms',
    atMost: 200,
    script: 'bench/probes/search-day.ts',
  },
  {
    name: 'peak RSS, 50 connections reading a catalogue of 500 products',
    unit: 'MB',
    atMost: 300,
    script: 'bench/probes/catalogue-memory.ts',
  },
  {
    name: 'memory growth once the journal is full',
    unit: 'bytes/call',
    atMost: 20,
    script: 'bench/probes/journal-memory.ts',
  },
];

export async function runProbe(
  probe: Probe,
  quick: boolean,
  progress: Progress,
): Promise<ProbeResult> {
  progress(probe.name);
  try {
    const child = await startChild(probe.script);
    try {
      return { probe, samples: await child.ask('probe', { quick }), problem: undefined };
    } finally {
      await child.stop();
    }
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { probe, samples: [], problem };
  }
}
