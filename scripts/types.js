// Writes the declarations of the public entries to dist/types, for the package: node scripts/types.js
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { libraries } from './entries.js';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
const outDir = join(root, 'dist/types');
const { imports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
const program = ts.createProgram(
  Object.values(libraries).map((path) => join(root, path)),
  {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    outDir,
    rootDir: root,
  },
);

rmSync(outDir, { recursive: true, force: true });
const { diagnostics } = program.emit(undefined, (path, text) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, forConsumers(path, text));
});
const problems = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
if (problems.length > 0) {
  const host = {
    getCurrentDirectory: () => root,
    getCanonicalFileName: String,
    getNewLine: () => '\n',
  };
  console.error(ts.formatDiagnostics(problems, host));
  process.exitCode = 1;
}

/** Our aliases mean sources, which the package does not carry, and sources end with .ts. */
function forConsumers(path, text) {
  return text.replace(
    /(from |import\(|import )(['"])([#.][^'"]+)\.ts\2/g,
    (_, start, quote, name) => {
      return `${start}${quote}${relativeFrom(path, name)}.js${quote}`;
    },
  );
}

function relativeFrom(path, name) {
  const alias = Object.keys(imports).find((key) => name.startsWith(key.slice(0, -1)));
  if (!alias) return name;
  const target = join(outDir, imports[alias].slice(0, -1), name.slice(alias.length - 1));
  const found = relative(dirname(path), target);
  return found.startsWith('.') ? found : `./${found}`;
}
