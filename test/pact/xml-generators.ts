import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { XmlBody } from './xml-body.ts';

interface Pact {
  readonly interactions: {
    readonly description: string;
    readonly request: { generators?: Record<string, unknown> };
  }[];
}

/**
 * Puts into a pact what a verifier makes with the provider's state: the library has no word for it in
 * a body of XML, the form of pacts has.
 */
export function addGenerators(file: string, that: string, { generators }: XmlBody): void {
  const pact = JSON.parse(readFileSync(file, 'utf8')) as Pact; // just written by the library
  const found = pact.interactions.find(({ description }) => description === that);
  if (!found) throw new Error(`${file} has nothing about “${that}”`);
  found.request.generators = { ...found.request.generators, body: generators };
  writeFileSync(file, JSON.stringify(pact, null, 2));
}

export const pactFile = (folder: string, consumer: string, provider: string): string =>
  join(folder, `${consumer}-${provider}.json`);
