import { availableParallelism } from 'node:os';
import { figureOf, readable, withSpread } from './figures.ts';
import type { Figure } from './figures.ts';
import type { Round } from './contestant.ts';
import type { ProbeResult } from './probes.ts';
import type { Result } from './rounds.ts';

/** `missed` and `failed` make the whole run fail. */
export type Verdict = 'pass' | 'missed' | 'failed' | 'no bar';

export interface Judged<R> {
  readonly result: R;
  readonly verdict: Verdict;
  readonly cells: readonly string[];
}

const mb = (bytes: number): number => bytes / 1e6;

const groupHead = [
  'target',
  'calls/s',
  'p50 ms',
  'p99 ms',
  'CPU µs/call',
  'ratio',
  'bar',
  'heap MB',
  'RSS MB',
  'verdict',
];

/** The rows of one group; each contestant is judged by its median against its yardstick's. */
export function judgeGroup(results: readonly Result[]): readonly Judged<Result>[] {
  const first = results[0]?.name ?? '';
  return results.map((result) => {
    const cpu = figure(result, (round) => round.cpuUs);
    const yardstick = results.find(({ name }) => name === (result.bar?.yardstick ?? first));
    const ratio = cpu.median / figure(yardstick ?? result, (round) => round.cpuUs).median;
    const verdict = verdictOf(ratio, result.bar?.atMost, result.problem);
    const cell = (pick: (round: Round) => number | undefined): string =>
      readable(figure(result, pick).median);
    const cells = [
      result.name,
      cell((round) => round.callsPerSecond),
      cell((round) => round.p50Ms),
      cell((round) => round.p99Ms),
      withSpread(cpu),
      `${readable(ratio)} × ${yardstick?.name ?? ''}`,
      result.bar ? `≤ ${result.bar.atMost}` : '',
      cell((round) => mb(round.heapBytes)),
      cell((round) => mb(round.rssBytes)),
      wording(verdict, result.problem),
    ];
    return { result, verdict, cells };
  });
}

function figure(result: Result, pick: (round: Round) => number | undefined): Figure {
  const samples = result.rounds.map(pick).filter((sample) => sample !== undefined);
  return figureOf(samples);
}

const probeHead = ['figure', 'median (min..max)', 'unit', 'bar', 'verdict'];

export function judgeProbe(result: ProbeResult): Judged<ProbeResult> {
  const { name, unit, atMost } = result.probe;
  const { median } = figureOf(result.samples);
  const verdict = verdictOf(median, atMost, result.problem);
  const measured = withSpread(figureOf(result.samples));
  const cells = [name, measured, unit, `≤ ${readable(atMost)}`, wording(verdict, result.problem)];
  return { result, verdict, cells };
}

function verdictOf(value: number, atMost?: number, problem?: string): Verdict {
  if (problem !== undefined) return 'failed';
  if (atMost === undefined) return 'no bar';
  // Not a number is not a pass: the yardstick itself may have failed.
  return value <= atMost ? 'pass' : 'missed';
}

const wording = (verdict: Verdict, problem: string | undefined): string =>
  verdict === 'no bar' ? '' : problem === undefined ? verdict : `failed: ${problem}`;

export const groupTable = (rows: readonly Judged<Result>[]): string => table(groupHead, rows);

export const probeTable = (rows: readonly Judged<ProbeResult>[]): string => table(probeHead, rows);

function table(head: readonly string[], rows: readonly Judged<unknown>[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(({ cells }) => line(cells))].join(
    '\n',
  );
}

/** Where the figures were taken; without it they mean nothing. */
export function conditions(results: readonly Result[]): string {
  const rounds = results.flatMap((result) => result.rounds);
  const heapLimit = Math.max(...rounds.map((round) => round.heapLimitBytes));
  const generator = figureOf(rounds.flatMap(({ generatorCpuUs }) => generatorCpuUs ?? []));
  return [
    `Node ${process.version} on ${process.platform} ${process.arch}`,
    `${availableParallelism()} cores`,
    `heap limit ${readable(mb(heapLimit))} MB`,
    `the load generator took ${withSpread(generator)} CPU µs/call`,
  ].join(', ');
}
