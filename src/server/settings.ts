import { settingProblem, type Setting } from '#kernel/settings.ts';
import type { SettingsRow } from '#kernel/system-tables.ts';
import type { Edits } from '#kernel/transaction.ts';
import type { AnyVendorModule } from '#wire/vendor.ts';
import type { SettingOverride } from './config/config.ts';
import { UsageError } from './config/usage-error.ts';
import { nearest } from '#kernel/nearest.ts';

export type SettingValues = Readonly<Record<string, unknown>>;

/** Sets some of a vendor's settings; the others stay as they are. */
export function putSettings(edits: Edits, vendor: string, values: SettingValues): void {
  const table = edits.table<SettingsRow>('settings');
  table.put({ id: vendor, values: { ...table.get(vendor)?.values, ...values } });
}

/** What `--set vendor.setting=value` asks for, checked, by vendor. */
export function overridesOf(
  modules: readonly AnyVendorModule[],
  overrides: readonly SettingOverride[],
): ReadonlyMap<string, SettingValues> {
  const byVendor = new Map<string, Record<string, unknown>>();
  for (const { vendor, setting, value: text } of overrides) {
    const module = modules.find(({ name }) => name === vendor);
    if (!module) {
      const guess = nearest(
        vendor,
        modules.map(({ name }) => name),
      );
      throw new UsageError(
        `--set ${vendor}.${setting}: unknown vendor "${vendor}"${guess ? `, did you mean "${guess}"?` : ''}`,
      );
    }
    const value = readValue(module.settings[setting], text);
    const problem = settingProblem(module.settings, setting, value);
    if (problem) throw new UsageError(`--set ${vendor}.${setting}=${text}: ${problem}`);
    byVendor.set(vendor, { ...byVendor.get(vendor), [setting]: value });
  }
  return byVendor;
}

/** The text of a command line as the kind of value the setting has. */
function readValue(setting: Setting<unknown> | undefined, text: string): unknown {
  switch (typeof setting?.default) {
    case 'number':
      return text.trim() === '' ? text : Number(text);
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    default:
      return text;
  }
}
