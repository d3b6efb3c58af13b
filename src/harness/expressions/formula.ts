import jsonata from 'jsonata';
import { namesIn, type Names } from './names.ts';

/** What an expression finds under which name. */
export type Scope = Readonly<Record<string, unknown>>;

/** A JSONata expression, wherever it was written. */
export interface Formula extends Names {
  readonly source: string;
  /**
   * `input` is where plain names lead; with a `$` in front they lead to `variables`. Throws a
   * `NoValue`.
   */
  evaluate(input: unknown, variables?: Scope): Promise<unknown>;
}

/** An expression has no value; the message is one line. */
export class NoValue extends Error {
  override readonly name = 'NoValue';
}

export type Compiled =
  { readonly ok: true; readonly formula: Formula } | { readonly ok: false; readonly why: string };

/** Whatever an endless loop needs more of. */
const LIMITS = { timeout: 5_000, stack: 500 } as const;

export function compile(source: string): Compiled {
  let compiled: jsonata.Expression;
  try {
    compiled = jsonata(source, LIMITS);
  } catch (error) {
    return { ok: false, why: `"${source}" is no JSONata: ${messageOf(error)}` };
  }
  const evaluate: Formula['evaluate'] = async (input, variables = {}) => {
    const value: unknown = await compiled
      .evaluate(input, { ...variables })
      .catch((error: unknown) => {
        throw new NoValue(`"${source}": ${messageOf(error)}`);
      });
    const text = jsonOf(value);
    if (text === undefined) throw new NoValue(`"${source}" leads to nothing`);
    // JSONata marks the lists that it makes; what leaves here is JSON and nothing else.
    return JSON.parse(text) as unknown;
  };
  return { ok: true, formula: { source, ...namesIn(compiled.ast()), evaluate } };
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
