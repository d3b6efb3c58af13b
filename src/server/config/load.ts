import { readFileSync } from 'node:fs';
import { resolveConfig } from './resolve.ts';
import type { ResolvedConfig } from './resolve.ts';
import { resolveTarget } from './target.ts';
import type { Target, TargetFlags } from './target.ts';
import { UsageError } from './usage-error.ts';

/** Resolves against this process: the only place that reads its environment. */
export function loadConfig(
  flags: Readonly<Record<string, unknown>> = {},
  file?: string,
): Promise<ResolvedConfig> {
  return resolveConfig({ flags, env: process.env, cwd: process.cwd(), readFile, file });
}

/** Where the sosie is that a command is to steer. */
export function loadTarget(flags: TargetFlags): Promise<Target> {
  return resolveTarget(flags, { env: process.env, cwd: process.cwd(), readFile });
}

/** The variables of this process, for what a command hands on. */
export const environment = (): Readonly<Record<string, string | undefined>> => process.env;

function readFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    if (code === 'ENOENT') return undefined;
    throw new UsageError(`${path}: cannot be read (${code})`);
  }
}
