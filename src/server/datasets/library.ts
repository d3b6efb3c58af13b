import { readFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { draftsOf } from '#kernel/draft.ts';
import type { Instant } from '#kernel/instant.ts';
import { nearest } from '#kernel/nearest.ts';
import { randomFrom } from '#kernel/random.ts';
import type { SandboxRecipe } from '#kernel/sandboxes.ts';
import type { NamesRow } from '#kernel/system-tables.ts';
import type { Edits } from '#kernel/transaction.ts';
import { validatorOf } from '#kit/ajv.ts';
import { DatasetProblem } from '#kit/dataset-problem.ts';
import type { AnyVendorModule, DatasetEnv, Names } from '#wire/vendor.ts';
import { UsageError } from '../config/usage-error.ts';
import { bundled, isBundled, readBundled } from './bundled.ts';
import { CLOCK, clockOf, givesWay, setClock } from './clock.ts';
import { readDocument, violationLine, type DatasetDocument } from './document.ts';
import { generators, type GeneratedPart } from './generators.ts';

/** Sections that the file format has but that nothing reads yet. */
const notBuilt = ['counters', 'next'];

/** Data sets by name, file or generator; each file is read and checked once. */
export interface DatasetLibrary {
  /** Reads and checks everything a name asks for; throws a `UsageError` of one line. */
  check(dataset: string): Promise<void>;
  install(recipe: SandboxRecipe, edits: Edits, now: Instant): Promise<void>;
}

export function datasetLibrary(modules: readonly AnyVendorModule[], cwd: string): DatasetLibrary {
  const documents = new Map<string, Promise<DatasetDocument>>();
  const documentOf = (name: string): Promise<DatasetDocument> => {
    const known = documents.get(name) ?? load(name, modules, cwd);
    documents.set(name, known);
    known.catch(() => documents.delete(name));
    return known;
  };
  return {
    check: async (dataset) => {
      for (const part of partsOf(dataset)) {
        if (part.kind === 'document') await documentOf(part.name);
      }
    },
    install: async ({ dataset, seed, clock }, edits, start) => {
      let now = start;
      for (const part of partsOf(dataset)) {
        const random = randomFrom(`${seed}/dataset/${part.name}`);
        if (part.kind === 'generator') {
          await generate(part, modules, { edits, now, random });
          continue;
        }
        const document = await documentOf(part.name);
        const given = givesWay(clock) ? clockOf(document) : undefined;
        // A clock that gives way runs with the host's.
        if (given) now = setClock(edits, given, start);
        installDocument(document, modules, { edits, now, random });
      }
    },
  };
}

interface Installing extends DatasetEnv {
  readonly edits: Edits;
}

async function generate(
  { vendor, write }: GeneratedPart,
  modules: readonly AnyVendorModule[],
  { edits, ...env }: Installing,
): Promise<void> {
  const module = modules.find(({ name }) => name === vendor);
  if (!module) return;
  keepNames(edits, vendor, await write(draftOf(module, edits, env.now), env));
}

function installDocument(
  document: DatasetDocument,
  modules: readonly AnyVendorModule[],
  { edits, ...env }: Installing,
): void {
  for (const module of modules) {
    if (document.sections[module.name] === undefined) continue;
    const draft = draftOf(module, edits, env.now);
    const names = installSection(module, document, (section) =>
      module.dataset.install(draft, section, env),
    );
    keepNames(edits, module.name, names);
  }
}

/** What only the vendor can tell of its section is told with its line too. */
function installSection(
  { name }: AnyVendorModule,
  document: DatasetDocument,
  install: (section: unknown) => Names,
): Names {
  try {
    return install(document.sections[name]);
  } catch (error) {
    if (!(error instanceof DatasetProblem)) throw error;
    const { pointer, message } = error;
    throw new UsageError(violationLine(document, name, { pointer, message }));
  }
}

type Part =
  | { readonly kind: 'document'; readonly name: string }
  | ReturnType<(typeof generators)[number]['parse']>;

/** `demo+more.yaml`, `utick-large:1000000` (which stands on the data set it needs). */
function partsOf(dataset: string): readonly Exclude<Part, undefined>[] {
  return dataset.split('+').flatMap((name): readonly Exclude<Part, undefined>[] => {
    for (const generator of generators) {
      const part = generator.parse(name);
      if (part) return [{ kind: 'document', name: generator.base }, part];
    }
    return [{ kind: 'document', name }];
  });
}

const draftOf = (module: AnyVendorModule, edits: Edits, now: Instant) =>
  draftsOf(module.name, module.tables)(edits, { now, depth: 0 });

function keepNames(edits: Edits, vendor: string, names: Names): void {
  const table = edits.table<NamesRow>('names');
  const before: Names = table.get(vendor)?.names ?? {};
  const merged: Record<string, Names[string]> = { ...before };
  for (const [kind, ids] of Object.entries(names)) merged[kind] = { ...merged[kind], ...ids };
  table.put({ id: vendor, names: merged });
}

async function load(
  name: string,
  modules: readonly AnyVendorModule[],
  cwd: string,
): Promise<DatasetDocument> {
  const document = isBundled(name)
    ? await readBundled(name)
    : await readDocument(name, await textOf(name, cwd));
  const known = modules.map((module) => module.name);
  clockOf(document);
  for (const [section, value] of Object.entries(document.sections)) {
    if (section === CLOCK) continue;
    const where = document.where(`/${section}`);
    if (notBuilt.includes(section)) throw new UsageError(`${where}: ${section}: not built yet`);
    const module = modules.find((candidate) => candidate.name === section);
    if (!module) {
      const guess = nearest(section, known);
      const hint = guess ? `, did you mean "${guess}"?` : `; vendors here: ${known.join(', ')}`;
      throw new UsageError(`${where}: unknown vendor "${section}"${hint}`);
    }
    // Compiling the schemas takes half of a start; a test holds the bundled ones to them.
    if (isBundled(name)) continue;
    const [violation] = validatorOf(module.dataset.schema)(value);
    if (violation) throw new UsageError(violationLine(document, section, violation));
  }
  return document;
}

async function textOf(name: string, cwd: string): Promise<string> {
  try {
    return await readFile(isAbsolute(name) ? name : join(cwd, name), 'utf8');
  } catch {
    const words = [...bundled, ...generators.map((generator) => generator.name)];
    const guess = nearest(name, words);
    throw new UsageError(
      `no data set or file "${name}"${guess ? `, did you mean "${guess}"?` : ''} ` +
        `(bundled: ${words.join(', ')})`,
    );
  }
}
