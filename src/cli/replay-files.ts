import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import {
  findingText,
  inOrder,
  readScenario,
  type Finding,
  type Scenario,
  type Source,
} from '#harness/scenario/index.ts';
import { suggestion, UsageError } from '#server/config/usage-error.ts';
import { didYouMean } from '#server/control/problem.ts';
import { packageRoot } from '#server/package-root.ts';
import { printable } from './columns.ts';
import type { Terminal } from './terminal.ts';

const bundledFolder = join(packageRoot, 'fixtures/scenarios');
const ENDING = /\.ya?ml$/;

/** The scenarios that the words name, without any word all bundled ones. */
export async function readAll(
  words: readonly string[],
  terminal: Terminal,
): Promise<readonly Scenario[]> {
  const sources = words.length === 0 ? bundled() : words.flatMap(sourcesOf);
  const unique = [...new Map(sources.map((source) => [source.file, source])).values()];
  const read = await Promise.all(unique.map((source) => readScenario(source, didYouMean)));
  assertNoFindings(
    read.flatMap((one) => (one.ok ? [] : one.findings)),
    terminal,
  );
  return read.flatMap((one) => (one.ok ? [one.scenario] : []));
}

/** Tells everything that is wrong, a line each, before anything is played. */
export function assertNoFindings(findings: readonly Finding[], terminal: Terminal): void {
  if (findings.length === 0) return;
  const lines = inOrder(findings).map(findingText);
  const files = new Set(findings.map(({ place }) => place.file)).size;
  terminal.err(`${lines.map(printable).join('\n')}\n`);
  const mistakes = `${findings.length} mistake${findings.length === 1 ? '' : 's'}`;
  throw new UsageError(`${mistakes} in ${files} file${files === 1 ? '' : 's'}: nothing was played`);
}

/** With all of the tags. */
export function withTags(
  scenarios: readonly Scenario[],
  tags: readonly string[],
): readonly Scenario[] {
  const known = [...new Set(scenarios.flatMap((scenario) => scenario.tags))];
  const unknown = tags.find((tag) => !known.includes(tag));
  if (unknown !== undefined) {
    throw new UsageError(`no scenario has the tag "${unknown}"; ${suggestion(unknown, known)}`);
  }
  const found = scenarios.filter((scenario) => tags.every((tag) => scenario.tags.includes(tag)));
  if (found.length === 0)
    throw new UsageError(`no scenario has all of the tags ${tags.join(', ')}`);
  return found;
}

const bundled = (): readonly Source[] => sourcesIn(bundledFolder);

/** What is bundled goes by its name, wherever the package lies. */
export const isBundled = ({ file }: Pick<Source, 'file'>): boolean =>
  dirname(resolve(file)) === bundledFolder;

function sourcesOf(word: string): readonly Source[] {
  const stats = statSync(word, { throwIfNoEntry: false });
  if (stats?.isDirectory()) {
    const found = sourcesIn(word);
    if (found.length === 0) throw new UsageError(`${word}: no scenario in this folder`);
    return found;
  }
  if (stats) return [sourceAt(word)];
  const all = bundled();
  const known = all.find(({ name }) => name === word);
  if (known) return [known];
  const names = all.map(({ name }) => name);
  throw new UsageError(`no file or bundled scenario "${word}"; ${suggestion(word, names)}`);
}

const sourcesIn = (folder: string): readonly Source[] =>
  readdirSync(folder)
    .filter((name) => ENDING.test(name))
    .sort()
    .map((name) => sourceAt(join(folder, name)));

function sourceAt(path: string): Source {
  const file = nearby(path);
  try {
    return { name: basename(file).replace(ENDING, ''), file, text: readFileSync(file, 'utf8') };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw new UsageError(`${file}: cannot be read (${code})`);
  }
}

/** Shorter, where it lies below the folder of the command. */
function nearby(path: string): string {
  const short = relative(process.cwd(), path);
  return isAbsolute(path) && !short.startsWith('..') ? short : path;
}
