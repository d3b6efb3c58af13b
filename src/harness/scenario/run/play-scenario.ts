import { placeText, type Hint, type Place } from '../place.ts';
import { templatesOf } from '../read/known-names.ts';
import { expressionsIn } from '../read/template.ts';
import type { ScenarioResult, Status, StepResult } from '../report/result.ts';
import type { Given, Scenario, Step } from '../scenario.ts';
import { NOTHING, type Outcome } from './outcome.ts';
import { playInvariants, playStep } from './play-step.ts';
import type { Stage, Target } from './stage.ts';
import { deedOf } from './deed.ts';
import { unfitFor } from './unfit.ts';

export interface PlayOptions {
  readonly target: Target;
  readonly hint: Hint;
  /** The one command that plays it again. */
  readonly commandFor: (scenario: Scenario) => string;
  /** Milliseconds, for how long it took. */
  readonly stopwatch: () => number;
}

/** Plays a scenario in a place of its own. */
export async function playScenario(
  scenario: Scenario,
  options: PlayOptions,
): Promise<ScenarioResult> {
  const { target, stopwatch, commandFor } = options;
  const started = stopwatch();
  const opened = await target.open(scenario);
  const steps = opened.kind === 'open' ? await playSteps(scenario, opened.stage, options) : [];
  const { name, title, file, tags, given } = scenario;
  const status = statusOf(steps);
  const why = opened.kind === 'unfit' ? opened.reason : steps.find(({ reason }) => reason)?.reason;
  return {
    ...{ name, title, file, tags, status, steps },
    ...(status === 'skipped' ? { reason: why ?? 'it checks nothing' } : {}),
    ...playedWith(given),
    command: commandFor(scenario),
    tookMs: stopwatch() - started,
  };
}

/** What one has to know to do it again. */
export const playedWith = ({
  dataset,
  clock,
  seed,
  protocol,
}: Given): Pick<ScenarioResult, 'dataset' | 'clock' | 'seed' | 'protocol'> => ({
  ...{ dataset: dataset.value, clock: clock.value, seed },
  ...(protocol === undefined ? {} : { protocol }),
});

/** What checked nothing has not passed. */
function statusOf(steps: readonly StepResult[]): Status {
  if (steps.some(({ status }) => status === 'failed')) return 'failed';
  return steps.some(({ checks }) => checks.length > 0) ? 'passed' : 'skipped';
}

async function playSteps(
  { steps, invariants }: Scenario,
  stage: Stage,
  { hint, stopwatch }: PlayOptions,
): Promise<readonly StepResult[]> {
  const claimed = new Set<string>();
  const results: StepResult[] = [];
  let saved: Outcome['saved'] = {};
  const take = async (step: Step): Promise<Outcome> => {
    const scope = await scopeFor(step, stage, saved);
    const outcome = await playStep(step, { stage, scope, hint, claimed });
    saved = { ...saved, ...outcome.saved };
    return outcome;
  };
  try {
    for (const step of steps) {
      const deed = deedOf(step);
      const task = { kind: step.kind, title: step.title ?? deed, deed, at: step.at };
      const idle = idleWhy(step, stage, results);
      const number = results.length + 1;
      results.push(
        idle
          ? resultOf({ ...task, number }, { ...idle, outcome: NOTHING, tookMs: 0 })
          : await perform({ ...task, number }, { stage, stopwatch, take: () => take(step) }),
      );
    }
    if (invariants) results.push(await atTheEnd(invariants, { stage, stopwatch, results }));
    return results;
  } finally {
    await stage.close();
  }
}

interface Task {
  readonly number: number;
  readonly kind: string;
  readonly title: string;
  readonly deed: string;
  readonly at: Place;
}

interface Idle {
  readonly status: 'skipped' | 'not-run';
  readonly reason: string;
}

/** Why a step is not taken; undefined when it is. */
function idleWhy(step: Step, stage: Stage, before: readonly StepResult[]): Idle | undefined {
  const failed = before.find(({ status }) => status === 'failed');
  if (failed) return { status: 'not-run', reason: `step ${failed.number} failed` };
  // Whoever only listened changed nothing that this step could depend on.
  const skipped = before.find(({ status, kind }) => status === 'skipped' && kind !== 'await');
  if (skipped) {
    return { status: 'skipped', reason: `after step ${skipped.number}, which was skipped` };
  }
  const reason = unfitFor(step, stage);
  return reason === undefined ? undefined : { status: 'skipped', reason };
}

/** The time is asked for where an expression wants it. */
async function scopeFor(
  step: Step,
  stage: Stage,
  saved: Outcome['saved'],
): Promise<Outcome['saved']> {
  const scope = { ...saved, data: stage.data };
  const expressions = templatesOf(step).flatMap(expressionsIn);
  const isAsked = expressions.some(({ roots }) => roots.includes('now'));
  return isAsked ? { ...scope, now: await stage.now() } : scope;
}

interface Performing {
  readonly stage: Stage;
  readonly stopwatch: () => number;
  readonly take: () => Promise<Outcome>;
}

async function perform(task: Task, { stage, stopwatch, take }: Performing): Promise<StepResult> {
  const started = stopwatch();
  const outcome = await take();
  const tookMs = stopwatch() - started;
  const happened = await stage.sandbox?.happened();
  return resultOf(task, {
    status: outcome.troubles.length > 0 ? 'failed' : 'passed',
    ...{ outcome, tookMs, moreExchanges: happened?.more ?? 0 },
    exchanges: happened?.exchanges ?? outcome.exchanges ?? [],
  });
}

/** Also after a failure: what broke an invariant is worth knowing then. */
async function atTheEnd(
  at: Place,
  {
    stage,
    stopwatch,
    results,
  }: Omit<Performing, 'take'> & { readonly results: readonly unknown[] },
): Promise<StepResult> {
  const deed = 'the invariants hold';
  const task = { number: results.length + 1, kind: 'finally', title: deed, deed, at };
  const { sandbox } = stage;
  if (sandbox) return perform(task, { stage, stopwatch, take: () => playInvariants(at, sandbox) });
  const reason = 'only a double looks inside';
  return resultOf(task, { status: 'skipped', reason, outcome: NOTHING, tookMs: 0 });
}

interface Became extends Pick<StepResult, 'status' | 'reason' | 'tookMs'> {
  readonly outcome: Outcome;
  readonly exchanges?: StepResult['exchanges'];
  readonly moreExchanges?: number;
}

function resultOf(
  { number, kind, title, deed, at }: Task,
  { outcome, ...became }: Became,
): StepResult {
  const { checks, unchecked, troubles, comparison } = outcome;
  return {
    ...{ number, kind, title, deed, where: placeText(at), checks, unchecked, troubles },
    ...(comparison && { comparison }),
    ...{ exchanges: [], moreExchanges: 0, ...became },
  };
}
