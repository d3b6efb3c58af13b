import { posix } from 'node:path';
import ts from 'typescript';
import { importTable } from './import-table.ts';
import type { ImportRow } from './import-table.ts';
import { lineOf, syntaxOf, textOf, visit } from './sources.ts';

export interface Import {
  readonly specifier: string;
  readonly typesOnly: boolean;
  readonly line: number;
}

/** Static and dynamic imports, re-exports and `import('…')` types. */
export function importsOf(path: string): readonly Import[] {
  const file = syntaxOf(path);
  const found: Import[] = [];
  visit(file, (node) => {
    const imported = importIn(node);
    if (imported) found.push({ ...imported, line: lineOf(file, node.getStart()) });
  });
  return found;
}

function importIn(node: ts.Node): Omit<Import, 'line'> | undefined {
  if (ts.isImportDeclaration(node)) {
    const typesOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    return { specifier: literal(node.moduleSpecifier), typesOnly };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    return { specifier: literal(node.moduleSpecifier), typesOnly: node.isTypeOnly };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return { specifier: literal(node.arguments[0]), typesOnly: false };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return { specifier: literal(node.argument.literal), typesOnly: true };
  }
  return undefined;
}

/** An import whose name is computed cannot be judged, so that no row allows it. */
const literal = (node: ts.Node | undefined): string =>
  node && ts.isStringLiteralLike(node) ? node.text : '(computed)';

// The package's own aliases, the same that Node and the compiler use.
const { imports: aliases } = JSON.parse(textOf('package.json')) as {
  readonly imports: Readonly<Record<string, string>>;
};

/** A path of this repository, a package's name or a `node:` module. */
export function targetOf(importer: string, specifier: string): string {
  if (specifier.startsWith('.')) {
    return posix.join(posix.dirname(importer), specifier);
  }
  const alias = Object.entries(aliases).find(([name]) => specifier.startsWith(name.slice(0, -1)));
  if (alias) {
    const [name, path] = alias;
    return path.slice(2, -1) + specifier.slice(name.length - 1);
  }
  const depth = specifier.startsWith('@') ? 2 : 1;
  return specifier.startsWith('node:') ? specifier : specifier.split('/', depth).join('/');
}

/** One line per import that the table does not allow. */
export function violationsIn(path: string, imports = importsOf(path)): readonly string[] {
  const row = importTable.find(({ files }) => files.test(path));
  if (!row) return [`${path}: no row of test/tidy/import-table.ts covers this file`];
  return imports
    .filter((each) => !isAllowed(path, each, row))
    .map(({ specifier, line, typesOnly }) => {
      const what = typesOnly ? `types of ${specifier}` : specifier;
      return `${path}:${line} imports ${what}, but ${row.files.source} may import only ${row.may.join(', ')}`;
    });
}

function isAllowed(path: string, { specifier, typesOnly }: Import, row: ImportRow): boolean {
  const vendor = path.split('/')[1] ?? '';
  const target = targetOf(path, specifier);
  return row.may.some((entry) => {
    const isForTypes = entry.startsWith('type ');
    const allowed = entry.replace(/^type /, '').replace('{vendor}', vendor);
    return (!isForTypes || typesOnly) && covers(allowed, target);
  });
}

function covers(allowed: string, target: string): boolean {
  if (allowed.endsWith('/') || allowed === 'node:') return target.startsWith(allowed);
  const [before, after] = allowed.split('*');
  if (before === undefined || after === undefined) return target === allowed;
  const middle = target.slice(before.length, -after.length);
  return target.startsWith(before) && target.endsWith(after) && !middle.includes('/');
}
