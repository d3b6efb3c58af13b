import type { TSchema } from '@sinclair/typebox';
import { isSchema } from './subschemas.ts';

/** Gives back the same reference when nothing had to change. */
export type Rewrite = (value: unknown) => unknown;

export interface RewritePolicy {
  /** The marks of the values to replace, each with what stands in their place; first wins. */
  readonly marks: readonly (readonly [mark: string, replacement: string])[];
  /** What becomes of a value that the schema does not know. */
  readonly unknown: Rewrite;
  /**
   * Messages were found to conform: a closed object has no member that its schema does not know, so
   * only those are looked at that may change. @default false
   */
  readonly isChecked?: boolean;
}

export const keep: Rewrite = (value) => value;

/** `whole`: within a closed schema nothing can ever change here, so it is passed by reference. */
interface Compiled {
  readonly rewrite: Rewrite;
  readonly whole: boolean;
}

type Members = Readonly<Record<string, unknown>>;

export const rewriterOf = (schema: TSchema, policy: RewritePolicy): Rewrite =>
  compile([schema], policy).rewrite;

/** Several schemas are the alternatives of a union: a value is treated by those of its kind. */
function compile(schemas: readonly TSchema[], policy: RewritePolicy): Compiled {
  const variants = schemas.flatMap((schema) => expanded(schema, policy.marks));
  for (const [mark, replacement] of policy.marks) {
    if (variants.some((schema) => schema[mark] === true)) {
      return { rewrite: () => replacement, whole: false };
    }
  }
  if (variants.some(saysNothing)) return unknownBy(policy);
  const objects = variants.filter((schema) => schema['type'] === 'object');
  const arrays = variants.filter((schema) => schema['type'] === 'array');
  const hasScalars = objects.length + arrays.length < variants.length;
  const onObject = objects.length > 0 ? compileObject(objects, policy) : unknownBy(policy);
  const onArray = arrays.length > 0 ? compileArray(arrays, policy) : unknownBy(policy);
  const onScalar = hasScalars ? keep : policy.unknown;
  const whole = (objects.length === 0 || onObject.whole) && (arrays.length === 0 || onArray.whole);
  return { rewrite: byKind(onObject.rewrite, onArray.rewrite, onScalar), whole };
}

const byKind =
  (onObject: Rewrite, onArray: Rewrite, onScalar: Rewrite): Rewrite =>
  (value) => {
    if (typeof value !== 'object' || value === null) return onScalar(value);
    return Array.isArray(value) ? onArray(value) : onObject(value);
  };

const unknownBy = (policy: RewritePolicy): Compiled => ({
  rewrite: policy.unknown,
  whole: policy.unknown === keep,
});

/** A union as its alternatives; a marked one stays whole, for the mark to be seen. */
function expanded(schema: TSchema, marks: RewritePolicy['marks']): readonly TSchema[] {
  const alternatives: unknown = schema['anyOf'] ?? schema['oneOf'] ?? schema['allOf'];
  const isMarked = marks.some(([mark]) => schema[mark] === true);
  if (!Array.isArray(alternatives) || isMarked) return [schema];
  return alternatives.filter(isSchema).flatMap((inner) => expanded(inner, marks));
}

const saysNothing = (schema: TSchema): boolean =>
  !('type' in schema) && !('enum' in schema) && !('const' in schema);

function compileObject(objects: readonly TSchema[], policy: RewritePolicy): Compiled {
  const names = new Set(objects.flatMap((schema) => Object.keys(membersOf(schema, 'properties'))));
  const known = new Map(
    [...names].map((name) => {
      const members = objects.map((schema) => membersOf(schema, 'properties')[name]);
      return [name, compile(members.filter(isSchema), policy)] as const;
    }),
  );
  const rest = objects.flatMap((schema) => Object.values(membersOf(schema, 'patternProperties')));
  const other = rest.length > 0 ? compile(rest.filter(isSchema), policy) : unknownBy(policy);
  const closed = objects.every((schema) => schema['additionalProperties'] === false);
  const whole = (closed || other.whole) && [...known.values()].every((member) => member.whole);
  if (whole) return { rewrite: keep, whole };
  if (closed && policy.isChecked) {
    const changing = [...known].filter(([, member]) => !member.whole);
    return { rewrite: theseBy(changing.map(([name, { rewrite }]) => ({ name, rewrite }))), whole };
  }
  const rewrites = new Map([...known].map(([name, member]) => [name, member.rewrite]));
  return { rewrite: membersBy(rewrites, other.rewrite), whole };
}

interface Member {
  readonly name: string;
  readonly rewrite: Rewrite;
}

function theseBy(changing: readonly Member[]): Rewrite {
  return (value) => {
    const members = value as Members; // `byKind` has seen that it is an object
    let copy: Record<string, unknown> | undefined;
    for (const { name, rewrite } of changing) {
      const before = members[name];
      if (before === undefined) continue;
      const after = rewrite(before);
      if (after !== before) (copy ??= { ...members })[name] = after;
    }
    return copy ?? value;
  };
}

/** Copies on the first change only. */
function membersBy(rewrites: ReadonlyMap<string, Rewrite>, other: Rewrite): Rewrite {
  return (value) => {
    const members = value as Members; // `byKind` has seen that it is an object
    let copy: Record<string, unknown> | undefined;
    for (const name in members) {
      const before = members[name];
      const after = (rewrites.get(name) ?? other)(before);
      if (after !== before) (copy ??= { ...members })[name] = after;
    }
    return copy ?? value;
  };
}

function compileArray(arrays: readonly TSchema[], policy: RewritePolicy): Compiled {
  const items = arrays.map((schema): unknown => schema['items']).filter(isSchema);
  const { rewrite, whole } = compile(items, policy);
  return { rewrite: itemsBy(rewrite), whole };
}

function itemsBy(rewrite: Rewrite): Rewrite {
  return (value) => {
    const items = value as readonly unknown[]; // `byKind` has seen that it is an array
    let copy: unknown[] | undefined;
    for (let index = 0; index < items.length; index += 1) {
      const before = items[index];
      const after = rewrite(before);
      if (after !== before) (copy ??= items.slice())[index] = after;
    }
    return copy ?? value;
  };
}

function membersOf(schema: TSchema, keyword: 'properties' | 'patternProperties'): Members {
  const members: unknown = schema[keyword];
  return isSchema(members) ? members : {};
}
