import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../package-root.ts';
import { readDocument, type DatasetDocument } from './document.ts';

/** The data sets that come with the package. */
export const bundled = ['demo', 'empty', 'edge-cases', 'wsone-seed', 's360-seed'] as const;

export const isBundled = (name: string): boolean => bundled.some((known) => known === name);

/** Beside the built program lie the same data sets as JSON: YAML would take a third of a start. */
const built = new URL('./datasets/', import.meta.url);

/** Reads a bundled data set, from its sources where nothing is built (in tests). */
export async function readBundled(name: string): Promise<DatasetDocument> {
  const json = await readFile(new URL(`${name}.json`, built), 'utf8').catch(() => undefined);
  const file = `${name}.yaml`;
  if (json === undefined) {
    return readDocument(name, await readFile(join(packageRoot, 'fixtures/datasets', file), 'utf8'));
  }
  const sections = JSON.parse(json) as DatasetDocument['sections'];
  return { sections, where: () => file };
}
