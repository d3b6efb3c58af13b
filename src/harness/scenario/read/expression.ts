import jsonata from 'jsonata';
import type { Place } from '../place.ts';
import { namesIn, type Names } from './names.ts';

/** What an expression finds under which name. */
export type Scope = Readonly<Record<string, unknown>>;

/** A JSONata expression of a scenario. */
export interface Expression extends Names {
  readonly source: string;
  readonly at: Place;
  /** `input` is where plain names lead; with a `$` in front they lead to `variables`. */
  evaluate(input: unknown, variables?: Scope): Promise<unknown>;
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

export type Compiled =
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

/** Whatever an endless loop needs more of. */
const LIMITS = { timeout: 5_000, stack: 500 } as const;

export function compile(source: string, at: Place): Compiled {
  let compiled: jsonata.Expression;
  try {
    compiled = jsonata(source, LIMITS);
  } catch (error) {
    return { ok: false, why: `"${source}" is no JSONata: ${messageOf(error)}` };
  }
  const names = namesIn(compiled.ast());
  const changing = names.variables.find((name) => Object.hasOwn(CHANGING, name));
  if (changing !== undefined) {
    return { ok: false, why: `$${changing} is not for scenarios: ${CHANGING[changing]}` };
  }
  const evaluate: Expression['evaluate'] = (input, variables = {}) =>
    valueOf(compiled, { source, at, input, variables });
  return { ok: true, expression: { source, at, ...names, evaluate } };
}

interface Evaluation {
  readonly source: string;
  readonly at: Place;
  readonly input: unknown;
  readonly variables: Scope;
}

async function valueOf(
  compiled: jsonata.Expression,
  { source, at, input, variables }: Evaluation,
): Promise<unknown> {
  let value: unknown;
  try {
    value = await compiled.evaluate(input, { ...variables });
  } catch (error) {
    throw new ExpressionProblem(at, `"${source}": ${messageOf(error)}`);
  }
  const text = jsonOf(value);
  if (text === undefined) throw new ExpressionProblem(at, `"${source}" leads to nothing`);
  // JSONata marks the lists that it makes; what leaves here is JSON and nothing else.
  return JSON.parse(text) as unknown;
}

/** Nothing and a function have none; what stands for a function leads to itself. */
function jsonOf(value: unknown): string | undefined {
  try {
    return typeof value === 'function' ? undefined : JSON.stringify(value);
  } catch {
    return undefined;
  }
}

/** JSONata throws plain objects with a message. */
function messageOf(error: unknown): string {
  const tells = typeof error === 'object' && error !== null && 'message' in error;
  return tells ? String(error.message) : String(error);
}
