export type { ClockStart, Config, SettingOverride } from './config.ts';
export { formatClock, parseClock } from './clock.ts';
export { defaultOf, describeConfig, optionsPage } from './describe.ts';
export { loadConfig } from './load.ts';
export { flagOf, notBuiltNames, notBuiltOptions, optionNames, options } from './options.ts';
export type { NotBuiltName, Option, OptionName } from './options.ts';
export { resolveConfig } from './resolve.ts';
export type { ConfigInputs, ResolvedConfig } from './resolve.ts';
export { UsageError, suggestion } from './usage-error.ts';
