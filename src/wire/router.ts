import type { Operation, Operations } from '#kit/operation.ts';

export interface RouteMatch {
  readonly kind: 'matched';
  readonly name: string;
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
}

export type Routed =
  | RouteMatch
  | { readonly kind: 'method-not-allowed'; readonly allowed: readonly string[] }
  | { readonly kind: 'unknown-path' };

interface Pattern<T> {
  readonly method: string;
  readonly path: string;
  readonly value: T;
}

interface Leaf<T> {
  readonly value: T;
  /** Names of the parameters, in order of the path. */
  readonly params: readonly string[];
}

interface Branch<T> {
  readonly literals: Map<string, Branch<T>>;
  parameter: Branch<T> | undefined;
  readonly methods: Map<string, Leaf<T>>;
}

const newBranch = <T>(): Branch<T> => ({
  literals: new Map(),
  parameter: undefined,
  methods: new Map(),
});

/** A vendor may be called with any of these behind a path; none of them is redirected. */
const MOST_TRAILING_SLASHES = 2;

/** Finds the operation of a method and path. A reserved word wins over an id in its place. */
export function routerOf(operations: Operations): (method: string, path: string) => Routed {
  const find = patternsOf(
    Object.entries(operations).flatMap(([name, operation]) =>
      [operation.path, ...(operation.aliases ?? [])].map((path) => ({
        method: operation.method,
        path,
        value: { name, operation },
      })),
    ),
  );
  return (method, path) => {
    const found = find(method, path);
    if (found.kind !== 'matched') return found;
    const { name, operation } = found.value;
    return { kind: 'matched', name, operation, params: found.params };
  };
}

type Found<T> =
  | {
      readonly kind: 'matched';
      readonly value: T;
      readonly params: Readonly<Record<string, string>>;
    }
  | Exclude<Routed, RouteMatch>;

/** The same for anything that hangs on paths. */
export function patternsOf<T>(
  patterns: readonly Pattern<T>[],
): (method: string, path: string) => Found<T> {
  const root = newBranch<T>();
  for (const pattern of patterns) plant(root, pattern);
  return (method, path) => {
    const segments = segmentsOf(path);
    const found = segments && walk(root, segments, { at: 0, values: [] });
    if (!found) return { kind: 'unknown-path' };
    const leaf = found.branch.methods.get(method);
    if (!leaf) return { kind: 'method-not-allowed', allowed: [...found.branch.methods.keys()] };
    const params: Record<string, string> = {};
    leaf.params.forEach((param, at) => (params[param] = found.values[at] ?? ''));
    return { kind: 'matched', value: leaf.value, params };
  };
}

function plant<T>(root: Branch<T>, { method, path, value }: Pattern<T>): void {
  const params: string[] = [];
  let branch = root;
  for (const segment of path.split('/').slice(1)) {
    if (segment.startsWith('{')) {
      params.push(segment.slice(1, -1));
      branch = branch.parameter ??= newBranch();
    } else {
      const known: Branch<T> = branch.literals.get(segment) ?? newBranch();
      branch.literals.set(segment, known);
      branch = known;
    }
  }
  if (branch.methods.has(method)) throw new Error(`two operations at ${path}`);
  branch.methods.set(method, { value, params });
}

/** Decoded segments without trailing slashes; undefined when a segment is empty or not decodable. */
function segmentsOf(path: string): readonly string[] | undefined {
  let end = path.length;
  for (let slashes = 0; slashes < MOST_TRAILING_SLASHES && path[end - 1] === '/'; slashes += 1) {
    end -= 1;
  }
  const segments = path.slice(1, end).split('/');
  if (segments.some((segment) => segment === '')) return undefined;
  try {
    return path.includes('%') ? segments.map(decodeURIComponent) : segments;
  } catch {
    return undefined;
  }
}

interface Step {
  readonly at: number;
  readonly values: readonly string[];
}

function walk<T>(
  branch: Branch<T>,
  segments: readonly string[],
  { at, values }: Step,
): { readonly branch: Branch<T>; readonly values: readonly string[] } | undefined {
  const segment = segments[at];
  if (segment === undefined) return branch.methods.size > 0 ? { branch, values } : undefined;
  const literal = branch.literals.get(segment);
  const found = literal && walk(literal, segments, { at: at + 1, values });
  if (found || !branch.parameter) return found;
  return walk(branch.parameter, segments, { at: at + 1, values: [...values, segment] });
}
