import { Option } from 'commander';
import type { Command } from 'commander';
import {
  defaultOf,
  flagOf,
  notBuiltNames,
  notBuiltOptions,
  optionNames,
  options,
} from '#server/config/index.ts';
import type { OptionName } from '#server/config/index.ts';

/** Gives a command one flag per option. Values stay as written: the config judges them. */
export function addConfigFlags(command: Command): void {
  optionNames.map(flagFor).forEach((flag) => command.addOption(flag));
  for (const name of notBuiltNames) {
    const { placeholder, description } = notBuiltOptions[name];
    command.option(`${flagOf(name)} ${placeholder}`.trim(), `${description} (not built yet)`);
  }
}

function flagFor(name: OptionName): Option {
  const { type, description } = options[name];
  const fallback = defaultOf(name);
  const note = fallback === '' || type.placeholder === '' ? '' : ` (default: ${fallback})`;
  const flag = new Option(`${flagOf(name)} ${type.placeholder}`.trim(), `${description}${note}`);
  if (!type.repeatable) return flag;
  return flag.argParser((value: string, earlier: readonly string[] = []) => [...earlier, value]);
}
