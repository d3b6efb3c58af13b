import { compile, NoValue, type Scope } from './formula.ts';
import { splitText } from './interpolation.ts';

/** The value of a JSONata expression: plain names start from `input`, those with a `$` are variables. */
export async function evaluated(
  source: string,
  input: unknown,
  variables: Scope = {},
): Promise<unknown> {
  const compiled = compile(source);
  if (!compiled.ok) throw new NoValue(compiled.why);
  return compiled.formula.evaluate(input, variables);
}

/** A value with its `${…}` replaced: alone it keeps its type, inside text it is text. */
export async function filled(template: unknown, scope: Scope): Promise<unknown> {
  if (typeof template === 'string') return filledText(template, scope);
  if (Array.isArray(template)) {
    return Promise.all(template.map((item) => filled(item, scope)));
  }
  if (typeof template !== 'object' || template === null) return template;
  const entries = Object.entries(template).map(async ([key, item]) => [
    key,
    await filled(item, scope),
  ]);
  return Object.fromEntries(await Promise.all(entries)) as unknown;
}

async function filledText(text: string, scope: Scope): Promise<unknown> {
  const split = splitText(text);
  if (!split.ok) throw new NoValue(split.why);
  const values = await Promise.all(
    split.parts.map(async (part) =>
      typeof part === 'string' ? part : evaluated(part.source, scope, scope),
    ),
  );
  if (values.length === 1) return values[0];
  return values
    .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
    .join('');
}

/** Why a text of a template cannot be filled, whatever there is; undefined where it can. */
export function slipIn(text: string): string | undefined {
  const split = splitText(text);
  if (!split.ok) return split.why;
  const sources = split.parts.flatMap((part) => (typeof part === 'string' ? [] : [part.source]));
  return sources.map(slipOf).find((why) => why !== undefined);
}

/** Why this is no expression; undefined where it is one. */
export function slipOf(source: string): string | undefined {
  const compiled = compile(source);
  return compiled.ok ? undefined : compiled.why;
}
