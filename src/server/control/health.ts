import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Core } from '../core.ts';
import { packageRoot } from '../package-root.ts';

export interface Health {
  readonly status: 'ok';
  readonly version: string;
  /** Of the process. */
  readonly uptimeMs: number;
  readonly sandboxes: number;
}

/** Answered without express, so that a container is found healthy at once. */
export const health = (core: Core): Health => ({
  status: 'ok',
  version: version(),
  uptimeMs: Math.round(process.uptime() * 1000),
  sandboxes: core.sandboxes.names.length,
});

export function version(): string {
  const text = readFileSync(join(packageRoot, 'package.json'), 'utf8');
  // Our own package.json has a version.
  return (JSON.parse(text) as { version: string }).version;
}
