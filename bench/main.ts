// Measures the product against its yardsticks and its bars; exits 1 when a bar is missed.
//   npm run bench -- [--only NAME] [--rounds N] [--quick] [--json FILE]
import { writeFileSync } from 'node:fs';
import type { Group } from './contestant.ts';
import { groups, selected } from './groups.ts';
import { readOptions, UsageError } from './options.ts';
import type { Options } from './options.ts';
import { probes, runProbe } from './probes.ts';
import type { Probe, ProbeResult } from './probes.ts';
import { startChild } from './process/child.ts';
import { conditions, groupTable, judgeGroup, judgeProbe, probeTable } from './report.ts';
import type { Verdict } from './report.ts';
import { runGroup } from './rounds.ts';
import type { Result } from './rounds.ts';

interface GroupResults {
  readonly name: string;
  readonly rounds: number;
  readonly calls: number;
  readonly results: readonly Result[];
}

/** Only on a terminal: a pipe gets the report alone. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}

const say = (text: string): void => {
  progress('');
  console.log(text);
};

const chosenGroups = (options: Options): readonly Group[] =>
  selected(groups(options), options.only);

const chosenProbes = ({ only }: Options): readonly Probe[] =>
  probes.filter(({ name }) => only === undefined || name.includes(only));

async function measureGroups(options: Options): Promise<readonly GroupResults[]> {
  const generator = await startChild('bench/load/generator.ts');
  const all: GroupResults[] = [];
  for (const group of chosenGroups(options)) {
    const { name, rounds, calls } = group;
    const results = await runGroup(group, { generator, calls }, progress);
    all.push({ name, rounds, calls, results });
    say(`\n## ${name}: medians of ${rounds} rounds of ${calls} calls\n`);
    say(groupTable(judgeGroup(results)));
  }
  await generator.stop();
  if (all.length > 0) say(`\n${conditions(all.flatMap(({ results }) => results))}`);
  return all;
}

async function measureProbes(options: Options): Promise<readonly ProbeResult[]> {
  const results: ProbeResult[] = [];
  for (const probe of chosenProbes(options)) {
    results.push(await runProbe(probe, options.quick, progress));
  }
  if (results.length > 0)
    say(`\n## Figures of their own\n\n${probeTable(results.map(judgeProbe))}`);
  return results;
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (chosenGroups(options).length + chosenProbes(options).length === 0) {
    throw new UsageError(`--only '${options.only}' names nothing that is measured`);
  }
  const measuredAt = new Date().toISOString();
  say(`# sosie, measured ${measuredAt}${options.quick ? ', quickly: not to quote' : ''}`);
  const measuredGroups = await measureGroups(options);
  const measuredProbes = await measureProbes(options);
  if (options.json !== undefined) {
    const all = { measuredAt, node: process.version, measuredGroups, measuredProbes };
    writeFileSync(options.json, `${JSON.stringify(all, undefined, 2)}\n`);
  }
  const verdicts: readonly Verdict[] = [
    ...measuredGroups.flatMap(({ results }) => judgeGroup(results)),
    ...measuredProbes.map(judgeProbe),
  ].map(({ verdict }) => verdict);
  const met = verdicts.filter((verdict) => verdict === 'pass').length;
  const bad = verdicts.filter((verdict) => verdict === 'missed' || verdict === 'failed').length;
  say(`\n${met} bars met, ${bad} missed or failed.`);
  process.exitCode = bad === 0 ? 0 : 1;
}

try {
  await main();
} catch (error) {
  console.error(`bench: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
