import { evaluated, filled } from '../expressions/filling.ts';
import { NoValue, type Scope } from '../expressions/formula.ts';
import type { States, StateStep } from './steps.ts';
import type { Stage, Values } from './stage.ts';
import { StateProblem } from './state-problem.ts';

/** A provider state as a pact names it. */
export interface StateName {
  readonly name: string;
  readonly params: Values;
}

/** What building needs, the same for every state. */
interface Site {
  readonly states: States;
  readonly stage: Stage;
  /** How many states are built on one another here. */
  readonly depth: number;
}

const DEEPEST = 10;

/** Takes the steps to a state; gives all that was saved on the way, for the request to use. */
export const buildState = (state: StateName, states: States, stage: Stage): Promise<Values> =>
  build(state, { states, stage, depth: 0 });

async function build({ name, params }: StateName, site: Site): Promise<Values> {
  const { states, stage, depth } = site;
  const steps = Object.hasOwn(states, name) ? states[name] : undefined;
  if (!steps) throw new StateProblem('impossible', `nothing tells how to build “${name}”`);
  if (depth > DEEPEST) throw new StateProblem('failed', `“${name}” is built on itself`);
  let saved: Values = {};
  for (const [at, step] of steps.entries()) {
    const scope = { ...saved, data: stage.data, params };
    const taken = await take(step, scope, site).catch((error: unknown) => {
      throw explained(error, `“${name}”, step ${at + 1}`);
    });
    saved = { ...saved, ...taken };
  }
  return saved;
}

async function take(step: StateStep, scope: Scope, site: Site): Promise<Values> {
  const { states, stage, depth } = site;
  if ('state' in step) {
    const params = await filledObject(step.with, scope);
    return build({ name: step.state, params }, { states, stage, depth: depth + 1 });
  }
  if ('call' in step) {
    const answer = await stage.call(step.call, await filledObject(step.with, scope));
    return savedFrom(step.save, answer, scope);
  }
  if ('action' in step) {
    await stage.act(step.action, await filledObject(step.with, scope));
    return {};
  }
  return 'sign' in step ? stage.sign(step.sign) : filledObject(step.values, scope);
}

async function savedFrom(
  save: Readonly<Record<string, string>> = {},
  answer: unknown,
  scope: Scope,
): Promise<Values> {
  const saved: Record<string, unknown> = {};
  for (const [name, expression] of Object.entries(save)) {
    saved[name] = await evaluated(expression, answer, scope).catch((error: unknown) => {
      const why = `to save as ${name}: ${messageOf(error)}`;
      throw new StateProblem('failed', `${why}; the answer has ${partsOf(answer)}`);
    });
  }
  return saved;
}

/** Names only: what is in an answer is nobody else's business. */
function partsOf(answer: unknown): string {
  if (typeof answer !== 'object' || answer === null) return 'no parts';
  const parts = Object.entries(answer).map(([name, value]: [string, unknown]) =>
    Array.isArray(value) ? `${name} (${value.length})` : name,
  );
  return parts.join(', ');
}

/** A template that is an object stays one. */
const filledObject = async (template: Values = {}, scope: Scope): Promise<Values> =>
  (await filled(template, scope)) as Values;

/** A name that leads nowhere is what this place does not have. */
function explained(error: unknown, where: string): StateProblem {
  const isImpossible =
    error instanceof NoValue || (error instanceof StateProblem && error.kind === 'impossible');
  return new StateProblem(isImpossible ? 'impossible' : 'failed', `${where}: ${messageOf(error)}`);
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
