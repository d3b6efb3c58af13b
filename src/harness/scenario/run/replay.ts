import type { Report, ScenarioResult } from '../report/result.ts';
import type { Scenario } from '../scenario.ts';
import { playedWith, playScenario, type PlayOptions } from './play-scenario.ts';

export interface ReplayOptions extends PlayOptions {
  readonly scenarios: readonly Scenario[];
  /** In place of each scenario's own. */
  readonly seed?: number | undefined;
  /** How many are played at once. */
  readonly parallel: number;
  /** Whether the first failure ends it. */
  readonly bail: boolean;
  /** Told of each as it ends, not always in their order. */
  readonly onResult?: (result: ScenarioResult, done: number) => void;
  /** ISO 8601, of the host. */
  readonly startedAt: string;
}

/** Plays scenarios, each in a place of its own. */
export async function replay(options: ReplayOptions): Promise<Report> {
  const { target, startedAt, stopwatch } = options;
  const started = stopwatch();
  const scenarios = options.scenarios.map((scenario) => seeded(scenario, options.seed));
  const results = await playAll(scenarios, options);
  return { target: target.title, startedAt, tookMs: stopwatch() - started, scenarios: results };
}

const seeded = (scenario: Scenario, seed: number | undefined): Scenario =>
  seed === undefined ? scenario : { ...scenario, given: { ...scenario.given, seed } };

async function playAll(
  scenarios: readonly Scenario[],
  options: ReplayOptions,
): Promise<readonly ScenarioResult[]> {
  const results: (ScenarioResult | undefined)[] = scenarios.map(() => undefined);
  const waiting = [...scenarios.entries()];
  let done = 0;
  const playNext = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [at, scenario] = next;
      const result = await playScenario(scenario, options);
      results[at] = result;
      done += 1;
      options.onResult?.(result, done);
      if (options.bail && result.status === 'failed') waiting.length = 0;
    }
  };
  await Promise.all(Array.from({ length: options.parallel }, playNext));
  return scenarios.map((scenario, at) => results[at] ?? notRun(scenario, options));
}

function notRun(scenario: Scenario, { commandFor }: ReplayOptions): ScenarioResult {
  const { name, title, file, tags, given } = scenario;
  return {
    ...{ name, title, file, tags, status: 'not-run', steps: [], tookMs: 0 },
    reason: 'another failed before, and --bail ends it there',
    ...playedWith(given),
    command: commandFor(scenario),
  };
}
