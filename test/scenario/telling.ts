import {
  doubleTarget,
  findingText,
  readScenario,
  replay,
  type Report,
  type Scenario,
  type ScenarioResult,
  type Target,
} from '#harness/scenario/index.ts';
import { createSosie, type SosieOptions } from '#server/index.ts';
import { didYouMean } from '#server/control/problem.ts';
import { inProcess } from '../../src/cli/in-process.ts';

/** What is wrong with a text as `story.yaml`, a line each. */
export async function mistakesIn(text: string): Promise<readonly string[]> {
  const read = await readScenario({ name: 'story', file: 'story.yaml', text }, didYouMean);
  return read.ok ? [] : read.findings.map(findingText);
}

export async function scenarioOf(text: string, name = 'story'): Promise<Scenario> {
  const read = await readScenario({ name, file: `${name}.yaml`, text }, didYouMean);
  if (read.ok) return read.scenario;
  throw new Error(read.findings.map(findingText).join('\n'));
}

/** A scenario of these steps. */
export const story = (steps: string): string =>
  `scenario: A story\nsteps:\n${steps.replace(/^(?=.)/gm, '  ')}`;

/** A sosie in this process to play on; it goes when the target is closed. */
export async function doubleInProcess(options: SosieOptions = {}): Promise<Target> {
  const sosie = await createSosie({ hardened: true, ...options });
  return doubleTarget({
    address: { url: 'http://localhost', transport: inProcess(sosie) },
    ...{ title: 'double, in process', hint: didYouMean, close: () => sosie.close() },
  });
}

let shared: Promise<Target> | undefined;

/** One sosie for all tests of a file: each scenario has a sandbox of its own. */
const sharedDouble = (): Promise<Target> => (shared ??= doubleInProcess());

export async function replayed(
  scenarios: readonly Scenario[],
  options: Partial<Parameters<typeof replay>[0]> = {},
): Promise<Report> {
  return replay({
    ...{ hint: didYouMean, parallel: 1, bail: false, startedAt: '2026-03-04T10:00:00Z' },
    commandFor: ({ name }) => `npx sosie replay ${name}`,
    stopwatch: () => 0,
    ...options,
    ...{ scenarios, target: options.target ?? (await sharedDouble()) },
  });
}

/** Plays one text and tells what became of it. */
export async function played(
  text: string,
  options: Partial<Parameters<typeof replay>[0]> = {},
): Promise<ScenarioResult> {
  const { scenarios } = await replayed([await scenarioOf(text)], options);
  const [result] = scenarios;
  if (!result) throw new Error('one scenario has one result');
  return result;
}

/** Where a scenario went wrong: place, what, expected, seen. */
export const troublesOf = ({ steps }: ScenarioResult): readonly string[] =>
  steps.flatMap(({ troubles }) =>
    troubles.map(({ where, what, expected, seen }) =>
      [where, what, expected, seen].filter((part) => part !== undefined).join(' | '),
    ),
  );

/** A request for two places of the play Hedda, as the steps need it. */
export const HEDDA = `{ stockid: '\${data.utick.stocks.hedda}', categoryid: '\${data.utick.categories.hedda_single}', priceid: '\${data.utick.prices.hedda_single_full}', quantity: 2 }`;
