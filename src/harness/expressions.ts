import jsonata from 'jsonata';

/** What an expression can name: `data`, `params`, and whatever was saved before. */
export type Scope = Readonly<Record<string, unknown>>;

/** An expression that leads nowhere, or is none. */
export class UnresolvedExpression extends Error {
  override readonly name = 'UnresolvedExpression';
  readonly expression: string;

  constructor(expression: string, why: string) {
    super(`\${${expression}} ${why}`);
    this.expression = expression;
  }
}

/** The value of a JSONata expression. */
export async function evaluated(expression: string, scope: unknown): Promise<unknown> {
  let value: unknown;
  try {
    value = await jsonata(expression).evaluate(scope);
  } catch (error) {
    throw new UnresolvedExpression(expression, `is no expression: ${messageOf(error)}`);
  }
  if (value === undefined) throw new UnresolvedExpression(expression, 'is not there');
  return plain(value);
}

/** JSONata marks the lists it makes; what leaves here is JSON and nothing else. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

const ALONE = /^\$\{([^]*)\}$/;
const INSIDE = /\$\{([^}]*)\}/g;

/** A template with its `${…}` replaced: alone it keeps its type, inside text it is text. */
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
  const expressions = [...text.matchAll(INSIDE)];
  const alone = ALONE.exec(text);
  if (alone?.[1] !== undefined && expressions.length <= 1) return evaluated(alone[1], scope);
  let all = text;
  for (const [whole, expression = ''] of expressions) {
    // A function, so that `$` in a value means itself.
    const value = textOf(await evaluated(expression, scope));
    all = all.replace(whole, () => value);
  }
  return all;
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** JSONata throws plain objects with a message. */
function messageOf(error: unknown): string {
  const isTelling = typeof error === 'object' && error !== null && 'message' in error;
  return isTelling ? String(error.message) : String(error);
}
