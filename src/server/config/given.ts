import { nearest } from '#kernel/nearest.ts';
import type { FileEntry } from './file.ts';
import {
  flagOf,
  isNotBuilt,
  isOptionName,
  notBuiltNames,
  optionNames,
  variableOf,
} from './options.ts';
import type { OptionName } from './options.ts';
import { UsageError, suggestion } from './usage-error.ts';

/** One option's value as somebody wrote it. */
export interface Given {
  readonly name: OptionName;
  readonly value: unknown;
  /** Starts an error line: `--port`, `SOSIE_PORT`, `sosie.config.yaml:3: port`. */
  readonly subject: string;
  /** Where it was written: `flag --port`, `environment SOSIE_PORT`, `sosie.config.yaml:3`. */
  readonly source: string;
}

export function fromFlags(flags: Readonly<Record<string, unknown>>): readonly Given[] {
  return Object.entries(flags).flatMap(([name, value]) => {
    if (value === undefined) return [];
    return known({ name, value, subject: flagOf(name), source: `flag ${flagOf(name)}` });
  });
}

/**
 * A variable of another name is not ours to judge (Kubernetes sets `SOSIE_SERVICE_HOST` for a
 * service called sosie), unless it is so close to one of ours that it must be a slip.
 */
export function fromEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): readonly Given[] {
  const names = [...optionNames, ...notBuiltNames];
  const variables = [...names.map(variableOf), 'SOSIE_CONFIG', 'SOSIE_URL'];
  const slip = Object.keys(env)
    .filter((variable) => variable.startsWith('SOSIE_') && !variables.includes(variable))
    .map((variable) => ({ variable, meant: nearestVariable(variable, variables) }))
    .find(({ meant }) => meant !== undefined);
  if (slip) throw new UsageError(`unknown variable ${slip.variable}; did you mean ${slip.meant}?`);
  return names.flatMap((name) => {
    const variable = variableOf(name);
    const value = env[variable];
    // `SOSIE_SEED=` in a compose file means that nothing is set.
    if (value === undefined || value === '') return [];
    return known({ name, value, subject: variable, source: `environment ${variable}` });
  });
}

export function fromFile({ name, value, where }: FileEntry): readonly Given[] {
  if (!isOptionName(name) && !isNotBuilt(name)) {
    const words = [...optionNames, ...notBuiltNames];
    throw new UsageError(`${where}: unknown option ${name}; ${suggestion(name, words)}`);
  }
  return known({ name, value, subject: `${where}: ${name}`, source: where });
}

function known(given: Omit<Given, 'name'> & { readonly name: string }): readonly Given[] {
  const { name, value, subject } = given;
  if (isOptionName(name)) return [{ ...given, name }];
  const isSwitchedOff = value === false || value === 'false' || value === '0';
  if (isNotBuilt(name) && !isSwitchedOff) throw new UsageError(`${subject} is not built yet`);
  return [];
}

/** Compared without the common beginning, which would hide how different the rest is. */
function nearestVariable(variable: string, variables: readonly string[]): string | undefined {
  const ends = variables.map((candidate) => candidate.slice('SOSIE_'.length));
  const meant = nearest(variable.slice('SOSIE_'.length), ends);
  return meant && `SOSIE_${meant}`;
}
