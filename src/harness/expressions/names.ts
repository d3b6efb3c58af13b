/** A node of JSONata's syntax tree, as far as names are looked for in it. */
interface Syntax {
  readonly type?: string;
  readonly value?: unknown;
  readonly steps?: readonly Syntax[];
  readonly stages?: readonly Syntax[];
  readonly [part: string]: unknown;
}

/** What an expression takes from outside. */
export interface Names {
  /** The names that it starts from: `order` of `order.id`. */
  readonly roots: readonly string[];
  /** Whole paths of names: `data.utick.stocks.hedda`. */
  readonly paths: readonly (readonly string[])[];
  /** Names with a `$` in front, which are also those of JSONata's own functions. */
  readonly variables: readonly string[];
}

export function namesIn(tree: unknown): Names {
  const paths: string[][] = [];
  const variables = new Set<string>();
  // JSONata's own tree.
  const root = tree as Syntax;
  collectPaths(root, paths);
  collectVariables(root, variables);
  const roots = new Set(paths.map(([first = '']) => first));
  return { roots: [...roots], paths, variables: [...variables] };
}

/** Parts that JSONata evaluates where the whole is, and not within something found on the way. */
const PARTS = [
  'lhs',
  'rhs',
  'arguments',
  'procedure',
  'expression',
  'expressions',
  'condition',
  'then',
  'else',
  'body',
] as const;

function collectPaths(node: Syntax, paths: string[][]): void {
  if (node.type === 'path') {
    const [first] = node.steps ?? [];
    if (first?.type === 'name') paths.push(namesFrom(node.steps ?? []));
    else if (first) collectPaths(first, paths);
    return;
  }
  // The parameters of a function are its own names.
  const parts = node.type === 'lambda' ? (['body'] as const) : PARTS;
  for (const part of parts) for (const inner of nodesIn(node[part])) collectPaths(inner, paths);
}

/** As far as plain names follow one another. */
function namesFrom(steps: readonly Syntax[]): string[] {
  const names: string[] = [];
  for (const { type, value, stages } of steps) {
    if (type !== 'name') break;
    names.push(String(value));
    if (stages) break;
  }
  return names;
}

function collectVariables(node: Syntax, variables: Set<string>): void {
  if (node.type === 'variable') variables.add(String(node.value));
  for (const part of Object.values(node)) {
    for (const inner of nodesIn(part)) collectVariables(inner, variables);
  }
}

function nodesIn(part: unknown): readonly Syntax[] {
  if (Array.isArray(part)) return part.flatMap(nodesIn);
  // Whatever is an object in the tree is a node of it, or as good as one.
  return typeof part === 'object' && part !== null ? [part as Syntax] : [];
}
