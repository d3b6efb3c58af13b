import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { root } from '../tidy/sources.ts';
import type { Block } from './pages.ts';

const run = promisify(execFile);

/** A project of a reader's own, with sosie, vitest and express installed. */
export function makeProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sosie-docs-'));
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, '@types'), { recursive: true });
  symlinkSync(root, join(modules, 'sosie'));
  for (const name of ['vitest', 'express', '@types/express', '@types/node']) {
    symlinkSync(join(root, 'node_modules', name), join(modules, name));
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  return folder;
}

export const isVitest = ({ text }: Block): boolean => text.includes("from 'sosie/vitest'");

/** Writes a block as a file of the project and gives its path. */
export function writeProgram(project: string, block: Block): string {
  const name = `${block.page.replace(/\W/g, '-')}-${block.line}${isVitest(block) ? '.test' : ''}.ts`;
  const path = join(project, name);
  writeFileSync(path, block.text);
  return path;
}

/** What the program prints. */
export async function runProgram(path: string): Promise<string> {
  const { outputText } = ts.transpileModule(ts.sys.readFile(path) ?? '', {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 },
  });
  const plain = path.replace(/ts$/, 'mjs');
  writeFileSync(plain, outputText);
  const { stdout } = await run('node', [plain], { timeout: 60_000 });
  return stdout;
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
}

/** Runs the project's tests as its owner would. */
export async function runVitest(project: string): Promise<VitestReport> {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const { stdout } = await run('node', [vitest, 'run', '--reporter=json'], { cwd: project });
  // Vitest's own report.
  return JSON.parse(stdout) as VitestReport;
}

/** What TypeScript says of programs that see sosie's declarations. */
export function typeErrors(project: string, paths: readonly string[]): readonly string[] {
  const program = ts.createProgram(paths, {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    resolveJsonModule: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2023.d.ts'],
    types: ['node'],
    typeRoots: [join(project, 'node_modules/@types')],
    paths: {
      sosie: [join(root, 'src/server/index.ts')],
      'sosie/client': [join(root, 'src/client/index.ts')],
      'sosie/vitest': [join(root, 'src/server/vitest.ts')],
    },
  });
  return paths.flatMap((path) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(path))
      .map(({ messageText }) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`),
  );
}
