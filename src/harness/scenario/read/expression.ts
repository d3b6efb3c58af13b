import { compile, NoValue, type Formula } from '../../expressions/formula.ts';
import type { Place } from '../place.ts';

export type { Scope } from '../../expressions/formula.ts';

/** A JSONata expression of a scenario, which knows its place. Throws an `ExpressionProblem`. */
export interface Expression extends Formula {
  readonly at: Place;
}

/** An expression has no value; the message is one line. */
export class ExpressionProblem extends Error {
  override readonly name = 'ExpressionProblem';
  readonly at: Place;

  constructor(at: Place, message: string) {
    super(message);
    this.at = at;
  }
}

export type Read =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly why: string };

/** Two replays of a scenario are the same: what these give is not. */
const CHANGING: Readonly<Record<string, string>> = {
  now: 'name the sandbox’s own time instead: now',
  millis: 'name the sandbox’s own time instead: now',
  random: 'two replays would differ',
  shuffle: 'two replays would differ',
  eval: 'write the expression itself',
};

export function expressionOf(source: string, at: Place): Read {
  const compiled = compile(source);
  if (!compiled.ok) return compiled;
  const { formula } = compiled;
  const changing = formula.variables.find((name) => Object.hasOwn(CHANGING, name));
  if (changing !== undefined) {
    return { ok: false, why: `$${changing} is not for scenarios: ${CHANGING[changing]}` };
  }
  const evaluate: Formula['evaluate'] = (input, variables) =>
    formula.evaluate(input, variables).catch((error: unknown) => {
      throw error instanceof NoValue ? new ExpressionProblem(at, error.message) : error;
    });
  return { ok: true, expression: { ...formula, at, evaluate } };
}
