import { known, type Place } from '../place.ts';
import type { Saving, Scenario, Step } from '../scenario.ts';
import type { Expression } from './expression.ts';
import { GIVEN_NAMES } from './read-end.ts';
import type { Reading } from './reading.ts';
import { expressionsIn, type Template } from './template.ts';

/** Complains about expressions that start from a name that nothing has saved by then. */
export function checkNames(reading: Reading, { given, steps }: Scenario): void {
  const names = new Set<string>(GIVEN_NAMES.filter((name) => name !== 'copy'));
  const check = (expressions: readonly Expression[], more: readonly string[] = []): void => {
    const all = [...names, ...more];
    for (const { roots, at } of expressions) complain(reading, { roots, at, all });
  };
  const templates = [...given.faults, ...given.settings.map(({ values }) => values)];
  check(templates.flatMap(expressionsIn));
  for (const step of steps) {
    const isRepeated = step.kind === 'parallel' && step.times !== undefined;
    check(templatesOf(step).flatMap(expressionsIn), isRepeated ? ['copy'] : []);
    const saved = savedBy(step);
    for (const { name, at } of repeatedIn(step)) {
      reading.complainAt(at, `"${name}" is saved twice at once`);
    }
    for (const { name } of saved) names.add(name);
  }
}

function complain(
  reading: Reading,
  {
    roots,
    at,
    all,
  }: { readonly roots: readonly string[]; readonly at: Place; readonly all: readonly string[] },
): void {
  const unknown = roots.find((root) => !all.includes(root));
  if (unknown === undefined) return;
  reading.complainAt(
    at,
    `nothing is saved as "${unknown}" by then${known(reading.hint, unknown, all)}`,
  );
}

function savedBy(step: Step): readonly Saving[] {
  const own = 'save' in step ? step.save : [];
  return step.kind === 'parallel' ? [...own, ...step.steps.flatMap(savedBy)] : own;
}

/** Which of two that run at once saves last, nobody can say. */
function repeatedIn(step: Step): readonly Saving[] {
  const saved = step.kind === 'parallel' && step.times === undefined ? savedBy(step) : [];
  return saved.filter(({ name }, at) => saved.findIndex((one) => one.name === name) < at);
}

/** Every template of a step, but not what it saves: that starts from the answer. */
export function templatesOf(step: Step): readonly Template[] {
  const notification = 'notification' in step ? step.notification?.pattern : undefined;
  const own = notification ? [notification] : [];
  switch (step.kind) {
    case 'call':
      return [...own, ...present(step.message), ...endTemplates(step.expected)];
    case 'action':
      return [...own, ...present(step.parameters), ...endTemplates(step.expected)];
    case 'fault':
      return [step.rule];
    case 'clock':
      return [...own, step.target, ...present(step.answer)];
    case 'await':
      return own;
    case 'parallel':
      return [
        ...(step.expected?.kinds.map(({ like }) => like) ?? []),
        // All copies are one step.
        ...(step.times === undefined ? step.steps : step.steps.slice(0, 1)).flatMap(templatesOf),
      ];
  }
}

function endTemplates(expected: Extract<Step, { kind: 'call' }>['expected']): readonly Template[] {
  switch (expected.kind) {
    case 'ok':
      return present(expected.answer);
    case 'refused':
      return present(expected.words);
    case 'free':
    case 'lost':
      return [];
  }
}

const present = (template: Template | undefined): readonly Template[] =>
  template ? [template] : [];
