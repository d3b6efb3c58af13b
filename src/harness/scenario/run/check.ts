import { known, type Finding, type Hint, type Place } from '../place.ts';
import { ExpressionProblem } from '../read/expression.ts';
import { templatesOf } from '../read/known-names.ts';
import { expressionsIn, filled, placeWithin, type Template } from '../read/template.ts';
import type { ActionStep, Scenario, Step } from '../scenario.ts';
import { below, ControlRefusal, type Control } from './control.ts';
import { sandboxFor } from './make-sandbox.ts';
import type { Sandbox } from './sandbox.ts';

interface Checking {
  readonly control: Control;
  readonly hint: Hint;
}

interface CatalogueAction {
  readonly action: string;
  /** A JSON Schema. */
  readonly parameters: { readonly properties?: Readonly<Record<string, unknown>> };
}

/** By vendor. */
type Actions = ReadonlyMap<string, readonly CatalogueAction[]>;

interface CatalogueVendor {
  readonly vendor: string;
  readonly actions: readonly CatalogueAction[];
}

/** What only the double knows to be wrong: its actions, the names of a data set, fault rules. */
export async function checkOnDouble(
  scenarios: readonly Scenario[],
  { control, hint }: Checking,
): Promise<readonly Finding[]> {
  const { vendors } = await control.ask<{ vendors: readonly CatalogueVendor[] }>(
    'GET',
    below`/catalogue`,
  );
  const actions: Actions = new Map(vendors.map((one) => [one.vendor, one.actions]));
  const findings: Finding[] = [];
  for (const scenario of scenarios) {
    findings.push(...unknownActions(scenario, actions, hint));
    findings.push(...(await tried(scenario, { control, hint })));
  }
  return findings;
}

function unknownActions({ steps }: Scenario, actions: Actions, hint: Hint): readonly Finding[] {
  return steps.flatMap(singleSteps).flatMap((step): readonly Finding[] => {
    if (step.kind !== 'action') return [];
    const all = actions.get(step.vendor) ?? [];
    const found = all.find(({ action }) => action === step.action);
    if (found) return unknownParameters(step, found, hint);
    const names = all.map(({ action }) => action);
    const message = `${step.vendor} has no action "${step.action}"${known(hint, step.action, names)}`;
    return [{ place: step.at, message }];
  });
}

function unknownParameters(
  { vendor, action, parameters: given }: ActionStep,
  { parameters: { properties = {} } }: CatalogueAction,
  hint: Hint,
): readonly Finding[] {
  const names = Object.keys(properties);
  const fields = given?.kind === 'object' ? given.fields : [];
  return fields
    .filter(({ key }) => !names.includes(key))
    .map(({ key, at }) => ({
      place: at,
      message: `${vendor}/${action} takes no "${key}"${known(hint, key, names)}`,
    }));
}

/** Steps at once are steps; all copies are one. */
const singleSteps = (step: Step): readonly Step[] =>
  step.kind !== 'parallel'
    ? [step]
    : step.times === undefined
      ? step.steps
      : step.steps.slice(0, 1);

/** Makes a sandbox like the scenario's, and gives it everything that needs no step before. */
async function tried(scenario: Scenario, { control, hint }: Checking): Promise<readonly Finding[]> {
  const { given } = scenario;
  let sandbox: Sandbox;
  try {
    sandbox = await sandboxFor(control, scenario, `check-${scenario.name}`);
  } catch (error) {
    if (!(error instanceof ControlRefusal)) throw error;
    const { at } = error.path[0] === 'clock' ? given.clock : given.dataset;
    return [{ place: at, message: error.message }];
  }
  try {
    const data = await sandbox.data();
    const unknown = unknownNames(scenario, data, hint);
    return unknown.length > 0 ? unknown : await triedIn(sandbox, scenario, data);
  } finally {
    await sandbox.drop();
  }
}

async function triedIn(
  sandbox: Sandbox,
  { given, steps }: Scenario,
  data: unknown,
): Promise<readonly Finding[]> {
  const scope = { data, now: await sandbox.now() };
  const findings: Finding[] = [];
  const attempt = async (
    template: Template,
    ask: (value: unknown) => Promise<void>,
  ): Promise<void> => {
    const roots = expressionsIn(template).flatMap((expression) => expression.roots);
    // The rest is known when a step has saved it.
    if (!roots.every((root) => Object.hasOwn(scope, root))) return;
    findings.push(...(await refusedIn(template, async () => ask(await filled(template, scope)))));
  };
  for (const { vendor, values } of given.settings) {
    await attempt(values, (value) => sandbox.putSettings(vendor, value));
  }
  const single = steps.flatMap(singleSteps);
  const rules = single.flatMap((step) => (step.kind === 'fault' ? [step.rule] : []));
  for (const rule of [...given.faults, ...rules]) await attempt(rule, sandbox.addFault);
  return findings;
}

async function refusedIn(
  template: Template,
  ask: () => Promise<void>,
): Promise<readonly Finding[]> {
  try {
    await ask();
    return [];
  } catch (error) {
    if (error instanceof ExpressionProblem) return [{ place: error.at, message: error.message }];
    if (!(error instanceof ControlRefusal)) throw error;
    return [{ place: placeWithin(template, error.path), message: error.message }];
  }
}

/** Names that start with `data` and that the data set does not have. */
export function unknownNames(
  { given, steps }: Scenario,
  data: unknown,
  hint: Hint,
): readonly Finding[] {
  const templates = [
    ...given.faults,
    ...given.settings.map(({ values }) => values),
    ...steps.flatMap(templatesOf),
  ];
  return templates
    .flatMap(expressionsIn)
    .flatMap(({ paths, at }) =>
      paths
        .filter(([root]) => root === 'data')
        .flatMap((path) => unknownName(path, data, { at, hint })),
    );
}

function unknownName(
  path: readonly string[],
  data: unknown,
  { at, hint }: { readonly at: Place; readonly hint: Hint },
): readonly Finding[] {
  let here = data;
  for (const [depth, name] of path.entries()) {
    if (depth === 0) continue;
    if (typeof here !== 'object' || here === null) return [];
    if (!Object.hasOwn(here, name)) {
      const words = Object.keys(here);
      const message = `${path.slice(0, depth).join('.')} has no "${name}"${known(hint, name, words)}`;
      return [{ place: at, message }];
    }
    here = (here as Readonly<Record<string, unknown>>)[name];
  }
  return [];
}
