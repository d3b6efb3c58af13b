import type { Config } from './config.ts';
import { readConfigFile } from './file.ts';
import type { ReadFile } from './file.ts';
import { fromEnvironment, fromFile, fromFlags } from './given.ts';
import type { Given } from './given.ts';
import { optionNames, options } from './options.ts';
import type { Option, OptionName } from './options.ts';
import { UsageError } from './usage-error.ts';

export interface ConfigInputs {
  /** By option name; what was not given is absent or undefined. */
  readonly flags: Readonly<Record<string, unknown>>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly readFile: ReadFile;
  /** `--config FILE`, instead of looking for `sosie.config.{json,yaml}` in `cwd`. */
  readonly file?: string | undefined;
}

export interface ResolvedConfig {
  readonly config: Config;
  /** `flag --port`, `environment SOSIE_PORT`, `sosie.config.yaml:3` or `default`. */
  readonly sources: Readonly<Record<OptionName, string>>;
}

/** Flags win over variables, variables over the file, the file over the defaults. */
export async function resolveConfig(inputs: ConfigInputs): Promise<ResolvedConfig> {
  const { flags, env, cwd, readFile } = inputs;
  const named = inputs.file ?? (env['SOSIE_CONFIG'] || undefined);
  const file = await readConfigFile({ named, cwd, readFile });
  const weakestFirst = [...file.flatMap(fromFile), ...fromEnvironment(env), ...fromFlags(flags)];
  const decided = optionNames.map((name) => ({ name, ...decide(name, weakestFirst) }));
  // One entry per key of Config, each decided by its own type: the compiler cannot see it.
  return {
    config: Object.fromEntries(decided.map(({ name, value }) => [name, value])),
    sources: Object.fromEntries(decided.map(({ name, source }) => [name, source])),
  } as unknown as ResolvedConfig;
}

interface Decided<T> {
  readonly value: T;
  readonly source: string;
}

function decide<K extends OptionName>(name: K, weakestFirst: readonly Given[]): Decided<Config[K]> {
  const option: Option<Config[K]> = options[name];
  const given = weakestFirst.filter((candidate) => candidate.name === name);
  const parsed = given.map((each) => ({ value: accepted(option, each), source: each.source }));
  const strongest = parsed.at(-1);
  if (!strongest) return { value: option.byDefault, source: 'default' };
  const { join } = option;
  return join ? parsed.reduce((weaker, stronger) => joined(join, weaker, stronger)) : strongest;
}

function joined<T>(
  join: (weaker: T, stronger: T) => T,
  weaker: Decided<T>,
  stronger: Decided<T>,
): Decided<T> {
  return {
    value: join(weaker.value, stronger.value),
    source: `${weaker.source}, ${stronger.source}`,
  };
}

function accepted<T>(option: Option<T>, given: Given): T {
  const value = option.type.parse(given.value);
  if (value !== undefined) return value;
  const written = option.secret ? '' : `, not ${JSON.stringify(given.value)}`;
  throw new UsageError(`${given.subject} must be ${option.type.expected}${written}`);
}
