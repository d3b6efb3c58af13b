import type { Config } from './config.ts';
import {
  flagOf,
  notBuiltNames,
  notBuiltOptions,
  optionNames,
  options,
  variableOf,
} from './options.ts';
import type { Option, OptionName } from './options.ts';
import type { ResolvedConfig } from './resolve.ts';

/** Every option with its value and where that came from, one a line. */
export function describeConfig({ config, sources }: ResolvedConfig): string {
  const rows = optionNames.map((name) => [name, shown(name, config), sources[name]] as const);
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map(([name, value, source]) =>
      [name.padEnd(widths[0] ?? 0), value.padEnd(widths[1] ?? 0), source].join('  '),
    )
    .join('\n');
}

/** The page `docs/guides/options.md`. */
export function optionsPage(): string {
  const rows = optionNames.map((name) => {
    const { type, description } = options[name];
    return [
      code(`${flagOf(name)} ${type.placeholder}`.trim()),
      code(variableOf(name)),
      code(name),
      defaultOf(name) === '' ? '' : code(defaultOf(name)),
      `${description}. Must be ${type.expected}`,
    ];
  });
  const planned = notBuiltNames.map(
    (name) => `- \`${flagOf(name)}\`: ${notBuiltOptions[name].description}`,
  );
  return `${pageStart}${rows.map(tableRow).join('\n')}\n\n${plannedStart}${planned.join('\n')}\n`;
}

const pageStart = `<!-- Generated from src/server/config/options.ts; a test compares. -->

# Options of \`sosie start\`

A flag wins over a variable, a variable over the file \`sosie.config.yaml\` (or \`.json\`, or the
one that \`--config\` or \`SOSIE_CONFIG\` names), the file over the default.
\`sosie start --print-config\` shows each value and where it came from.

| flag | variable | key in the file | default | meaning |
| --- | --- | --- | --- | --- |
`;

const plannedStart = `Not built yet, and refused with a line that says so:

`;

/** The default as it would be written; empty when there is none. */
export function defaultOf<K extends OptionName>(name: K): string {
  const option: Option<Config[K]> = options[name];
  return formatted(option, option.byDefault);
}

function shown<K extends OptionName>(name: K, config: Config): string {
  const option: Option<Config[K]> = options[name];
  const value = formatted(option, config[name]);
  return option.secret && value !== '' ? '***' : value || '-';
}

function formatted<T>(option: Option<T>, value: T): string {
  // A value that is there is one of the type's own: only the absent one is not.
  return value === undefined ? '' : option.type.format(value as Exclude<T, undefined>);
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

const code = (text: string): string => `\`${text}\``;
