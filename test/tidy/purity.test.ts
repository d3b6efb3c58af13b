import ts from 'typescript';
import { expect, test } from 'vitest';
import { lineOf, syntaxOf, typescriptUnder, visit } from './sources.ts';

const hostObjects = ['process', 'console', 'performance', 'crypto', 'globalThis'];
const hostFunctions = ['fetch', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'];
const hostMembers = ['Date.now', 'Math.random'];

/** Comments, texts and property names do not count: only what runs does. */
function hostIn(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
    const member = `${node.expression.text}.${node.name.text}`;
    const isHost = hostMembers.includes(member) || hostObjects.includes(node.expression.text);
    return isHost ? member : undefined;
  }
  if (ts.isNewExpression(node) || ts.isCallExpression(node)) {
    const name = ts.isIdentifier(node.expression) ? node.expression.text : '';
    if (name === 'Date' && (node.arguments?.length ?? 0) === 0) return 'Date()';
    return hostFunctions.includes(name) ? `${name}()` : undefined;
  }
  return undefined;
}

function hostUsesIn(file: ts.SourceFile): readonly string[] {
  const found: string[] = [];
  visit(file, (node) => {
    const host = hostIn(node);
    if (host) found.push(`${file.fileName}:${lineOf(file, node.getStart())} uses ${host}`);
  });
  return found;
}

test.each(['src/kernel', 'mocks', 'contracts', 'fixtures/factories'])(
  '%s takes time, chance and the outside world as arguments only',
  (folder) => {
    expect(typescriptUnder(folder).flatMap((path) => hostUsesIn(syntaxOf(path)))).toEqual([]);
  },
);

test('what reaches for the host is found, and what only looks like it is not', () => {
  const source = `
    const a = Date.now();  // Date.now() in a comment
    const b = new Date();
    const c = new Date(5);
    const d = 'Math.random()' + \`\${Math.random()}\`;
    const e = env.random.next() + env.process;
    setTimeout(() => undefined, 1);
    globalThis.crypto.randomUUID();
    const f = process.env;`;
  const file = ts.createSourceFile('a.ts', source, ts.ScriptTarget.ES2023, true);
  expect(hostUsesIn(file)).toEqual([
    'a.ts:2 uses Date.now',
    'a.ts:3 uses Date()',
    'a.ts:5 uses Math.random',
    'a.ts:7 uses setTimeout()',
    'a.ts:8 uses globalThis.crypto',
    'a.ts:9 uses process.env',
  ]);
});
