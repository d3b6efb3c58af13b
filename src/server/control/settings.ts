import { settingProblem, type Setting } from '#kernel/settings.ts';
import type { Core } from '../core.ts';
import { putSettings, type SettingValues } from '../settings.ts';
import { sandboxNamed, vendorNamed } from './named.ts';
import { invalid } from './problem.ts';

export interface SettingReading extends Setting<string | number | boolean> {
  readonly value: string | number | boolean;
}

export type SettingReadings = Readonly<Record<string, SettingReading>>;

/** Every open question of a vendor: what holds in this sandbox, and what else could. */
export function settingReadings(core: Core, name: string, vendorName: string): SettingReadings {
  const sandbox = sandboxNamed(core, name);
  const { module, vendor } = vendorNamed(core, vendorName);
  const { settings } = sandbox.settingsOf(vendor);
  const readings = Object.entries(module.settings).map(([setting, spec]) => [
    setting,
    { ...spec, value: settings[setting] },
  ]);
  return Object.fromEntries(readings) as SettingReadings;
}

/** Sets those named, all or none; the others stay as they are. */
export async function changeSettings(
  core: Core,
  name: string,
  { vendor: vendorName, values }: { readonly vendor: string; readonly values: SettingValues },
): Promise<SettingReadings> {
  const sandbox = sandboxNamed(core, name);
  const { module, vendor } = vendorNamed(core, vendorName);
  for (const [setting, value] of Object.entries(values)) {
    const problem = settingProblem(module.settings, setting, value);
    if (problem) throw invalid(setting, problem);
  }
  await sandbox.command({
    vendor,
    receivedAt: core.host(),
    kind: 'set-settings',
    command: values,
    decide: ({ edits }) => {
      putSettings(edits, vendorName, values);
      return { commit: true, value: undefined };
    },
  });
  return settingReadings(core, name, vendorName);
}
