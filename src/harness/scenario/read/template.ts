import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { splitText } from '../../expressions/interpolation.ts';
import type { Place } from '../place.ts';
import { expressionOf, type Expression, type Scope } from './expression.ts';
import { entriesOf, type Reading } from './reading.ts';

/** A value with expressions in it, every part of it knowing its place. */
export type Template =
  | { readonly kind: 'value'; readonly at: Place; readonly value: unknown }
  /** `${…}` alone: keeps the type of what it leads to. */
  | { readonly kind: 'expression'; readonly at: Place; readonly expression: Expression }
  | {
      readonly kind: 'text';
      readonly at: Place;
      readonly parts: readonly (string | Expression)[];
    }
  | { readonly kind: 'list'; readonly at: Place; readonly items: readonly Template[] }
  | { readonly kind: 'object'; readonly at: Place; readonly fields: readonly TemplateField[] };

export interface TemplateField {
  readonly key: string;
  readonly at: Place;
  readonly value: Template;
}

/** Deeper than any message; an alias within itself has no end. */
const DEEPEST = 40;

export function readTemplate(reading: Reading, given: Node, depth = 0): Template {
  const node = reading.resolved(given);
  const at = reading.place(given);
  if (depth > DEEPEST) {
    reading.complain(given, `nothing is nested deeper than ${DEEPEST} here`);
    return { kind: 'value', at, value: null };
  }
  if (isMap(node)) {
    const fields = (entriesOf(reading, node, 'this') ?? []).map(({ key, at: keyNode, value }) => ({
      ...{ key, at: reading.place(keyNode) },
      value: readTemplate(reading, value, depth + 1),
    }));
    return { kind: 'object', at, fields };
  }
  if (isSeq(node)) {
    // The items of a parsed document are nodes.
    const items = (node.items as Node[]).map((item) => readTemplate(reading, item, depth + 1));
    return { kind: 'list', at, items };
  }
  const value: unknown = isScalar(node) ? node.value : null;
  if (typeof value === 'string') return textTemplate(reading, given, value);
  return { kind: 'value', at, value };
}

function textTemplate(reading: Reading, node: Node, text: string): Template {
  const at = reading.place(node);
  const split = splitText(text);
  if (!split.ok) {
    reading.complain(node, split.why);
    return { kind: 'value', at, value: text };
  }
  const parts = split.parts
    .map((part) => (typeof part === 'string' ? part : expressionAt(reading, node, part.source)))
    .filter((part) => part !== undefined);
  const [only] = parts;
  if (typeof only === 'object' && parts.length === 1) {
    return { kind: 'expression', at, expression: only };
  }
  const isPlain = parts.every((part) => typeof part === 'string');
  return isPlain ? { kind: 'value', at, value: parts.join('') } : { kind: 'text', at, parts };
}

/** Complains where it is no expression. */
export function expressionAt(reading: Reading, node: Node, source: string): Expression | undefined {
  const [start = 0, end = start] = node.range ?? [];
  const within = reading.text.slice(start, end).indexOf(source);
  const compiled = expressionOf(source, reading.place(node, start + Math.max(within, 0)));
  if (compiled.ok) return compiled.expression;
  reading.complain(node, compiled.why);
  return undefined;
}

/** The value with its expressions evaluated. Throws an `ExpressionProblem`. */
export async function filled(template: Template, scope: Scope): Promise<unknown> {
  switch (template.kind) {
    case 'value':
      return template.value;
    case 'expression':
      return template.expression.evaluate(scope, scope);
    case 'text':
      return filledText(template.parts, scope);
    case 'list':
      return Promise.all(template.items.map((item) => filled(item, scope)));
    case 'object': {
      const fields = template.fields.map(async ({ key, value }) => [
        key,
        await filled(value, scope),
      ]);
      return Object.fromEntries(await Promise.all(fields)) as unknown;
    }
  }
}

async function filledText(parts: readonly (string | Expression)[], scope: Scope): Promise<string> {
  const texts = parts.map(async (part) => {
    if (typeof part === 'string') return part;
    const value = await part.evaluate(scope, scope);
    return typeof value === 'string' ? value : JSON.stringify(value);
  });
  return (await Promise.all(texts)).join('');
}

/** Every expression of a template. */
export function expressionsIn(template: Template): readonly Expression[] {
  switch (template.kind) {
    case 'value':
      return [];
    case 'expression':
      return [template.expression];
    case 'text':
      return template.parts.filter((part) => typeof part !== 'string');
    case 'list':
      return template.items.flatMap(expressionsIn);
    case 'object':
      return template.fields.flatMap(({ value }) => expressionsIn(value));
  }
}

/** The field of this name, when the template is an object that has it. */
export const fieldOf = (template: Template | undefined, key: string): TemplateField | undefined =>
  template?.kind === 'object' ? template.fields.find((field) => field.key === key) : undefined;

/** Where a path of keys and positions leads to, as far as the template goes. */
export function placeWithin(template: Template, path: readonly (string | number)[]): Place {
  const [step, ...rest] = path;
  if (template.kind === 'object' && typeof step === 'string') {
    const field = fieldOf(template, step);
    if (field) return rest.length === 0 ? field.at : placeWithin(field.value, rest);
  }
  if (template.kind === 'list' && typeof step === 'number') {
    const item = template.items[step];
    if (item) return placeWithin(item, rest);
  }
  return template.at;
}
