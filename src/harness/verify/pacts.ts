import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PactSource } from './broker.ts';

/** The pact files of a folder, by name. */
export function pactsIn(folder: string): readonly PactSource[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ from: name, text: readFileSync(join(folder, name), 'utf8') }));
}
