import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

/** Stale interactions survive in a pact file: each run starts with none. */
export function setup({ provide }: TestProject): () => void {
  const asked = process.env['PACT_FOLDER'];
  const folder = asked ?? mkdtempSync(join(tmpdir(), 'sosie-pacts-'));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  provide('pactFolder', folder);
  return () => {
    if (asked === undefined) rmSync(folder, { recursive: true, force: true });
  };
}
